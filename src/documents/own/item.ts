import { writingLine } from '../check.ts'
import { applyOptional, hasContent } from '../optional.ts'
import { replaceText } from '../paragraphs.ts'
import { type FoundPlaceholder, findPlaceholders } from '../placeholders.ts'
import { keepBraces } from '../substitute.ts'
import { ownValue, textLines } from '../values.ts'
import type { XmlElement } from '../xml.ts'

/** The fields of one item of a list. */
export type ItemFields = Readonly<Record<string, string>>

/** An item with its list. */
interface Item {
  readonly name: string
  readonly row: ItemFields
  readonly index: number
}

/**
 * Fills a copy of a row, a paragraph or a part with one item. A text of several lines gets a name of its own in
 * `texts`, since it may need paragraphs; what the item does not have is a line to write on.
 */
export function fillItem(copy: XmlElement, item: Item, texts: Map<string, string>): void {
  const { name: list, row, index } = item
  const ours = (kind: FoundPlaceholder['kind']) =>
    findPlaceholders(copy, '', 'own').filter(
      (each) => each.kind === kind && each.name.replace('?', '').split('.')[0] === list,
    )
  // The list has an item here: its own mark has done its work.
  applyOptional(ours('optional'), (name) => {
    const [, field] = name.split('.')
    return field === undefined || hasContent(ownValue(row, field) ?? '')
  })
  for (const found of ours('row').reverse()) {
    const [, field = ''] = found.name.split('.')
    const value = (ownValue(row, field) ?? '').trim() || writingLine(field)
    putText(found, `${list}〔${index + 1}〕${field}`, value, texts)
  }
}

/**
 * Puts a text of one line in the place of a placeholder: a template may have thousands of them, and docx searches the
 * whole document for each that is left. A text of several lines is left for it, under its name in `texts`.
 */
export function putText(
  { at, start, raw }: FoundPlaceholder,
  name: string,
  value: string,
  texts: Map<string, string>,
): void {
  const [line = '', ...more] = textLines(value)
  if (more.length) texts.set(name, value)
  replaceText(at.element, start, raw, more.length ? `{{${name}}}` : keepBraces(line))
}
