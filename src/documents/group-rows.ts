import type { PrintedRow, PrintPlan } from './check.ts'
import { applyRowMarks } from './optional.ts'
import type { Room } from './package.ts'
import { removeIds } from './paragraphs.ts'
import { placeholderMark, withoutMarks } from './substitute.ts'
import {
  childrenNamed,
  cloneXml,
  elementsBelow,
  elementsOf,
  escapeXml,
  serializeXml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

/**
 * Repeats the table rows that hold fields of a group, those that follow one another together. In each copy the marks
 * say which row of the group they stand for. A table all of whose rows are gone goes too.
 */
export const repeatRows = (parent: XmlElement, plan: PrintPlan['rows'], room: Room): void => {
  const held = new Map(childrenNamed(parent, 'w:tr').map((row) => [row, groupsIn(row)]))
  const groups = new Set([...held.values()].flatMap((names) => [...names]))
  for (const [name, filled] of groups.size > 0 ? plan : []) {
    const group = escapeXml(name)
    if (!groups.has(group)) continue
    for (const { from, to } of stretchesOf(parent.children, (row) => held.get(row)?.has(group) ?? false)) {
      const rows = parent.children.slice(from, to + 1)
      room.take(rows.map(serializeXml).join(''), filled.length)
      const copies = filled.flatMap((fields, index) => copyOf(rows, { group, name, fields, index }))
      for (const copy of copies) if (typeof copy !== 'string') held.set(copy, groupsIn(copy))
      parent.children = [...parent.children.slice(0, from), ...copies, ...parent.children.slice(to + 1)]
    }
  }
  for (const child of elementsOf(parent)) {
    const hadRows = hasRows(child)
    repeatRows(child, plan, room)
    if (hadRows && !hasRows(child)) parent.children.splice(parent.children.indexOf(child), 1)
  }
}

const hasRows = (element: XmlElement): boolean => {
  if (element.name === 'w:tbl')
    for (const { name } of elementsBelow(element)) if (name === 'w:tr') return true
  return false
}

/** The groups of which a row holds fields, besides what is in the rows of tables within it. */
const groupsIn = (element: XmlElement): Set<string> => {
  const groups = new Set<string>()
  const visit = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child !== 'string') {
        if (child.name !== 'w:tr') visit(child)
      } else
        for (const [, group = ''] of child.matchAll(/\uFDD0([^. \uFDD1]+)\.[^ \uFDD1]+\uFDD1/g))
          groups.add(group)
    }
  }
  visit(element)
  return groups
}

/** Where rows of that kind stand without another row between them, from the end. */
const stretchesOf = (
  children: readonly XmlNode[],
  isWanted: (row: XmlElement) => boolean,
): { from: number; to: number }[] => {
  const stretches: { from: number; to: number }[] = []
  let isOpen = false
  for (const [at, child] of children.entries()) {
    if (typeof child === 'string' || child.name !== 'w:tr') continue
    const last = stretches.at(-1)
    const wanted = isWanted(child)
    if (wanted && isOpen && last) last.to = at
    else if (wanted) stretches.push({ from: at, to: at })
    isOpen = wanted
  }
  return stretches.reverse()
}

/** A row of a group: its name as XML and as it is, its fields, and its place among the others. */
interface Filled {
  readonly group: string
  readonly name: string
  readonly fields: PrintedRow
  readonly index: number
}

/** Rows, with what stands between them, for one row of a group. Only the first copy keeps the ids. */
const copyOf = (rows: readonly XmlNode[], { group, name, fields, index }: Filled): XmlNode[] => {
  const copy = cloneXml({ name: '', attributes: '', children: [...rows] })
  if (index > 0) removeIds(copy)
  applyRowMarks(copy, name, fields)
  for (const element of elementsBelow(copy))
    element.children = element.children.map((child) =>
      typeof child === 'string'
        ? withoutMarks(child, (name, line) =>
            placeholderMark(name, line ?? (name.startsWith(`${group}.`) ? index : undefined)),
          )
        : child,
    )
  return copy.children
}
