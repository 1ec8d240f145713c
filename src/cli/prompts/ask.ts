import { chalkStderr } from 'chalk'
import type { IsoDate } from '../../core/calendar/dates.ts'
import type { Facts } from '../../core/facts/facts.ts'
import { choicesOf } from '../../core/schema/choices.ts'
import type { RefName, SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import { requiredKeys, type Wanted } from '../answers/collect.ts'
import type { Place } from '../answers/set.ts'
import { askClauses } from './clauses.ts'
import type { Option, Terminal } from './terminal.ts'
import { askText } from './text.ts'

/** What the questions are asked with. */
export interface AskContext {
  readonly terminal: Terminal
  readonly today: IsoDate
  /** The case, once there is one: its ids are offered as choices. */
  readonly facts: Facts | undefined
  /** The clauses of the pack, for an agreement. */
  readonly clauses: readonly { readonly code: string; readonly title: string; readonly required: boolean }[]
  /** Choices that the action itself knows, by key. */
  readonly choices: Readonly<Record<string, readonly { readonly code: string; readonly label: string }[]>>
  /** Values that `x-default` names: `config.unit.name`. */
  readonly known: (path: string) => unknown
  /** Inside a section optional parts are offered with “no” first, since most cases do not have them. */
  readonly nested?: boolean
  /** Told after every answer, so that an interruption loses nothing. */
  readonly onAnswer: (item: Item) => void
}

const SKIP = ''
const LONGEST_HELP = 40
const SEPARATORS = /[、,，;；]\s*/

/** Asks, in order, for the keys that were not given. */
export async function askItem(wanted: Wanted, given: Item, context: AskContext): Promise<Item> {
  const required = requiredKeys(wanted)
  const answers: Item = {}
  for (const key of wanted.ask) {
    if (given[key] !== undefined) continue
    const node = schemaAt(wanted.name, [...wanted.path, key])
    const sofar = { ...wanted.defaults, ...given, ...answers }
    if (!node || !isAsked(node, sofar)) continue
    const place = { ...wanted, path: [...wanted.path, key] }
    const value = await askValue(node, place, required.includes(key), sofar[key], context)
    if (value === undefined) continue
    answers[key] = value
    context.onAnswer({ ...given, ...answers })
  }
  return answers
}

/** Whether `x-when` lets a key be asked, by what is known of its neighbours. */
function isAsked(node: SchemaNode, siblings: Item): boolean {
  const [key = '', wanted] = (node['x-when'] ?? '').split('=')
  if (!key) return true
  const value = siblings[key]
  return wanted === undefined ? value !== undefined : wanted.split('|').includes(String(value))
}

async function askValue(
  node: SchemaNode,
  place: Place,
  required: boolean,
  fallback: unknown,
  context: AskContext,
): Promise<unknown> {
  const types = [node.type ?? []].flat()
  const known = fallback ?? (node['x-default'] ? context.known(node['x-default']) : undefined)
  if (place.path.at(-1) === 'clauses') return askClauses(context)
  if (types.includes('array')) return askList(node, place, required, known, context)
  if (node.properties) return askSection(node, place, required, known, context)
  if (types.includes('boolean')) return askYesNo(node, required, known, context)
  const choices = optionsOf(node, place, context)
  if (choices?.length) return askChoice(node, choices, required, known, context)
  return askText(node, required, known, context)
}

async function askYesNo(
  node: SchemaNode,
  required: boolean,
  known: unknown,
  { terminal }: AskContext,
): Promise<unknown> {
  const choices = [
    { value: 'true', name: '是' },
    { value: 'false', name: '否' },
  ]
  const answer = await terminal.select(
    label(node),
    withSkip(choices, required),
    known === undefined ? undefined : String(known),
  )
  return answer === SKIP ? undefined : answer === 'true'
}

async function askChoice(
  node: SchemaNode,
  choices: readonly Option[],
  required: boolean,
  known: unknown,
  { terminal }: AskContext,
): Promise<unknown> {
  const answer = await terminal.select(
    label(node),
    withSkip(choices, required),
    typeof known === 'string' ? known : undefined,
  )
  return answer === SKIP ? undefined : answer
}

function withSkip(choices: readonly Option[], required: boolean): Option[] {
  return required ? [...choices] : [...choices, { value: SKIP, name: '（不填）' }]
}

/** The choices of a value: a list of the law or ours, or the ids of this case that it may refer to. */
function optionsOf(node: SchemaNode, place: Place, { facts, choices }: AskContext): Option[] | undefined {
  const own = choices[String(place.path.findLast((segment) => typeof segment === 'string'))]
  if (own) return own.map(({ code, label: name }) => ({ value: code, name }))
  const ref = node['x-ref']
  if (ref) return facts && refOptions(facts, ref)
  return choicesOf(node, place.lists)?.map(({ code, label: name }) => ({ value: code, name }))
}

function refOptions(facts: Facts, ref: RefName): Option[] {
  const named = (
    items: readonly { id: string; name?: string | undefined; title?: string | undefined }[],
  ): Option[] =>
    items.map(({ id, name, title }) => ({ value: id, name: [id, name ?? title].filter(Boolean).join(' ') }))
  switch (ref) {
    case 'obligor':
      return named(facts.obligors)
    case 'agreement':
      return named(facts.agreements)
    case 'appraisal':
      return named(facts.appraisals)
    case 'project':
      return named(facts.restoration.projects)
    case 'suit':
      return named(facts.court.suits)
    default:
      // An evidence number may be given before the evidence is listed; lint then asks for it.
      return []
  }
}

async function askList(
  node: SchemaNode,
  place: Place,
  required: boolean,
  known: unknown,
  context: AskContext,
): Promise<unknown> {
  const itemPlace = { ...place, path: [...place.path, 0] }
  const item = schemaAt(place.name, itemPlace.path)
  if (!item) return undefined
  const preset = Array.isArray(known) ? known : []
  const choices = optionsOf(item, itemPlace, context)
  if (choices?.length) {
    const chosen = await context.terminal.checkbox(label(node), choices, preset.map(String))
    return chosen.length || required ? chosen : undefined
  }
  if (item.properties) return askItems(node, item, itemPlace, preset, context)
  const hint = `${label(node)}（多个用、分开）`
  const fallback = preset.length ? preset.map(String).join('、') : undefined
  const text = await context.terminal.input(hint, {
    fallback,
    validate: (value) => !required || value.trim() !== '' || '请填写',
  })
  return text.trim() ? text.trim().split(SEPARATORS) : undefined
}

/** A list of sections: shown as known, or asked one after the other. */
async function askItems(
  node: SchemaNode,
  item: SchemaNode,
  place: Place,
  preset: readonly unknown[],
  context: AskContext,
): Promise<unknown> {
  const { terminal } = context
  const name = node.title ?? ''
  const items: unknown[] = []
  if (preset.length && (await terminal.confirm(`${name}：${preset.map(brief).join('、')}，是否沿用？`, true)))
    return preset
  while (
    await terminal.confirm(
      items.length ? `再添加一项“${name}”？` : `填写“${name}”？`,
      items.length === 0 && context.nested !== true,
    )
  ) {
    items.push(await askFields(item, place, itemDefaults(item, node, items.length), context))
  }
  return items.length ? items : undefined
}

/** The id of a new list item, as o1, P2, where its schema does not ask for it. */
function itemDefaults(item: SchemaNode, list: SchemaNode, count: number): Item {
  const id = item.properties?.id
  if (!id || !list['x-key']?.includes('id')) return {}
  return { id: `${list.title === '赔偿义务人' ? 'o' : 'P'}${count + 1}` }
}

function brief(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return 'name' in value ? String(value.name) : JSON.stringify(value)
}

async function askSection(
  node: SchemaNode,
  place: Place,
  required: boolean,
  known: unknown,
  context: AskContext,
): Promise<unknown> {
  const { terminal } = context
  if (typeof known === 'object' && known !== null) {
    if (await terminal.confirm(`${node.title}：${brief(known)}，是否沿用？`, true)) return known
  } else if (!required && !(await terminal.confirm(`填写“${node.title}”？`, context.nested !== true))) {
    return undefined
  }
  return askFields(node, place, {}, context)
}

async function askFields(node: SchemaNode, place: Place, defaults: Item, context: AskContext): Promise<Item> {
  const required = [...(node.required ?? [])]
  const fields: Item = { ...defaults }
  for (const key of Object.keys(node.properties ?? {})) {
    const inner = schemaAt(place.name, [...place.path, key])
    if (!inner || inner['x-ask'] === false || fields[key] !== undefined || !isAsked(inner, fields)) continue
    const value = await askValue(
      inner,
      { ...place, path: [...place.path, key] },
      required.includes(key),
      undefined,
      { ...context, nested: true },
    )
    if (value !== undefined) fields[key] = value
  }
  return fields
}

/** The question's words: the title, and beside it, dimmed, the help. */
function label({ title = '', description }: SchemaNode): string {
  return description && description.length <= LONGEST_HELP
    ? `${title} ${chalkStderr.dim(description)}`
    : title
}
