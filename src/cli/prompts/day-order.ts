import type { PathSegment } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import { editData } from '../../repository/yaml/edit.ts'
import type { DayTrouble } from '../shared/answers/collect.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { type Asking, type Question, questionAddress } from './context.ts'

/**
 * What is out of order once a day is answered: beside the days on record, and those that were answered before it in the
 * same item. A day that is only proposed, or is to be corrected after this one, is left out.
 */
export function troubleOfDay(question: Question, day: string, asking: Asking): DayTrouble | undefined {
  const { place } = question
  const format = schemaAt(place.name, place.path)?.['x-format']
  if (!asking.dayOrder || (format !== 'date' && format !== 'dateTime')) return undefined
  const item = itemWith(question, day, asking)
  const found = item ? asking.dayOrder(item) : []
  return found.find(({ isRefused }) => isRefused) ?? found[0]
}

/** The item with the day in its place; undefined where what is around it is not known yet. */
function itemWith({ place, beside = {} }: Question, day: string, asking: Asking): Item | undefined {
  const { root, whole, before } = asking
  const path = place.path.slice(root)
  const around = path.slice(0, -1)
  const own: Item = { ...settled(place, beside, asking), [String(path.at(-1))]: day }
  const index = around.at(-1)
  if (index === undefined) return own
  if (typeof index === 'number' && before.length < index) return undefined
  const value = typeof index === 'number' ? [...before.slice(0, index), own] : own
  const at = typeof index === 'number' ? around.slice(0, -1) : around
  const item = settled({ ...place, path: [...place.path.slice(0, root), ''] }, whole, asking)
  return withValue(item, at, value)
}

function withValue(item: Item, path: readonly PathSegment[], value: unknown): Item | undefined {
  try {
    return { ...item, ...Object(editData(item, [{ kind: 'set', path, value }])) }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The values of a section without the days that nobody has answered yet and that will be asked. */
function settled({ name, path, lists }: ItemPlace, section: Item, asking: Asking): Item {
  const holder = path.slice(0, -1)
  const answered = asking.interview.answered()
  const ticked = answered.find(({ at }) => at === questionAddress({ name, path: holder, lists }, '?'))
  const isOpen = (key: string): boolean => {
    const at = [...holder, key]
    if (!['date', 'dateTime'].includes(schemaAt(name, at)?.['x-format'] ?? '')) return false
    if (asking.brief || answered.some((each) => each.at === at.join('.'))) return false
    return !asking.amends || ticked?.values.includes(key) === true
  }
  return Object.fromEntries(Object.entries(section).filter(([key]) => !isOpen(key)))
}
