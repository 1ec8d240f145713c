import { chineseDate, isRealDate } from './calendar/dates.ts'
import { exactPattern } from './pattern.ts'
import { UNSEEN } from './schema/hidden.ts'
import { variants } from './variants.ts'

/**
 * Characters that one is typed or read for another, as groups: zero and O, one and l, dashes, quotes, brackets, dots,
 * Cyrillic and Greek letters with the shape of Latin ones. Full width needs no group: NFKC folds it.
 */
const lookAlikes = [
  '0oOоОοΟ〇○',
  '1lLiI|ІіΙι丨',
  '-‐‑‒–—―−─－ー',
  '.·•・‧∙。｡⋅⸱ꞏ᛫⦁●ᐧ',
  ',，、',
  `"'“”‘’「」『』＂＇«»`,
  '(（〔[【〖［{｛<《〈',
  ')）〕]】〗］}｝>》〉',
  'xX×✕✖＊*хХχ',
  'aAаАα',
  'bBвВΒ',
  'cCсС',
  'eEеЕΕ',
  'hHнНΗ',
  'kKкКΚκ',
  'mMмМΜ',
  'pPрРΡρ',
  'tTтТΤτ',
  'yYуУΥ',
  '~～∼〜˜',
  '己已巳⺒',
  '户戶戸',
]

/**
 * Radicals that stand in texts pasted from a PDF for the character of the same look, and that NFKC leaves as they are or
 * folds into the traditional form, as groups.
 */
export const radicals =
  '厂⺁ 乙⺄ 几⺇ 卜⺊ 小⺌ 幺⺓ 日⺜ 月⺝ 歹⺞ 母⺟ 民⺠ 爪⺥ 牛⺧ 王⺩ 目⺫ 示⺬ 竹⺮ 网⺳ 羊⺶ 聿⺻ 臼⺽ 虎⻁ 西⻄ 见見⻅ 角⻆ 贝貝⻉ 足⻊ 车車⻋ 长長⻑⻓ 门門⻔ 青⻘靑 韦韋⻙ 页頁⻚ 风風⻛ 飞飛⻜ 食⻝ 首⻡ 马馬⻢ 骨⻣ 鬼⻤ 鱼魚⻥ 鸟鳥⻦ 卤鹵⻧ 麦麥⻨ 黄黃⻩ 黾黽⻪ 齐齊⻬ 齿齒⻮ 龙龍⻰ 龟龜⻳'

/** Characters that are taken for one another, as groups. */
export const groupsOfCharacters: readonly string[] = [...lookAlikes, ...`${radicals} ${variants}`.split(' ')]

/** Each character with all those of its groups. */
const alike = groupsByCharacter()

function groupsByCharacter(): ReadonlyMap<string, string> {
  const groups = new Map<string, string>()
  for (const group of groupsOfCharacters)
    for (const character of group) groups.set(character, `${groups.get(character) ?? ''}${group}`)
  return groups
}

/** What may stand between two characters of a text that is searched: spaces, line breaks, and what nobody sees. */
const NOTHING = `\\s${UNSEEN}\\p{Default_Ignorable_Code_Point}\\p{M}\\u2800`
const gap = `[${NOTHING}]*`
export const SPACES = new RegExp(`[${NOTHING}]+`, 'gu')

/** Kangxi radicals, compatibility ideographs, forms in full and half width: characters that NFKC folds into another. */
const foldedRanges = [
  [0x2100, 0x214f],
  [0x2460, 0x24ff],
  [0x2e80, 0x2fdf],
  [0x3300, 0x33ff],
  [0xf900, 0xfaff],
  [0xff01, 0xffee],
] as const

let knownForms: ReadonlyMap<string, string> | undefined

/** The characters that NFKC folds into another one, by that one. */
function formsOf(character: string): string {
  knownForms ??= foldedForms()
  return knownForms.get(character) ?? ''
}

