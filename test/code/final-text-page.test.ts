import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { optionNames } from '../../src/cli/commands/completion/words.ts'
import { commands } from '../../src/cli/commands/index.ts'
import { globalOptions } from '../../src/cli/shared/global-options.ts'
import { createRepository } from '../support/cli.ts'
import { allCompared, finalFile, finalId, placeOf } from '../support/own-pack.ts'

const page = readFileSync('docs/final-text.md', 'utf8')
const calls = [...page.matchAll(/(?:`|^)ejc ([^`\n]*)/gmu)].map(([, words = '']) => words)
const inBlocks = [...page.matchAll(/^ejc (.*)$/gmu)].map(([, words = '']) => words)
const yaml = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gmu)].map(([, text = '']) => text)
const day = ['--today', '2026-12-02']

describe('the page on bringing the final text in', () => {
  it.each(calls)('names a command and options that there are: ejc %s', async (call) => {
    const words = call.split(/\s+/)
    const command = await commands.find(({ name }) => name === words[0])?.load()
    expect(command).toBeDefined()
    const known = [...(command?.options ?? []), ...globalOptions].flatMap(optionNames)
    for (const option of words.filter((word) => /^--?[A-Za-z]/u.test(word))) expect(known).toContain(option)
  })

  it('has calls that the real program carries out, in their order, with the changes that it shows', {
    timeout: 120_000,
  }, () => {
    const repository = createRepository('example-case', 'example-case-2')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '--no-verify', '-m', '示例案件')
    const run = (call: string, ...more: string[]) => repository.ejc([...call.split(' '), ...more, ...day])
    const [asking = '', written = '', check = '', diff = '', preview = '', move = ''] = inBlocks
    expect(inBlocks).toHaveLength(6)
    expect(run(asking).stderr).toContain('--effective-from')
    expect(run(written).exit).toBe(0)
    expect(run(check).exit).toBe(1)
    workThrough(repository)
    expect(run(check)).toMatchObject({ exit: 0, stdout: `${finalFile}（广西细则） 没有问题，可以使用。\n` })
    const differences = run(diff, '--json')
    const found: { section: string; id: string }[] = JSON.parse(differences.stdout).data.differences
    expect(found.map(({ section, id }) => `${section}/${id}`).sort()).toEqual([
      'articles/44',
      'clauses/monitoring',
      'limits/meetings',
      'matters/meeting-limit',
      'matters/more-meetings',
      'matters/urging',
      'periods/consultation',
      'periods/investigation',
    ])
    repository.git('commit', '--quiet', '--all', '--no-verify', '-m', '核对正式文本')
    expect(run(preview).exit).toBe(0)
    expect(run(move, '--yes')).toMatchObject({ exit: 0 })
    expect(parse(repository.read('cases/NN-2026-0001/case.yaml'))).toMatchObject({
      regulation: finalId,
      regulationMoves: [{ by: '局长办公会', reason: '正式文本第四十三条：施行前启动、尚未结案的适用本细则' }],
    })
    expect(run('log NN-2026-0001').stdout).toContain('改用广西细则')
    expect(run('render NN-2026-0001 --all').exit).toBe(0)
    expect(run('undo NN-2026-0001 --yes').exit).toBe(0)
    expect(run(`regulation show ${finalId}`).stdout).toContain('第四十四条')
    expect(run(`regulation check ${finalId}`).exit).toBe(0)
    repository.replace('ejc.yaml', 'regulation: guangxi-2025-draft', `regulation: ${finalId}`)
    const explained = run('explain 第四十四条')
    expect(explained).toMatchObject({ exit: 0 })
    expect(explained.stdout).toContain('磋商会议的次数')
  })

  /** The example of the page: what it shows is what stands in the file in the end. */
  function workThrough(repository: ReturnType<typeof createRepository>): void {
    const replace = (from: string, to: string) => repository.replace(finalFile, from, to)
    const [urging = '', limits = '', article = '', investigation = '', consultation = '', clause = ''] = yaml
    expect(yaml).toHaveLength(6)
    allCompared(repository)
    const text = repository.read(finalFile)
    expect(text).toContain('  urging:\n    article: 第十三条\n    item: 第二款\n')
    replace('  urging:\n    article: 第十三条\n    item: 第二款\n', urging)
    replace(limits.replaceAll('第四十四条', '第二十条'), limits)
    replace('\n\n# 附件\n', `\n${article}\n# 附件\n`)
    replace(
      '  investigation:\n    title: 损害调查\n    amount: 60\n    unit: day\n    words: 自启动之日起60日内完成\n',
      investigation,
    )
    replace(consultation.replaceAll('60', '90'), consultation)
    replace('\n\n# 识别 Word 协议稿', `\n${clause}\n# 识别 Word 协议稿`)
    expect(placeOf(repository, '第四十四条')).toMatch(/^regulations\//u)
  }
})
