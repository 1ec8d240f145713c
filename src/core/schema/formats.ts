/**
 * The string formats of the schemas. Bundled into the generated validators and used by the Chinese messages,
 * so that what is refused and what is explained cannot drift apart.
 */
import { isUsableDate, isUsableYear } from '../calendar/dates.ts'
import { isLegalOnWindows } from './file-names.ts'

/**
 * Whether a character may not stand in any text: C0 and C1 controls but line feed and tab, bidi overrides and
 * isolates, the byte order mark, and U+FFFE/U+FFFF, which no XML holds. Surrogates are checked in pairs.
 */
function isForbidden(code: number): boolean {
  if (code < 0x20) return code !== 0x0a && code !== 0x09
  if (code < 0x2000) return code >= 0x7f && code <= 0x9f
  if (code < 0xd800) return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
  return code === 0xfeff || code === 0xfffe || code === 0xffff
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x09 || code === 0x2028 || code === 0x2029
}

/** The place of the first character that may not stand in a text, or -1. It runs over every string of every case. */
function forbiddenAt(value: string, breaks: boolean): number {
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index)
    if (code >= 0x20 && code < 0x7f) continue
    if (code >= 0xd800 && code < 0xe000) {
      const next = value.charCodeAt(index + 1)
      if (code >= 0xdc00 || !(next >= 0xdc00 && next < 0xe000)) return index
      index++
    } else if (isForbidden(code) || (!breaks && isLineBreak(code))) return index
  }
  return -1
}

const idLength = 64

/** The first forbidden character of a text as U+ and its code, or undefined. Line feeds and tabs are allowed. */
export function forbiddenCharacter(value: string): string | undefined {
  const index = forbiddenAt(value, true)
  if (index < 0) return undefined
  return `U+${value.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Text of any number of lines. */
function isAllowedText(value: string): boolean {
  return forbiddenAt(value, true) < 0
}

/** Text of one line. */
export function isSingleLine(value: string): boolean {
  return forbiddenAt(value, false) < 0
}

/** Whether a text shows nothing: blanks, line breaks and characters without width alone. Nothing at all is no such text. */
export function isBlank(value: string): boolean {
  const first = value.charCodeAt(0)
  // Nearly every text begins with a letter, a figure or a Chinese character.
  if ((first > 0x20 && first < 0x7f) || (first >= 0x4e00 && first < 0xa000)) return false
  return /^[\s\p{Cf}\u2800\u3164]+$/u.test(value)
}

/** `YYYY-MM-DD` by its shape alone. */
export function looksLikeDate(value: string): boolean {
  return value.length === 10 && /^\d{4}-\d{2}-\d{2}$/.test(value)
}

/** A usable day and a minute, `YYYY-MM-DD HH:mm`. */
function isDateTime(value: string): boolean {
  return isUsableDate(value.slice(0, 10)) && /^ ([01]\d|2[0-3]):[0-5]\d$/.test(value.slice(10))
}

/** `YYYY-MM`. */
function isMonth(value: string): boolean {
  return isUsableDate(`${value}-01`)
}

/** A quarter `2026Q1` or a year `2026`. */
function isPeriod(value: string): boolean {
  return /^\d{4}(Q[1-4])?$/.test(value) && isUsableYear(Number(value.slice(0, 4)))
}

/** Yuan as a decimal string, not negative, at most two places; the integer part fits 分 in a safe integer. */
function isMoney(value: string): boolean {
  return /^(0|[1-9]\d{0,12})(\.\d{1,2})?$/.test(value)
}

/** A quantity: a decimal string, not negative. */
function isDecimal(value: string): boolean {
  return /^(0|[1-9]\d{0,14})(\.\d{1,6})?$/.test(value)
}

/** A short identifier that is safe in a path, a git trailer and a terminal. */
function isId(value: string): boolean {
  return (
    value.length > 0 &&
    value.length <= idLength &&
    isSingleLine(value) &&
    value.trim() === value &&
    !/[/\\]|\.\./.test(value) &&
    !value.startsWith('-')
  )
}

/** `<prefix>-<year>-<4 digits>`. */
function isCaseId(value: string): boolean {
  return /^[A-Z][A-Z0-9]{0,7}-\d{4}-\d{4}$/.test(value)
}

function isIdPrefix(value: string): boolean {
  return /^[A-Z][A-Z0-9]{0,7}$/.test(value)
}

/** Six digits of GB/T 2260. */
function isRegionCode(value: string): boolean {
  return /^\d{6}$/.test(value)
}

/** SHA-256 in hexadecimal, or empty while there is no file. */
function isSha256(value: string): boolean {
  return value === '' || /^[0-9a-f]{64}$/.test(value)
}

/** A relative path that stays below its folder, with forward slashes and names that every system allows. */
function isRelativePath(value: string): boolean {
  return isSingleLine(value) && value.split('/').every((part) => part !== '' && isLegalOnWindows(part))
}

/** The address of a page, with or without https://: a host of several parts, of which the last is no number. */
function isWebAddress(value: string): boolean {
  const [, host = ''] = /^(?:https?:\/\/)?([^\s/?#:@]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i.exec(value) ?? []
  const parts = host.split('.')
  const isNamed = parts.every((part) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(part))
  return isNamed && parts.length > 1 && /^(?:\p{Script=Han}{2,}|[a-z][a-z0-9-]+)$/iu.test(parts.at(-1) ?? '')
}

/** The number of a bank account: figures, capitals and hyphens, without blanks. */
function isBankAccount(value: string): boolean {
  return /^[0-9A-Z](?:[0-9A-Z-]{4,38})[0-9A-Z]$/.test(value) && /\d{5}/.test(value)
}

/** Format names of the schemas; `line` and `text` are given at build time to strings without a format. */
export const formats = {
  text: isAllowedText,
  line: (value: string) => isSingleLine(value) && !isBlank(value),
  date: isUsableDate,
  'date-time-minute': isDateTime,
  month: isMonth,
  period: isPeriod,
  money: isMoney,
  decimal: isDecimal,
  id: isId,
  'case-id': isCaseId,
  'id-prefix': isIdPrefix,
  'region-code': isRegionCode,
  sha256: isSha256,
  'relative-path': isRelativePath,
  'web-address': isWebAddress,
  'bank-account': isBankAccount,
}
