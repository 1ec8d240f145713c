import type { Plan } from './check.ts'
import { piecesOf, setText, textOf } from './paragraphs.ts'
import { cloneXml, elementsOf, findAll, type XmlElement, type XmlNode } from './xml.ts'

// Two noncharacters, which values may not hold: no value can ever read as a placeholder.
const [start, end] = ['\uFDD0', '\uFDD1']
const mark = new RegExp(`${start}([^${end}]*)${end}`, 'gu')

/** A placeholder as it stands in a tree until its value is printed. */
export const marked = (name: string): string => `${start}${name}${end}`

/** Whether text still holds a placeholder that nothing has replaced. */
export const isMarked = (text: string): boolean => text.includes(start) || text.includes(end)

/** Prints the planned values where their marks stand: rows again for each of their group, lines with breaks between. */
export const substitute = (root: XmlElement, plan: Plan): void => {
  // From the end: a table within a cell comes before the table around it.
  for (const table of findAll(root, 'w:tbl').reverse()) repeatRows(table, plan.rows)
  removeEmptyTables(root)
  printMarks(root, (name) => plan.texts.get(name))
}

/** Repeats the rows of each group, from the first to the last that holds one of its fields. */
const repeatRows = (table: XmlElement, groups: Plan['rows']): void => {
  for (const [group, rows] of groups) {
    const holds = (node: XmlNode) => typeof node !== 'string' && namesIn(node).some(isOf(group))
    const first = table.children.findIndex(holds)
    if (first < 0) continue
    const block = table.children.slice(first, table.children.findLastIndex(holds) + 1)
    const copies = rows.flatMap((row, index) =>
      block.map((node) => {
        if (typeof node === 'string') return node
        const copy = index > 0 ? withoutIds(cloneXml(node)) : cloneXml(node)
        printMarks(copy, (name) => (isOf(group)(name) ? row[name.slice(group.length + 1)] : undefined))
        return copy
      }),
    )
    table.children.splice(first, block.length, ...copies)
  }
}

const isOf = (group: string) => (name: string) => name.startsWith(`${group}.`)

const namesIn = (element: XmlElement): string[] =>
  findAll(element, 'w:r').flatMap((run) => [...textOf(run).matchAll(mark)].map(([, name = '']) => name))

/** Ids of paragraphs and bookmarks must be unique in a document. */
export const withoutIds = (element: XmlElement): XmlElement => {
  element.attributes = element.attributes.replaceAll(/\s+w14:(paraId|textId)="[^"]*"/g, '')
  element.children = element.children.filter(
    (child) => typeof child === 'string' || !/^w:bookmark(Start|End)$/.test(child.name),
  )
  for (const child of elementsOf(element)) withoutIds(child)
  return element
}

/** Word refuses a table without rows. */
const removeEmptyTables = (element: XmlElement): void => {
  const isEmpty = ({ name, children }: XmlElement) =>
    name === 'w:tbl' && !children.some((child) => typeof child !== 'string' && child.name === 'w:tr')
  element.children = element.children.filter((child) => typeof child === 'string' || !isEmpty(child))
  for (const child of elementsOf(element)) removeEmptyTables(child)
}

const printMarks = (root: XmlElement, linesOf: (name: string) => readonly string[] | undefined): void => {
  for (const run of findAll(root, 'w:r')) {
    for (const { text, node } of piecesOf(run)) {
      if (node === null || !isMarked(text)) continue
      const printed = text.replaceAll(mark, (whole, name: string) => linesOf(name)?.join('\n') ?? whole)
      const at = run.children.indexOf(node)
      run.children.splice(at, 1, ...withBreaks(node, printed.split('\n')))
    }
  }
}

const withBreaks = (node: XmlElement, lines: readonly string[]): XmlElement[] =>
  lines.flatMap((line, index) => {
    const text = cloneXml(node)
    setText(text, line)
    return index > 0 ? [{ name: 'w:br', attributes: '', children: [] }, text] : [text]
  })
