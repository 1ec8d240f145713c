import { inCapitals, isCreditCode, isIdNumber } from '../../../facts/identifiers.ts'
import type { CellContent } from '../book.ts'
import { listedParts, type Parsed, plainText, quoted, saysNothing } from './parsed.ts'

const OTHERS = /等(?:\d+|[一二三四五六七八九十两]+)?(?:人|家|户|个|名|单位|公司)*$/u
const ORGANIZATION_WITH_OTHERS = /(?:平等|高等|同等)$/u
const OUTER_COMMA = /[，,]/u
/** Two organisations in one name: 甲公司及乙公司, 甲公司 乙公司. */
const TWO_ORGANIZATIONS =
  /(?:公司|集团|厂|矿|场|店|合作社|中心|企业|医院|经营户|养殖户)(?:\s*(?:以及|及|和|与|[/|&＆+＋])\s*|\s+)(?!其|所属|下属).*(?:公司|集团|厂|矿|场|店|合作社|中心|企业|医院|经营户|养殖户)$/u

/** The names in a cell; undefined where it names nobody. */
export function parsePeople(content: CellContent): Parsed<readonly string[] | undefined> {
  if (content.kind === 'number' || content.kind === 'date')
    return { fault: '不是名称或者姓名，请写全称或者姓名' }
  if (content.kind !== 'text') return { value: undefined }
  if (saysNothing(plainText(content.text))) return { value: undefined }
  const names = listedParts(content.text.replace(/^(\s*\d{1,2})、/gmu, '$1.'))
  for (const name of names) {
    const outside = name.replace(/[（(].*?[）)]/gu, '')
    if (OUTER_COMMA.test(outside)) return { fault: `${quoted(name)}里有逗号，几个人的请用“；”分开` }
    if (TWO_ORGANIZATIONS.test(outside))
      return { fault: `${quoted(name)}像是两个，几个的请用“；”分开；是一个的，写在“义务人”表里` }
    if (!/\p{L}/u.test(name)) return { fault: `${quoted(name)}不是名称或者姓名，请写全称或者姓名` }
    if (OTHERS.test(outside) && !ORGANIZATION_WITH_OTHERS.test(outside))
      return { fault: `${quoted(name)}没有写全，请逐个写出，用“；”分开` }
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return { fault: `${quoted(twice)}写了两遍` }
  return { value: names.length ? names : undefined }
}

const LOST = /^\d(?:\.\d+)?E\+?\d+$/iu
const LOST_MESSAGE =
  '证件号码被表格软件当成数字，末几位已经丢失，不能还原；请按证件重新填写，单元格先设为文本格式'

/** Whether a number or text is what a spreadsheet makes of a long number. */
export function isLostNumber(content: CellContent): boolean {
  if (content.kind === 'number') return Math.abs(content.number) > Number.MAX_SAFE_INTEGER
  return content.kind === 'text' && LOST.test(plainText(content.text))
}

/** The certificates in a cell, in the order of the names beside them; an empty text for one who has none on record. */
export function parseCertificates(content: CellContent): Parsed<readonly string[] | undefined> {
  if (isLostNumber(content)) return { fault: LOST_MESSAGE }
  if (content.kind === 'number') return { value: [String(content.number)] }
  if (content.kind !== 'text') return { fault: '不是证件号码' }
  if (saysNothing(plainText(content.text))) return { value: undefined }
  const parts = listedParts(content.text.replace(/[，,]/gu, '；'), { keepEmpty: true })
  // What follows the last separator is no certificate; 无 is that of somebody who has none.
  while (parts.length > 1 && parts.at(-1) === '') parts.pop()
  const numbers = parts.map((part) => (saysNothing(plainText(part)) ? '' : inCapitals(part)))
  if (numbers.some((number) => LOST.test(number) || isCutOff(number))) return { fault: LOST_MESSAGE }
  return { value: numbers.some((number) => number !== '') ? numbers : undefined }
}

const LENGTH = 18

/** A number of 18 figures that ends in noughts and is wrong: what a spreadsheet leaves of it. */
function isCutOff(number: string): boolean {
  return /^\d{15}000$/u.test(number) && !isIdNumber(number) && !isCreditCode(number)
}

/** What a certificate is, by its form. */
export type CertificateForm = 'creditCode' | 'idNumber' | 'other'

/** Tells a credit code from an id number: by the check character, else by the form. */
export function certificateForm(number: string): CertificateForm {
  if (number.length !== LENGTH) return 'other'
  if (isIdNumber(number)) return 'idNumber'
  if (isCreditCode(number)) return 'creditCode'
  if (/^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dX]$/u.test(number)) return 'idNumber'
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/u.test(number) ? 'creditCode' : 'other'
}

const ORGANIZATION =
  /(?:公司|集团|厂|矿|场|店|社|会|部|院|所|局|站|中心|企业|学校|医院|农场|林场|工厂|经营户|工作室|合伙|基地|商行|酒店|饭店|政府|银行|大学|中学|小学|养殖|园)(?:[（(].*[）)])?$/u
const PERSON = /^\p{Script=Han}{2,4}(?:[·•]\p{Script=Han}+)*$/u
const ANONYMOUS_PERSON = /^\p{Script=Han}{1,2}某{1,2}\p{Script=Han}?$/u

/** Whether a name is one of an organisation or of a person; undefined where it does not tell. */
export function kindOfName(name: string): 'organization' | 'individual' | undefined {
  if (ORGANIZATION.test(name)) return 'organization'
  const plain = name.replace(/[（(].*?[）)]/gu, '').trim()
  return ANONYMOUS_PERSON.test(plain) || PERSON.test(plain) ? 'individual' : undefined
}
