import { type IsoDate, isRealDate, latest } from '../calendar/dates.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import { takenOverOn } from '../facts/backfilled.ts'
import { childAt } from '../facts/data.ts'
import type { Documents } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import { isDayOfFact } from '../facts/past.ts'
import { clueOn } from '../facts/queries.ts'
import { isMissingFromLedger } from '../stages/taken-over.ts'
import type { CaseView } from '../view.ts'
import type { CaseRule, FindingDraft, PlacedFinding } from './define.ts'

/**
 * The id under which everything that the ledger does not say about the time before the takeover is named, once a case.
 */
export const UNRECORDED = 'case/backfilled'

/** A finding in a case that was taken over, and what the ledger does not say, where that is all that it is about. */
interface ToldInTakenOver {
  readonly finding: PlacedFinding
  readonly unrecorded?: string
}

/**
 * How a finding is told in a case that was taken over from a ledger. What contradicts itself, and what is owed, is told
 * as in any case. What is not on record from the time before that day is only named; a breach of that time is a notice.
 */
export function adjustToTakeover(
  view: CaseView,
  rule: Pick<CaseRule, 'severityStays' | 'unrecorded'>,
  draft: FindingDraft,
  finding: PlacedFinding,
): ToldInTakenOver {
  const day = takenOverOn(view.facts)
  const isMissing = draft.lacks !== undefined && isMissingFromLedger(view, draft.lacks)
  if (day === undefined || isStanding(view, rule, day)) return { finding }
  if (!isMissing && !isBefore(view, draft, finding, day)) return { finding }
  const demoted = { ...finding, severity: 'notice' as const, message: `${finding.message}${ONLY_HISTORY}` }
  const unrecorded = draft.unrecorded === undefined ? rule.unrecorded : draft.unrecorded
  return { finding: demoted, ...(unrecorded && { unrecorded }) }
}

const ONLY_HISTORY = '（补录以前的事项，不作错误。）'

function isStanding(
  { facts }: CaseView,
  { severityStays }: Pick<CaseRule, 'severityStays'>,
  takenOver: IsoDate,
): boolean {
  const { closed } = facts.closing
  return severityStays === 'record' || (severityStays === 'owed' && !(closed && closed.closedOn < takenOver))
}

function isBefore(
  { facts }: CaseView,
  draft: FindingDraft,
  { document, path }: PlacedFinding,
  takenOver: IsoDate,
): boolean {
  const on = draft.day ?? dayAt(facts.documents, document, path) ?? clueOn(facts)
  return on === undefined || on < takenOver
}

/** The day of what a place is about: the latest on which something happened in the nearest section that holds any. */
function dayAt(documents: Documents, document: PlacedFinding['document'], path: Path): IsoDate | undefined {
  const sections: unknown[] = [documents[document]]
  for (const step of path) sections.push(childAt(sections.at(-1), step))
  // The head of case.yaml holds the day of the takeover itself.
  const own = document === 'case' ? sections.slice(1) : sections
  for (const section of own.toReversed()) {
    const day = latestDayIn(section)
    if (day !== undefined) return day
  }
  return undefined
}

function latestDayIn(value: unknown): IsoDate | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const days = Object.entries(value).map(([key, child]) => {
    if (typeof child !== 'string') return latestDayIn(child)
    return isDayOfFact(key) && isRealDate(child) ? child : undefined
  })
  return latest(...days)
}

/** The findings of a case that was taken over, with what the ledger does not say as one of them. */
export function withUnrecorded(
  view: CaseView,
  told: readonly PlacedFinding[],
  unrecorded: ReadonlyMap<PlacedFinding, string>,
): PlacedFinding[] {
  const { backfilled, lint } = view.facts.case
  if (!backfilled) return [...told]
  const owed = view.deadlines.filter(
    (each) => each.status === 'history' && deadlineDescription(each)?.kind === 'duty',
  )
  const left = told.flatMap((finding) => unrecorded.get(finding) ?? [])
  const names = [...new Set([...owed.map(({ title }) => title), ...left])]
  const others = told.filter((finding) => !unrecorded.has(finding))
  const isSuppressed = lint?.suppress?.some(({ rule, reason }) => rule === UNRECORDED && reason.trim() !== '')
  return names.length && !isSuppressed ? [...others, unrecordedFinding(names, backfilled)] : others
}

type Backfilled = NonNullable<Documents['case']['backfilled']>

function unrecordedFinding(names: readonly string[], backfilled: Backfilled): PlacedFinding {
  const { on, source, sheet, row } = backfilled
  const from = [`“${source}”`, sheet && `“${sheet}”表`, row && `第 ${row} 行`].filter(Boolean).join('')
  return {
    rule: UNRECORDED,
    code: null,
    severity: 'notice',
    message: `补录时未载明：${names.join('、')}。本案 ${on} 从${from}补录，此前没有载明的不作错误；查明后用 ejc advance、ejc amend 补登。`,
    article: null,
    about: 'omission',
    document: 'case',
    path: ['backfilled'],
  }
}
