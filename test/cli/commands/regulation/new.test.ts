import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packDifferences } from '../../../../src/core/regulation/diff.ts'
import { matterTitles } from '../../../../src/core/regulation/matters.ts'
import { resolvePack } from '../../../../src/core/regulation/merge.ts'
import type { RawPack } from '../../../../src/core/regulation/pack.ts'
import { loadPack, loadRawPack } from '../../../../src/generated/law/index.ts'
import { createRepository, dataOf, ejcIn, temporaryFolder } from '../../../support/cli.ts'
import { carryDemoCase } from '../../../support/demo-case.ts'
import { allCompared, finalFile, finalId, newFinalText } from '../../../support/own-pack.ts'

const day = ['--today', '2026-11-24']

describe('ejc regulation new', () => {
  const repository = createRepository()
  const call = newFinalText(repository)
  const text = repository.read(finalFile)
  const pack: RawPack = parse(text)

  it('writes the pack and the schema for editors, in one commit', () => {
    expect(call).toMatchObject({ exit: 0 })
    expect(call.stdout).toContain(`已写入 ${finalFile}`)
    expect(repository.git('log', '-1', '--format=%B')).toContain(
      `录入规范包 ${finalId}（广西细则），待核\n\nEjc-Action: regulation-new\nEjc-Subject: ${finalId}`,
    )
    const files = repository.git('show', '--name-only', '--format=').trim().split('\n')
    expect(files).toEqual([finalFile, 'schemas/regulation.schema.json'])
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../schemas/regulation.schema.json')
  })

  it('takes title, number, issuer and day from the call, and stands beside national law alone', () => {
    expect(pack).toMatchObject({
      id: finalId,
      extends: 'national-2026',
      title: '广西壮族自治区生态环境损害赔偿工作细则',
      shortTitle: '广西细则',
      number: '桂环规范〔2026〕3号',
      status: 'in-force',
      effectiveFrom: '2026-07-01',
      region: '450000',
    })
    expect(pack).not.toHaveProperty('note')
  })

  it('says all that the source says, and nothing else', async () => {
    const national = (await loadRawPack('national-2026')) ?? pack
    const own = resolvePack(finalId, [pack, national])
    expect(packDifferences(await loadPack('guangxi-2025-draft'), own)).toEqual([])
    expect(own.basedOn).toEqual(['national-2026'])
    expect(Object.keys(own.matters).sort()).toEqual(Object.keys(matterTitles).sort())
  })

  it('marks each entry, under its Chinese title and the value it was copied from, in the order of the text', () => {
    expect(text).toContain(
      '  # ── 第十三条 启动索赔和损害调查 ──\n  # 启动索赔（原：guangxi-2025-draft 第十三条）\n  initiation:\n    article: 第十三条\n    review: 待核\n',
    )
    expect(text).toContain('  # 损害调查（原：guangxi-2025-draft 第十三条，60 日）\n  investigation:\n')
    expect(text).toContain('  # 简单案件的损害数额（原：guangxi-2025-draft 第十五条，300000.00 元）\n')
    expect(text).toContain('  # 线索渠道（原：guangxi-2025-draft 第十一条，10 项）\n  channels:\n')
    expect(text).toContain(
      '  # 违约责任的承担（原：guangxi-2025-draft 第二十一条，应当写明）\n  - code: breach\n',
    )
    const heads = [...text.matchAll(/^ {2}# ── (\S+)/gmu)].map(([, one]) => one)
    expect(heads.slice(0, 3)).toEqual(['第一条', '第四条', '第五条'])
    expect(heads.slice(-2)).toEqual(['附件1', '附件2'])
    expect(new Set(heads).size).toBe(heads.length)
    const entries = ['matters', 'periods', 'limits', 'lists'].flatMap((section) =>
      Object.values(pack[section] ?? {}),
    )
    const items = ['articles', 'annexes', 'clauses', 'forms', 'laws'].flatMap((section) =>
      Object.values(pack[section] ?? {}),
    )
    for (const entry of [...entries, ...items, pack.jurisdiction])
      expect(entry).toMatchObject({ review: '待核' })
  })

  it('puts the new text among those that papers cite, and leaves its name to it alone', () => {
    const laws: { title: string; aliases: string[] }[] = parse(text).laws
    expect(laws[0]).toMatchObject({
      id: finalId,
      aliases: ['桂环规范〔2026〕3号'],
      effectiveFrom: '2026-07-01',
    })
    expect(laws.filter(({ aliases }) => aliases.includes(laws[0]?.title ?? ''))).toEqual([])
  })

  it('names what is missing where nobody can be asked, and writes nothing', () => {
    const asked = repository.ejc(['regulation', 'new', 'guangxi-2027', '--title', '甲'])
    expect(asked.exit).toBe(2)
    expect(asked.stderr).toContain('--short-title  简称')
    expect(asked.stderr).toContain('--number  文号')
    expect(asked.stderr).toContain('--effective-from  施行日期')
    expect(asked.stderr).not.toContain('--title  名称')
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('wants neither number nor day of a draft, reads a day as people write it, and takes 《》 away', () => {
    const draft = repository.ejc([
      ...['regulation', 'new', 'second-draft', '--status', 'draft', '--title', '《甲细则（二稿）》'],
      ...['--short-title', '甲二稿', '--issuer', '甲', '--dry-run', '--effective-from', '2027年1月1日'],
    ])
    expect(draft.exit).toBe(0)
    expect(draft.stdout).toContain('title: 甲细则（二稿）\nshortTitle: 甲二稿\nstatus: draft\n')
    expect(draft.stdout).toContain('effectiveFrom: 2027-01-01\n')
    expect(draft.stderr).toContain('没有写入')
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('takes the region from the call, and marks that of the source as copied where the call gives none', () => {
    const head = ['--title', '甲', '--short-title', '甲', '--issuer', '甲', '--status', 'draft', '--dry-run']
    const other = repository.ejc(['regulation', 'new', 'yunnan', ...head, '--region', '５３００００'])
    expect(other.stdout).toContain('region: "530000"\n\n')
    expect(text).toContain(
      '# 适用地区（原：guangxi-2025-draft 450000（广西壮族自治区））\nregion: "450000"\nreview: 待核\n',
    )
  })

  it.each([
    [['guangxi-2026'], '已有规范包 guangxi-2026'],
    [['Guangxi'], '编号“Guangxi”'],
    [[], '请写明新规范包的编号'],
    [['new-one', '--from', 'national-2026'], '仅供其他规范继承'],
    [['new-one', '--from', 'guangxi-2025'], '没有规范包 guangxi-2025'],
    [['new-one', '--region', '45'], '--region（适用地区）应当是六位数字的行政区划代码'],
    [['new-one', '--region', '990000'], '没有以“99”开头的行政区划代码'],
    [['new-one', '--effective-from', '2026-02-30'], '--effective-from（施行日期）应当是存在的日期'],
  ])('refuses %j', (words, why) => {
    const refused = repository.ejc(['regulation', 'new', ...words])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain(why)
  })

  it('never overwrites a file, whatever it holds', () => {
    const other = createRepository()
    mkdirSync(join(other.root, 'regulations'))
    other.write(finalFile, '# mine\n')
    const refused = newFinalText(other)
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain(`${finalFile} 已经存在`)
    expect(other.read(finalFile)).toBe('# mine\n')
  })

  it('answers programs with what was written', () => {
    const other = createRepository()
    expect(dataOf(newFinalText(other, '--json', '--no-commit'), 'written')).toMatchObject({
      action: 'regulation-new',
      subject: finalId,
      files: [finalFile, 'schemas/regulation.schema.json'],
      commit: null,
      dryRun: false,
    })
    expect(other.git('status', '--porcelain')).toContain('?? regulations/')
  })

  it('needs a case repository', () => {
    expect(ejcIn(temporaryFolder(), ['regulation', 'new', 'a']).exit).toBe(2)
  })
})

describe('from an empty repository to a signed agreement under the new text', () => {
  it('every mark is named, then the pack is clean, then it carries a case', { timeout: 120_000 }, () => {
    const repository = createRepository()
    newFinalText(repository)
    const marks = repository.read(finalFile).match(/^ *review: 待核$/gmu) ?? []
    const open = repository.ejc(['regulation', 'check'])
    expect(open.exit).toBe(1)
    expect(open.stdout.split('\n').filter((line) => line.includes('：待核：'))).toHaveLength(marks.length)
    allCompared(repository)
    expect(repository.ejc(['regulation', 'check'])).toMatchObject({
      exit: 0,
      stdout: `${finalFile}（广西细则） 没有问题，可以使用。\n`,
    })
    repository.replace('ejc.yaml', 'regulation: guangxi-2025-draft', `regulation: ${finalId}`)
    repository.git('commit', '--quiet', '--all', '--no-verify', '-m', '改用正式文本')
    const calls = carryDemoCase(repository, 'NN-2026-0003')
    for (const { exit, stderr } of calls) expect(exit, stderr).toBe(0)
    expect(calls.at(-1)?.stdout).toContain('NN-2026-0003')
    expect(parse(repository.read('cases/NN-2026-0003/case.yaml'))).toMatchObject({ regulation: finalId })
    expect(parse(repository.read('cases/NN-2026-0003/agreements.yaml')).agreements[0]).toMatchObject({
      signedOn: '2026-11-20',
    })
    expect(repository.ejc(['lint', 'NN-2026-0003', ...day]).exit).toBe(0)
  })
})
