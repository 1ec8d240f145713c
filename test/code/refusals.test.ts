import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'
import type { SchemaName } from '../../src/core/schema/validate.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { actions } from '../../src/core/stages/actions/index.ts'
import { englishIn } from '../support/chinese.ts'
import { settingOn } from '../support/setting.ts'

const CHINESE = /\p{Script=Han}/u

/** The texts in a source that an officer reads: those with Chinese in them, what is filled in left out. */
function textsIn(file: string): string[] {
  const texts: string[] = []
  const take = (text: string): void => {
    if (CHINESE.test(text)) texts.push(text)
  }
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') take(value)
    },
    TemplateLiteral: ({ quasis }) => take(quasis.map(({ value }) => value.cooked ?? '').join(' … ')),
  }).visit(parseSync(file, readFileSync(file, 'utf8')).program)
  return texts
}

const sources = readdirSync('src/core/stages', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src/core/stages', name))

describe('an officer is refused in Chinese, by the titles of what was asked', () => {
  test('the words of the program itself are told from English keys', () => {
    expect(
      englishIn('协议 G1 未经司法确认；依法提起诉讼（sue），写明理由（--set overrideReason=…）'),
    ).toEqual([])
    expect(englishIn('应当写明结果（result）')).toEqual(['result'])
    expect(englishIn('请写明文书（consents[].document）')).toEqual(['consents[].document'])
  })

  test('no refusal of an action names a key', () => {
    const texts = sources.flatMap((file) => textsIn(file).map((text) => ({ file, text })))
    expect(texts.length).toBeGreaterThan(actions.length)
    expect(texts.filter(({ text }) => englishIn(text).length > 0)).toEqual([])
  })
})

describe('an answer that is not of its schema is told by its title', () => {
  const { lists } = settingOn('2026-11-24').regulation
  const told = (name: SchemaName, data: unknown): string[] =>
    validateDocument(name, data, lists, 'title').map(({ message }) => message)

  test.each<[string, SchemaName, object]>([
    ['a wrong type', 'court', { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: 20 }] }],
    ['an empty value', 'court', { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: null }] }],
    ['no list', 'court', { suits: [{ id: 'S1', obligors: 'o1' }] }],
    ['no section', 'court', { suits: [{ id: 'S1', obligors: ['o1'], appeal: '有' }] }],
    ['a wrong date', 'court', { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: '2026-02-30' }] }],
    ['a wrong amount', 'court', { suits: [{ id: 'S1', obligors: ['o1'], claimAmount: '1,000' }] }],
    ['a missing key', 'court', { suits: [{ id: 'S1' }] }],
    [
      'a repeated id',
      'court',
      {
        suits: [
          { id: 'S1', obligors: ['o1'] },
          { id: 'S1', obligors: ['o1'] },
        ],
      },
    ],
    ['a number out of range', 'consultation', { rounds: [{ round: 0 }] }],
    ['a control character', 'court', { suits: [{ id: 'S1', obligors: ['o1'], reason: 'a\u0007' }] }],
  ])('%s', (_, name, data) => {
    const messages = told(name, data)
    expect(messages).not.toEqual([])
    expect(
      messages.flatMap(englishIn).filter((word) => word !== 'U' && word !== 'true' && word !== 'false'),
    ).toEqual([])
  })

  test('in the file itself the key stands beside the title, for whoever edits it', () => {
    const data = { suits: [{ id: 'S1', obligors: ['o1'], judgedOn: 20 }] }
    expect(validateDocument('court', data, lists)[0]?.message).toContain('「一审裁判日期（judgedOn）」')
    expect(told('court', data)[0]).toContain('「一审裁判日期」')
  })
})
