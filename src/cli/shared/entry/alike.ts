import { type CommonPart, commonParts, likenessText, tellingTexts } from '../../../core/facts/alike.ts'
import type { CaseDocument } from '../../../core/facts/documents.ts'
import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { foldedPattern } from '../../../core/folding.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { ejcCall } from '../output/call.ts'
import type { Layout } from '../output/output.ts'
import { titledLines } from '../wording/preview.ts'

/** A case of the library that likely has the clue that is being registered. */
export interface AlikeCase {
  readonly case: string
  readonly title: string
  /** What is the same in both. */
  readonly common: readonly CommonPart[]
}

/** The cases that likely have the clue of a new case; withdrawn ones are left out. */
export function alikeCases({ repository, readCase }: Workspace, clue: CaseDocument): AlikeCase[] {
  const patterns = tellingTexts(clue).flatMap((text) => foldedPattern(text) ?? [])
  if (!patterns.length) return []
  // A backslash in a file may hide any character behind an escape.
  const telling = new RegExp([...patterns, '\\\\'].join('|'), 'iu')
  return repository.caseIds().flatMap((id) => {
    const text = id === clue.id ? undefined : repository.readDocument(`cases/${id}/case.yaml`)?.text()
    if (text === undefined || !telling.test(text)) return []
    const reading = readCase(id)
    const known = reading.ok && !reading.view.facts.case.withdrawal ? reading.view.facts.case : undefined
    const common = known ? commonParts(clue, known) : []
    return known && common.length ? [{ case: id, title: withMaskedNumbers(known.title), common }] : []
  })
}

/** The cases that a clue is likely registered as already, and what to do then; empty where there are none. */
export function alikeText(
  alike: readonly AlikeCase[],
  { repo, layout }: { readonly repo: string | undefined; readonly layout: Layout },
): string {
  const [first] = alike
  if (!first) return ''
  const lines = alike.map(({ case: id, title, common }) => `${id} ${title}：${likenessText(common)}`)
  return [
    ...titledLines('这条线索可能已经登记过', lines, layout.width),
    `  先核对：${ejcCall(repo, ['show', first.case])}`,
    '  是同一线索的不要再登记；确是另一件的，照写即可。',
  ].join('\n')
}
