import type { Facts } from '../../core/facts/facts.ts'
import { choicesOf } from '../../core/schema/choices.ts'
import type { RefName, SchemaNode } from '../../core/schema/node.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { isAboutSigners, nameOfPlace, signers, signingParties } from './agreed.ts'
import { type Asking, optional, type Question, questionAddress, questionWords } from './context.ts'
import type { Option } from './terminal.ts'
import { mayBeNone } from './usual.ts'

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
    questionWords(question, asking, required ? '' : optional(question, asking)),
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
  if (isParty(place)) return signingParties(asking)
  const own = choices[String(place.path.findLast((segment) => typeof segment === 'string'))]
  if (own) return own.map(({ code, label: name }) => ({ value: code, name }))
  const ref = node['x-ref']
  if (ref) return facts && refOptions(facts, ref).filter(({ value }) => canStandAt(ref, value, place, asking))
  return choicesOf(node, place.lists)?.map(({ code, label: name }) => ({ value: code, name }))
}

/** The party of a signatory of an agreement. */
export function isParty(place: ItemPlace): boolean {
  return nameOfPlace(place) === SIGNATORY_PARTY
}

const SIGNATORY_PARTY = 'agreements.agreements.signatories.party'

/** Inside an agreement only those who sign it can be named. */
function canStandAt(ref: RefName, id: string, place: ItemPlace, { whole }: Asking): boolean {
  return ref !== 'obligor' || !isAboutSigners(place, whole) || signers({ whole }).includes(id)
}

/**
 * Whether there is nothing to choose: the case has none of what a value refers to, such as evidence before any is
 * listed, or the list could only name the one signer of an agreement, who is meant anyway.
 */
export function hasNothingToName(node: SchemaNode, place: ItemPlace, asking: Asking): boolean {
  const { facts, whole } = asking
  const ref = node['x-ref']
  if (ref === undefined || facts === undefined) return false
  const isList = nameOfPlace(place).endsWith('.obligors')
  if (isList && isAboutSigners(place, whole) && signers({ whole }).length === 1 && !asking.amends) return true
  return !refOptions(facts, ref).length
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
