import { radicals } from './folding.ts'
import { WITHOUT_WIDTH } from './schema/hidden.ts'

/** Radicals, compatibility ideographs, and letters and digits in full width: each means one other character. */
const FORMS = /[\u2e80-\u2fdf\uf900-\ufaff\u{2f800}-\u{2fa1f}\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/gu
/** Nobody sees these, and no text needs them; what turns the direction of writing is refused, not taken out. */
const NOBODY_SEES = new RegExp(String.raw`[\u00ad\u180e${WITHOUT_WIDTH}\u3164\uffa0]`, 'gu')
const ODD_BLANKS = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/gu
/** 李　明, and 同 意: blanks that only serve the looks of a word. 王某 李某 are two names. */
const SPREAD = /^\p{Script=Han}[ \u3000]+\p{Script=Han}{1,2}$/u
/** 买买提•吐尔逊: the dots that are typed for the one in names. */
const NAME_DOTS = /(?<=\p{Script=Han})\s*[•・‧∙･⋅⸱ꞏ᛫⦁●ᐧ]\s*(?=\p{Script=Han})/gu
const longestName = 30

/** The character of the same look and meaning for each radical that NFKC does not fold into it. */
const ofRadicals = new Map(
  radicals.split(' ').flatMap(([meant = '', ...forms]) => forms.map((form) => [form, meant] as const)),
)

/**
 * A text as it was meant, however it was typed or pasted: characters that only look like others (⽂ for 文, １ for 1),
 * without what nobody sees, with common blanks. Signs in full width stay, as Chinese texts use them; so do letters of
 * other scripts, which may be meant (`doubtfulLetters`).
 */
export function plainInput(text: string): string {
  const plain = plainSigns(text)
  if (SPREAD.test(plain)) return plain.replace(/[ \u3000]+/gu, '')
  return plain.length <= longestName ? plain.replace(NAME_DOTS, '·') : plain
}

/** The same without a view to names: blanks and dots inside stay. */
export function plainSigns(text: string): string {
  return text
    .replace(FORMS, (sign) => ofRadicals.get(sign) ?? sign.normalize('NFKC'))
    .replace(NOBODY_SEES, '')
    .replace(ODD_BLANKS, ' ')
}

/** `plainInput` for every text of an item, but for names of files: @文件. */
export function plainInputs(data: unknown): unknown {
  if (typeof data === 'string') return data.startsWith('@') ? data : plainInput(data)
  if (Array.isArray(data)) return data.map(plainInputs)
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plainInputs(value)]))
}

/** Letters of other scripts with the shape of Latin ones, each with the Latin one. */
const latin = new Map(
  ['AАΑ', 'BВΒ', 'CС', 'EЕΕ', 'HНΗ', 'IІΙ', 'KКΚ', 'MМΜ', 'NΝ', 'OОΟ', 'PРΡ', 'TТΤ', 'XХΧ', 'YУΥ', 'ZΖ']
    .concat(['aа', 'cс', 'eе', 'oоο', 'pр', 'xх', 'yу', 'iі'])
    .flatMap(([meant = '', ...forms]) => forms.map((form) => [form, meant] as const)),
)
const DOUBTFUL = new RegExp(`[${[...latin.keys()].join('')}]`, 'gu')

/** A letter of another script that looks like a Latin one, and its place in the text. */
export interface DoubtfulLetter {
  readonly letter: string
  readonly looksLike: string
  readonly at: number
}

/** The letters of a text that are likely Latin ones, typed or pasted in another script. */
export function doubtfulLetters(text: string): DoubtfulLetter[] {
  return [...text.matchAll(DOUBTFUL)].flatMap(({ 0: letter, index }) => {
    // A whole word in Cyrillic or Greek is meant.
    const word = `${/[\p{L}]*$/u.exec(text.slice(0, index))?.[0] ?? ''}${/^[\p{L}]*/u.exec(text.slice(index))?.[0] ?? ''}`
    const own = [...word].filter((each) => /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(each))
    if (own.some((each) => !latin.has(each))) return []
    return [{ letter, looksLike: latin.get(letter) ?? letter, at: index }]
  })
}
