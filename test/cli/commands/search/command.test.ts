import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { createRepository, listOf } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const both = createRepository('example-case', 'example-case-2')
const search = (...words: string[]) => both.ejc(['search', ...words, ...day])
const cases = (...words: string[]) =>
  listOf(both.ejc(['search', ...words, '--json', ...day]), 'search').map((each) => each.case)

describe('ejc search', () => {
  it('finds a word in the facts of all cases, with the place in words and an excerpt', () => {
    const call = search('废酸')
    expect(call.exit).toBe(0)
    expect(call.lines[0]).toBe('NN-2026-0001  某化工有限公司等倾倒废酸案')
    expect(call.stdout).toContain('损害情况 › 损害情况描述：槽罐车向废弃砖厂坑塘倾倒废酸约 42 吨')
    expect(call.stdout).toMatch(/另有 \d+ 处，加 --all 列出/)
    expect(search('废酸', '--all').stdout).not.toContain('另有')
  })

  it('finds it in either way: outside of git and through git', () => {
    expect(cases('废酸')).toEqual(['NN-2026-0001'])
    both.git('add', '-A')
    both.git('commit', '-qm', 'all')
    expect(cases('废酸')).toEqual(['NN-2026-0001'])
    expect(cases('桂川')).toEqual([])
  })

  it('refuses a text that was pasted whole, and takes a long one', () => {
    const pasted = search('养'.repeat(5000))
    expect(pasted.exit).toBe(2)
    expect(pasted.stderr).toContain('要找的文字太长（5000 字），一个词最多 100 字')
    expect(pasted.stderr).not.toContain('regular expression')
    expect(search('养'.repeat(101)).exit).toBe(2)
    expect(search('养'.repeat(100)).exit).toBe(0)
  })

  it('says of a case withdrawn or combined that another counts', () => {
    for (const [combined, word] of [
      ['', '已撤回'],
      ['\n  combined: true', '已并入'],
    ]) {
      const repository = createRepository('example-case')
      const withdrawal = `\nwithdrawal:\n  duplicateOf: NN-2026-0009\n  on: 2026-03-01${combined}\nobligors:`
      repository.replace('cases/NN-2026-0001/case.yaml', '\nobligors:', withdrawal)
      expect(repository.ejc(['search', '废酸', ...day]).lines[0]).toBe(
        `NN-2026-0001  某化工有限公司等倾倒废酸案（${word}）`,
      )
    }
  })

  it.each([
    ['ｎｎ－２０２６', 'full width and case'],
    ['某 化　工', 'spaces'],
    ['O771-OOOOOOO', 'O for zero'],
    ['2026年2月11日', 'a day as people write it'],
    ['529,700', 'an amount as people write it'],
    ['执法巡查', 'the name of what a code stands for'],
    ['2月11日', 'a day without its year'],
    ['2.11', 'a day as questions take it'],
    ['2026年2月', 'a month'],
    ['2026年2月11号', 'a day as people say it'],
    ['52.97万元', 'an amount in 万元'],
    ['2026-1', 'the number of a case without its noughts'],
  ])('%s: folds %s', (word) => {
    expect(cases(word)).toContain('NN-2026-0001')
  })

  it('lists the cases that hold all of several words, wherever each stands', () => {
    expect(cases('废酸', '韦某')).toEqual(['NN-2026-0001'])
    expect(cases('废酸', '某矿业')).toEqual([])
  })

  it('finds a text that was broken over lines, as one pasted from a PDF is', () => {
    const repository = createRepository('example-case')
    repository.replace(
      'cases/NN-2026-0001/case.yaml',
      '\nobligors:',
      '\nsummary: |\n  涉案鼎\n  鑫砖厂\nobligors:',
    )
    const text = repository.read('cases/NN-2026-0001/case.yaml')
    // One summary alone may stand there.
    repository.write('cases/NN-2026-0001/case.yaml', text.replace(/^summary: [^|].*\n/m, ''))
    repository.git('add', '-A')
    expect(repository.ejc(['search', '鼎鑫砖厂', ...day]).stdout).toContain('案情简介：涉案鼎 鑫砖厂')
  })

  it('finds evidence by its title, and files by their names', () => {
    const repository = createRepository('example-case')
    mkdirSync(join(repository.root, 'cases/NN-2026-0001/documents'), { recursive: true })
    repository.write('cases/NN-2026-0001/documents/赔偿协议签署稿-终版.docx', 'x')
    expect(repository.ejc(['search', '签署稿', ...day]).stdout).toContain(
      '文书：documents/赔偿协议签署稿-终版.docx',
    )
    expect(search('检测报告').stdout).toMatch(/证据/)
  })

  it('shows numbers of persons with their ends alone', () => {
    const { stdout } = search('13800000000')
    expect(stdout).toContain('138****0000')
    expect(search('450101199001010000').stdout).toContain('450***********0000')
    const repository = createRepository('example-case')
    repository.replace('cases/NN-2026-0001/case.yaml', 'title: 某化工', 'title: 举报人13912345678：某化工')
    const named = repository.ejc(['search', '举报人', ...day]).stdout
    expect(named).toContain('139****5678')
    expect(named).not.toContain('13912345678')
  })

  it.each([80, 120])('has no line wider than %d columns', (columns) => {
    const { lines } = both.ejc(['search', '某', '--all', ...day], { columns })
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(columns)
  })

  it('finds no amount inside of another', () => {
    expect(cases('529700')).toEqual(['NN-2026-0001'])
    expect(cases('29700')).toEqual([])
  })

  it('names the clause of an agreement, and never the code of a choice', () => {
    const { stdout } = search('连带', '--all')
    expect(stdout).toMatch(/协议条款 › (?!条款：)\S+：/u)
    expect(search('清除污染', '--all').stdout).not.toContain('clean-up')
  })

  it('says where nothing was found what was gone through, and how to find more', () => {
    const nothing = search('某化工集团公司').stderr
    expect(nothing).toContain('2 件里没有找到“某化工集团公司”')
    const [, call = ''] = /少写几个字有：ejc (search \S+)/u.exec(nothing) ?? []
    expect(both.ejc([...call.split(' '), ...day]).stdout).toContain('NN-2026-0001')
    expect(search('废酸', '陆某').stderr).toContain('“废酸”有 1 件，“陆某”有 1 件')
    expect(search('第九十九条').stderr).toContain('ejc explain 第九十九条')
    expect(search('13900000000').stderr).not.toContain('*')
  })

  it('says so when nothing is found, exit 0, and refuses a call without a word, exit 2', () => {
    expect(search('不存在的词')).toMatchObject({
      exit: 0,
      stdout: '',
      stderr: expect.stringContaining('没有找到'),
    })
    expect(search(' ')).toMatchObject({ exit: 2, stderr: expect.stringContaining('ejc search 油泥') })
  })

  it('names a file that cannot be read, prints the rest and exits 2', () => {
    const repository = createRepository('example-case', 'example-case-2')
    repository.write('cases/NN-2026-0001/screening.yaml', 'a: 某矿业\n b: [')
    const call = repository.ejc(['search', '某矿业', ...day])
    expect(call.exit).toBe(2)
    expect(call.stdout).toContain('NN-2025-0003')
    expect(call.stderr).toContain('cases/NN-2026-0001/screening.yaml 无法读取')
  })
})

describe('ejc list WORDS', () => {
  const found = (...words: string[]) =>
    listOf(both.ejc(['list', ...words, '--json', ...day]), 'list').map((each) => each.case)

  it.each(['ＮＮ－２０２６', '某 化工', '南宁市生态环境局', '覃 某', '韦某'])('finds %s', (word) => {
    expect(found(word)).toEqual(['NN-2026-0001'])
  })

  it('does not find a word across two names', () => {
    expect(found('某化工有限公司韦某')).toEqual([])
  })
})
