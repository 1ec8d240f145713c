import { maskIdentifier } from '../../core/facts/identifiers.ts'
import { isPersonalNumber, withMaskedNumbers } from '../../core/facts/personal-numbers.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { choicesOfValue } from './choices.ts'
import type { Asking } from './context.ts'

/**
 * What is known of a value, in a few words: codes and ids by their names, without the number that an item has in its
 * list, and numbers of persons masked, as lists show them.
 */
export function briefOf(place: ItemPlace, known: unknown, asking: Asking): string {
  return withMaskedNumbers(wordsOf(place, known, asking))
}

function wordsOf(place: ItemPlace, known: unknown, asking: Asking): string {
  const below = (key: string | number): ItemPlace => ({ ...place, path: [...place.path, key] })
  if (Array.isArray(known)) return known.map((each) => wordsOf(below(0), each, asking)).join('、')
  if (typeof known === 'object' && known !== null) {
    const entries = Object.entries(known).filter(([key]) => key !== 'id')
    return entries
      .map(([key, each]) => `${measured(below(key))}${wordsOf(below(key), each, asking)}`)
      .join(' ')
  }
  const node = schemaAt(place.name, place.path) ?? {}
  if (isPersonalNumber(place.path)) return maskIdentifier(String(known))
  if (typeof known === 'boolean') return `${node.title ?? ''}：${known ? '是' : '否'}`
  return choicesOfValue(node, place, asking)?.find(({ value }) => value === known)?.name ?? String(known)
}

/** What stands before a quantity of several: of what it is, and in which unit, only its title says. */
function measured({ name, path }: ItemPlace): string {
  const { format, title } = schemaAt(name, path) ?? {}
  return format === 'decimal' && title !== undefined ? `${title}：` : ''
}
