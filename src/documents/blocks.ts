import type { FieldValue } from '../core/forms/define.ts'
import type { FoundPlaceholder } from './placeholders.ts'
import { ownValue } from './values.ts'
import { elementsOf, type XmlElement } from './xml.ts'

const parentOf = (found: FoundPlaceholder): XmlElement | undefined => found.at.ancestors.at(-1)

const blockProblem = (
  name: string,
  close: FoundPlaceholder | undefined,
  open: FoundPlaceholder,
  value: FieldValue | undefined,
): string | null => {
  if (close === undefined) return `{{#${name}}} 没有对应的 {{/${name}}}。`
  if (parentOf(open) !== parentOf(close))
    return `{{#${name}}} 与 {{/${name}}} 须在同一处（同在正文或同一单元格）。`
  if (value === undefined) return null
  if (typeof value === 'string' || !('block' in value)) return `字段「${name}」是可选部分，应给出保留或删除。`
  return null
}

/**
 * Keeps or removes each part between `{{#name}}` and `{{/name}}`; a draft keeps parts that are not decided yet. The
 * markers themselves are removed.
 * @returns what is wrong, in Chinese
 */
export const applyBlocks = (
  found: readonly FoundPlaceholder[],
  fields: Readonly<Record<string, FieldValue>>,
  draft: boolean,
): string[] => {
  const markers = found.filter((item) => item.kind === 'block')
  const problems: string[] = markers.flatMap((item) => item.problems)
  const opens = markers.filter((item) => item.name.startsWith('#'))
  const names = new Set(opens.map((item) => item.name.slice(1)))
  for (const item of markers) {
    const name = item.name.slice(1)
    if (item.name.startsWith('/') && !names.has(name)) problems.push(`{{/${name}}} 没有对应的 {{#${name}}}。`)
  }
  for (const open of opens) {
    const name = open.name.slice(1)
    const after = markers.slice(markers.indexOf(open))
    const close = after.find((item) => item.name === `/${name}` && item.part === open.part)
    const value = ownValue(fields, name)
    const problem = blockProblem(name, close, open, value)
    if (problem !== null) problems.push(problem)
    else if (value === undefined && !draft) problems.push(`可选部分「${name}」未定：应给出保留或删除。`)
    else if (close !== undefined) removeBlock(open, close, keeps(value))
  }
  return problems
}

const keeps = (value: FieldValue | undefined): boolean =>
  value === undefined || typeof value === 'string' || !('block' in value) || value.block

const removeBlock = (open: FoundPlaceholder, close: FoundPlaceholder, keep: boolean): void => {
  const parent = parentOf(open)
  if (parent === undefined) return
  const from = parent.children.indexOf(open.at.element)
  const to = parent.children.indexOf(close.at.element)
  const inside = parent.children.slice(from + 1, to)
  parent.children.splice(from, to - from + 1, ...(keep ? inside : []))
  // A cell must hold a paragraph: the closing marker stays as an empty one.
  if (parent.name === 'w:tc' && !elementsOf(parent).some((element) => element.name === 'w:p')) {
    const empty = close.at.element
    empty.children = elementsOf(empty).filter((element) => element.name === 'w:pPr')
    parent.children.push(empty)
  }
}
