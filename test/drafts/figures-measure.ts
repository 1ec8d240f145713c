import { moneyIn } from '../../src/core/drafts/amounts.ts'
import { daysIn } from '../../src/core/drafts/dates.ts'
import { ratiosIn } from '../../src/core/drafts/ratios.ts'
import { yuanOf } from '../../src/core/facts/money.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { type Group, variantsOf, wordings } from './corpus.ts'
import type { RecognitionTally } from './measure.ts'
import { writeDrafts } from './write.ts'

export const figureKinds = ['amounts', 'days', 'shares'] as const

export interface MeasuredFigures {
  /** How often a figure was read that the author wrote, read and not written, and written and not read. */
  readonly byKind: ReadonlyMap<(typeof figureKinds)[number], RecognitionTally>
  readonly mistakes: readonly string[]
}

/** Reads the figures of the texts of a group in each layout, and compares with what their authors say is written. */
export async function measureFigures(group: Group): Promise<MeasuredFigures> {
  const byKind = new Map(figureKinds.map((kind) => [kind, { right: 0, wrong: 0, passed: 0 }]))
  const mistakes: string[] = []
  for (const wording of wordings(group)) {
    if (!wording.figures) continue
    for (const layout of wording.layouts) {
      const [file = new Uint8Array()] = await writeDrafts(
        bare(wording),
        layout,
        variantsOf(wording).slice(0, 1),
      )
      const texts = readDraft(file, layout).accepted.map(({ text }) => text)
      const read = {
        amounts: texts.flatMap((text) => moneyIn(text).map(({ fen }) => yuanOf(fen))),
        days: texts.flatMap(daysIn),
        shares: texts.flatMap((text) => ratiosIn(text).map(({ percent }) => String(percent))),
      }
      for (const [kind, tally] of byKind) {
        const written = wording.figures[kind].map(String)
        const surplus = without(read[kind], written)
        const missing = without(written, read[kind])
        tally.right += written.length - missing.length
        tally.wrong += surplus.length
        tally.passed += missing.length
        const about = `${wording.name} (${layout}) ${kind}`
        mistakes.push(
          ...surplus.map((each) => `${about}: ${each} read and not written`),
          ...missing.map((each) => `${about}: ${each} written and not read`),
        )
      }
    }
  }
  return { byKind, mistakes }
}

/** The clauses alone: the figures are those of their texts. */
function bare<T extends object>(wording: T) {
  return { ...wording, preamble: [], closing: [] as string[] }
}

/** What a list has beyond another, each as often as it stands there. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const rest = [...other]
  return list.filter((each) => {
    const at = rest.indexOf(each)
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}
