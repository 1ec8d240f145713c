import type { PrintPlan } from './check.ts'
import { separateDrawings } from './drawing-ids.ts'
import type { Room } from './package.ts'
import { ownValue } from './values.ts'
import {
  childrenNamed,
  elementsOf,
  escapeXml,
  serializeXml,
  unescapeXml,
  type XmlElement,
  type XmlNode,
} from './xml.ts'

// Two noncharacters, which values must not contain, so that no value can be taken for a placeholder.
const delimiters = { start: '\uFDD0', end: '\uFDD1' }

/** What stands in the place of a placeholder until it is printed: for the whole text of a field, or one line of it. */
export const placeholderMark = (name: string, line?: number): string =>
  `${delimiters.start}${line === undefined ? name : keyOfLine(name, line)}${delimiters.end}`

/** What stands in the place of {{?被申请人.职务}} until its row is repeated. */
export const optionalMark = (name: string): string => placeholderMark(`?${name}`)

/** The marks of that kind in a text, with the names of their fields. */
export const optionalMarksIn = (text: string): { name: string; raw: string; start: number }[] =>
  [...text.matchAll(/\uFDD0\?([^ \uFDD1]+)\uFDD1/g)].map(({ 0: raw, 1: name = '', index: start }) => ({
    ...{ name, raw, start },
  }))

// The names of fields hold no space.
const keyOfLine = (name: string, line: number): string => `${name} ${line}`

/** The field and line to which a mark in a paragraph of its own belongs. */
export const markedLine = (text: string): { readonly name: string; readonly line: number } | undefined => {
  const [, name, line] = /^\s*\uFDD0([^ \uFDD1]+) (\d+)\uFDD1\s*$/.exec(text) ?? []
  return name === undefined ? undefined : { name, line: Number(line) }
}

// Stands for a line break in a text until the text is divided there.
const lineBreak = '\uFDD6'

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
 * Replaces the marks by the planned values, once the rows are repeated. A text keeps its run, and is broken within it.
 * @returns the parts as XML, by their paths
 */
export const substitute = (
  trees: ReadonlyMap<string, XmlElement>,
  plan: PrintPlan,
  room: Room,
): ReadonlyMap<string, string> => {
  const roots = [...trees.values()]
  const textOf = (name: string, line: number | undefined): string => {
    const lines = linesOf(plan, unescapeXml(name), line)
    const text = lines?.map(escapeXml).join(lineBreak) ?? placeholderMark(name, line)
    room.take(text)
    return text
  }
  for (const root of roots) fillMarks(root, { controls: [] }, textOf)
  separateDrawings(roots)
  return new Map([...trees].map(([path, root]) => [path, withBraces(serializeXml(root))]))
}

/** What a mark stands for: the lines of a text, one line of it, or the lines of a field in one row. */
const linesOf = ({ texts, rows }: PrintPlan, name: string, at?: number): readonly string[] | undefined => {
  const lines = texts.get(name)
  if (lines !== undefined) return at === undefined ? lines : [lines[at] ?? '']
  const [group = '', field = ''] = name.split('.')
  const row = at === undefined ? undefined : rows.get(group)?.[at]
  return row && ownValue(row, field)
}

/** What stands around a text: its run, and the content controls in its paragraph, outermost first. */
interface Around {
  readonly run?: XmlElement
  readonly controls: readonly XmlElement[]
}

type TextOf = Parameters<typeof withoutMarks>[1]

const fillMarks = (parent: XmlElement, around: Around, textOf: TextOf): void => {
  for (const child of elementsOf(parent)) {
    const isText = child.name === 'w:t'
    if (isText && isMarked(rawText(child))) {
      releaseControls(around)
      replaceChild(parent, child, linesIn(child, textOf))
    } else if (child.name === 'w:r' && askingOf(around.controls)) {
      const runs = divided(child)
      replaceChild(parent, child, runs)
      for (const run of runs) fillMarks(run, { ...around, run }, textOf)
    } else if (!isText) fillMarks(child, aroundIn(child, around), textOf)
  }
}

const replaceChild = (parent: XmlElement, child: XmlElement, others: readonly XmlNode[]): void => {
  parent.children.splice(parent.children.indexOf(child), 1, ...others)
}

const aroundIn = (element: XmlElement, around: Around): Around => {
  if (element.name === 'w:p') return { controls: [] }
  if (element.name === 'w:r') return { ...around, run: element }
  return element.name === 'w:sdt' ? { ...around, controls: [...around.controls, element] } : around
}

const rawText = (text: XmlElement): string => text.children.map(serializeXml).join('')

/** A text with its marks replaced, as one text a line. */
const linesIn = (text: XmlElement, textOf: TextOf): XmlNode[] =>
  withoutMarks(rawText(text), textOf)
    .split(lineBreak)
    .flatMap((line, index): XmlNode[] => [
      ...(index > 0 ? [{ name: 'w:br', attributes: '', children: [] }] : []),
      { ...text, children: [line] },
    ])

/** The properties of the innermost control that still asks for a text. */
const askingOf = (controls: readonly XmlElement[]): XmlElement | undefined =>
  controls
    .flatMap((control) => childrenNamed(control, 'w:sdtPr'))
    .findLast((properties) => childrenNamed(properties, 'w:showingPlcHdr').length > 0)

const isProperties = (child: XmlNode): boolean => typeof child !== 'string' && child.name === 'w:rPr'

/** A run as several, so that each mark has its own: what asks for a text may look otherwise than the text. */
const divided = (run: XmlElement): XmlElement[] => {
  const pieces = run.children.flatMap((child): XmlNode[] =>
    typeof child !== 'string' && child.name === 'w:t'
      ? rawText(child)
          .split(/(\uFDD0[^\uFDD1]*\uFDD1)/)
          .map((piece) => ({ ...child, children: [piece] }))
      : [child],
  )
  const properties = childrenNamed(run, 'w:rPr')
  return pieces
    .filter((piece) => !isProperties(piece))
    .map((piece) => ({ ...run, children: [...properties, piece] }))
}

/** Makes the content of controls their own text: they no longer ask for one, or show data that is stored elsewhere. */
const releaseControls = ({ run, controls }: Around): void => {
  const asking = askingOf(controls)
  if (asking && run)
    run.children = [
      ...childrenNamed(asking, 'w:rPr'),
      ...run.children.filter((child) => !isProperties(child)),
    ]
  for (const properties of controls.flatMap((control) => childrenNamed(control, 'w:sdtPr')))
    properties.children = properties.children.filter(
      (child) =>
        typeof child === 'string' || (child.name !== 'w:showingPlcHdr' && child.name !== 'w:dataBinding'),
    )
}
