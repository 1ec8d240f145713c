import { claimantsOf, otherSigningParties, type SigningParty } from '../facts/claimants.ts'
import type { Agreement } from '../facts/documents.ts'
import { obligorName } from '../facts/queries.ts'
import type { CaseView } from '../view.ts'
import { asSentence, inClauses, joinedNames } from './fields.ts'

/**
 * Who signs, where there are others beside one claimant and the obligors, or where somebody signs by an authorisation:
 * the form of the annex has a place for the two sides and their heads alone, so the others are named among the other
 * terms.
 */
export function signingParties({ facts }: CaseView, signed: Agreement): string[] {
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
    ...alone.flatMap((party) => agentOf(signed, party)),
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

/** Somebody who signs for a party by its authorisation; a head signs at the place of the form. */
function agentOf({ signatories = [] }: Agreement, { party, name }: SigningParty): string[] {
  const person = signatories.find((each) => each.party === party)
  if (!person?.authority) return []
  const said = inClauses(person.post, person.authority)
  return [`${name}由代理人${person.name}（${said}）签署。`]
}

/** Where the co-signatories sign: the form has places for the two sides alone, right below these lines. */
export function placesToSign({ coSignatories = [] }: Agreement): string[] {
  return coSignatories.map(({ name }) => `共同签署方（签章）：${name}`)
}
