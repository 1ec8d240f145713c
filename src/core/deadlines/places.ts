import type { Facts } from '../facts/facts.ts'
import { instalments } from '../facts/instalments.ts'
import { obligorOf, roundOf } from '../facts/queries.ts'
import type { FactFinder } from './define.ts'

/** Where a deadline about the case as a whole stands: at the case itself. */
export const atCase: FactFinder = () => undefined

/** The service on an obligor in a round (`1/o2`). */
export const atService: FactFinder = (facts, round, obligor) =>
  roundOf(facts, Number(round))?.services?.find((each) => each.obligor === obligor)

/** The agreement of an id (`G1`). */
export const atAgreement: FactFinder = (facts, id) => facts.agreements.find((each) => each.id === id)

/** The agreement, suit or payment order of an id: what an enforcement rests on. */
export const atInstrument: FactFinder = (facts, id) =>
  atAgreement(facts, id, '') ??
  [...facts.court.suits, ...facts.court.paymentOrders].find((each) => each.id === id)

/** The restoration project of an id; before it begins, the agreement or judgment that asks for it. */
export const atProject: FactFinder = (facts, id) =>
  facts.restoration.projects.find((each) => each.id === id) ?? atInstrument(facts, id, '')

/** The suit of an id. */
export const atSuit: FactFinder = (facts, id) => facts.court.suits.find((each) => each.id === id)

/** The instalment of an id. */
export const atInstalment: FactFinder = (facts, first, second) =>
  instalments(facts).find(({ payment }) => payment.id === (second || first))?.payment

/** The obligor of an id. */
export const atObligor: FactFinder = (facts, id) => obligorOf(facts, id)

/** The record that makes the case a major one. */
export const atMajor: FactFinder = ({ supervision }: Facts) => supervision.major
