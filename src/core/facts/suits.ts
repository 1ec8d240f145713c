import { compare, earliest, type IsoDate } from '../calendar/dates.ts'
import type { Suit } from './documents.ts'
import type { Facts } from './facts.ts'
import { inEffectSince } from './judgments.ts'
import { agreementOf, roundNumber, standingAgreement } from './queries.ts'

/** The questions that are asked of suits. A suit against several obligors may end differently for each. */

type SuitResult = Suit['result']

/** How a suit ended for one obligor: its own result where the court distinguished, else that of the suit. */
function resultFor({ result, results }: Suit, obligor: string): SuitResult {
  return results?.find((own) => own.obligor === obligor)?.result ?? result
}

/** Every suit that names this obligor, filed or only prepared, however it ended. */
export function suitsAgainst({ court }: Facts, obligor: string): Suit[] {
  return court.suits.filter(({ obligors }) => obligors.includes(obligor))
}

/** Whether a suit ended for this obligor without a decision on the claim: withdrawn, or not admitted with effect. */
function isLeftUndecided(suit: Suit, obligor: string): boolean {
  const result = resultFor(suit, obligor)
  return result === 'withdrawn' || (result === 'inadmissible' && suit.effectiveOn !== undefined)
}

/**
 * Whether a suit ended for all of its defendants without a decision on the claim, so that the claim may be brought
 * again.
 */
export function isLeftUndecidedForAll(suit: Suit): boolean {
  return suit.obligors.every((id) => isLeftUndecided(suit, id))
}

/** Whether a suit ended without result for this obligor: undecided, or the claim was dismissed with effect. */
function endedWithoutResult(suit: Suit, obligor: string): boolean {
  const isLost = resultFor(suit, obligor) === 'lost' && suit.effectiveOn !== undefined
  return isLost || isLeftUndecided(suit, obligor)
}

/** The suits against this obligor that were neither withdrawn against it nor held inadmissible. */
function maintainedAgainst(facts: Facts, obligor: string): Suit[] {
  return suitsAgainst(facts, obligor).filter((suit) => !isLeftUndecided(suit, obligor))
}

/**
 * The day of the first suit against this obligor that was neither withdrawn nor held inadmissible. Of a round where one
 * is given: a suit on an agreement of an earlier round has nothing to do with it.
 */
export function suedOn(facts: Facts, obligor: string, round?: number): IsoDate | undefined {
  const isOfEarlierRound = (suit: Suit): boolean =>
    facts.agreements.some((each) => each.id === suit.agreement && roundNumber(each) < (round ?? 0))
  const suits = maintainedAgainst(facts, obligor).filter((suit) => !isOfEarlierRound(suit))
  return earliest(...suits.map(({ filedOn }) => filedOn))
}

/**
 * The day of the suit that keeps the claim against this obligor alive: it is pending, or the court upheld the claim. A
 * suit that was dismissed, withdrawn or not admitted does not (`limitation-interruption`). Where an agreement is given,
 * only its suits.
 */
export function claimedInCourtOn(facts: Facts, obligor: string, agreement?: string): IsoDate | undefined {
  const suits = standingSuits(facts, obligor).filter(
    (suit) => agreement === undefined || suit.agreement === agreement,
  )
  return earliest(...suits.map(({ filedOn }) => filedOn))
}

/** The suits that keep a claim against this obligor alive: pending, or upheld by the court. */
export function standingSuits(facts: Facts, obligor: string): Suit[] {
  return suitsAgainst(facts, obligor).filter((suit) => !endedWithoutResult(suit, obligor))
}

/** A suit without result: the day it was filed, and the day it was over. */
export interface FruitlessSuit {
  readonly filedOn: IsoDate
  readonly overOn: IsoDate
}

