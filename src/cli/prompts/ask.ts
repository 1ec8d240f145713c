import type { PathSegment, SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import { requiredKeys, type Wanted } from '../shared/answers/collect.ts'
import type { Place } from '../shared/answers/set.ts'
import { askChoice, askChoices, askYesNo, hasNothingToName, optionsOf } from './choices.ts'
import { askClauses } from './clauses.ts'
import { type AskContext, type Asking, addressOf, type Question, wordsOf } from './context.ts'
import { createInterview } from './interview.ts'
import { askItems } from './lists.ts'
import { proposed } from './proposals.ts'
import { askLine, askWords, brief } from './text.ts'
import { isLine, usualKeys } from './usual.ts'

/** The item: what was given and is known, and the rest asked for, with a memory that ends with the call. */
export function askItem(wanted: Wanted, given: Item, context: AskContext): Promise<Item> {
  const interview = createInterview(context.terminal, {}, () => undefined)
  return interview.run(() => askWanted(wanted, given, { ...context, interview, ...top }))
}

/** What stands around the keys of an item: nothing yet. */
export const top = { owner: '', listed: false, whole: {}, owed: () => false, brief: false } as const

/** The item: what was given and is known, and the rest asked for. Where all is known, only what to change. */
export async function askWanted(wanted: Wanted, given: Item, asking: Asking): Promise<Item> {
  const { ask: keys, defaults, path } = wanted
  const owed: Asking['owed'] = (at, beside) => wanted.owed?.(at.slice(path.length).join('.'), beside) ?? false
  const section = { place: wanted, keys, required: requiredKeys(wanted), given, defaults }
  return askSection(section, { ...asking, owed })
}

/** A section to be filled in. */
interface Section {
  readonly place: Place
  readonly keys: readonly string[]
  readonly required: readonly string[]
  readonly given: Item
  /** Values that are proposed, and stay where they are not asked for. */
  readonly defaults: Item
  /** Values that are proposed only. */
  readonly former?: Item
}

/** Asks for the keys of a section: the usual ones one by one, then once which of the others are wanted. */
async function askSection(section: Section, asking: Asking): Promise<Item> {
  const { place, keys, required, given, defaults } = section
  const nodeOf = (key: string): SchemaNode | undefined => schemaAt(place.name, [...place.path, key])
  const answers: Item = { ...defaults, ...given }
  const within = asking.whole === top.whole ? { ...asking, whole: answers } : asking
  const isOwed = (key: string): boolean => mustAnswer(key, section, answers, asking)
  const isOpen = (key: string): boolean => {
    const node = nodeOf(key)
    if (!node || !isAsked(node, answers) || isGiven(node, given[key])) return false
    const named = schemaAt(place.name, [...place.path, key, 0]) ?? node
    return isOwed(key) || !hasNothingToName(named, asking)
  }
  const ask = async (key: string): Promise<void> => {
    if (!isOpen(key)) return
    const value = await askKey(key, section, answers, within)
    if (value === undefined) delete answers[key]
    else answers[key] = value
  }
  if (asking.brief) {
    for (const key of keys) {
      if (given[key] !== undefined || (isOwed(key) && answers[key] === undefined)) await ask(key)
    }
    return answers
  }
  const settled = keys.length > 1 && keys.every((key) => answers[key] !== undefined)
  const { usual, others } = usualKeys(place, keys, required, nodeOf)
  for (const key of settled ? [] : usual) await ask(key)
  const open = (settled ? keys : others).filter(isOpen)
  for (const key of await askWhich(open, { ...section, defaults: answers }, settled, within)) await ask(key)
  return answers
}

/** Offers the other keys of a section together: none is filled in by one key press. */
async function askWhich(
  keys: readonly string[],
  { place, defaults }: Section,
  settled: boolean,
  asking: Asking,
): Promise<string[]> {
  const { interview, owner } = asking
  const [only, ...more] = keys
  // A single line is as soon answered as the question whether to answer it.
  if (
    only === undefined ||
    (!more.length && defaults[only] === undefined && isLine(schemaAt(place.name, [...place.path, only])))
  )
    return [...keys]
  const choices = keys.map((key) => ({ value: key, name: nameOfKey(key, place, defaults[key], asking) }))
  const section = owner || (place.path.length ? (schemaAt(place.name, place.path)?.title ?? '') : '')
  const title = settled ? '以下已按所知填好，要改哪几栏？' : `${section}其余选填栏，要填哪几栏？`
  return interview.checkbox(
    addressOf(place, '?'),
    { title, hint: '（都不要就直接回车）', quiet: true },
    choices,
    [],
  )
}

/** A key with what is known of it, in the words of its choices: 委托方：赔偿权利人一方. */
function nameOfKey(key: string, place: Place, known: unknown, asking: Asking): string {
  const path = [...place.path, key]
  const node = schemaAt(place.name, path) ?? {}
  const title = node.title ?? key
  if (known === undefined || (Array.isArray(known) && !known.length)) return title
  const isList = [node.type ?? []].flat().includes('array')
  const chosen = { ...place, path: isList ? [...path, 0] : path }
  const options = optionsOf(schemaAt(chosen.name, chosen.path) ?? {}, chosen, asking)
  const nameOf = (each: unknown): string => options?.find(({ value }) => value === each)?.name ?? brief(each)
  return `${title}：${[known].flat().map(nameOf).join('、')}`
}

/** Whether nothing of a value is left to ask, since it was given. */
function isGiven(node: SchemaNode, given: unknown): boolean {
  if (given === undefined) return false
  if (!node.properties || typeof given !== 'object' || given === null) return true
  const present = Object.keys(given)
  return (node.required ?? []).every((key) => present.includes(key))
}

/** Whether a key can't be left empty: by the schema or the action, or by what was answered beside it. */
function mustAnswer(key: string, { place, required }: Section, answers: Item, { owed }: Asking): boolean {
  return required.includes(key) || owed([...place.path, key], answers)
}

/** Whether `x-when` lets a key be asked, by what is known of its neighbours. */
function isAsked(node: SchemaNode, siblings: Item): boolean {
  const [key = '', wanted] = (node['x-when'] ?? '').split('=')
  if (!key) return true
  const value = siblings[key]
  return wanted === undefined ? value !== undefined : wanted.split('|').includes(String(value))
}

function askKey(key: string, section: Section, answers: Item, asking: Asking): Promise<unknown> {
  const { place, given, former = {} } = section
  const path: PathSegment[] = [...place.path, key]
  const node = schemaAt(place.name, path) ?? {}
  const here = { ...place, path }
  const known =
    answers[key] ??
    former[key] ??
    (node['x-default'] ? asking.known(node['x-default']) : undefined) ??
    proposed(here, answers, asking)
  // A key that the officer is led to by another answer (“why not?” after “no”) is part of that answer.
  const follows = asking.owner === '' && node['x-when'] !== undefined && node.properties !== undefined
  const owed = mustAnswer(key, section, answers, asking) || follows
  return askValue({ node, place: here, required: owed, known, given: given[key] }, asking)
}

/** Asks for a value of any kind. */
async function askValue(question: Question, asking: Asking): Promise<unknown> {
  const { node, place } = question
  const types = [node.type ?? []].flat()
  if (place.path.at(-1) === 'clauses') return askClauses(question, asking)
  if (types.includes('array')) return askList(question, asking)
  if (node.properties) return askPart(question, asking)
  if (types.includes('boolean')) return askYesNo(question, asking)
  const choices = optionsOf(node, place, asking)
  if (choices?.length) return askChoice(question, choices, asking)
  return askLine(question, asking)
}

async function askList(question: Question, asking: Asking): Promise<unknown> {
  const { place } = question
  const itemPlace = { ...place, path: [...place.path, 0] }
  const item = schemaAt(place.name, itemPlace.path)
  if (!item) return undefined
  const choices = optionsOf(item, itemPlace, asking)
  if (choices?.length) return askChoices(question, choices, asking)
  if (item.properties) return askItems(question, item, askFields, asking)
  return askWords(question, asking)
}

/** A section inside an item: taken over as known, left out, or asked field by field. */
async function askPart(question: Question, asking: Asking): Promise<unknown> {
  const { node, place, required, known, given } = question
  const { title } = wordsOf(question, asking)
  if (given === undefined && typeof known === 'object' && known !== null) {
    const keep = `${title}：${brief(known)}，沿用吗？`
    if (await asking.interview.confirm(addressOf(place, '='), { title: keep }, true)) return known
  } else if (given === undefined && !required) {
    if (!(await asking.interview.confirm(addressOf(place, '+'), { title: `填写“${title}”吗？` }, true)))
      return undefined
  }
  const fields = { place, defaults: {}, given: itemOf(given), former: itemOf(known) }
  return askFields(node, fields, { ...asking, owner: title })
}

/** Asks for the fields of a section or list item. */
async function askFields(
  node: SchemaNode,
  section: Omit<Section, 'keys' | 'required'>,
  asking: Asking,
): Promise<Item> {
  const { place, defaults } = section
  const keys = Object.keys(node.properties ?? {}).filter(
    (key) => defaults[key] === undefined && schemaAt(place.name, [...place.path, key])?.['x-ask'] !== false,
  )
  return askSection({ ...section, keys, required: node.required ?? [] }, asking)
}

function itemOf(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}