function foldedForms(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const [first, last] of foldedRanges)
    for (let code = first; code <= last; code++) {
      const form = String.fromCharCode(code)
      const folded = form.normalize('NFKC')
      if (folded !== form && [...folded].length === 1) forms.set(folded, `${forms.get(folded) ?? ''}${form}`)
    }
  return forms
}

/**
 * The source of a pattern (flags `giu`) that finds a text however it was typed: full or half width, with or without
 * spaces, with characters that look alike; a day also as 2026年3月2日 or 2026-03-02. Undefined for nothing but spaces.
 */
export function foldedPattern(text: string): string | undefined {
  const written = writingsOf(text).map(patternOfCharacters).filter(Boolean)
  return written.length ? written.map((each) => `(?:${each})`).join('|') : undefined
}

/** The text, and where it names a day also the other ways to write it. */
export function writingsOf(text: string): string[] {
  return [...new Set([text, ...otherDates(text)])]
}

function patternOfCharacters(text: string): string {
  return writtenCharacters(text).map(patternOfCharacter).join(gap)
}

function patternOfCharacter(all: readonly string[]): string {
  const [only] = all
  if (all.length === 1 && only !== undefined) return exactPattern(only)
  return `[${all.map((each) => each.replace(/[\\\]^-]/gu, '\\$&')).join('')}]`
}

function isOneCharacter(text: string): boolean {
  return [...text].length === 1
}

/** Each character of a text, without spaces, in all the ways in which it may have been written. */
function writtenCharacters(text: string): string[][] {
  return [...text.normalize('NFKC').replace(SPACES, '')].map((character) => {
    // ß has no capital of one character, and is not found as S.
    const cases = [character, character.toLowerCase(), character.toUpperCase()].filter(isOneCharacter)
    const group = new Set(cases.flatMap((each) => [each, ...(alike.get(each) ?? '')]))
    return [
      ...new Set([...group].flatMap((each) => [each, ...formsOf(each), ...formsOf(each.toUpperCase())])),
    ]
  })
}

/** A day in the text in the other ways in which it is written. */
function otherDates(text: string): string[] {
  const [whole, year = '', month = '', day = ''] =
    /(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?/u.exec(text.normalize('NFKC').replace(SPACES, '')) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (whole === undefined || !isRealDate(iso)) return []
  const around = text.normalize('NFKC').replace(SPACES, '').split(whole)
  return [iso, chineseDate(iso)].map((date) => around.join(date))
}

/** Whether a text holds each of the words, as `foldedPattern` finds them. */
export function holdsWords(words: readonly string[]): (text: string) => boolean {
  const patterns = words.flatMap((word) => foldedPattern(word) ?? []).map((each) => new RegExp(each, 'iu'))
  return (text) => patterns.every((pattern) => pattern.test(text))
}

/** A text folded for comparing, with the place in the text of each of its characters. */
export interface FoldedText {
  readonly folded: string
  /** Where each character of `folded` begins in the text; one more at the end. */
  readonly starts: readonly number[]
}

/**
 * A text as `foldedPattern` compares it: each character by the first of those that look alike, in lower case and plain
 * width, without what nobody sees. Two texts that are the same to a reader have the same `folded`.
 */
export function foldText(text: string): FoldedText {
  const starts: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    for (const each of foldCharacter(character)) {
      folded += each
      starts.push(at)
    }
    at += character.length
  }
  return { folded, starts: [...starts, at] }
}

/** What stands for a character; the empty text for spaces and for what nobody sees. */
function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character)
  if (known !== undefined) return known
  const plain = character.normalize('NFKC').replace(SPACES, '')
  const folded = [...plain].map((each) => [...(alike.get(each) ?? each)][0]?.toLowerCase() ?? '').join('')
  foldedCharacters.set(character, folded)
  return folded
}

/** Texts repeat their few thousand characters. */
const foldedCharacters = new Map<string, string>()

/** Whether two texts are the same to a reader: 李　明 and 李明. */
export function readsAlike(a: string, b: string): boolean {
  return a === b || foldText(a).folded === foldText(b).folded
}
