import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty } from '../shared/answers/collect.ts'
import { briefOf } from './brief.ts'
import { type Asking, type Question, questionAddress, questionWords } from './context.ts'
import { type AskFields, newItemId } from './lists.ts'

const CHANGE = { value: 'change', name: '改' }
const REMOVE = { value: 'remove', name: '去掉' }

/** Asks whether a section that was recorded and may be missing is changed or taken away. */
export async function asksToRemove(
  { place }: Question,
  title: string,
  { interview }: Asking,
): Promise<boolean> {
  const at = questionAddress(place, '-')
  return (await interview.select(at, { title: `“${title}”怎么改？` }, [CHANGE, REMOVE])) === REMOVE.value
}

/** A list of sections that was recorded: which of them to change or to take away, then whether there are more. */
export async function amendItems(question: Question, askFields: AskFields, asking: Asking): Promise<unknown> {
  const { place, known, required } = question
  const { interview } = asking
  const { title } = questionWords(question, asking)
  const items = Array.isArray(known) ? known.map(itemOrEmpty) : []
  const brief = (item: Item, index: number): string =>
    briefOf({ ...place, path: [...place.path, index] }, item, asking)
  const choices = items.map((item, index) => ({ value: String(index), name: brief(item, index) }))
  const words = { title: `“${title}”要改或者去掉哪几项？`, hint: '（空格勾选；只增加的直接回车）' }
  const chosen = await interview.checkbox(questionAddress(place, '?'), words, choices, [])
  const amended: Item[] = []
  for (const [index, item] of items.entries()) {
    const about = { ...place, path: [...place.path, index] }
    const own = `${title}${index + 1}`
    if (!chosen.includes(String(index))) amended.push(item)
    else if (!(await asksToRemove({ ...question, place: about }, own, asking)))
      amended.push(
        await askFields(schemaOf(about), { place: about, defaults: item, given: {} }, inside(asking, own)),
      )
  }
  for (let index = items.length; ; index++) {
    const about = { ...place, path: [...place.path, index] }
    const more = { title: `还要增加一项“${title}”吗？` }
    // Whoever ticked none has chosen the list to add to it.
    const isFirst = !chosen.length && index === items.length
    if (!(await interview.confirm(questionAddress(about, '+'), more, isFirst))) break
    const withId = newItemId(schemaOf(about), question, amended, asking)
    const added = { place: about, defaults: withId, given: {} }
    const fresh = { ...inside(asking, `${title}${index + 1}`), before: [...amended], amends: false }
    amended.push(await askFields(schemaOf(about), added, fresh))
  }
  return amended.length || required ? amended : undefined
}

function inside(asking: Asking, owner: string): Asking {
  return { ...asking, owner, listed: true }
}

function schemaOf({ name, path }: Question['place']) {
  return schemaAt(name, path) ?? {}
}
