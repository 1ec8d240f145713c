import { MONETARY } from '../cells/words.ts'
import { quantities } from './case-file.ts'
import { type CaseParts, listed, type Part, withoutEmptyKeys } from './parts.ts'
import { allocated, payerInRow, scheduleOf } from './payments.ts'
import { endPart, isNotInitiated } from './until-agreement.ts'

const AGREEMENT = 'G1'
const SUIT = 'S1'

/** What the row's money and works rest on. */
function instrumentOf({ text, payments }: CaseParts): 'agreement' | 'suit' | undefined {
  const isOfAgreement = ['signedOn', 'confirmationAppliedOn', 'confirmedOn'].some(
    (id) => text(id) !== undefined,
  )
  if (isOfAgreement) return 'agreement'
  if (text('suedOn') !== undefined || text('judgedOn') !== undefined) return 'suit'
  const isAgreed =
    text('total') !== undefined || text('restorationDueOn') !== undefined || payments('paymentDue').length > 0
  return isAgreed ? 'agreement' : undefined
}

/** agreements.yaml */
export function agreements(parts: CaseParts, hasRound: boolean): Part | undefined {
  if (instrumentOf(parts) !== 'agreement') return undefined
  const { text, ids } = parts
  if (ids.size === 0) parts.refuse('obligors', '有协议，没有写义务人')
  const total = text('total')
  const shares = parts.intake.obligors.flatMap(({ name, share: amount }) =>
    amount === undefined ? [] : [{ obligors: [ids.get(name)], amount }],
  )
  const agreement = withoutEmptyKeys({
    id: AGREEMENT,
    round: hasRound ? 1 : undefined,
    obligors: [...ids.values()],
    signedOn: text('signedOn'),
    compensation: total === undefined ? undefined : { items: [], total },
    shares: listed(shares),
    substitutes: text('restorationMode') === MONETARY ? [{ mode: MONETARY }] : undefined,
    restoration: termsOf(parts),
    payments: listed(scheduleOf(parts)),
  })
  return { agreements: [agreement] }
}

/** What was agreed (or ordered) of the works. */
function termsOf({ text }: CaseParts): Part | undefined {
  const mode = text('restorationMode')
  return withoutEmptyKeys({
    mode: mode === MONETARY ? undefined : mode,
    completeBy: text('restorationDueOn'),
  })
}

/** court.yaml */
export function court(parts: CaseParts): Part | undefined {
  return withoutEmptyKeys({ confirmations: confirmations(parts), suits: suits(parts) })
}

function confirmations({ text }: CaseParts): readonly Part[] | undefined {
  const appliedOn = text('confirmationAppliedOn')
  const ruledOn = text('confirmedOn')
  if (appliedOn === undefined && ruledOn === undefined) return undefined
  return [
    withoutEmptyKeys({ agreement: AGREEMENT, appliedOn, ruledOn, result: ruledOn && 'confirmed' }) ?? {},
  ]
}

function suits(parts: CaseParts): readonly Part[] | undefined {
  const { text, ids } = parts
  const filedOn = text('suedOn')
  const judgedOn = text('judgedOn')
  if (filedOn === undefined && judgedOn === undefined) return undefined
  if (ids.size === 0) parts.refuse('obligors', '有诉讼，没有写义务人')
  const isBasis = instrumentOf(parts) === 'suit'
  const suit = withoutEmptyKeys({
    id: SUIT,
    obligors: [...ids.values()],
    filedOn,
    claimAmount: isBasis && judgedOn === undefined ? text('total') : undefined,
    judgedOn,
    restoration: isBasis ? termsOf(parts) : undefined,
    payments: isBasis && judgedOn !== undefined ? listed(scheduleOf(parts, true)) : undefined,
  })
  return [suit ?? {}]
}

/** payments.yaml */
export function payments(parts: CaseParts): Part | undefined {
  const made = parts.intake.payments
  if (made.length === 0) return undefined
  const instrument = instrumentOf(parts)
  const schedule = scheduleOf(parts, instrument === 'suit')
  const under = instrument === 'suit' ? { suit: SUIT } : { agreement: AGREEMENT }
  const all = allocated(made, schedule, parts).map(({ id, payment }, index) => {
    const { on: paidOn, amount, payer, voucher } = payment
    const who = payerInRow(parts, payer)
    const note = voucher
    if (instrument && id !== undefined)
      return withoutEmptyKeys({ id, ...under, payer: who, amount, paidOn, note })
    if (who === undefined) parts.refuse('payments', '没有协议也没有判决，不知道是谁付的：请写明付款的义务人')
    return withoutEmptyKeys({ id: `Y${index + 1}`, payer: who, amount, paidOn, note })
  })
  return { payments: all }
}

/** restoration.yaml: one project, once something was done. */
export function restoration(parts: CaseParts): Part | undefined {
  const { text } = parts
  const [startedOn, completedOn, reportedOn] = ['restorationStartedOn', 'completedOn', 'evaluatedOn'].map(
    text,
  )
  const restored = quantities(parts, 'restored')
  const mode = text('restorationMode') === MONETARY ? undefined : text('restorationMode')
  const instrument = instrumentOf(parts)
  const isBegun = startedOn ?? completedOn ?? reportedOn ?? restored
  if (!isBegun && (mode === undefined || instrument)) return undefined
  const project = withoutEmptyKeys({
    id: 'R1',
    agreement: instrument === 'agreement' ? AGREEMENT : undefined,
    suit: instrument === 'suit' ? SUIT : undefined,
    mode,
    startedOn,
    completedOn,
    restored,
    evaluations: reportedOn === undefined ? undefined : [{ round: 1, reportedOn }],
  })
  return { projects: [project] }
}

/** supervision.yaml: what was published. */
export function supervision(parts: CaseParts): Part | undefined {
  const publishedOn = parts.text('disclosedOn')
  if (publishedOn === undefined) return undefined
  const instrument = instrumentOf(parts)
  if (!instrument) {
    parts.refuse('disclosedOn', '没有协议也没有判决，不知道公开的是什么')
    return undefined
  }
  const matter = instrument === 'agreement' ? 'agreement' : 'judgment'
  const subject = instrument === 'agreement' ? AGREEMENT : SUIT
  return { disclosures: [{ matter, subject, publishedOn }] }
}

/** closing.yaml */
export function closing(parts: CaseParts): Part | undefined {
  const { text, ids, refuse } = parts
  const isTerminated = text('terminatedOn') !== undefined && !isNotInitiated(parts)
  const closedOn = text('closedOn')
  const archivedOn = text('archivedOn')
  if (archivedOn !== undefined && closedOn === undefined) refuse('archivedOn', '写了归档日期，没有写结案日期')
  return withoutEmptyKeys({
    terminations: isTerminated ? [{ obligors: [...ids.values()], ...endPart(parts) }] : undefined,
    closed: closedOn === undefined ? undefined : withoutEmptyKeys({ closedOn, archivedOn }),
  })
}
