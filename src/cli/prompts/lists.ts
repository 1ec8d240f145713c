import type { SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { choicesOfValue } from './choices.ts'
import { type Asking, type Question, questionAddress, questionWords, skippable } from './context.ts'
import { cutTo } from './look.ts'
import { proposedValue } from './proposals.ts'
import { briefValue, listItems, listReader, readerOf } from './text.ts'
import { oneWordOf } from './usual.ts'

/** Asks for the fields of one item: `defaults` holds the proposals, `given` what is known already. */
export type AskFields = (
  item: SchemaNode,
  about: { readonly place: ItemPlace; readonly defaults: Item; readonly given: Item },
  asking: Asking,
) => Promise<Item>

/**
 * A list of sections. Known items are taken over; items that mostly need one word (officers) are written on one
 * line; items that differ by a choice (heads of damage) are ticked first; all others are asked one after the other.
 */
export async function askItems(
  question: Question,
  item: SchemaNode,
  askFields: AskFields,
  asking: Asking,
): Promise<unknown> {
  const { place, known, node } = question
  const { interview } = asking
  const preset = Array.isArray(known) ? known : []
  const { title } = questionWords(question, asking)
  if (preset.length && preset.every((each) => typeof each === 'object')) {
    const keep = { title: `${title}：${preset.map(briefValue).join('；')}，沿用吗？` }
    if (await interview.confirm(questionAddress(place, '='), keep, true)) return preset
  }
  const first: ItemPlace = { ...place, path: [...place.path, 0] }
  const word = oneWordOf(first)
  if (word !== undefined) return askNames(question, first, word, asking)
  const choice = (item.required ?? []).find((key) => schemaOfKey(first, key)?.['x-list'])
  const ask = (index: number, defaults: Item, name = `${title}${index + 1}`): Promise<Item> => {
    const owner = cutTo(name, LONGEST_OWNER)
    const about = { place: { ...place, path: [...place.path, index] }, defaults, given: {} }
    const withId = { ...newItemId(item, node, index), ...defaults }
    return askFields(item, { ...about, defaults: withId }, { ...asking, owner, listed: true })
  }
  const ticked = choice === undefined ? [] : await askTicked(question, first, choice, ask, asking)
  const items = await askOneByOne(question, ticked, ask, asking)
  return items.length || question.required ? items : undefined
}

type AskOne = (index: number, defaults: Item, name?: string) => Promise<Item>

const LONGEST_OWNER = 44

/** Items that differ by a choice: asks which there are, then for the fields of each. */
async function askTicked(
  question: Question,
  first: ItemPlace,
  key: string,
  ask: AskOne,
  asking: Asking,
): Promise<Item[]> {
  const choices =
    choicesOfValue(schemaOfKey(first, key) ?? {}, { ...first, path: [...first.path, key] }, asking) ?? []
  const at = questionAddress(question.place, `.${key}`)
  const known = proposedValue(question.place, {}, asking)
  const checked = Array.isArray(known) ? known.map(String) : []
  const words = { ...questionWords(question, asking, '勾选有哪几项'), help: '' }
  const chosen = await asking.interview.checkbox(at, words, choices, checked)
  const items: Item[] = []
  for (const [index, value] of chosen.entries()) {
    const name = choices.find((choice) => choice.value === value)?.name
    items.push(await ask(index, { [key]: value }, name))
  }
  return items
}

/** One item after the other, as long as there is another. After ticked ones only where two may be alike. */
async function askOneByOne(
  question: Question,
  ticked: readonly Item[],
  ask: AskOne,
  asking: Asking,
): Promise<Item[]> {
  const { title } = questionWords(question, asking)
  const items = [...ticked]
  const optional = items.length > 0 && (question.node['x-key'] ?? []).length <= 1
  while (!optional) {
    const more = items.length ? `还有第 ${items.length + 1} 项“${title}”吗？` : `填写“${title}”吗？`
    const at = questionAddress({ ...question.place, path: [...question.place.path, items.length] }, '+')
    if (!(await asking.interview.confirm(at, { title: more }, items.length === 0))) break
    items.push(await ask(items.length, {}))
  }
  return items
}

/** Items that need one word each: 覃某、李某. */
async function askNames(question: Question, first: ItemPlace, key: string, asking: Asking): Promise<unknown> {
  const { title = '' } = schemaOfKey(first, key) ?? {}
  const read = listReader(readerOf({}, first.path, asking), question.required)
  const words = questionWords(question, asking, skippable(question, asking), `${title}，多个用、分开`)
  const text = await asking.interview.input(questionAddress(question.place), words, { read })
  const names = listItems(text)
  return names.length ? names.map((name) => ({ [key]: name })) : undefined
}

/** The id of a new list item, as o1, P2, where its schema does not ask for it. */
export function newItemId(item: SchemaNode, list: SchemaNode, index: number): Item {
  if (!item.properties?.id || !list['x-key']?.includes('id')) return {}
  return { id: `${list.title === '赔偿义务人' ? 'o' : 'P'}${index + 1}` }
}

function schemaOfKey({ name, path }: ItemPlace, key: string): SchemaNode | undefined {
  return schemaAt(name, [...path, key])
}
