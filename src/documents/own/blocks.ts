import type { PlaceholderFault } from '../paper-place.ts'
import { paragraphsOf, paragraphText } from '../paragraphs.ts'
import type { FoundPlaceholder } from '../placeholders.ts'
import type { XmlElement } from '../xml.ts'

/** The part between {{#证据}} and {{/证据}}: paragraphs of one place, or rows of one table. */
export interface Block {
  readonly name: string
  readonly open: FoundPlaceholder
  /** What holds both marks, and the two children of it that hold them. */
  readonly parent: XmlElement
  readonly from: XmlElement
  readonly to: XmlElement
  /** Whether a placeholder stands between the marks. */
  readonly holds: (found: Pick<FoundPlaceholder, 'part' | 'paragraph'>) => boolean
}

/** The parts that a template marks, and marks that do not pair, in Chinese. */
export function blocksIn(found: readonly FoundPlaceholder[]): {
  readonly blocks: readonly Block[]
  readonly faults: readonly PlaceholderFault[]
} {
  const blocks: Block[] = []
  const faults: PlaceholderFault[] = []
  const open: FoundPlaceholder[] = []
  const fail = (at: FoundPlaceholder, problem: string) => faults.push({ at, problem })
  for (const mark of found.filter(({ kind, problems: wrong }) => kind === 'block' && !wrong.length)) {
    const name = mark.name.slice(1)
    if (mark.name.startsWith('#')) {
      const around = open.find(({ part }) => part === mark.part)
      if (around) fail(mark, `{{#${name}}} 写在 {{${around.name}}} 里面：里面不能再套一层，请分开写。`)
      open.push(mark)
      continue
    }
    const at = open.findLastIndex((each) => each.part === mark.part && each.name === `#${name}`)
    const [first, ...inside] = at < 0 ? [] : open.splice(at)
    for (const each of inside) fail(each, unclosed(each.name.slice(1)))
    if (!first)
      fail(
        mark,
        `{{/${name}}} 前面没有 {{#${name}}}：请在要重复（或者可省略）的内容前面另起一段写 {{#${name}}}，或者删去它。`,
      )
    else {
      const block = blockOf(first, mark)
      if (block) blocks.push(block)
      else
        fail(
          first,
          `{{#${name}}} 与 {{/${name}}} 须在同一处：同在正文，或者同在一个单元格；在表格里按行重复的，各独占一行。`,
        )
    }
  }
  for (const each of open) fail(each, unclosed(each.name.slice(1)))
  return { blocks, faults }
}

function unclosed(name: string): string {
  return `{{#${name}}} 没有对应的 {{/${name}}}：请在要重复（或者可省略）的内容后面另起一段写 {{/${name}}}。`
}

function blockOf(open: FoundPlaceholder, close: FoundPlaceholder): Block | undefined {
  const [from, to] = [open.at.element, close.at.element]
  const name = open.name.slice(1)
  const holds: Block['holds'] = ({ part, paragraph }) =>
    part === open.part && paragraph > open.paragraph && paragraph < close.paragraph
  const parent = open.at.ancestors.at(-1)
  if (parent && parent === close.at.ancestors.at(-1)) return { name, open, parent, from, to, holds }
  const [first, last] = [ownRow(open), ownRow(close)]
  if (!first || !last || first.parent !== last.parent) return undefined
  return { name, open, parent: first.parent, from: first.row, to: last.row, holds }
}

/** The row of a table that holds nothing but the mark, with what holds the row. */
function ownRow({ at, raw }: FoundPlaceholder): { row: XmlElement; parent: XmlElement } | undefined {
  const index = at.ancestors.findLastIndex(({ name }) => name === 'w:tr')
  const [row, parent] = [at.ancestors[index], at.ancestors[index - 1]]
  if (!row || !parent) return undefined
  const text = paragraphsOf(row)
    .map(({ element }) => paragraphText(element))
    .join('')
  return text.trim() === raw ? { row, parent } : undefined
}
