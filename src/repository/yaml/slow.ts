import type { LineCounter, YAMLParseError } from 'yaml'
import { yamlLibrary } from './library.ts'
import type { ReadResult, YamlProblem } from './problem.ts'
import { failedRead } from './problem.ts'
import { tooDeep } from './rules.ts'
import { emptyFile, notAMap, type StructureProblem, structureProblems } from './structure.ts'
import { positionOfOffset } from './text.ts'
import { wideSigns } from './typed.ts'

const mostProblems = 10
/** Unbalanced opening brackets beyond this are refused unparsed: the parser needs seconds for them. */
const mostOpenBrackets = 200
const unprintable = /(?![\t\n\u0085])[\p{Cc}\ufffe\uffff]/u

/** Reads `text` with the parser that knows positions; its problems are in Chinese and say what to do. */
export function readSlowly(text: string): ReadResult {
  return refusedUnparsed(text) ?? parse(text)
}

function refusedUnparsed(text: string): ReadResult | undefined {
  const at = (pattern: RegExp, message: (found: string) => string): ReadResult | undefined => {
    const match = pattern.exec(text)
    if (!match) return undefined
    const { line, column } = positionOfOffset(text, match.index)
    return failedRead(message(match[0]), line, column)
  }
  if (text.trim() === '') return failedRead(emptyFile)
  const bracket = tooManyBrackets(text)
  if (bracket !== undefined) {
    const { line, column } = positionOfOffset(text, bracket)
    return failedRead(tooDeep, line, column)
  }
  return (
    at(/^%(?:YAML|TAG)\b/m, (found) => `不得使用 YAML 指令 ${found}：请删去该行`) ??
    at(unprintable, (found) => `含有不可见的控制字符 U+${codeOf(found)}：请删去`)
  )
}

const codeOf = (character: string): string =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

function tooManyBrackets(text: string): number | undefined {
  let depth = 0
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1)
    if (depth > mostOpenBrackets) return index
  }
  return undefined
}

function parse(text: string): ReadResult {
  const { LineCounter: Counter, parseDocument } = yamlLibrary()
  const lines = new Counter()
  try {
    // We check ourselves that keys are unique, since the package compares each key with all before it.
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'error',
    })
    const [error] = document.errors
    if (error) return { ok: false, problems: [syntaxProblem(error, lines, text)] }
    const found = structureProblems(document.contents).slice(0, mostProblems)
    if (found.length > 0)
      return { ok: false, problems: found.map((one) => structureProblem(one, lines, text)) }
    return { ok: true, data: document.toJS() }
  } catch (error) {
    if (error instanceof RangeError) return failedRead(tooDeep)
    throw error
  }
}

/** A file of one line with a Chinese colon is read as a text: then the message names the colon. */
function structureProblem(
  { offset, message }: StructureProblem,
  lines: LineCounter,
  text: string,
): YamlProblem {
  const place = problemAt(offset, message, lines)
  return message === notAMap ? { ...place, message: wideSigns(text, place.line) ?? message } : place
}

const syntaxMessages: Partial<Record<YAMLParseError['code'], string>> = {
  BAD_ALIAS: '引用 * 不合语法：以 * 开头的文字请加引号',
  ALIAS_PROPS: '不得使用引用和锚点：请写出内容',
  BAD_DIRECTIVE: '不得使用 YAML 指令：请删去以 % 开头的行',
  BAD_DQ_ESCAPE: '双引号内的转义不合法：反斜杠请写作 \\\\',
  BAD_INDENT: '缩进有误：同一层各行应左对齐，下一层多缩进两个空格',
  BAD_SCALAR_START: '值不能以 @、` 或 % 开头：请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行内出现了两个“键: 值”：值中含有“: ”时请加引号',
  BLOCK_IN_FLOW: '方括号或花括号内不能换用缩进写法',
  DUPLICATE_KEY: '键重复：同一层只能出现一次，请合并',
  KEY_OVER_1024_CHARS: '键过长：此行可能缺少“: ”',
  MISSING_CHAR: '缺少配对的引号、括号或“: ”',
  MULTILINE_IMPLICIT_KEY: '此行缺少“: ”，或引号未配对',
  MULTIPLE_DOCS: '一个文件只能有一份文档：请删去 --- 分隔行',
  TAB_AS_INDENT: '不能用制表符缩进：请改为空格',
  TAG_RESOLVE_FAILED: '不得使用类型标记（!…）：请删去，以 ! 开头的文字请加引号',
  UNEXPECTED_TOKEN: '此处的写法不合 YAML 语法：请检查引号、冒号和缩进',
}

function syntaxProblem(error: YAMLParseError, lines: LineCounter, text: string): YamlProblem {
  const message = syntaxMessages[error.code] ?? '不合 YAML 语法：请检查引号、冒号和缩进'
  const place = problemAt(error.pos[0], message, lines)
  const wide = wideSigns(text, place.line)
  return wide === undefined ? place : { ...place, message: wide }
}

function problemAt(offset: number, message: string, lines: LineCounter): YamlProblem {
  const { line, col } = lines.linePos(offset)
  return { code: 'yaml', message, line: Math.max(line, 1), column: Math.max(col, 1) }
}
