import { titledBeside } from '../../core/schema/conditions.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { briefOf } from './brief.ts'
import { choicesOfValue } from './choices.ts'
import { type Asking, papersText } from './context.ts'
import { shortened } from './look.ts'

/** A key with what is known of it, in the words of its choices: 委托方：赔偿权利人一方. */
export function nameOfKey(key: string, place: ItemPlace, beside: Item, asking: Asking): string {
  const path = [...place.path, key]
  const answered = beside[key]
  const node = titledBeside(schemaAt(place.name, path) ?? {}, beside)
  const title = node.title ?? key
  if (answered === undefined || (Array.isArray(answered) && !answered.length))
    return `${title}${inBrackets(papersText(asking.papersNeeding?.(place.name, path) ?? []))}`
  const chosen = { ...place, path: [node.type ?? []].flat().includes('array') ? [...path, 0] : path }
  const options = choicesOfValue(schemaAt(chosen.name, chosen.path) ?? {}, chosen, asking)
  const nameOf = (each: unknown): string =>
    options?.find(({ value }) => value === each)?.name ?? briefOf(chosen, each, asking)
  if (typeof answered === 'boolean') return briefOf(chosen, answered, asking)
  return `${title}：${shortened([answered].flat().map(nameOf).join('、'), SHOWN)}`
}

/** A choice takes up to two lines of a terminal: clauses of an agreement would push the others off the screen. */
const SHOWN = 120

const inBrackets = (words: string): string => (words === '' ? '' : `（${words}）`)
