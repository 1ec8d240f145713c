import { claimantUnits } from '../../facts/claimants.ts'
import { destinations } from '../../facts/destinations.ts'
import { foldText } from '../../folding.ts'
import type { CaseView } from '../../view.ts'
import { unbracketed } from './numbers.ts'

/** An area code, which is left out within the town. */
const AREA = /^0\d{2,3}(?=\d{7,8}$)/u

/** An extension behind a telephone number. */
const EXTENSION = /(?:转|-)\d{1,5}$/u

/**
 * Tells whether a number is that of an office: the telephone of a unit that claims, the account to which the money of the
 * claim is paid. Such numbers are no personal data, whoever of the office is reached there.
 */
export function officeNumbers({
  facts,
  config,
}: Pick<CaseView, 'facts' | 'config'>): (found: string) => boolean {
  const { obligees = [] } = facts.case.jurisdiction
  const units = [...claimantUnits(facts), config.unit?.name]
  const payees = [...facts.agreements, ...facts.court.suits]
    .flatMap(({ payments = [] }) => payments)
    .filter(({ destination, payee }) => destination === destinations.treasury || units.includes(payee?.name))
  const known = [
    ...[config.unit?.phone, config.treasury?.account],
    ...obligees.map(({ phone }) => phone),
    ...payees.map(({ payee }) => payee?.account),
  ].flatMap((number) => (number ? [digitsOf(number)] : []))
  const open = new Set(known.flatMap((number) => [number, number.replace(AREA, '')]))
  return (found) =>
    open.has(digitsOf(found)) || open.has(digitsOf(foldText(found).folded.replace(EXTENSION, '')))
}

const digitsOf = (number: string): string => unbracketed(foldText(number).folded)
