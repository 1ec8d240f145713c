import { compare, type IsoDate } from '../calendar/dates.ts'
import { titleAt } from '../schema/walk.ts'
import { documentNames } from './documents.ts'
import type { Facts } from './facts.ts'
import type { Path } from './locations.ts'
import { obligorOf } from './queries.ts'

/** One dated fact: the day, what happened, and whom or what it is about. */
export interface DatedFact {
  readonly date: IsoDate
  readonly what: string
  readonly about: string
}

/** Days on which something happened; not those that are only agreed or set (`dueOn`, `replyBy`). */
const HAPPENED = /^(?!dueOn$)(?:on|.+On|occurredFrom|occurredTo)$/
/** Whether a key names a day on which something happened. */
export function isDayOfFact(key: string): boolean {
  return HAPPENED.test(key)
}

/** No step of the proceedings. */
const BESIDE = new Set(['lint', 'evidence', 'handlers', 'approvals'])

/** What happened in a case, in the order of the days; on one day in the order of the documents. */
export function timelineOf(facts: Facts): DatedFact[] {
  const found = documentNames.flatMap((name) => [...datesIn(facts, name, facts.documents[name], [])])
  const distinct = new Map(found.map((fact) => [JSON.stringify(fact), fact]))
  return [...distinct.values()].sort((a, b) => compare(a.date, b.date))
}

type DocumentName = (typeof documentNames)[number]

function* datesIn(facts: Facts, name: DocumentName, value: unknown, path: Path): Iterable<DatedFact> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key
    if (typeof step === 'string' && typeof child === 'string' && isDayOfFact(step)) {
      yield { date: child, what: titleOf(name, [...path, step]), about: aboutOf(facts, value) }
    } else if (typeof step === 'number' || !BESIDE.has(step)) {
      yield* datesIn(facts, name, child, [...path, step])
    }
  }
}

/** A title of this many characters says by itself what happened: 知道损害, 申请确认. */
const TELLING = 4

/** The title of the date without the word for date, with its section where it says too little: 赔偿协议·签订. */
function titleOf(name: DocumentName, path: Path): string {
  const section = titleAt(name, path.slice(0, -1)) ?? ''
  const own = (titleAt(name, path) ?? '').replace(/日期$/, '')
  if (section === '' || own.length >= TELLING || own.includes(section)) return own
  return section.includes(own) ? section : `${section}·${own}`
}

/** The obligors or the id that the fact itself names. */
function aboutOf(facts: Facts, item: object): string {
  const named = 'obligor' in item ? [item.obligor] : 'obligors' in item ? item.obligors : []
  const names = (Array.isArray(named) ? named : []).map(
    (id) => obligorOf(facts, String(id))?.name ?? String(id),
  )
  if (names.length) return names.join('、')
  if ('number' in item && typeof item.number === 'number') return `第${item.number}次`
  if ('kind' in item && 'name' in item) return String(item.name)
  const id = 'id' in item ? item.id : 'agreement' in item ? item.agreement : undefined
  return typeof id === 'string' ? id : ''
}
