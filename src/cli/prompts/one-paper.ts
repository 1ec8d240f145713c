import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import type { Asking } from './context.ts'

/**
 * Whether another question of the section asks for the same paper: 送达回证 is evidence on the list, or the file of
 * 送达回证签署件. The list is asked only where it holds such a paper, and the file only where the list did not answer.
 */
export function isAskedOtherwise(
  place: ItemPlace,
  key: string,
  keys: readonly string[],
  answers: Item,
  { facts, amends }: Pick<Asking, 'facts' | 'amends'>,
): boolean {
  if (amends) return false
  const nodeOf = (each: string) => schemaAt(place.name, [...place.path, each])
  const { title = '', 'x-format': format, 'x-ref': ref } = nodeOf(key) ?? {}
  const twin = (wanted: string) => keys.find((each) => nodeOf(each)?.title === wanted)
  if (format === 'file') {
    const listed = title.endsWith(SIGNED) ? twin(title.slice(0, -SIGNED.length)) : undefined
    return listed !== undefined && answers[listed] !== undefined
  }
  if (ref !== 'evidence' || twin(`${title}${SIGNED}`) === undefined || answers[key] !== undefined)
    return false
  return !facts?.evidence.some((each) => each.title?.includes(title))
}

const SIGNED = '签署件'
