/** How the number of a paper looks: 桂环赔〔2026〕12号, （2026）桂01民初12号. */
export const NUMBER_EXAMPLE = '桂环赔〔2026〕12号'

/**
 * What a field takes. documentNumber: a number alone (文号、案号) · paperNumber: the number of a paper, or its name where it
 * has none
 */
export const numberFormats = ['documentNumber', 'paperNumber'] as const

export type NumberFormat = (typeof numberFormats)[number]

/** The keys of a case whose texts are such numbers. */
export const numberKeys: Readonly<Record<string, NumberFormat>> = {
  ...asFormat('documentNumber', [
    'number',
    'commissionNumber',
    'reportNumber',
    'explanationRequestNumber',
    'rulingNumber',
    'judgmentNumber',
    'caseNumber',
    'sentToCourtNumber',
  ]),
  ...asFormat('paperNumber', ['document']),
}

function asFormat(format: NumberFormat, keys: readonly string[]): Record<string, NumberFormat> {
  return Object.fromEntries(keys.map((key) => [key, format]))
}

/** Every number of a paper holds a figure, in whatever script it is written. */
const FIGURE = /[\p{N}〇零一二两三四五六七八九十廿卅百壹贰叁肆伍陆柒捌玖拾]/u
/** A day or a sum that was typed into the wrong field: 3.6, 12,000, 500.00. */
const OTHER_FIGURE = /^\d{1,2}\.\d{1,2}$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+\.\d{2}$/u
const HAN = /\p{Script=Han}/u

/**
 * What is wrong with a text as the number of a paper; undefined where it may be one. Offices number in many ways, so only
 * what surely is none is named.
 */
export function wrongNumber(format: NumberFormat, text: string): string | undefined {
  if (OTHER_FIGURE.test(text.trim())) return `像日期或者数额，不是文号：文号如 ${NUMBER_EXAMPLE}`
  if (FIGURE.test(text) || (format === 'paperNumber' && HAN.test(text))) return undefined
  return format === 'paperNumber'
    ? `不像文号，也不像文书的名称：文号如 ${NUMBER_EXAMPLE}`
    : `里没有数字，不是文号：文号如 ${NUMBER_EXAMPLE}；没有文号的空着不写`
}

/** Whether a format is one of those of numbers. */
export function isNumberFormat(format: string | undefined): format is NumberFormat {
  return numberFormats.some((each) => each === format)
}
