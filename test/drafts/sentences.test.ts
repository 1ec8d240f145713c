import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { moneyIn } from '../../src/core/drafts/amounts.ts'
import { daysIn } from '../../src/core/drafts/dates.ts'
import { wrongFigures } from '../../src/core/drafts/figures.ts'
import { ratiosIn } from '../../src/core/drafts/ratios.ts'
import { parseFen } from '../../src/core/facts/money.ts'
import { settingOn } from '../support/setting.ts'
import { paras } from './toy.ts'

const { regulation } = settingOn('2026-11-24')
const sentences = readFileSync(join(import.meta.dirname, 'sentences.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' =>').map((part) => part.trim()) as [sentence: string, said: string])

/** What stands behind a mark, without the mark. */
const marked = (said: string, mark: string): string[] =>
  said.split(' ').flatMap((part) => (part.startsWith(mark) ? [part.slice(mark.length)] : []))

describe('amounts, days and shares are read as people write them', () => {
  it('reads three hundred sentences', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300)
  })

  it.each(sentences)('%s', (sentence, said) => {
    expect(moneyIn(sentence).map(({ fen }) => fen)).toEqual(marked(said, '¥').map(parseFen))
    expect(daysIn(sentence)).toEqual(marked(said, '@'))
    expect(ratiosIn(sentence).map(({ percent }) => percent)).toEqual(marked(said, '%').map(Number))
    const draft = { accepted: paras(sentence), original: null }
    const capitals = wrongFigures(draft, undefined, regulation).filter(({ code }) => code === 'capitals')
    expect(capitals).toHaveLength(said.includes('!') ? 1 : 0)
  })
})
