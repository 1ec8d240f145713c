import type { FieldValue } from '../core/forms/define.ts'
import { CONTROLS, SEPARATORS, TURNING } from '../core/schema/hidden.ts'

interface RefusedCharacters {
  readonly pattern: RegExp
  readonly what: string
}

// Noncharacters are refused also because placeholders are marked with U+FDD0 and U+FDD1 while a template is filled.
const refusals: readonly RefusedCharacters[] = [
  // A carriage return ends a line, as in texts from some other programs.
  { pattern: new RegExp(String.raw`(?!\r)[${CONTROLS}]`, 'u'), what: '控制字符' },
  { pattern: new RegExp(`[${TURNING}]`, 'u'), what: '改变文字方向的不可见字符' },
  { pattern: new RegExp(String.raw`[${SEPARATORS}\ufeff]`, 'u'), what: '不可见的分隔字符' },
  { pattern: /\p{Noncharacter_Code_Point}/u, what: '非字符码位' },
  { pattern: /\p{Surrogate}/u, what: '残缺的字符' },
]

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Why a text can't be printed, in Chinese, naming the character; null when it can. */
export const whyUnprintable = (text: string): string | null => {
  for (const { pattern, what } of refusals) {
    const found = pattern.exec(text)
    if (found !== null) return `含有${what}（${codePoint(found[0])}）`
  }
  return null
}

/** The lines of a text, with any line ends; forms have no tab stops, so a tab becomes a space of one character. */
export const textLines = (text: string): string[] => text.replaceAll('\t', '　').split(/\r\n|\r|\n/)

/** The texts of a value, each with its name in messages. */
export const namedTextsOf = (
  name: string,
  value: FieldValue,
): { readonly name: string; readonly text: string }[] => {
  if (typeof value === 'string') return [{ name, text: value }]
  if ('paragraphs' in value) return value.paragraphs.map((text) => ({ name, text }))
  if ('rows' in value) {
    return value.rows.flatMap((row, index) =>
      Object.entries(row).map(([field, text]) => ({ name: `${name}.${field}（第 ${index + 1} 行）`, text })),
    )
  }
  return []
}

/** A field's value; undefined for a name that every object inherits, such as `constructor`. */
export const ownValue = <T>(values: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(values, name) ? values[name] : undefined
