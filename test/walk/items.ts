import { latest } from '../../src/core/calendar/dates.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'
import type { Action, Item } from '../../src/core/stages/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import { type Making, makeValue, pastDay } from './generate.ts'
import { isLateStatement, plausible } from './plausible.ts'

/** An item as an officer might enter it: the defaults of the action, over them values that the schema allows and that make sense. */
export function makeItem(making: Making, view: CaseView, action: Action, subject: string | null): Item {
  const target = action.target(view.facts, subject)
  const path = target.mode === 'append' ? [...target.path, 0] : target.path
  const required = new Set([...(schemaAt(target.document, path)?.required ?? []), ...(action.required ?? [])])
  const choices = action.choices?.(view, subject) ?? {}
  const item: Item = { ...action.defaults?.(view, subject) }
  let here: Making = { ...making, name: target.document, choices }
  for (const key of new Set([...action.ask, ...required])) {
    const value = answer(here, [...path, key], item, required.has(key))
    if (value === undefined) continue
    item[key] = value
    if (isLateStatement(key) && typeof value === 'string' && value <= making.today)
      here = { ...here, from: latest(here.from, value) }
  }
  return { ...item, ...plausible[action.id]?.(here, item, view, subject) }
}

/** One answer: known values mostly stay, optional values are often left out. */
function answer(
  making: Making,
  path: readonly (string | number)[],
  item: Item,
  isRequired: boolean,
): unknown {
  const known = item[String(path.at(-1))]
  const isToday = known === making.today
  if (known !== undefined) return isToday ? pastDay(making) : undefined
  return isRequired || making.random.chance(0.5) ? makeValue(making, path, item) : undefined
}
