import { isCreditCode, isIdNumber, maskIdentifier } from './identifiers.ts'

/**
 * Numbers of identity, telephones and accounts standing by themselves, in half or full width, with or without spaces.
 */
const digit = '[\\d０-９]'
const gap = '[ \\-－—]?'
const phoneGap = '[ \\-－—.．·]?'
export const personalNumbers = [
  `(?<!${digit})(?:${digit}{6}${gap}${digit}{8}${gap}${digit}{3}[\\dXx０-９Ｘｘ]|${digit}{15})(?!${digit})`,
  `(?<!${digit})(?:(?:[+＋]?[8８][6６]|[0０]{2}[8８][6６])${gap})?[1１][3-9３-９]${digit}${phoneGap}${digit}{4}${phoneGap}${digit}{4}(?!${digit})`,
  `(?<!${digit})[0０]${digit}{2,3}(?:[ \\-－—]${digit}{7,8}|${digit}{8})(?!${digit})`,
  `(?<!${digit})${digit}{16,21}(?!${digit})`,
  `(?<!${digit})${digit}{4}(?:${gap}${digit}{4}){3,4}(?:${gap}${digit}{1,3})?(?!${digit})`,
].join('|')

/** An account of any length, where it is called one: 账号 123456789012, account: "123456789012". */
const namedAccount = `(?<=(?:账号|账户|\\baccount)[”"]?[:：为]?\\s?[“"']?)${digit}{6,40}(?!${digit})`

/**
 * What is no number of a person, though as many digits stand in it: digests and commits of git, numbers of cases, and
 * paths of files, which must be found again as they are.
 */
const otherNumbers = [
  '(?<![0-9A-Za-z])(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9A-Za-z])',
  '(?<![0-9A-Za-z])[A-Z][A-Z0-9]{0,7}-\\d{4}-\\d{4}(?!\\d)',
  '(?<![\\w/])(?:attachments|calendar|cases|documents|projects|regulations|reports|templates)/[^\\s“”「」（），。；："\']+',
].join('|')
/** The code of a unit whose last one or two characters may be letters: it is looked at whole, not its digits alone. */
const unitCode = '(?<![0-9A-Za-z])\\d{16}[0-9A-Z]{2}(?![0-9A-Za-z])'
const numbers = new RegExp(`(${otherNumbers})|${unitCode}|${namedAccount}|${personalNumbers}`, 'gu')
/**
 * Most texts hold no ten digits on end, and need no closer look; what is called an account, or by a key, may be
 * shorter.
 */
const suspect = new RegExp(
  `${digit}(?:${gap}${digit}){9}|(?:账号|账户|account).{0,4}${digit}|"(?:idNumber|identity|phone)":`,
  'u',
)

/** Whether a text may hold the number of a person; a quick look that finds too much rather than too little. */
export function holdsPersonalNumber(text: string): boolean {
  return suspect.test(text)
}

/** A text for somebody of the office: names as they are, numbers of persons with their ends alone, as in `show`. */
export function withMaskedNumbers(text: string): string {
  if (!holdsPersonalNumber(text)) return text
  return text.replace(numbers, (found: string, other?: string) =>
    other !== undefined || isOfUnit(found) ? found : maskIdentifier(found),
  )
}

/** How the code of a unit begins: who registered it, of which kind it is, and the province. */
const UNIT_CODE = /^[159][1239](?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/

/** The code of a unit, which is public; one that may be the number of a person too is masked. */
function isOfUnit(found: string): boolean {
  return UNIT_CODE.test(found) && isCreditCode(found) && !isIdNumber(found)
}

/** The keys under which files keep such numbers, whatever their form: a telephone in a village has seven digits. */
const PERSONAL_KEYS: ReadonlySet<string> = new Set(['account', 'idNumber', 'phone'])

/** Whether a value at a path is the number of a person, by its keys. */
export function isPersonalNumber(path: readonly (string | number)[]): boolean {
  const [above, last] = [path.at(-2), path.at(-1)]
  return (typeof last === 'string' && PERSONAL_KEYS.has(last)) || (above === 'identity' && last === 'number')
}

/** A value of JSON as programs are given it, by its key: numbers of persons masked. */
export function maskedNumber(key: string, value: unknown): unknown {
  if (typeof value === 'string')
    return PERSONAL_KEYS.has(key) ? maskIdentifier(value) : withMaskedNumbers(value)
  if (key !== 'identity' || typeof value !== 'object' || value === null || !('number' in value)) return value
  return { ...value, number: maskIdentifier(String(value.number)) }
}
