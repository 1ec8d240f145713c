import { showYuan } from '../../core/facts/money.ts'
import type { SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { isCalledFor, nameOfPlace, owedMoney, PAYMENTS, sumsOfList } from './agreed.ts'
import { proposedCount } from './agreed-parts.ts'
import { briefOf } from './brief.ts'
import { choicesOfValue, isParty } from './choices.ts'
import { type Asking, type Question, questionAddress, questionWords, skippable } from './context.ts'
import { doubtOfNames, untilSure } from './doubt.ts'
import { cutTo, type QuestionWords } from './look.ts'
import { plainNumerals } from './numerals.ts'
import { listItems, nameAlone, PHONE, personWithPhone } from './parting.ts'
import { proposedValue } from './proposals.ts'
import { listReader, readerOf } from './text.ts'
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
  const { place, known } = question
  const { interview } = asking
  const preset = Array.isArray(known) ? known : []
  const { title } = questionWords(question, asking)
  if (preset.length && preset.every((each) => typeof each === 'object')) {
    const first = { ...place, path: [...place.path, 0] }
    const known = preset.map((each) => briefOf(first, each, asking)).join('；')
    const keep = { title: `${title}：${known}，沿用吗？` }
    if (await interview.confirm(questionAddress(place, '='), keep, true)) return preset
  }
  const first: ItemPlace = { ...place, path: [...place.path, 0] }
  const word = oneWordOf(first)
  if (word !== undefined) return askNames(question, first, word, asking)
  const isChosen = (key: string): boolean =>
    schemaOfKey(first, key)?.['x-list'] !== undefined ||
    isParty({ ...first, path: [...first.path, key] }) ||
    isKindOfItem(question, first, key)
  const choice = (item.required ?? []).find(isChosen)
  const ask: AskOne = (before, defaults, { name = `${title}${before.length + 1}`, count } = {}) => {
    const owner = cutTo(name, LONGEST_OWNER)
    const about = { place: { ...place, path: [...place.path, before.length] }, defaults, given: {} }
    const withId = { ...newItemId(item, question, before, asking), ...defaults }
    // What is not on record yet is asked for as when it is recorded: there is nothing in it to change.
    const isNew = { amends: false, listed: true, before }
    const inside = { ...asking, owner, ...isNew, ...(count !== undefined && { count }) }
    return askFields(item, { ...about, defaults: withId }, inside)
  }
  const ticked = choice === undefined ? [] : await askTicked(question, first, choice, ask, asking)
  // None of the kinds that there are is an answer too.
  const isNone = choice !== undefined && !ticked.length && !question.required
  const items = isNone ? [] : await askOneByOne(question, ticked, ask, asking)
  return items.length || question.required ? items : undefined
}

/** Whether a key is a choice by which the items differ, so that each of its values is there once at most. */
function isKindOfItem({ node }: Question, first: ItemPlace, key: string): boolean {
  const [only, ...others] = node['x-key'] ?? []
  return only === key && !others.length && schemaOfKey(first, key)?.oneOf !== undefined
}

type AskOne = (
  before: readonly Item[],
  defaults: Item,
  about?: { readonly name?: string | undefined; readonly count?: number },
) => Promise<Item>

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
  const hints = [question.required ? '' : '没有就直接回车', '勾选有哪几项']
  const words = { ...questionWords(question, asking, ...hints), help: '' }
  const chosen = await asking.interview.checkbox(at, words, choices, checked)
  const items: Item[] = []
  for (const value of chosen) {
    const name = choices.find((choice) => choice.value === value)?.name
    items.push(await ask([...items], { [key]: value }, { name }))
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
  const items = [...ticked]
  const optional = items.length > 0 && (question.node['x-key'] ?? []).length <= 1
  const count = await askCount(question, asking)
  while (items.length < count) items.push(await ask([...items], {}, { count }))
  // Whoever must answer, or has chosen to, is not asked again whether to.
  const isOwed = question.required && !question.node['x-empty'] && isCalledFor(question.place, asking)
  if (!items.length && (question.isChosen || isOwed)) items.push(await ask([], {}))
  while (!optional && !isComplete(question, items, asking)) {
    const at = questionAddress({ ...question.place, path: [...question.place.path, items.length] }, '+')
    const [words, fallback] = whetherMore(question, items, ticked.length, asking)
    if (!(await asking.interview.confirm(at, words, fallback))) break
    items.push(await ask([...items], {}))
  }
  return items
}

/** Whether the amounts of the items come to their sum, so that nothing is left for another. */
function isComplete({ place }: Question, items: readonly Item[], asking: Asking): boolean {
  const sums = sumsOfList(place, { ...asking, before: items })
  return items.length > 0 && sums !== undefined && sums.so >= sums.due
}

const MOST_PAYMENTS = 60

