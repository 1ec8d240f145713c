import {
  claimantsOf,
  claimantUnits,
  describedUnit,
  otherSigningParties,
  type SigningParty,
} from '../facts/claimants.ts'
import type { Agreement } from '../facts/documents.ts'
import { obligorName } from '../facts/queries.ts'
import { placeBeginnings } from '../regulation/agreement-form.ts'
import type { CaseView } from '../view.ts'
import { asSentence, inClauses, joinedNames } from './fields.ts'

/**
 * Who signs, where there are others beside one claimant and the obligors, or where somebody signs by an authorisation:
 * the form of the annex has a place for the two sides and their heads alone, so the others are named among the other
 * terms.
 */
export function signingParties(view: CaseView, signed: Agreement): string[] {
  const { facts } = view
  const { coSignatories = [] } = signed
  const parties = otherSigningParties(facts, signed)
  const claimants = parties.slice(0, claimantsOf(facts.case.jurisdiction).length)
  const joint = claimants.length > 1 ? claimants : []
  const jointNames = joinedNames(joint.map(({ party, name }) => `${name}${signedBy(signed, party)}`))
  const others = coSignatories.map(({ name, role, undertaking }) =>
    asSentence(
      `${name}${signedBy(signed, name)}${role ? `作为${role}` : ''}共同签署${undertaking ? `，${undertaking}` : ''}`,
    ),
  )
  const alone = [...claimants.filter((each) => !joint.includes(each)), ...obligorsOf(facts, signed)]
  return [
    ...(jointNames ? [`本协议由${jointNames}作为赔偿权利人一方共同签署。`] : []),
    ...others,
    ...alone.flatMap((party) => signerOf(view, signed, party)),
  ]
}

function obligorsOf(facts: CaseView['facts'], { obligors }: Agreement): SigningParty[] {
  return obligors.map((id) => ({ party: id, name: obligorName(facts, id) }))
}

/** （莫某，总经理）, with the authorisation of an agent. */
function signedBy({ signatories = [] }: Agreement, party: string): string {
  const person = signatories.find((each) => each.party === party)
  return person ? `（${inClauses(person.name, person.post, person.authority)}）` : ''
}

/** Somebody who signs for a party in place of its head, whose place is in the form: by an authorisation, or by his post. */
function signerOf(view: CaseView, { signatories = [] }: Agreement, { party, name }: SigningParty): string[] {
  const person = signatories.find((each) => each.party === party)
  if (!person || (!person.authority && person.name === headOf(view, party))) return []
  const said = inClauses(person.post, person.authority)
  const whom = `${person.authority ? '代理人' : ''}${person.name}${said ? `（${said}）` : ''}`
  return [`${name}由${whom}签署。`]
}

/** The head of a party, or a natural person himself, as far as they are on record. */
function headOf({ facts, config }: CaseView, party: string): string | undefined {
  const { obligees = [] } = facts.case.jurisdiction
  const obligor = facts.obligors.find(({ id }) => id === party)
  if (obligor) return obligor.kind === 'individual' ? obligor.name : obligor.representative?.name
  if (party === 'obligee') return describedUnit(config, facts)?.representative?.name
  return obligees.find(({ name }) => name === party)?.representative?.name
}

/** Where the co-signatories sign, and the units of further claimants: the form has places for the two sides alone. */
export function placesToSign({ facts }: CaseView, { coSignatories = [] }: Agreement): string[] {
  const [, ...others] = claimantUnits(facts)
  return [
    ...others.map((name) => `${placeBeginnings.claimant}${name}`),
    ...coSignatories.map(({ name }) => `${placeBeginnings.coSignatory}${name}`),
  ]
}
