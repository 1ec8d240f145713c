import { sum, yuanOf } from '../../core/facts/money.ts'
import type { Item } from '../../core/stages/define.ts'
import type { Place } from '../shared/answers/set.ts'
import type { Asking } from './context.ts'

/** What can be proposed for a value, by the facts and by what was answered beside it. */
type Proposal = (beside: Item, asking: Asking) => unknown

const RESTORED_BY_WORK = ['clean-up-restoration']

/** By document and path, numbers left out. The officer confirms or changes each. */
export const PROPOSALS: Readonly<Record<string, Proposal>> = {
  'case.damage.scope': () => 'covered',
  // Who found the damage knew of it before a report of it came in.
  'case.damage.knownOn': (_, { whole }) => {
    const { foundOn, receivedOn } = sectionOf(whole.clue)
    return [foundOn, receivedOn].filter((day) => typeof day === 'string').toSorted()[0]
  },
  'consultation.rounds.meetings.agreedWith': ({ attended }) => attended,
  'agreements.agreements.clauses.facts': (_, { facts }) =>
    sentences(facts?.investigation?.facts?.map(({ statement }) => statement)),
  'agreements.agreements.clauses.evidence': (_, { facts }) =>
    sentence(facts?.evidence.flatMap(({ title }) => title ?? [])),
  'agreements.agreements.clauses.legalBasis': (_, { facts }) => sentence(facts?.investigation?.legalBasis),
  'agreements.agreements.compensation.items': (_, asking) => appraised(asking).map(({ head }) => head),
  'agreements.agreements.compensation.items.amount': ({ head }, asking) =>
    appraised(asking).find((each) => each.head === head)?.amount,
  'agreements.agreements.compensation.items.by': ({ head }) =>
    RESTORED_BY_WORK.includes(String(head)) ? 'work' : 'payment',
  'agreements.agreements.compensation.total': ({ items }) => yuanOf(sum(amountsOf(items))),
  'agreements.agreements.payments.obligor': (_, { whole: { obligors } }) =>
    Array.isArray(obligors) && obligors.length === 1 ? obligors[0] : undefined,
  'agreements.agreements.payments.amount': (_, { whole }) => {
    const items = listOf(sectionOf(whole.compensation).items)
    return yuanOf(sum(amountsOf(items.filter(({ by }) => by === 'payment'))))
  },
}

/** What is proposed for the value at a place; undefined where nothing is. Only the first of several payments is. */
export function proposed({ name, path }: Place, beside: Item, asking: Asking): unknown {
  const last = path.findLast((segment) => typeof segment === 'number')
  const key = [name, ...path.filter((segment) => typeof segment === 'string')].join('.')
  if (key === 'agreements.agreements.payments.amount' && last !== 0) return undefined
  return PROPOSALS[key]?.(beside, asking)
}

/** Texts one after the other, each with its stop; undefined for none. */
function sentences(texts: readonly string[] = []): string | undefined {
  return texts.map((text) => (text.endsWith('。') ? text : `${text}。`)).join('') || undefined
}

/** Names in one sentence; undefined for none. */
function sentence(names: readonly string[] = []): string | undefined {
  return names.length ? `${names.join('、')}。` : undefined
}

/** The amounts of the last appraisal that was received. */
function appraised({ facts }: Asking) {
  return facts?.appraisals.findLast(({ receivedOn, amounts }) => receivedOn && amounts?.length)?.amounts ?? []
}

function amountsOf(items: unknown): string[] {
  return listOf(items).flatMap(({ amount }) => (typeof amount === 'string' ? [amount] : []))
}

function listOf(value: unknown): Item[] {
  return Array.isArray(value) ? value.map(sectionOf) : []
}

function sectionOf(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