/** In how many payments what is owed is paid: each is proposed as an equal part, the last with the rest. */
async function askCount({ place }: Question, asking: Asking): Promise<number> {
  if (nameOfPlace(place) !== PAYMENTS || owedMoney(asking.whole) === 0n) return 0
  const words = { title: `应付 ${showYuan(owedMoney(asking.whole))}，分几笔支付？` }
  const text = await asking.interview.input(questionAddress(place, '#'), words, {
    fallback: String(proposedCount(asking)),
    read: (typed) => {
      const count = Number(plainNumerals(typed).replace(/笔$/u, ''))
      const isCount = Number.isInteger(count) && count > 0 && count <= MOST_PAYMENTS
      return isCount ? String(count) : { wrong: `请写 1 至 ${MOST_PAYMENTS} 的整数。` }
    },
  })
  return Number(text)
}

/** Whether there is another item: where the list has a sum, what is still missing of it is shown, and yes proposed. */
function whetherMore(
  question: Question,
  items: readonly Item[],
  ticked: number,
  asking: Asking,
): [QuestionWords, boolean] {
  const { title } = questionWords(question, asking)
  if (!items.length) return [{ title: `填写“${title}”吗？` }, isCalledFor(question.place, asking)]
  const sums = sumsOfList(question.place, { ...asking, before: items })
  const left = sums ? sums.due - sums.so : 0n
  const missing = left > 0n ? `，还差 ${showYuan(left)}` : ''
  const hint = sums && { hint: `（共 ${showYuan(sums.due)}，已写 ${showYuan(sums.so)}${missing}）` }
  // Ticked ones have no number that the officer has seen.
  const another =
    items.length === ticked
      ? `除勾选的 ${ticked} 项外，还有别的“${title}”`
      : `还有第 ${items.length + 1} 项“${title}”`
  return [{ title: `${another}吗？`, ...hint }, left > 0n]
}

/** The other sets of terms beside one that was answered: they have a number then, and stand in a list. */
export async function askOthers(
  question: Question,
  only: Item,
  askFields: AskFields,
  asking: Asking,
): Promise<unknown> {
  const { place } = question
  const { title } = questionWords(question, asking)
  const items = [only]
  for (;;) {
    const own = { ...place, path: [...place.path, items.length] }
    const more = {
      title: `还有第 ${items.length + 1} 项“${title}”吗？`,
      hint: '（另一地点，或者由别人修复）',
    }
    if (!(await asking.interview.confirm(questionAddress(own, '+'), more, false))) break
    const item = schemaAt(own.name, own.path) ?? {}
    const defaults = newItemId(item, question, items, asking)
    const inside = { ...asking, owner: `${title}${items.length + 1}`, listed: true, before: [...items] }
    items.push(await askFields(item, { place: own, defaults, given: {} }, inside))
  }
  if (items.length === 1) return only
  return items.map((each, index) => ({
    ...newItemId(schemaAt(place.name, [...place.path, 0]) ?? {}, question, items.slice(0, index), asking),
    ...each,
  }))
}

/** Items that need one word each, with a telephone number behind it where they have one: 覃某 0771-5551234、李某. */
async function askNames(question: Question, first: ItemPlace, key: string, asking: Asking): Promise<unknown> {
  const { title = '' } = schemaOfKey(first, key) ?? {}
  const read = listReader(readerOf({}, first.path, asking), question.required)
  const words = questionWords(question, asking, skippable(question, asking), `${title}，多个用、分开`)
  const text = await untilSure(questionAddress(question.place), asking, {
    ask: (at) => asking.interview.input(at, words, { read }),
    doubt: (answer) => doubtOfNames({ 'x-format': 'name' }, listItems(answer).map(nameAlone)),
  })
  const isCalled = schemaOfKey(first, PHONE) !== undefined
  const items = listItems(text).map((each) => (isCalled ? personWithPhone(each, key) : { [key]: each }))
  return items.length ? items : undefined
}

/** What the ids of the items of a list begin with, by the key of the list. */
const PREFIXES: Readonly<Record<string, string>> = { obligors: 'o', restoration: 'W', phases: '' }

/** The id of a new list item, as o1, P2, where its schema does not ask for it: one that no other has. */
export function newItemId(
  item: SchemaNode,
  { node: list, place }: Pick<Question, 'node' | 'place'>,
  before: readonly Item[],
  { facts }: Pick<Asking, 'facts'>,
): Item {
  if (!item.properties?.id || !list['x-key']?.includes('id')) return {}
  const prefix = PREFIXES[String(place.path.at(-1))] ?? 'P'
  const others = prefix === 'P' ? scheduledIn(facts) : []
  const taken = new Set([...others, ...before.map(({ id }) => id)])
  let number = before.length + 1
  while (taken.has(`${prefix}${number}`)) number++
  return { id: `${prefix}${number}` }
}

/**
 * The ids of the payments in agreements and judgments: a payment names its instalment only by the id, so that no two
 * may be equal.
 */
function scheduledIn(facts: Asking['facts']): string[] {
  const all = [...(facts?.agreements ?? []), ...(facts?.court.suits ?? [])]
  return all.flatMap(({ payments = [] }) => payments.map(({ id }) => id))
}

function schemaOfKey({ name, path }: ItemPlace, key: string): SchemaNode | undefined {
  return schemaAt(name, [...path, key])
}
