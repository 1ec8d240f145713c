import type { FieldValue } from '../core/forms/define.ts'
import { replaceText, takeOut } from './paragraphs.ts'
import type { FoundPlaceholder } from './placeholders.ts'

/** Whether a value has anything to print. */
export const hasContent = (value: FieldValue): boolean => {
  if (typeof value === 'string') return value.trim() !== ''
  if ('paragraphs' in value) return value.paragraphs.some((text) => text.trim() !== '')
  return 'rows' in value ? value.rows.length > 0 : value.block
}

/**
 * Leaves out each paragraph that is marked {{?电话}} where the field has nothing, and takes the marks out of the others.
 * @param has whether a field has something; undefined for a name that is no field
 * @returns what is wrong, in Chinese
 */
export const applyOptional = (
  found: readonly FoundPlaceholder[],
  has: (name: string) => boolean | undefined,
): string[] => {
  const marks = found.filter(({ kind }) => kind === 'optional')
  const unknown = marks.filter(({ name }) => has(name.slice(1)) === undefined)
  for (const element of new Set(marks.map(({ at }) => at.element))) {
    const own = marks.filter(({ at }) => at.element === element)
    const [first] = own
    if (!first) continue
    // From the end, so that the positions of the earlier ones stay valid.
    if (own.every(({ name }) => has(name.slice(1)) === true))
      for (const { start, raw } of own.toReversed()) replaceText(element, start, raw, '')
    else takeOut(first.at)
  }
  return unknown.map(({ name, paragraph }) => noField(paragraph, name.slice(1)))
}

const noField = (paragraph: number, name: string): string =>
  `第 ${paragraph} 段：没有「${name}」这个字段，标着 {{?${name}}} 的一段总是省去：请改正名称，或者删去这个标记。`
