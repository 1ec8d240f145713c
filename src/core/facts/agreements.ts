import type { Agreement, Substitute } from './documents.ts'
import type { Facts } from './facts.ts'
import { confirmationOf, liveAgreements, roundNumber, versionsOf } from './queries.ts'
import { isJudgedUnder, suitsAgainst } from './suits.ts'

/** The agreements that bind: neither replaced nor rescinded. */
export function bindingAgreements(facts: Facts): Agreement[] {
  return liveAgreements(facts).filter(({ status }) => status !== 'rescinded')
}

/**
 * The agreements under which something is owed: signed and binding. One that the court refused to confirm no longer counts
 * once consultation began anew or a suit was filed, nor does one on whose breach the court has decided for all.
 */
export function obligingAgreements(facts: Facts): Agreement[] {
  return bindingAgreements(facts).filter(
    (agreement) =>
      agreement.signedOn !== undefined &&
      !isLeftBehind(facts, agreement) &&
      obligedUnder(facts, agreement).length > 0,
  )
}

function isLeftBehind(facts: Facts, agreement: Agreement): boolean {
  if (confirmationOf(facts, agreement)?.result !== 'refused') return false
  const consultedAnew = facts.rounds.some(({ round }) => round > roundNumber(agreement))
  const sued = agreement.obligors.some((id) => suitsAgainst(facts, id).some(({ filedOn }) => filedOn))
  return consultedAnew || sued
}

/** Who still owes something under an agreement: a judgment on its breach takes its place for those it was given on. */
export function obligedUnder(facts: Facts, { id, obligors }: Agreement): string[] {
  return obligors.filter((obligor) => !isJudgedUnder(facts, id, obligor))
}

/** Where an agreement stands in agreements.yaml; -1 when there is none of that id. */
export function agreementIndex({ agreements }: Facts, id: string | null): number {
  return agreements.findIndex((agreement) => agreement.id === id)
}

/** The declared instalments of an agreement. */
export function instalmentTerms({ substitutes }: Agreement): Substitute[] {
  return (substitutes ?? []).filter(({ mode }) => mode === 'instalments')
}

/** Whether anybody pays over several days, declared as instalments or not. */
export function isPaidInInstalments(agreement: Agreement): boolean {
  const payments = agreement.payments ?? []
  const byOne = (payer: string | undefined) =>
    new Set(payments.filter(({ obligor }) => obligor === payer).map(({ dueOn }) => dueOn))
  return instalmentTerms(agreement).length > 0 || payments.some(({ obligor }) => byOne(obligor).size > 1)
}

/** The first version of an agreement that let the money be paid in instalments. */
export function firstInInstalments(facts: Facts, agreement: Agreement): Agreement {
  return versionsOf(facts, agreement).findLast(isPaidInInstalments) ?? agreement
}
