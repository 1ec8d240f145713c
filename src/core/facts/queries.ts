import { addDays, earliest, type IsoDate, latest } from '../calendar/dates.ts'
import type { Period } from '../regulation/regulation.ts'
import type {
  Agreement,
  Confirmation,
  Meeting,
  Obligor,
  Outcome,
  Payment,
  RestorationProject,
  Round,
  ScheduledPayment,
  Service,
  Suit,
  Termination,
} from './documents.ts'
import type { Facts } from './facts.ts'
import { type Fen, fenOf } from './money.ts'

/** The questions that deadlines, rules, actions and forms ask of the facts, each answered in one place. */

export function obligorOf(facts: Facts, id: string): Obligor | undefined {
  return facts.obligors.find((obligor) => obligor.id === id)
}

export function obligorName(facts: Facts, id: string): string {
  return obligorOf(facts, id)?.name ?? id
}

/** The day the clue was found or received, whichever came first. 第十二条 */
export function clueOn(facts: Facts): IsoDate | undefined {
  const { foundOn, receivedOn } = facts.case.clue
  return earliest(foundOn, receivedOn)
}

/** The termination that names this obligor. 第十四条第二款 */
export function terminationOf(facts: Facts, obligor: string): Termination | undefined {
  return facts.closing.terminations.find((termination) => termination.obligors.includes(obligor))
}

/** The day from which nothing more is asked of this obligor: its termination, or the closing of the case. */
export function endedOn(facts: Facts, obligor: string): IsoDate | undefined {
  return terminationOf(facts, obligor)?.decidedOn ?? facts.closing.closed?.closedOn
}

/** The day from which nothing more is asked of anyone: the case closed, or every obligor terminated. */
export function caseEndedOn(facts: Facts): IsoDate | undefined {
  const ends = facts.obligors.map((obligor) => terminationOf(facts, obligor.id)?.decidedOn)
  const allTerminated =
    ends.length > 0 && ends.every((end) => end !== undefined) ? latest(...ends) : undefined
  return earliest(facts.closing.closed?.closedOn, allTerminated)
}

export function roundOf(facts: Facts, number: number): Round | undefined {
  return facts.rounds.find((round) => round.round === number)
}

/** The day a notice counts as served; by public notice, after its period from publication. 民事诉讼法第九十五条 */
export function servedOn(service: Service, publicNotice: Period): IsoDate | undefined {
  if (service.servedOn) return service.servedOn
  return service.publishedOn && addDays(service.publishedOn, publicNotice.amount)
}

export function outcomeOf(round: Round, obligor: string): Outcome | undefined {
  return round.outcomes?.find((outcome) => outcome.obligor === obligor)
}

export function failedOn(round: Round, obligor: string): IsoDate | undefined {
  const outcome = outcomeOf(round, obligor)
  return outcome?.kind === 'failed' ? outcome.decidedOn : undefined
}

/** The last meeting of a round in which this obligor agreed. */
export function agreeingMeeting(round: Round, obligor: string): Meeting | undefined {
  return (round.meetings ?? [])
    .filter((meeting) => meeting.outcome === 'agreed' && (meeting.agreedWith ?? []).includes(obligor))
    .reduce<Meeting | undefined>((last, next) => (last && last.heldOn > next.heldOn ? last : next), undefined)
}

/** Whether this obligor consented in writing to sign without a meeting. 第十七条第二款 */
export function waivedMeeting(round: Round, obligor: string): boolean {
  return (round.meetingWaiver?.consents ?? []).some((consent) => consent.obligor === obligor)
}

/** Whether a round has anything to do with this obligor. */
export function involves(round: Round, obligor: string): boolean {
  return (
    round.earlyRequest?.by === obligor ||
    (round.services ?? []).some((service) => service.obligor === obligor) ||
    (round.replies ?? []).some((reply) => reply.obligor === obligor) ||
    outcomeOf(round, obligor) !== undefined ||
    agreeingMeeting(round, obligor) !== undefined ||
    waivedMeeting(round, obligor)
  )
}

/** The round an agreement came from: the first where it names none. */
export function roundNumber(agreement: Agreement): number {
  return agreement.round ?? 1
}

/** Whether a later agreement has taken the place of this one. */
export function isSuperseded(facts: Facts, agreement: Agreement): boolean {
  return agreement.status === 'superseded' || facts.agreements.some((other) => other.amends === agreement.id)
}

