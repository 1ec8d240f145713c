import type { FieldValue } from '../../core/forms/define.ts'
import { inOneLine } from '../../core/forms/own.ts'
import { writingLine } from '../check.ts'
import { applyOptional, hasContent } from '../optional.ts'
import { removeIds, takeOut } from '../paragraphs.ts'
import { type FoundPlaceholder, findPlaceholders } from '../placeholders.ts'
import { ownValue } from '../values.ts'
import { cloneXml, elementsOf, type XmlElement } from '../xml.ts'
import { type Block, blocksIn } from './blocks.ts'
import { withoutFiling } from './filing.ts'
import { fillItem, type ItemFields, putText } from './item.ts'
import { rowOf } from './read.ts'

type Fields = Readonly<Record<string, FieldValue>>

/**
 * Repeats and leaves out what the template of an own paper says, and fills it in, so that only names of texts of several
 * lines are left in it. Where nothing is on record stands a line to write on.
 * @returns the text of each name that is left
 */
export function expandOwn(trees: ReadonlyMap<string, XmlElement>, fields: Fields): Record<string, string> {
  const texts = new Map<string, string>()
  for (const [part, root] of trees) {
    const found = () => findPlaceholders(root, part, 'own')
    withoutFiling(found())
    for (let block = nextBlock(found()); block; block = nextBlock(found())) expandBlock(block, fields, texts)
    for (const repeated of repeatedIn(found())) repeat(repeated, fields, texts)
    applyOptional(found(), (name) => hasContent(fields[name] ?? ''))
    // From the end, so that the positions of earlier placeholders in a paragraph stay valid.
    for (const each of found().reverse())
      if (each.kind === 'text' && !texts.has(each.name))
        putText(each, each.name, textOf(each.name, fields), texts)
  }
  return Object.fromEntries(texts)
}

function textOf(name: string, fields: Fields): string {
  const value = ownValue(fields, inOneLine(name)) ?? ownValue(fields, name)
  return typeof value === 'string' && value.trim() !== '' ? value : writingLine(name)
}

function nextBlock(found: readonly FoundPlaceholder[]): Block | undefined {
  return blocksIn(found).blocks.at(0)
}

/** A list repeats what stands between the marks, for no item nothing; a field keeps it where it has something. */
function expandBlock({ name, parent, from, to }: Block, fields: Fields, texts: Map<string, string>): void {
  const value = fields[name] ?? ''
  const start = parent.children.indexOf(from)
  const end = parent.children.indexOf(to)
  const inside = parent.children.slice(start + 1, end)
  const isList = typeof value !== 'string' && 'rows' in value
  const copies = isList
    ? value.rows.map((row, index) => filledCopy({ name, children: inside }, row, index, texts))
    : [hasContent(value) ? inside : []]
  parent.children.splice(start, end - start + 1, ...copies.flat())
  keepParagraph(parent, to)
}

/** A cell, header or text box must hold a paragraph: the closing mark stays as an empty one. */
function keepParagraph(parent: XmlElement, mark: XmlElement): void {
  if (parent.name === 'w:body' || mark.name !== 'w:p' || elementsOf(parent).at(-1)?.name === 'w:p') return
  parent.children.push({ ...mark, children: elementsOf(mark).filter(({ name }) => name === 'w:pPr') })
}

function filledCopy(
  { name, children }: { readonly name: string; readonly children: XmlElement['children'] },
  row: ItemFields,
  index: number,
  texts: Map<string, string>,
): XmlElement['children'] {
  const copy = cloneXml({ name: '', attributes: '', children })
  if (index > 0) removeIds(copy)
  fillItem(copy, { name, row, index }, texts)
  return copy.children
}

/** A row of a table, or a paragraph, that repeats for the items of a list. */
interface Repeated {
  readonly list: string
  readonly unit: XmlElement
  readonly parent: XmlElement
  /** A placeholder in it, for its place. */
  readonly found: FoundPlaceholder
  /** Whether it is left out where there is no item: {{?证据}}. */
  readonly optional: boolean
}

function repeatedIn(found: readonly FoundPlaceholder[]): Repeated[] {
  const units = new Map<XmlElement, Repeated>()
  for (const each of found.filter(({ kind }) => kind === 'row')) {
    const { ancestors, element } = each.at
    const row = rowOf(ancestors)
    const unit = row ?? element
    const parent = row ? ancestors[ancestors.indexOf(row) - 1] : ancestors.at(-1)
    if (!parent || units.has(unit)) continue
    const [list = ''] = each.name.split('.')
    const optional = found.some(
      ({ kind, name, at }) =>
        kind === 'optional' && name === `?${list}` && (rowOf(at.ancestors) ?? at.element) === unit,
    )
    units.set(unit, { list, unit, parent, found: each, optional })
  }
  return [...units.values()]
}

function repeat(
  { list, unit, parent, found, optional }: Repeated,
  fields: Fields,
  texts: Map<string, string>,
) {
  const value = fields[list]
  const rows = value !== undefined && typeof value !== 'string' && 'rows' in value ? value.rows : []
  if (!rows.length && optional) {
    if (unit.name === 'w:p') takeOut(found.at)
    else removeRow(parent, unit, found)
    return
  }
  const written = rows.length ? rows : [{}]
  const copies = written.flatMap((row, index) =>
    filledCopy({ name: list, children: [unit] }, row, index, texts),
  )
  parent.children.splice(parent.children.indexOf(unit), 1, ...copies)
}

/** A table without rows is none: it goes with its last row. */
function removeRow(table: XmlElement, row: XmlElement, { at }: FoundPlaceholder): void {
  table.children.splice(table.children.indexOf(row), 1)
  if (table.children.some((child) => typeof child !== 'string' && child.name === 'w:tr')) return
  const around = at.ancestors[at.ancestors.indexOf(table) - 1]
  if (table.name === 'w:tbl' && around) around.children.splice(around.children.indexOf(table), 1)
}