/** The suits without result against this obligor that concern a claim, in order. */
export function fruitlessSuits(
  facts: Facts,
  obligor: string,
  concerns: (suit: Suit) => boolean = () => true,
): FruitlessSuit[] {
  return suitsAgainst(facts, obligor)
    .filter((suit) => endedWithoutResult(suit, obligor) && concerns(suit))
    .flatMap(({ filedOn, judgedOn, effectiveOn }) => {
      const overOn = effectiveOn ?? judgedOn
      return filedOn && overOn ? [{ filedOn, overOn }] : []
    })
    .toSorted((a, b) => compare(a.filedOn, b.filedOn))
}

/** The suits against this obligor that are before the court: filed or prepared, without an effective outcome. */
export function pendingSuits(facts: Facts, obligor: string): Suit[] {
  return maintainedAgainst(facts, obligor).filter(({ effectiveOn }) => effectiveOn === undefined)
}

/** Whether a suit is before the court against anybody; one that names nobody yet, by its own result. */
export function isPendingSuit(suit: Suit): boolean {
  const { effectiveOn, obligors, result } = suit
  const results = obligors.length ? obligors.map((id) => resultFor(suit, id)) : [result]
  return effectiveOn === undefined && results.some((each) => each !== 'withdrawn')
}

/** Whether a result leaves nothing to perform: the claim was dismissed, not admitted or withdrawn. */
export function isFruitless(result: unknown): boolean {
  return result === 'lost' || result === 'inadmissible' || result === 'withdrawn'
}

/** The obligors of whom a judgment asks something: those against whom the court upheld or settled the claim. */
export function boundBySuit(suit: Suit): string[] {
  return suit.obligors.filter((id) => !isFruitless(resultFor(suit, id)))
}

/** The effective judgments and mediations that ask something of somebody. */
export function bindingSuits({ court }: Facts): Suit[] {
  return court.suits.filter((suit) => inEffectSince(suit) !== undefined && boundBySuit(suit).length > 0)
}

/** The effective judgments that bind this obligor. */
export function bindingSuitsOn(facts: Facts, obligor: string): Suit[] {
  return bindingSuits(facts).filter((suit) => boundBySuit(suit).includes(obligor))
}

/**
 * The day a judgment that binds this obligor to perform took effect; a dismissal binds nobody. Only a recorded day
 * moves the case on: what the second instance changed may not be on record yet.
 */
export function judgmentEffectiveOn(facts: Facts, obligor: string): IsoDate | undefined {
  return earliest(...bindingSuitsOn(facts, obligor).map(({ effectiveOn }) => effectiveOn))
}

/**
 * The day the claim against this obligor was lost for good: a dismissal took effect, nothing else binds or is pending,
 * and no agreement was signed since. A dismissed suit on a breach is no such loss while the agreement stands: it may
 * have been premature, and what falls due later can still be claimed.
 */
export function dismissedOn(facts: Facts, obligor: string): IsoDate | undefined {
  const standing = standingAgreement(facts, obligor)?.id
  const lost = suitsAgainst(facts, obligor).filter(
    (suit) =>
      resultFor(suit, obligor) === 'lost' && (suit.agreement === undefined || suit.agreement !== standing),
  )
  const lostOn = earliest(...lost.map(({ effectiveOn }) => effectiveOn))
  if (lostOn === undefined || bindingSuitsOn(facts, obligor).length > 0) return undefined
  const signedOn = agreementOf(facts, obligor)?.signedOn
  const isSettledSince = signedOn !== undefined && signedOn > lostOn
  return isSettledSince || pendingSuits(facts, obligor).length > 0 ? undefined : lostOn
}

/** Whether the claim against this obligor was lost for good. */
export function isDismissed(facts: Facts, obligor: string): boolean {
  return dismissedOn(facts, obligor) !== undefined
}

/** Courts that are none of the first level, by their names. */
const HIGHER = /中级|高级|最高|海事|知识产权|金融/
/** A court of a county, a district or a city without districts, or of the railway. */
const BASIC = /(?:县|区|市|旗|铁路运输)(?:人民)?法院/

/** Whether a court is by its name one of the first level (基层); false for a name that does not tell. */
export function isBasicCourt(name: string): boolean {
  return BASIC.test(name) && !HIGHER.test(name)
}
