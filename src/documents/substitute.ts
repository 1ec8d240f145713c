import type { IPatch, TableRowsPatch } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import type { PrintPlan } from './check.ts'
import { openPackage, packPackage } from './package.ts'
import { serializeXml, type XmlElement, type XmlNode } from './xml.ts'

// Two noncharacters, which values must not contain, so that no value can be taken for a placeholder.
const delimiters = { start: '\uFDD0', end: '\uFDD1' }

/** A placeholder as it is passed to `patchDocument`: for the whole text of a field, or for one line of it. */
export const placeholderMark = (name: string, line?: number): string =>
  `${delimiters.start}${line === undefined ? name : keyOfLine(name, line)}${delimiters.end}`

// The names of fields hold no space.
const keyOfLine = (name: string, line: number): string => `${name} ${line}`

/** The field and line to which a mark in a paragraph of its own belongs. */
export const markedLine = (text: string): { readonly name: string; readonly line: number } | undefined => {
  const [, name, line] = /^\s*\uFDD0([^ \uFDD1]+) (\d+)\uFDD1\s*$/.exec(text) ?? []
  return name === undefined ? undefined : { name, line: Number(line) }
}

const braces = { '{': '\uFDD2', '}': '\uFDD3', '｛': '\uFDD4', '｝': '\uFDD5' }

/** A value whose braces no later step takes for a placeholder: they are kept as noncharacters until it is printed. */
export const keepBraces = (value: string): string =>
  Object.entries(braces).reduce((text, [brace, kept]) => text.replaceAll(brace, kept), value)

/** The text as it is printed, with its braces. */
const withBraces = (xml: string): string =>
  /[\uFDD2-\uFDD5]/.test(xml)
    ? Object.entries(braces).reduce((text, [brace, kept]) => text.replaceAll(kept, brace), xml)
    : xml

/** A text with its marks replaced by what they stand for. */
export const withoutMarks = (
  text: string,
  lookUp: (name: string, line: number | undefined) => string,
): string =>
  text.replaceAll(/\uFDD0([^ \uFDD1]+)(?: (\d+))?\uFDD1/g, (_, field: string, line?: string) =>
    lookUp(field, line === undefined ? undefined : Number(line)),
  )

/** Whether a text still holds a placeholder that was not replaced. */
export const isMarked = (text: string): boolean =>
  text.includes(delimiters.start) || text.includes(delimiters.end)

/**
 * Replaces the marks by the planned values, with docx's `patchDocument`.
 * @returns the parts as XML, by their paths
 */
export const substitute = async (
  trees: ReadonlyMap<string, XmlElement>,
  plan: PrintPlan,
): Promise<ReadonlyMap<string, string>> => {
  const aside: string[] = []
  const parts = new Map([...trees].map(([path, root]) => [path, serializeXml(withoutPlain(root, aside))]))
  // Texts come first: docx searches every paragraph for each of them, and rows add many paragraphs.
  for (const step of [
    { texts: plan.texts, rows: new Map() },
    { texts: new Map(), rows: plan.rows },
  ]) {
    if ([...parts.values()].some(isMarked))
      for (const [path, xml] of await patch(parts, step)) parts.set(path, xml)
  }
  return new Map([...parts].map(([path, xml]) => [path, withBraces(withPlain(xml, aside))]))
}

const mayBePutAside = new Set([
  'w:p',
  'w:pPr',
  'w:sectPr',
  'w:tbl',
  'w:tblGrid',
  'w:tblPr',
  'w:tcPr',
  'w:trPr',
])

/**
 * A part without the elements that docx need not read, since it reads everything once for each field. Elements with an
 * id stay, so that docx gives no id twice.
 */
const withoutPlain = (node: XmlElement, aside: string[]): XmlElement => ({
  ...node,
  children: node.children.map((child): XmlNode => {
    if (typeof child === 'string') return child
    if (mayBePutAside.has(child.name)) {
      const xml = serializeXml(child)
      if (!isMarked(xml) && !/id=|<w:id /i.test(xml)) return `<ejc-plain n="${aside.push(xml) - 1}"/>`
    }
    return withoutPlain(child, aside)
  }),
})

const withPlain = (xml: string, aside: readonly string[]): string =>
  xml.replaceAll(/<ejc-plain n="(\d+)"\/>/g, (_, index: string) => aside[Number(index)] ?? '')

const patch = async (parts: ReadonlyMap<string, string>, plan: PrintPlan): Promise<Map<string, string>> => {
  const { patchDocument, PatchType, TextRun } = await import('docx')
  const patchOf = (lines: readonly string[]): IPatch => ({
    type: PatchType.PARAGRAPH,
    children: lines.map((text, index) => new TextRun(index === 0 ? { text } : { text, break: 1 })),
  })
  const all = [...parts.values()].join('')
  const patches: Record<string, IPatch | TableRowsPatch> = Object.create(null)
  for (const [name, lines] of plan.texts) {
    const single = lines.map((line, index) => [keyOfLine(name, index), [line]] as const)
    for (const [key, text] of [[name, lines] as const, ...single])
      if (all.includes(placeholderMark(key))) patches[key] = patchOf(text)
  }
  for (const [group, rows] of plan.rows) {
    patches[group] = {
      type: PatchType.TABLE_ROWS,
      rows: rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, lines]) => [name, patchOf(lines)])),
      ),
    }
  }
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: packPackage(new Map([...parts].map(([path, xml]) => [path, strToU8(xml)])), 0),
    patches,
    placeholderDelimiters: delimiters,
  })
  return new Map([...openPackage(filled, '文书')].map(([path, bytes]) => [path, strFromU8(bytes)]))
}
