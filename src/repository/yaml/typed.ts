import type { Node, Scalar } from 'yaml'
import { yamlLibrary } from './library.ts'
import { decodeText, positionFinder } from './text.ts'

/** What was typed so that YAML reads something else than was meant, at its place (1-based), and how to write it. */
export interface TypedProblem {
  readonly message: string
  readonly line: number
  readonly column: number
}

/** A text without any of this is as it was meant; most texts are, and need no second parser. */
const SUSPECTS = [
  / #[^\s#!]/,
  /[[{:,-] *【/,
  /[（(]无[)）]/,
  /[[{,] *[\u4e00-\u9fff\w·]{2,5}[，、]/,
  /[A-Za-z]：/,
]
const ANY_COMMENT = /[^\s] #/

/** How strictly a text is looked at. */
export interface Strictness {
  /**
   * Whether the text is about to be stored without its comments: then a ` #` beside prose is reported unless it is
   * surely a comment.
   */
  readonly strict: boolean
}

/**
 * What the officer most likely meant otherwise, in a text that is valid YAML: the end of a value behind ` #`, several
 * names with a Chinese comma between them, a key with a Chinese colon, brackets or `(无)` as a text.
 */
export function typedProblems(text: string, { strict }: Strictness = { strict: false }): TypedProblem[] {
  if (!SUSPECTS.some((each) => each.test(text)) && !(strict && ANY_COMMENT.test(text))) return []
  const { parseDocument, visit } = yamlLibrary()
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'error',
  })
  if (document.errors.length) return []
  const problems: TypedProblem[] = []
  const placeAt = positionFinder(text)
  visit(document, {
    Scalar(key, node, path) {
      if (node.type !== 'PLAIN' || !node.range) return
      const above = path.findLast((each) => isInBrackets(each))
      const message = problemOf(text, node, { isKey: key === 'key', flow: above !== undefined, strict })
      if (message) problems.push({ message, ...placeAt(node.range[0]) })
    },
  })
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** The same for the bytes of a file; nothing for what is no text. */
export function typedProblemsIn(bytes: Uint8Array, how?: Strictness): TypedProblem[] {
  const decoded = decodeText(bytes)
  return decoded.ok ? typedProblems(decoded.text, how) : []
}

function isInBrackets(node: unknown): boolean {
  const { isCollection } = yamlLibrary()
  return isCollection(node) && node.flow === true
}

interface Place {
  readonly isKey: boolean
  readonly flow: boolean
  readonly strict: boolean
}

function problemOf(text: string, node: Scalar & Node, place: Place): string | undefined {
  const value = String(node.value)
  return (
    lostEnd(text, node, value, place) ?? (place.isKey ? keyProblem(value) : valueProblem(value, place.flow))
  )
}

/** `某公司 #2 储罐`: the end is read as a comment. A comment by hand has a blank after the sign, or several before it. */
function lostEnd(text: string, node: Scalar, value: string, { strict }: Place): string | undefined {
  const from = node.range?.[1] ?? 0
  const [whole, blanks = '', lost = ''] = /^( +)#([^\n]*)/u.exec(text.slice(from)) ?? []
  if (whole === undefined || lost.trim() === '' || value === '') return undefined
  const isGlued = /^[^\s#!]/u.test(lost)
  // A title beside a date, a number or a code is how ejc itself comments.
  const isProse = strict && blanks.length === 1 && /\p{Script=Han}/u.test(value)
  if (!isGlued && !isProse) return undefined
  return `“${shown(value)}”后面的“#${shown(lost)}”被当作注释，没有读入。是内容的，整个值加双引号："${shown(value)} #${shown(lost)}"；是注释的，移到上一行${isGlued ? '，或者在 # 后加空格' : ''}。`
}

function keyProblem(key: string): string | undefined {
  const [, name] = /^([A-Za-z][\w-]*)：/u.exec(key) ?? []
  return name === undefined ? undefined : wideColon(name)
}

function wideColon(name: string): string {
  return `“${name}：”的冒号是全角的，没有读成一项：请改为半角冒号加空格，写成 ${name}: …。`
}

/** The words between Chinese commas, where they are names of persons or ids: several values, not one. */
const SEVERAL =
  /^(?:[\p{Script=Han}·]{2,4}|[A-Za-z]{1,2}\d{1,3})(?:[，、](?:[\p{Script=Han}·]{2,4}|[A-Za-z]{1,2}\d{1,3}))+$/u

function valueProblem(value: string, flow: boolean): string | undefined {
  if (/^[（(]无[)）]$/u.test(value)) return `写的是“${value}”，会当作内容原样印出：没有的，删去这一项。`
  if (/^【.*】$/su.test(value))
    return `“${shown(value)}”是全角括号，读成了一段文字：列表请写半角括号，例如 [韩某, 宁某]；确是文字的，加双引号。`
  if (flow && SEVERAL.test(value)) {
    const parts = value.split(/[，、]/u)
    return `“${shown(value)}”读成了一项，不是 ${parts.length} 项：请用半角逗号分开，写成 [${parts.map(shown).join(', ')}]；确是一项的，加双引号。`
  }
  const [, name] = (flow ? /[，,]\s*([A-Za-z][\w-]*)[:：]/u : /\n?\s([A-Za-z][\w-]*)：/u).exec(value) ?? []
  return name === undefined ? undefined : wideColon(name)
}

const LONGEST = 20

function shown(text: string): string {
  const line = text.trim()
  return [...line].length > LONGEST ? `${[...line].slice(0, LONGEST).join('')}…` : line
}

/**
 * What to say of Chinese signs on a line that could not be read, or on the lines around it; undefined where there are
 * none in the place of YAML's own.
 */
export function wideSigns(text: string, line: number): string | undefined {
  const lines = text.split('\n')
  for (const at of [line, line - 1, line + 1]) {
    const [, name] = /^[\s-]*([A-Za-z][\w-]*)：/u.exec(lines[at - 1] ?? '') ?? []
    if (name !== undefined) return `第 ${at} 行${wideColon(name)}`
  }
  for (const at of [line, line - 1]) {
    const inBrackets =
      /[:：]\s*([【[{［｛].*)$/u.exec(lines[at - 1] ?? '')?.[1]?.replace(/"[^"]*"/gu, '') ?? ''
    const signs = [...new Set(inBrackets.match(/[，：【】［］｛｝]/gu))]
    if (signs.length)
      return `第 ${at} 行的 ${signs.join(' ')} 是全角的：括号里请用半角，写成 [甲, 乙] 或者 { name: 甲 }。`
    if (/ #/u.test(inBrackets))
      return `第 ${at} 行括号里的“ #”以后当作注释，括号没有合上：是内容的，该项加双引号。`
  }
  return undefined
}
