import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { generateRepository } from '../../../../bench/generate.ts'
import { git } from '../../../repository/temporary.ts'
import { ejcIn, listOf, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const CASES = 60

let root: string
beforeAll(async () => {
  root = join(temporaryFolder(), 'library')
  await generateRepository(root, CASES)
  git(root, 'config', 'user.name', '覃某')
  git(root, 'config', 'user.email', 'qin@example.invalid')
}, 60_000)

const call = (words: readonly string[], ...options: string[]) =>
  ejcIn(root, ['search', ...words, '--json', ...options, ...day])
const search = (...words: string[]) => listOf(call(words), 'search').map((each) => String(each.case))
const kept = () => join(root, '.git/ejc/cache/texts')
const documentOf = (id: string) => join(root, 'cases', id, 'case.yaml')

/** Words as they stand in some cases: whole values, and parts of them in other writing. */
function wordsOfCases(): string[][] {
  const texts = git(root, 'ls-files', 'cases/*/*.yaml').split('\n').filter(Boolean)
  const values = texts.flatMap((file, at) => {
    const lines = readFileSync(join(root, file), 'utf8').split('\n')
    return at % 40 ? [] : lines.flatMap((line) => /: (.{2,})$/u.exec(line)?.[1] ?? [])
  })
  const some = values.filter((_, at) => at % 9 === 0).slice(0, 8)
  return some.flatMap((value, at) => {
    const part = value.slice(at % 3, (at % 3) + 2 + (at % 5))
    return [[part], [[...part].join(' ')], [part, values[at] ?? '']]
  })
}

describe('ejc search with texts kept from before', () => {
  it('finds what it finds when it reads every case', () => {
    const others = [
      ['不存在的词'],
      ['2026年3月2日'],
      ['废酸', '许某'],
      ['酸废'],
      ['ｎｎ－２０２６'],
      ['1'],
      ['title'],
    ]
    for (const words of [...wordsOfCases(), ...others]) {
      const { stdout, exit } = call(words, '--no-cache')
      expect(call(words)).toMatchObject({ stdout, exit })
    }
    expect(existsSync(kept())).toBe(true)
  }, 120_000)

  it('reads only what may hold the words', () => {
    expect(search('废酸').length).toBeGreaterThan(1)
    const text = readFileSync(kept(), 'utf8')
    writeFileSync(kept(), text.replaceAll('废酸', '废渣'))
    expect(search('废酸')).toEqual([])
    writeFileSync(kept(), text)
  })

  it.each([
    ['changed', () => undefined],
    ['added to the index', (): unknown => git(root, 'add', '-A')],
    ['committed', (): unknown => git(root, 'commit', '-qam', 'x')],
  ])('finds at once what a case holds that was %s, and no longer what it held', (_, then) => {
    search('废酸')
    const [id = ''] = search('废酸')
    const file = documentOf(id)
    const before = readFileSync(file, 'utf8')
    const word = `鼎鑫${String(_).length}`
    writeFileSync(file, before.replace(/^title: .*$/mu, `title: ${word}`))
    then()
    expect(search(word)).toEqual([id])
    writeFileSync(file, before)
    then()
    expect(search(word)).toEqual([])
    expect(search('废酸')).toContain(id)
  })

  it('finds the name of a file that git does not know', () => {
    const [id = ''] = search('废酸')
    appendFileSync(join(root, 'cases', id, '新来的文件.txt'), 'x')
    expect(search('新来的文件')).toEqual([id])
  })

  it.each([
    ['is cut off', (text: string) => text.slice(0, text.length / 2)],
    ['lacks its end', (text: string) => text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)],
    ['is of another program', (text: string) => `other\n${text.slice(text.indexOf('\n') + 1)}`],
    ['is empty', () => ''],
    ['has no line at all', () => 'x'.repeat(1_000)],
  ])('does without it where it %s, and keeps it anew', (_, spoil) => {
    const whole = search('废酸')
    const text = readFileSync(kept(), 'utf8')
    writeFileSync(kept(), spoil(text.replaceAll('废酸', '废渣')))
    expect(search('废酸')).toEqual(whole)
    expect(readFileSync(kept(), 'utf8')).toContain('废酸')
  })
})
