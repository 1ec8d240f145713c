import { isDeepEqual, isMapData } from '../../core/facts/data.ts'
import type { Path } from '../../core/facts/locations.ts'
import type { PackCopy } from '../../core/regulation/copy.ts'
import type { Remark } from '../../core/regulation/copy-remarks.ts'
import { RepositoryError } from '../errors.ts'
import { readYaml } from '../yaml/read.ts'

/** Columns of a line; a Chinese character takes two. */
const WIDTH = 110
const STEP = '  '
/** Down to this depth (sections and entries), each value is written on lines of its own. */
const BLOCK_DEPTH = 2

const sectionWords: Readonly<Record<string, string>> = {
  matters: '事项：每一事项写在哪一条。没有规定的写 absent: true。',
  articles: '条文：逐条的标题和大意，用自己的话写，供 ejc explain 查阅。',
  annexes: '附件',
  points: '国家法律要点',
  periods: '期限',
  limits: '限额',
  lists: '列表：各项的代码（code）写进案件文件，不要改；条文改了的，改名称（label）和款项（item）。',
  clauses: '协议条款：赔偿协议应当写明的内容，以及在 Word 稿中认出它的词。',
  drafts: '识别 Word 协议稿其他部分的用词',
  forms: '文书：示范文本（有 number 的）和配套文书',
  jurisdiction: '管辖：按顺序判断，第一个符合的决定层级。',
  rolling: '末日顺延',
  laws: '可引用的规定：文书中会引用的规定及其有效期间',
}

const guide = (from: string): string[] => [
  'yaml-language-server: $schema=../schemas/regulation.schema.json',
  `本规范包抄自 ${from}，各项标着 review: 待核。逐项与正式文本核对：`,
  '  1. 与条文一致的，删去 review: 待核 这一行；不一致的，改正以后再删。上面的注释写着原来的数值，核对完可以删。',
  '  2. 正式文本没有的事项，把 article、item 两行换成 absent: true；它的期限、限额也一并删去。',
  '  3. 条号变动的，改 matters 里的 article；标题和大意在 articles 里改。增加的条文照样补上一项。',
  '  4. 随时运行 ejc regulation check 检查：还有哪些待核、缺少、矛盾，或者指向没有的条文，逐行列出。',
]

/**
 * The text of a new pack: a guide, each section under a heading, each entry under its remark.
 * @throws RepositoryError when the text would not read back as the same data
 */
export function newPackText({ data, remarks }: PackCopy, from: string): string {
  for (const quoted of [false, true]) {
    const text = written(data, remarks, from, quoted)
    const result = readYaml(Buffer.from(text))
    if (result.ok && isDeepEqual(result.data, data)) return text
  }
  throw new RepositoryError('yaml', '新的规范包写出来将无法读取（可能超过 256 KiB）：没有写入')
}

function written(data: object, remarks: readonly Remark[], from: string, quoted: boolean): string {
  const above = new Map(remarks.map((remark) => [remark.path.join('/'), remark]))
  const writer = { above, quoted }
  const lines = Object.entries(data).flatMap(([key, value]) => {
    const heading = sectionWords[key]
    const own = entryLines(writer, `${key}:`, value, [key], '')
    const remark = above.get(key)
    const comments = [...(heading ? [heading] : []), ...(remark ? [remark.text] : [])].map(
      (text) => `# ${text}`,
    )
    return heading === undefined ? [...comments, ...own] : ['', ...comments, ...own]
  })
  return `${[...guide(from).map((line) => `# ${line}`), ...lines].join('\n')}\n`
}

interface Writer {
  readonly above: ReadonlyMap<string, Remark>
  /** Whether every text gets double quotes, because a plain one does not read back the same. */
  readonly quoted: boolean
}

/** A value after `head` (`key:` or `-`): on the same line if it fits, and if a person does not edit it line by line. */
function entryLines(writer: Writer, head: string, value: unknown, path: Path, indent: string): string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${head} ${scalar(value, writer)}`]
  const flow = `${indent}${head} ${flowOf(value, writer)}`
  const edited = isEdited(value, path)
  if (!edited && columnsOf(flow) <= WIDTH) return [flow]
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return [`${indent}${head}`, ...wrappedList(value, writer, `${indent}${STEP}`)]
  return head === '-'
    ? itemLines(writer, value, path, indent)
    : nestedLines(writer, head, value, path, indent)
}

/** Sections, entries and all that holds a mark are written line by line. */
function isEdited(value: object, path: Path): boolean {
  return (
    Object.keys(value).length > 0 &&
    (path.length < BLOCK_DEPTH || 'review' in value || path.at(-1) === 'items')
  )
}

function nestedLines(writer: Writer, head: string, value: object, path: Path, indent: string): string[] {
  const inner = `${indent}${STEP}`
  const steps = Array.isArray(value)
    ? value.map((item, index) => ['-', item, index] as const)
    : Object.entries(value).map(([key, child]) => [`${key}:`, child, key] as const)
  const lines = steps.flatMap(([name, child, step]) => {
    const place = [...path, step]
    return [...remarkLines(writer, place, inner), ...entryLines(writer, name, child, place, inner)]
  })
  return [`${indent}${head}`, ...(lines[0] === '' ? lines.slice(1) : lines)]
}

/** An item of a list, with its first key after the dash. */
function itemLines(writer: Writer, value: object, path: Path, indent: string): string[] {
  const [, ...lines] = nestedLines(writer, '', value, path, indent)
  const [first = '', ...others] = lines
  return [`${indent}- ${first.slice(indent.length + STEP.length)}`, ...others]
}

function remarkLines({ above }: Writer, path: Path, indent: string): string[] {
  const remark = above.get(path.join('/'))
  if (!remark) return []
  const heading = remark.group === undefined ? [] : ['', `${indent}# ── ${remark.group} ──`]
  return [...heading, `${indent}# ${remark.text}`]
}

/** A list of words over as many lines as it takes. */
function wrappedList(values: readonly unknown[], writer: Writer, indent: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const [index, value] of values.entries()) {
    const word = `${flowOf(value, writer)}${index < values.length - 1 ? ',' : ''}`
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && columnsOf(`${indent}${STEP}${longer}`) > WIDTH) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [`${indent}[`, ...[...lines, line].map((each) => `${indent}${STEP}${each}`), `${indent}]`]
}

function flowOf(value: unknown, writer: Writer): string {
  if (Array.isArray(value)) return `[${value.map((item) => flowOf(item, writer)).join(', ')}]`
  if (!isMapData(value)) return scalar(value, writer)
  const members = Object.entries(value).map(([key, child]) => `${key}: ${flowOf(child, writer)}`)
  return members.length ? `{ ${members.join(', ')} }` : '{}'
}

const DATE = /^\d{4}-\d{2}-\d{2}$/u
/**
 * A text that YAML reads back as it stands: it begins with a letter or an opening Chinese mark, and holds no character
 * that has a meaning in YAML.
 */
const PLAIN = /^[\p{L}（《“「][^:#[\]{},"'\\\p{Cc}]*$/u
const OTHER_WORD = /^(?:null|true|false|y|n|yes|no|on|off)$/iu

function scalar(value: unknown, { quoted }: Writer): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const plain = DATE.test(value) || (PLAIN.test(value) && !OTHER_WORD.test(value) && value === value.trim())
  return plain && !quoted ? value : JSON.stringify(value)
}

const WIDE = /[\u2e80-\uffef]/u

function columnsOf(text: string): number {
  return [...text].reduce((columns, character) => columns + (WIDE.test(character) ? 2 : 1), 0)
}
