import { FIRST_YEAR, type IsoDate, isRealDate, isUsableDate } from '../calendar/dates.ts'
import { plainInput } from '../plain-input.ts'

const CREDIT_CODE_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

/** Whether a 统一社会信用代码 has the right form and check character. GB 32100-2015 */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  const weighted = CREDIT_CODE_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CREDIT_CODE_ALPHABET.indexOf(code.charAt(index)),
    0,
  )
  const modulus = CREDIT_CODE_ALPHABET.length
  return CREDIT_CODE_ALPHABET.charAt((modulus - (weighted % modulus)) % modulus) === code.charAt(17)
}

/** Whether a 公民身份号码 has the right form, a real date of birth and the right check character. GB 11643-1999 */
export function isIdNumber(number: string): boolean {
  return faultOfForm(number.toUpperCase()) === undefined
}

const BORN_LATER = '号码里的出生日期（第 7 至 14 位）在今天以后'

/**
 * Why a 公民身份号码 can't be right on a day, for people, without telling anything of the number; undefined where nothing
 * speaks against it. GB 11643-1999
 */
export function idNumberFault(number: string, today: IsoDate): string | undefined {
  const upper = number.toUpperCase()
  const fault = faultOfForm(upper)
  if (fault !== undefined) return fault
  return birthIn(upper) > today ? BORN_LATER : undefined
}

/** What the form of a number in capitals says against it, whatever the day. */
function faultOfForm(number: string): string | undefined {
  if (idNumberFromOld(number) !== undefined) return '这是 15 位的旧号码，应填 18 位的'
  if (number.length !== ID_WEIGHTS.length + 1)
    return `应为 ${ID_WEIGHTS.length + 1} 位，现在是 ${number.length} 位`
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return '前 17 位应为数字，末位应为数字或者 X'
  const born = birthIn(number)
  if (!isRealDate(born)) return '号码里的出生日期（第 7 至 14 位）不存在'
  if (born < `${FIRST_YEAR}`) return `号码里的出生日期（第 7 至 14 位）早于 ${FIRST_YEAR} 年`
  if (!isUsableDate(born)) return BORN_LATER
  return checkOf(number) === number.charAt(ID_WEIGHTS.length)
    ? undefined
    : '末位的校验码不符，有一位或者几位写错了'
}

/**
 * The number of 18 digits for one of 15, whose holder was born in the 20th century; undefined for anything else.
 */
export function idNumberFromOld(number: string): string | undefined {
  if (!/^[1-9]\d{14}$/.test(number)) return undefined
  const longer = `${number.slice(0, 6)}19${number.slice(6)}`
  return isRealDate(birthIn(longer)) ? `${longer}${checkOf(longer)}` : undefined
}

function birthIn(number: string): IsoDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

/** The check character for the first 17 digits. */
function checkOf(number: string): string {
  const weighted = ID_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(number.charAt(index)),
    0,
  )
  return ID_CHECKS.charAt(weighted % ID_CHECKS.length)
}

/** An identifier as lists and reports show it: its first and last characters only. */
export function maskIdentifier(value: string): string {
  return value.length < 8
    ? '*'.repeat(value.length)
    : `${value.slice(0, 3)}${'*'.repeat(value.length - 7)}${value.slice(-4)}`
}

/** A code or number in half-width capitals and without blanks, however people typed it. */
export function inCapitals(text: string): string {
  return plainInput(text).normalize('NFKC').replace(/\s/gu, '').toUpperCase()
}

/** What a valid 公民身份号码 tells of its holder (GB 11643-1999); undefined for a wrong one. */
export function holderOf(
  idNumber: string,
): { readonly sex: '男' | '女'; readonly bornOn: string } | undefined {
  if (!isIdNumber(idNumber)) return undefined
  return { sex: Number(idNumber[16]) % 2 ? '男' : '女', bornOn: birthIn(idNumber) }
}
