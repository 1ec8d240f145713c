import { isDocumentName } from '../../../core/facts/documents.ts'
import type { Facts } from '../../../core/facts/facts.ts'
import { obligorOf } from '../../../core/facts/queries.ts'
import { choicesOf, type Lists } from '../../../core/schema/choices.ts'
import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import { schemaAt, titleAt } from '../../../core/schema/walk.ts'

interface Level {
  readonly indent: number
  readonly key: PathSegment
}

/** `on` stands in quotation marks, since it means yes to some readers of YAML. */
const KEY = /^( *)((?:- )?)(?:([A-Za-z]\w*)|"([A-Za-z]\w*)"):(.*)$/
/** An item of a list that is one word: `  - o1`. */
const WORD = /^( *- )([\w-]+)$/
/** A list of words in one line: `[o1, o2]`. */
const WORDS = /^\[([\w-]+(?:, [\w-]+)*)\]$/

/** What says the meaning of the codes in a file: the lists of the law, and who the obligors are. */
export interface Meanings {
  readonly lists: Lists
  readonly facts: Facts | undefined
}

/**
 * The lines of a case file as people read them: the titles of keys in their place, the labels of codes and the names of
 * obligors: 送达方式：邮寄送达 for method: mail.
 */
export function linesInWords(file: string, lines: readonly string[], meanings: Meanings): string[] {
  const name = /(\w+)\.yaml$/.exec(file)?.[1] ?? ''
  if (!isDocumentName(name)) return [...lines]
  let levels: readonly Level[] = []
  const pathTo = (...more: PathSegment[]): PathSegment[] => [...levels.map(({ key }) => key), ...more]
  const titled = lines.map((line) => {
    const [, before = '', dash = '', bare, quoted, rest = ''] = KEY.exec(line) ?? []
    const key = bare ?? quoted
    if (key === undefined) {
      const item = schemaAt(name, pathTo(0))
      return line.replace(WORD, (_, start: string, word: string) => start + meaningOf(item, word, meanings))
    }
    const indent = before.length + dash.length
    // An item of a list may stand as far in as the key of the list.
    const around = levels.filter((level) => (dash ? level.indent <= before.length : level.indent < indent))
    const item = dash ? [{ indent: indent - 1, key: 0 }] : []
    levels = [...around, ...item, { indent, key }]
    const title = titleAt(name, pathTo())
    if (title === undefined) return line
    const value = plainValue(rest)
    const [, words] = WORDS.exec(value) ?? []
    const shownValue =
      words === undefined
        ? meaningOf(schemaAt(name, pathTo()), value, meanings)
        : words
            .split(', ')
            .map((word) => meaningOf(schemaAt(name, pathTo(0)), word, meanings))
            .join('、')
    return `${before}${dash}${title}：${shownValue}`
  })
  // The comment above a section is its title, and says it once more.
  return titled.filter((line, index) => {
    const [, said] = COMMENT.exec(line) ?? []
    return said === undefined || titled[index + 1]?.trim() !== `${said}：`
  })
}

const COMMENT = /^ *# (.+)$/
const QUOTED = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/

/** A value without the comment behind it, which is the title of its key, and without plain quotation marks. */
function plainValue(rest: string): string {
  const value = rest.trim()
  const [quoted] = QUOTED.exec(value) ?? []
  if (quoted === undefined) return value.replace(/(?:^| )#.*$/, '').trim()
  const inside = quoted.slice(1, -1)
  return /[\\']/.test(inside) ? quoted : inside
}

const YES_NO: Readonly<Record<string, string>> = { true: '是', false: '否' }

function meaningOf(node: SchemaNode | undefined, value: string, { lists, facts }: Meanings): string {
  if (!node || value === '') return value
  if ([node.type ?? []].flat().includes('boolean')) return YES_NO[value] ?? value
  const name = node['x-ref'] === 'obligor' && facts ? obligorOf(facts, value)?.name : undefined
  return name ?? choicesOf(node, lists)?.find(({ code }) => code === value)?.label ?? value
}
