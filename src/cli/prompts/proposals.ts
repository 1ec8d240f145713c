import { sum, yuanOf } from '../../core/facts/money.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import type { Asking } from './context.ts'

/** Proposes a value from the facts and from the answers beside it. */
type Proposal = (beside: Item, asking: Asking) => unknown

const RESTORED_BY_WORK = ['clean-up-restoration']

/** By document and path without numbers. The officer confirms or changes each. */
export const PROPOSALS: Readonly<Record<string, Proposal>> = {
  'case.damage.scope': () => 'covered',
  // If the office found the damage, it knew of it before a report came in.
  'case.damage.knownOn': (_, { whole }) => {
    const { foundOn, receivedOn } = itemOrEmpty(whole.clue)
    return [foundOn, receivedOn].filter((day) => typeof day === 'string').toSorted()[0]
  },
  'consultation.rounds.meetings.agreedWith': ({ attended }) => attended,
  'agreements.agreements.clauses.facts': (_, { facts }) =>
    joinedSentences(facts?.investigation?.facts?.map(({ statement }) => statement)),
  'agreements.agreements.clauses.evidence': (_, { facts }) =>
    sentenceOfNames(facts?.evidence.flatMap(({ title }) => title ?? [])),
  'agreements.agreements.clauses.legalBasis': (_, { facts }) =>
    sentenceOfNames(facts?.investigation?.legalBasis),
  'agreements.agreements.compensation.items': (_, asking) => appraisedAmounts(asking).map(({ head }) => head),
  'agreements.agreements.compensation.items.amount': ({ head }, asking) =>
    appraisedAmounts(asking).find((each) => each.head === head)?.amount,
  'agreements.agreements.compensation.items.by': ({ head }) =>
    RESTORED_BY_WORK.includes(String(head)) ? 'work' : 'payment',
  'agreements.agreements.compensation.total': ({ items }) => yuanOf(sum(amountsOf(items))),
  'agreements.agreements.payments.obligor': (_, { whole: { obligors } }) =>
    Array.isArray(obligors) && obligors.length === 1 ? obligors[0] : undefined,
  'agreements.agreements.payments.amount': (_, { whole }) => {
    const items = itemsIn(itemOrEmpty(whole.compensation).items)
    return yuanOf(sum(amountsOf(items.filter(({ by }) => by === 'payment'))))
  },
}

/** The proposal for the value at a place; undefined where there is none. Of several payments, only the first has one. */
export function proposedValue({ name, path }: ItemPlace, beside: Item, asking: Asking): unknown {
  const last = path.findLast((segment) => typeof segment === 'number')
  const key = [name, ...path.filter((segment) => typeof segment === 'string')].join('.')
  if (key === 'agreements.agreements.payments.amount' && last !== 0) return undefined
  return PROPOSALS[key]?.(beside, asking)
}

/** Texts one after the other, each with its stop; undefined for none. */
function joinedSentences(texts: readonly string[] = []): string | undefined {
  return texts.map((text) => (text.endsWith('。') ? text : `${text}。`)).join('') || undefined
}

/** Names in one sentence; undefined for none. */
function sentenceOfNames(names: readonly string[] = []): string | undefined {
  return names.length ? `${names.join('、')}。` : undefined
}

/** The amounts of the last appraisal that was received. */
function appraisedAmounts({ facts }: Asking) {
  return facts?.appraisals.findLast(({ receivedOn, amounts }) => receivedOn && amounts?.length)?.amounts ?? []
}

function amountsOf(items: unknown): string[] {
  return itemsIn(items).flatMap(({ amount }) => (typeof amount === 'string' ? [amount] : []))
}

function itemsIn(value: unknown): Item[] {
  return Array.isArray(value) ? value.map(itemOrEmpty) : []
}
