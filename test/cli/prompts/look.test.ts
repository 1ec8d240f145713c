import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { lookOf } from '../../../src/cli/prompts/look.ts'
import { wrap } from '../../../src/cli/shared/output/text.ts'

const widths = [40, 60, 79, 80, 100]
const WORDS = /[A-Za-z][A-Za-z-]*[A-Za-z]/g
const wordsIn = (text: string): string[] => text.match(WORDS) ?? []

/** Every text in Chinese that stands in a string of the program, and every title and description of the schemas. */
function texts(): string[] {
  const sources = readdirSync('src/cli', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join('src/cli', file), 'utf8'))
  const strings = sources.flatMap((text) => [...text.matchAll(/'([^'\n]*)'/g)].map(([, each = '']) => each))
  const schemas = readdirSync('schemas').map((file) => readFileSync(join('schemas', file), 'utf8'))
  const said = schemas.flatMap((text) =>
    [...text.matchAll(/"(?:title|description)": "([^"]*)"/g)].map(([, each = '']) => each),
  )
  return [...strings, ...said].filter(
    (text) => /\p{Script=Han}/u.test(text) && /[A-Za-z]{2}/.test(text) && !text.includes('://'),
  )
}

describe('a text on lines of some columns', () => {
  it('never parts a Latin word or the name of a key', () => {
    const all = texts()
    expect(all.length).toBeGreaterThan(100)
    for (const columns of widths)
      for (const text of all) expect(wordsIn(wrap(text, columns).join('\n')), text).toEqual(wordsIn(text))
  })
})

describe('a question', () => {
  const words = {
    title: '认定生态环境损害所依据的鉴定评估结论',
    hint: '（选填，回车跳过；长文可粘贴，Ctrl-O 用编辑器写）',
  }

  it.each(widths)('of %d columns keeps its hint inside them, and the name of a key whole', (columns) => {
    const { message } = lookOf(words, columns, 'line')
    const lines = stripVTControlCharacters(message).split('\n')
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns - 2)
    expect(lines.join('\n')).toContain('Ctrl-O')
  })

  it('leaves a line to what Enter answers where that does not fit beside it', () => {
    const known = '调查经过的一段话'.repeat(6)
    expect(stripVTControlCharacters(lookOf(words, 80, 'line', known).message)).toMatch(/\n {2}›$/)
    expect(lookOf({ title: '案由' }, 80, 'line', '某案').message).toBe('案由')
  })
})
