import { isUsableDate } from '../calendar/dates.ts'
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
  const upper = number.toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(upper)) return false
  const born = `${upper.slice(6, 10)}-${upper.slice(10, 12)}-${upper.slice(12, 14)}`
  if (!isUsableDate(born)) return false
  const weighted = ID_WEIGHTS.reduce(
    (total, weight, index) => total + weight * Number(upper.charAt(index)),
    0,
  )
  return ID_CHECKS.charAt(weighted % ID_CHECKS.length) === upper.charAt(17)
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
  const [year, month, day] = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)]
  return { sex: Number(idNumber[16]) % 2 ? '男' : '女', bornOn: `${year}-${month}-${day}` }
}
