/** The Chinese texts of schema problems: what is wrong, and what to write instead. */
import { FIRST_YEAR, isRealDate, LAST_YEAR } from '../calendar/dates.ts'
import type { Choice } from './choices.ts'
import { isLegalOnWindows } from './file-names.ts'
import { forbiddenCharacter, isBlank, isSingleLine, looksLikeDate } from './formats.ts'
import type { SchemaNode } from './node.ts'

const shownLength = 30
const shownChoices = 14

/** A value for a message: short, on one line, without characters that act on a terminal. */
export function shownValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const clean = [...text].filter((character) => isSingleLine(character)).join('')
  return clean.length > shownLength ? `${[...clean].slice(0, shownLength).join('')}…` : clean
}

const kinds: Readonly<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  number: '数字',
  boolean: 'true 或者 false',
  array: '列表',
  object: '一组字段',
  null: '空',
}

/** The kind of a value in the words of JSON Schema. */
function jsonKind(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/**
 * A value of another kind than the schema wants. `key` is the key before the colon, for somebody who edits the file.
 */
export function wrongType(label: string, key: string | undefined, expected: string, value: unknown): string {
  const actual = jsonKind(value)
  if (actual === 'null') return `${label}是空的：请填写，或者删去这一项。`
  if (expected === 'string' && (actual === 'number' || actual === 'boolean')) {
    const [what, why] = actual === 'number' ? ['数字', '，否则数字会走样'] : ['真假值', '']
    const how = key === undefined ? '' : `，写成 ${key}: "…"`
    return `${label}应当是文本，现在被读成${what}：请给值加引号${how}${why}。`
  }
  if (expected === 'boolean')
    return `${label}应当写 true（是）或者 false（否），不加引号，现在是「${shownValue(value)}」。`
  if (expected === 'integer') return `${label}应当是不加引号的整数，现在是「${shownValue(value)}」。`
  if (expected === 'array' && typeof value === 'string' && /[【】，、]/u.test(value))
    return `${label}应当是列表，现在「${shownValue(value)}」是一段文字：括号和逗号请用半角，写成 [甲, 乙]。`
  if (expected === 'array') return `${label}应当是列表：每项一行，以“- ”开头，或者写成 [甲, 乙]。`
  if (expected === 'object')
    return `${label}应当是一组字段（每行“键: 值”），现在是${kinds[actual] ?? actual}。`
  return `${label}应当是${kinds[expected] ?? expected}，现在是${kinds[actual] ?? actual}。`
}

export function missingKey(label: string, where: string): string {
  return `${where}缺少${label}：请补上这一项。`
}

export function unknownKey(
  key: string,
  where: string,
  known: readonly Choice[],
  guess: Choice | undefined,
): string {
  const start = `${where}没有「${shownValue(key)}」这一项`
  const [, name] = /^([A-Za-z][\w-]*)：/u.exec(key) ?? []
  if (name !== undefined) return `${start}：冒号是全角的，请改为半角冒号加空格，写成 ${name}: …。`
  if (guess) return `${start}：是否想写 ${guess.code}（${guess.label}）？`
  if (known.length === 0) return `${start}：请删去。`
  return `${start}：请改正或者删去；可用的有 ${choiceList(known)}。`
}

export function wrongChoice(
  label: string,
  value: unknown,
  choices: readonly Choice[],
  guess: Choice | undefined,
): string {
  const hint = guess ? `是否想写 ${guess.code}（${guess.label}）？` : ''
  return `${label}没有「${shownValue(value)}」这个选项：${hint}可用的有 ${choiceList(choices)}。`
}

function choiceList(choices: readonly Choice[]): string {
  const some = choices
    .slice(0, shownChoices)
    .map(({ code, label }) => (label === code ? code : `${code}（${label}）`))
  return choices.length > shownChoices ? `${some.join('、')}等` : some.join('、')
}

export function outOfRange(label: string, { minimum, maximum }: SchemaNode, value: unknown): string {
  const range =
    maximum === undefined
      ? `不小于 ${minimum}`
      : minimum === undefined
        ? `不大于 ${maximum}`
        : `在 ${minimum} 到 ${maximum} 之间`
  return `${label}应当${range}，现在是 ${shownValue(value)}。`
}

export function duplicate(label: string, value: unknown, first: number): string {
  return `${label}「${shownValue(value)}」重复：第 ${first + 1} 项已经使用，请改为不重复的值。`
}

/** A string that is not of its format; `inFile` for somebody who edits the file, who is told of YAML too. */
export function wrongFormat(label: string, format: string, value: string, inFile = true): string {
  const character = forbiddenCharacter(value)
  if (character) return `${label}含有不可见的控制字符（${character}）：请删去后重新输入。`
  if (isBlank(value)) return `${label}只有空白，什么也没有写：请填写，没有的删去这一栏。`
  const explain = byFormat[format]
  if (explain) return `${label}${inFile ? explain(value) : withoutYaml(explain(value))}`
  return `${label}的写法不正确，现在是「${shownValue(value)}」。`
}

/** What is right, without advice about quotes; the value that was given stays as it is. */
function withoutYaml(message: string): string {
  const at = message.indexOf('现在是「')
  const [advice, given] = at < 0 ? [message, ''] : [message.slice(0, at), message.slice(at)]
  return advice.replace(/、?加引号的?/g, '').replaceAll('"', '') + given
}

const byFormat: Readonly<Record<string, (value: string) => string>> = {
  line: () => '应当写在一行内，不能换行。',
  date: wrongDate,
  'date-time-minute': (value) =>
    `应当写成 "2026-07-20 09:30"（真实日期、24 小时制、加引号），现在是「${shownValue(value)}」。`,
  month: (value) => `应当写成年-月，如 2026-04，现在是「${shownValue(value)}」。`,
  period: (value) => `应当写成季度 2026Q1 或者年度 "2026"，现在是「${shownValue(value)}」。`,
  money: wrongMoney,
  decimal: (value) => `应当是加引号的数，如 "1200"，不带单位和逗号，现在是「${shownValue(value)}」。`,
  id: (value) =>
    `应当是短编号，如 o1：64 字以内，首尾不留空格，不含斜杠和“..”，现在是「${shownValue(value)}」。`,
  'case-id': (value) => `应当写成前缀-年份-四位流水号，如 NN-2026-0001，现在是「${shownValue(value)}」。`,
  'id-prefix': (value) =>
    `应当是一至八位大写字母或者数字、以字母开头，如 NN，现在是「${shownValue(value)}」。`,
  'region-code': (value) => `应当是加引号的六位行政区划代码，如 "450100"，现在是「${shownValue(value)}」。`,
  sha256: () => '应当是 64 位小写十六进制的 SHA-256，或者留空：请用 ejc evidence add 重新登记。',
  'relative-path': wrongPath,
  'web-address': (value) =>
    `应当是网址，如 https://www.example.gov.cn/2026/0915.html，现在是「${shownValue(value)}」；没有网页的，写「公开渠道」。`,
  'bank-account': (value) =>
    `应当是加引号的银行账号，6 至 40 位数字，不留空格，现在是「${shownValue(value)}」。`,
}

function wrongDate(value: string): string {
  if (isRealDate(value)) return `「${value}」的年份应在 ${FIRST_YEAR} 至 ${LAST_YEAR} 之间：请核对。`
  if (looksLikeDate(value)) return `「${value}」不是真实存在的日期：请核对年月日。`
  return `应当写成年-月-日，如 2026-03-02，现在是「${shownValue(value)}」。`
}

function wrongPath(value: string): string {
  if (value.includes('\\'))
    return `路径用 / 分隔，不用 \\，如 attachments/E1.pdf，现在是「${shownValue(value)}」。`
  const odd = value.split('/').find((part) => /[^.]/.test(part) && !isLegalOnWindows(part))
  if (odd === undefined || !isSingleLine(value))
    return `应当是案件文件夹内的相对路径，如 attachments/E1.pdf，不含“..”，现在是「${shownValue(value)}」。`
  const why = '不能含 : * ? " < > |，不能以点或空格结尾，不能是 CON、NUL 之类'
  return `「${shownValue(odd)}」在 Windows 上不能作文件名（${why}）：请给文件改名，再改这里的路径。`
}

function wrongMoney(value: string): string {
  if (/^-/.test(value)) return `不能是负数，现在是「${shownValue(value)}」。`
  if (/^\d+\.\d{3,}$/.test(value)) return `最多两位小数（精确到分），现在是「${shownValue(value)}」。`
  return `应当是以元为单位的数，如 "431500.00"，不带逗号和单位，现在是「${shownValue(value)}」。`
}