export function liveAgreements(facts: Facts): Agreement[] {
  return facts.agreements.filter((agreement) => !isSuperseded(facts, agreement))
}

/** The agreement of a round that covers this obligor, superseded or not. */
export function agreementIn(facts: Facts, round: number, obligor: string): Agreement | undefined {
  return facts.agreements.find(
    (agreement) => roundNumber(agreement) === round && agreement.obligors.includes(obligor),
  )
}

/** The agreement in force that covers this obligor. */
export function agreementOf(facts: Facts, obligor: string): Agreement | undefined {
  return liveAgreements(facts)
    .filter((agreement) => agreement.signedOn && agreement.obligors.includes(obligor))
    .reduce<Agreement | undefined>(
      (last, next) => (last && roundNumber(last) > roundNumber(next) ? last : next),
      undefined,
    )
}

export function confirmationOf(facts: Facts, agreement: Agreement): Confirmation | undefined {
  return facts.court.confirmations
    .filter((confirmation) => confirmation.agreement === agreement.id && confirmation.result !== 'withdrawn')
    .reduce<Confirmation | undefined>(
      (last, next) => (last && (last.appliedOn ?? '') > (next.appliedOn ?? '') ? last : next),
      undefined,
    )
}

export function suitsAgainst(facts: Facts, obligor: string): Suit[] {
  return facts.court.suits.filter((suit) => suit.obligors.includes(obligor))
}

/** The day a judgment against this obligor took effect. */
export function judgmentEffectiveOn(facts: Facts, obligor: string): IsoDate | undefined {
  return earliest(...suitsAgainst(facts, obligor).map((suit) => suit.effectiveOn))
}

/** An instalment that somebody owes, and what it stands in. */
export interface Instalment {
  readonly payment: ScheduledPayment
  readonly source: { readonly agreement: Agreement } | { readonly suit: Suit }
}

/** Every instalment of the agreements in force and of the judgments. */
export function instalments(facts: Facts): Instalment[] {
  const agreed = liveAgreements(facts).flatMap((agreement) =>
    (agreement.payments ?? []).map((payment) => ({ payment, source: { agreement } })),
  )
  const judged = facts.court.suits.flatMap((suit) =>
    (suit.payments ?? []).map((payment) => ({ payment, source: { suit } })),
  )
  return [...agreed, ...judged]
}

/** What was paid on an instalment. */
export function paymentsOn(facts: Facts, { payment, source }: Instalment): Payment[] {
  return facts.payments.filter(
    (paid) =>
      paid.id === payment.id &&
      (paid.agreement === undefined || ('agreement' in source && paid.agreement === source.agreement.id)) &&
      (paid.suit === undefined || ('suit' in source && paid.suit === source.suit.id)),
  )
}

/** The day on which the payments on an instalment reached its amount. */
export function paidInFullOn(facts: Facts, instalment: Instalment): IsoDate | undefined {
  const due = fenOf(instalment.payment.amount)
  let paid: Fen = 0n
  const byDay = paymentsOn(facts, instalment).sort((a, b) => (a.paidOn < b.paidOn ? -1 : 1))
  for (const payment of byDay) {
    paid += fenOf(payment.amount)
    if (paid >= due) return payment.paidOn
  }
  return undefined
}

/** The day a project was found to have reached its goal, or was exempted from evaluation. 第二十九条 */
export function passedOn(project: RestorationProject): IsoDate | undefined {
  const passed = (project.evaluations ?? []).filter((evaluation) => evaluation.passed === true)
  return earliest(
    ...passed.map((evaluation) => evaluation.acceptedOn ?? evaluation.submittedOn ?? evaluation.reportedOn),
  )
}

export function isExempt(project: RestorationProject): boolean {
  return (project.evaluations ?? []).some((evaluation) => evaluation.exemption !== undefined)
}

/** The restoration projects under an agreement or a judgment that covers this obligor. */
export function projectsOf(facts: Facts, obligor: string): RestorationProject[] {
  const agreement = agreementOf(facts, obligor)
  const suits = suitsAgainst(facts, obligor).map((suit) => suit.id)
  return facts.restoration.projects.filter(
    (project) =>
      (agreement !== undefined && project.agreement === agreement.id) ||
      (project.suit !== undefined && suits.includes(project.suit)),
  )
}
