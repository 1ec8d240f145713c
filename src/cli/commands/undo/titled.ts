import { isDocumentName } from '../../../core/facts/documents.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import { titleAt } from '../../../core/schema/walk.ts'

interface Level {
  readonly indent: number
  readonly key: PathSegment
}

const KEY = /^( *)((?:- )?)([A-Za-z]\w*):(.*)$/

/** The lines of a case file with the Chinese titles of its keys in their place: 案号：… for caseNumber: …. */
export function titledLines(file: string, lines: readonly string[]): string[] {
  const name = /(\w+)\.yaml$/.exec(file)?.[1] ?? ''
  if (!isDocumentName(name)) return [...lines]
  let levels: readonly Level[] = []
  return lines.map((line) => {
    const [, before = '', dash = '', key, rest = ''] = KEY.exec(line) ?? []
    if (key === undefined) return line
    const indent = before.length + dash.length
    // An item of a list may stand as far in as the key of the list.
    const around = levels.filter((level) => (dash ? level.indent <= before.length : level.indent < indent))
    const item = dash ? [{ indent: indent - 1, key: 0 }] : []
    levels = [...around, ...item, { indent, key }]
    const title = titleAt(
      name,
      levels.map((level) => level.key),
    )
    return title === undefined ? line : `${before}${dash}${title}：${rest.trimStart()}`
  })
}
