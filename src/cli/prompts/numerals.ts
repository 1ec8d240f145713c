import { NUMERALS } from '../../core/regulation/article.ts'

/** Numerals as people write them, in Chinese, in capitals or full width, one sign for one. */
const FIGURES: Readonly<Record<string, string>> = {
  ...signPairs(NUMERALS, '0123456789'),
  ...signPairs('零壹贰叁肆伍陆柒捌玖', '0123456789'),
  ...signPairs('〇○两貳叄參陸', '0022336'),
  ...signPairs('拾佰仟萬億圆圓', '十百千万亿元元'),
}

/** The text in half-width signs, with figures for Chinese digits: 贰拾陆万 → 2十6万. */
export function plainNumerals(text: string): string {
  return Array.from(text.trim().normalize('NFKC'), (sign) => FIGURES[sign] ?? sign).join('')
}

function signPairs(from: string, to: string): Record<string, string> {
  return Object.fromEntries(Array.from(from, (sign, index) => [sign, to.charAt(index)]))
}
