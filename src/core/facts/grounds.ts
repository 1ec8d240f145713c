import type { IsoDate } from '../calendar/dates.ts'
import { debts, type Instrument } from './debts.ts'
import type { RelatedProceeding } from './documents.ts'
import type { Facts } from './facts.ts'
import { proceedingsOf } from './proceedings.ts'
import { agreementOf, confirmationOf, obligorOf } from './queries.ts'
import { bindingSuitsOn } from './suits.ts'

/** What the facts say against a ground of not claiming, or of claiming no more (`not-initiate`, `termination`). */
export interface GroundDoubt {
  /**
   * not-ended: said to have died or been wound up, and is not on record as such · succeeded: somebody has taken over
   * what is owed · no-judgment: said to be covered by a judgment, and none is on record · unperformed: said to be
   * covered by a judgment or performed, and something is owed under an agreement or a judgment of the case itself ·
   * fixed: said to be nothing that is compensated (manifestly minor, lawful), though a court has confirmed or adjudged
   * what is owed · agreed: the same, though an agreement says what is owed
   */
  readonly code: 'not-ended' | 'succeeded' | 'no-judgment' | 'unperformed' | 'fixed' | 'agreed'
  /** Whom it is about. */
  readonly obligors: readonly string[]
}

/** The doubts of a ground for these obligors on the day of the decision. */
export function groundDoubts(
  facts: Facts,
  ground: string | undefined,
  obligors: readonly string[],
  decidedOn: IsoDate | undefined,
): GroundDoubt[] {
  const doubts = doubtsBy[ground ?? ''] ?? []
  return doubts
    .map(({ code, holds }) => ({ code, obligors: obligors.filter((id) => holds(facts, id, decidedOn)) }))
    .filter((doubt) => doubt.obligors.length > 0)
}

interface Doubting {
  readonly code: GroundDoubt['code']
  readonly holds: (facts: Facts, obligor: string, decidedOn: IsoDate | undefined) => boolean
}

/** What is said against any ground by which nothing was to be compensated at all. */
const nothingOwed: readonly Doubting[] = [
  { code: 'fixed', holds: isFixedByCourt },
  {
    code: 'agreed',
    holds: (facts, id, on) => agreementOf(facts, id) !== undefined && !isFixedByCourt(facts, id, on),
  },
]

const doubtsBy: Readonly<Partial<Record<string, readonly Doubting[]>>> = {
  'no-assets': [
    { code: 'not-ended', holds: (facts, id, decidedOn) => !hasEnded(facts, id, decidedOn) },
    { code: 'succeeded', holds: (facts, id) => obligorOf(facts, id)?.successor !== undefined },
  ],
  'already-performed': [{ code: 'unperformed', holds: owesSomething }],
  'covered-by-judgment': [
    {
      code: 'unperformed',
      holds: (facts, id, on) => !isJudgedElsewhere(facts, id, on) && owesSomething(facts, id, on),
    },
    {
      code: 'no-judgment',
      holds: (facts, id, on) =>
        !isJudgedElsewhere(facts, id, on) &&
        !owesSomething(facts, id, on) &&
        bindingSuitsOn(facts, id).length === 0,
    },
  ],
  'manifestly-minor': nothingOwed,
  'lawful-permit': nothingOwed,
}

function hasEnded(facts: Facts, obligor: string, by: IsoDate | undefined): boolean {
  const ended = obligorOf(facts, obligor)?.endedOn
  return ended !== undefined && (by === undefined || ended <= by)
}

/** Whether an obligor owed something under an agreement or a judgment of the case itself on the day of a decision. */
function owesSomething(facts: Facts, obligor: string, on: IsoDate | undefined): boolean {
  return debts(facts)
    .filter((debt) => debt.obligor === obligor)
    .some(({ instrument, performedOn }) => {
      if (on === undefined) return performedOn === undefined
      // What was agreed on the day itself was agreed with others, or after the decision.
      return (boundOn(instrument) ?? '') < on && (performedOn === undefined || performedOn > on)
    })
}

/** The day from which an agreement, judgment or payment order binds. */
function boundOn(instrument: Instrument): IsoDate | undefined {
  if ('agreement' in instrument) return instrument.agreement.signedOn
  return 'suit' in instrument ? instrument.suit.effectiveOn : instrument.order.effectiveOn
}

/** Words of a result by which a suit ended without a judgment on the claim, or with one that dismissed it. */
const WITHOUT_JUDGMENT = /撤诉|撤回|驳回|不予受理|不予立案|终结诉讼|中止|未支持|不支持/u

/** Whether a proceeding ended in a judgment that may cover the claim: what its result says speaks against none. */
function isJudged({ kind, result = '' }: RelatedProceeding): boolean {
  if (kind !== 'judgment' && (kind !== 'public-interest' || !result.trim())) return false
  return !WITHOUT_JUDGMENT.test(result)
}

/** Whether a judgment that may cover the claim was given elsewhere by a day; a suit that was only filed is none. */
function isJudgedElsewhere(facts: Facts, obligor: string, by: IsoDate | undefined): boolean {
  return proceedingsOf(facts).some(
    (proceeding) =>
      isJudged(proceeding) &&
      (proceeding.on === undefined || by === undefined || proceeding.on <= by) &&
      (proceeding.obligors?.includes(obligor) ?? true),
  )
}

/**
 * Whether a court had confirmed or adjudged by a day what this obligor owes; what has no date counts. A judgment of
 * that same day does not count: it is taken to follow the decision.
 */
function isFixedByCourt(facts: Facts, obligor: string, by: IsoDate | undefined): boolean {
  const isInTime = (day: IsoDate | undefined): boolean => day === undefined || by === undefined || day <= by
  const agreement = agreementOf(facts, obligor)
  const confirmation = agreement && confirmationOf(facts, agreement)
  const isConfirmed = confirmation?.result === 'confirmed' && isInTime(confirmation.ruledOn)
  const isBefore = (day: IsoDate | undefined): boolean => day === undefined || by === undefined || day < by
  return isConfirmed || bindingSuitsOn(facts, obligor).some(({ effectiveOn }) => isBefore(effectiveOn))
}
