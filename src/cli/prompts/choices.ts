import type { Facts } from '../../core/facts/facts.ts'
import { choicesOf } from '../../core/schema/choices.ts'
import type { RefName, SchemaNode } from '../../core/schema/node.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { agreedHeads, isAboutSigners, nameOfPlace, possibleSignatories, signers } from './agreed.ts'
import { fitsAttendance } from './attendance.ts'
import { type Asking, optional, type Question, questionAddress, questionWords } from './context.ts'
import type { Option } from './terminal.ts'
import { mayBeNone, mayBringFile } from './usual.ts'

const SKIP: Option = { value: '', name: '（不填）' }

/** Asks for one of some choices; a choice that is not required is set to “not filled in” at first. */
export async function askChoice(
  question: Question,
  choices: readonly Option[],
  asking: Asking,
): Promise<unknown> {
  const { required, known, place } = question
  const [only, ...others] = choices
  const isSettled =
    required || (known === only?.value && isAboutSigners(place, asking.whole) && !asking.amends)
  if (isSettled && only && !others.length) return only.value
  const offered = required ? choices : [SKIP, ...choices]
  const fallback = typeof known === 'string' ? known : undefined
  const answer = await asking.interview.select(
    questionAddress(place),
    { ...questionWords(question, asking, required ? '' : optional(question, asking)), open: required },
    offered,
    fallback,
  )
  return answer === SKIP.value ? undefined : answer
}

/** Asks for yes or no. */
export async function askYesNo(question: Question, asking: Asking): Promise<unknown> {
  const choices = [
    { value: 'true', name: '是' },
    { value: 'false', name: '否' },
  ]
  const known = question.known === undefined ? undefined : String(question.known)
  const answer = await askChoice({ ...question, known }, choices, asking)
  return answer === undefined ? undefined : answer === 'true'
}

/** Asks which of some choices hold. A single choice that is known already is not asked. */
export async function askChoices(
  question: Question,
  choices: readonly Option[],
  asking: Asking,
): Promise<unknown> {
  const { required, known, place } = question
  const preset = Array.isArray(known) ? known.map(String) : []
  const [only, ...others] = choices
  if (only && !others.length && preset.includes(only.value)) return preset
  const checked = preset.length || !required || others.length ? preset : choices.map(({ value }) => value)
  const words = questionWords(question, asking, required ? '' : optional(question, asking), '可多选')
  const least = required && !mayBeNone(place) ? 1 : 0
  const chosen = await asking.interview.checkbox(questionAddress(place), words, choices, checked, least)
  return chosen.length || required ? chosen : undefined
}

/** The choices of a value: a list of the law or ours, or the ids of this case that it may refer to. */
export function choicesOfValue(node: SchemaNode, place: ItemPlace, asking: Asking): Option[] | undefined {
  const { facts, choices } = asking
  if (isParty(place)) return possibleSignatories(asking)
  const own = choices[keyOf(place)]
  if (own) return own.map(({ code, label: name }) => ({ value: code, name }))
  const ref = node['x-ref']
  if (ref) return facts && namedAt(ref, facts, place, asking)
  const agreed = asking.amends ? undefined : agreedHeads(place, asking.whole)
  return choicesOf(node, place.lists)
    ?.filter(({ code }) => agreed?.includes(code) ?? true)
    .map(({ code, label: name }) => ({ value: code, name }))
}

/** The key of a value, or of the list that it stands in. */
function keyOf({ path }: ItemPlace): string {
  return String(path.findLast((segment) => typeof segment === 'string'))
}

/** The party of a signatory of an agreement. */
export function isParty(place: ItemPlace): boolean {
  return nameOfPlace(place) === SIGNATORY_PARTY
}

const SIGNATORY_PARTY = 'agreements.agreements.signatories.party'

/** What can be named: inside an agreement only those who sign it, of a meeting those who came or those who did not. */
function namedAt(ref: RefName, facts: Facts, place: ItemPlace, { whole, amends }: Asking): Option[] {
  const fits = (id: string): boolean =>
    ref !== 'obligor' ||
    ((!isAboutSigners(place, whole) || signers({ whole }).includes(id)) &&
      // A correction shows what was recorded, wrong as it may be.
      (amends === true || fitsAttendance(id, place, whole)))
  return refOptions(facts, ref).filter(({ value }) => fits(value))
}

/**
 * Whether there is nothing to choose: the case has none of what a value refers to, such as evidence before any is
 * listed, or the list could only name the one who is meant anyway: the signer of an agreement, who owes a restoration.
 */
export function hasNothingToName(node: SchemaNode, place: ItemPlace, asking: Asking): boolean {
  const { facts, whole, choices } = asking
  const ref = node['x-ref']
  if (ref === undefined || facts === undefined) return false
  if (isOnlyOne(choices[keyOf(place)]) && !asking.amends) return true
  const isList = nameOfPlace(place).endsWith('.obligors')
  if (isList && isAboutSigners(place, whole) && signers({ whole }).length === 1 && !asking.amends) return true
  return !namedAt(ref, facts, place, asking).length && !(place.signed && mayBringFile(place))
}

function isOnlyOne(choices: readonly unknown[] | undefined): boolean {
  return choices !== undefined && choices.length < 2
}

function refOptions(facts: Facts, ref: RefName): Option[] {
  const named = (
    items: readonly { id: string; name?: string | undefined; title?: string | undefined }[],
  ): Option[] =>
    items.map(({ id, name, title }) => ({ value: id, name: [id, name ?? title].filter(Boolean).join(' ') }))
  switch (ref) {
    case 'obligor':
      return facts.obligors.map(({ id, name }) => ({ value: id, name: `${name}（${id}）` }))
    case 'agreement':
      return named(facts.agreements)
    case 'appraisal':
      return named(facts.appraisals)
    case 'project':
      return named(facts.restoration.projects)
    case 'suit':
      return named(facts.court.suits)
    case 'evidence':
      return named(facts.evidence)
    default:
      return []
  }
}
