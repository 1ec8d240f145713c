import { type DataMap, isMapData } from '../facts/data.ts'
import type { CaseData, DocumentName } from '../facts/documents.ts'
import { listIn } from './entries.ts'
import type { EntryKind } from './references.ts'

/** Where a fact of a case that is parted goes: into the new case, nowhere, or it concerns both. */
export type Side = 'moved' | 'left' | 'both'

/** What leaves a case: obligors with all that concerns them alone, and evidence that concerns what leaves alone. */
export interface Leaving {
  readonly obligors: ReadonlySet<string>
  readonly evidence: ReadonlySet<string>
}

/** A fact that binds obligors of both sides together, so that the case can't be parted between them. */
export interface Bond {
  readonly kind: EntryKind
  readonly id: string
  readonly obligors: readonly string[]
  readonly fact: DataMap
}

export interface Sides {
  /** Where what concerns these obligors goes; undefined where some of each side are named. */
  readonly ofObligors: (obligors: unknown) => Side | undefined
  /** Where an agreement, suit, payment order, enforcement, project or instalment goes. */
  readonly of: (kind: EntryKind, id: unknown) => Side
  readonly ofPayment: (payment: DataMap) => Side
  readonly bonds: readonly Bond[]
}

type SideOf = Sides['of']

/** What binds obligors, in an order in which each rests on those before it. */
interface Binding {
  readonly document: DocumentName
  readonly key: string
  readonly kind: EntryKind
  readonly restsOn: (fact: DataMap, of: SideOf) => readonly Side[]
}

const bindings: readonly Binding[] = [
  { document: 'agreements', key: 'agreements', kind: 'agreement', restsOn: () => [] },
  { document: 'court', key: 'suits', kind: 'suit', restsOn: () => [] },
  {
    document: 'court',
    key: 'paymentOrders',
    kind: 'order',
    restsOn: ({ agreement }, of) => [of('agreement', agreement)],
  },
  {
    document: 'court',
    key: 'enforcements',
    kind: 'enforcement',
    restsOn: ({ reference }, of) => titleSides(reference, of),
  },
  {
    document: 'restoration',
    key: 'projects',
    kind: 'project',
    restsOn: ({ agreement, suit }, of) => [of('agreement', agreement), of('suit', suit)],
  },
]

/** The sides of what a reference to an agreement, a judgment or a payment order may mean. */
export function titleSides(reference: unknown, of: SideOf): readonly Side[] {
  return [of('agreement', reference), of('suit', reference), of('order', reference)]
}

/** The side that some of several facts decide; `both` where none does. */
export function decided(sides: readonly Side[]): Side {
  return sides.find((side) => side !== 'both') ?? 'both'
}

/** Which side each agreement, judgment and debt is on, when the `chosen` obligors leave the case. */
export function sidesOf(data: CaseData, chosen: ReadonlySet<string>): Sides {
  const all = new Set(listIn(data.case, 'obligors').map(({ id }) => String(id)))
  const sideByName = new Map<string, Side>()
  const bonds: Bond[] = []
  const ofObligors = (obligors: unknown): Side | undefined => sideOf(obligors, all, chosen)
  const of: SideOf = (kind, id) => sideByName.get(`${kind} ${String(id)}`) ?? 'both'
  for (const { document, key, kind, restsOn } of bindings) {
    for (const fact of listIn(data[document], key)) {
      const own = ofObligors(fact.obligors)
      const id = String(fact.id ?? '')
      if (own === undefined) bonds.push({ kind, id, obligors: textsIn(fact.obligors), fact })
      const side = own === undefined ? 'both' : decided([own, ...restsOn(fact, of)])
      sideByName.set(`${kind} ${id}`, side)
      for (const payment of listIn(fact, 'payments')) sideByName.set(`payment ${String(payment.id)}`, side)
    }
  }
  const ofPayment: Sides['ofPayment'] = ({ id, creditedTo, agreement, suit, payer }) => {
    const payers = ofObligors([isMapData(payer) ? payer.obligor : payer]) ?? 'both'
    // What one obligor paid on the debt of another stays with that debt.
    const owed = [of('payment', creditedTo), of('payment', id)]
    return decided([of('agreement', agreement), of('suit', suit), ...owed, payers])
  }
  return { ofObligors, of, ofPayment, bonds }
}

function sideOf(obligors: unknown, all: ReadonlySet<string>, chosen: ReadonlySet<string>): Side | undefined {
  const named = textsIn(obligors).filter((id) => all.has(id))
  if (!named.length) return 'both'
  const moved = named.filter((id) => chosen.has(id))
  if (moved.length === named.length) return 'moved'
  return moved.length ? undefined : 'left'
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
