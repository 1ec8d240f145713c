import { compare, type IsoDate } from '../calendar/dates.ts'
import { schemaAt, titleAt } from '../schema/walk.ts'
import { type DocumentName, documentNames } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Path } from './locations.ts'
import { setDates } from './past.ts'
import { obligorOf } from './queries.ts'
import { subjectLabel } from './subjects.ts'

/** One dated fact: the day, what happened, and whom or what it is about. */
export interface DatedFact {
  readonly date: IsoDate
  readonly what: string
  readonly about: string
}

/**
 * Sections whose dates are no step of the proceedings: who signed a paper, when evidence was collected, suppressions.
 */
export const besideProceedings: ReadonlySet<string> = new Set(['lint', 'evidence', 'handlers', 'approvals'])

/** What happened in a case, in the order of the days; on one day in the order of the documents. */
export function timelineOf(facts: Facts): DatedFact[] {
  const found = documentNames.flatMap((name) => [...datesIn(facts, name, facts.documents[name], [], '')])
  const distinct = new Map(found.map((fact) => [JSON.stringify(fact), fact]))
  return [...distinct.values()].sort((a, b) => compare(a.date, b.date))
}

/** Every date of the schema, whatever its key; the item around it, or one further out, says what it is about. */
function* datesIn(
  facts: Facts,
  name: DocumentName,
  value: unknown,
  path: Path,
  outer: string,
): Iterable<DatedFact> {
  if (typeof value !== 'object' || value === null) return
  const about = (path.length ? aboutOf(facts, value) : '') || outer
  for (const [key, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key
    if (typeof step === 'string' && (setDates.has(step) || besideProceedings.has(step))) continue
    const here = [...path, step]
    if (typeof child !== 'string') yield* datesIn(facts, name, child, here, about)
    else if (isDate(name, here)) yield { date: child, what: dateTitle(name, here), about }
  }
}

function isDate(name: DocumentName, path: Path): boolean {
  return schemaAt(name, path)?.['x-format'] === 'date'
}

/** A title of at least so many characters says by itself what happened: 知道损害, 申请确认. */
const PLAIN_TITLE_LENGTH = 4

/** The title of the date without the word for date; where it says too little, with its section: 赔偿协议·签订. */
function dateTitle(name: DocumentName, path: Path): string {
  const section = titleAt(name, path.slice(0, -1)) ?? ''
  const own = (titleAt(name, path) ?? '').replace(/日期$/, '')
  if (section === '' || own.length >= PLAIN_TITLE_LENGTH || own.includes(section)) return own
  return section.includes(own) ? section : `${section}·${own}`
}

/** The obligors or the id that the fact itself names. */
function aboutOf(facts: Facts, item: object): string {
  const named = 'obligor' in item ? [item.obligor] : 'obligors' in item ? item.obligors : []
  const names = (Array.isArray(named) ? named : []).map(
    (id) => obligorOf(facts, String(id))?.name ?? String(id),
  )
  if (names.length) return names.join('、')
  if ('on' in item && 'to' in item && 'from' in item && typeof item.from === 'string')
    return `${item.from} → ${String(item.to)}`
  if ('number' in item && typeof item.number === 'number') return `第${item.number}次`
  if ('kind' in item && 'name' in item) return String(item.name)
  const id = 'id' in item ? item.id : 'agreement' in item ? item.agreement : undefined
  return typeof id === 'string' ? subjectLabel(facts, id) : ''
}
