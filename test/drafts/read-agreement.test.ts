import { describe, expect, it } from 'vitest'
import { readAgreement } from '../../src/core/drafts/read-agreement.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { settingOn } from '../support/setting.ts'
import { groups, type Wording, wordings } from './corpus.ts'
import { writeDrafts } from './write.ts'

const { regulation } = settingOn('2026-11-24')
const least = 0.95
const bare = (text: string): string => text.replaceAll(/\s/gu, '')

/** How many texts of a wording were taken for their own clause, and how many there are. */
async function taken(
  wording: Wording,
  layout: string,
): Promise<{ all: number; right: number; wrong: string[] }> {
  const [file] = await writeDrafts(wording, layout, [{ change: '', parts: wording.parts, lacks: [] }])
  const { clauses } = readAgreement(readDraft(file ?? new Uint8Array(), layout), regulation)
  const items = wording.parts.flatMap((part) => part.items)
  const texts = new Map(clauses.map(({ code, text }) => [code, bare(text)]))
  const wrong = items.filter(
    ({ clause, text }) => !text.every((each) => texts.get(clause)?.includes(bare(each))),
  )
  return {
    all: items.length,
    right: items.length - wrong.length,
    wrong: wrong.map(
      ({ clause, text }) => `${wording.name} ${layout} ${clause}: ${text[0]} | ${texts.get(clause)}`,
    ),
  }
}

describe('a signed agreement', () => {
  it.each(groups)(
    'gives each clause the text that stands in it (%s)',
    { timeout: 120_000 },
    async (group) => {
      const tallies = []
      for (const wording of wordings(group))
        for (const layout of wording.layouts) tallies.push(await taken(wording, layout))
      const all = tallies.reduce((sum, tally) => sum + tally.all, 0)
      const right = tallies.reduce((sum, tally) => sum + tally.right, 0)
      const wrong = tallies.flatMap((tally) => tally.wrong).join('\n')
      expect(right / all, wrong).toBeGreaterThanOrEqual(least)
    },
  )
})
