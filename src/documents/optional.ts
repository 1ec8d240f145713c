import type { FieldValue } from '../core/forms/define.ts'
import { notApplicable } from '../core/forms/fields.ts'
import type { PrintedRow } from './check.ts'
import { paragraphsOf, paragraphText, replaceText, takeOut } from './paragraphs.ts'
import type { FoundPlaceholder } from './placeholders.ts'
import { optionalMarksIn } from './substitute.ts'
import { ownValue } from './values.ts'
import type { XmlElement } from './xml.ts'

/** Whether a value has anything to print: a ／, which fills the cell of a table, says only that it does not apply. */
export const hasContent = (value: FieldValue): boolean => {
  if (typeof value === 'string') return !['', notApplicable].includes(value.trim())
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

/** Whether a mark of a form asks for a field of the rows that repeat: {{?被申请人.职务}}. */
export const isOfRow = ({ kind, name }: FoundPlaceholder): boolean =>
  kind === 'optional' && name.includes('.')

/** What is wrong with such marks, in Chinese: one that names no field of its row would always be left out. */
export const rowMarkProblems = (
  found: readonly FoundPlaceholder[],
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): string[] =>
  found.filter(isOfRow).flatMap(({ name, paragraph }) => {
    const [group = '', field = ''] = name.slice(1).split('.')
    return groups.get(group)?.has(field) ? [] : [noField(paragraph, name.slice(1))]
  })

/** Leaves out each marked paragraph of a row of a form whose field has nothing in it, and takes out the other marks. */
export const applyRowMarks = (row: XmlElement, group: string, fields: PrintedRow): void => {
  for (const at of paragraphsOf(row)) {
    const marks = optionalMarksIn(paragraphText(at.element)).filter(({ name }) =>
      name.startsWith(`${group}.`),
    )
    if (marks.every(({ name }) => hasContent(textOfField(fields, name.slice(group.length + 1)))))
      for (const { raw, start } of marks.toReversed()) replaceText(at.element, start, raw, '')
    else takeOut(at)
  }
}

const textOfField = (fields: PrintedRow, name: string): string => (ownValue(fields, name) ?? []).join('')

const noField = (paragraph: number, name: string): string =>
  `第 ${paragraph} 段：没有「${name}」这个字段，标着 {{?${name}}} 的一段总是省去：请改正名称，或者删去这个标记。`
