import nzh from 'nzh/cn'
import { type Fen, showYuan, yuanOf } from '../facts/money.ts'

/** 分 in capitals, as a contract writes it: 伍拾贰万玖仟柒佰元整; 整 after 元 and 角, not after 分. */
export function capitals(fen: Fen): string {
  // The package writes 整 only for a number without decimals, so whole yuan go without a point.
  const yuan = yuanOf(fen).replace(/\.00$/, '')
  const written = nzh.toMoney(yuan, { outSymbol: false })
  return written.endsWith('角') ? `${written}整` : written
}

/** 分 in figures: 529,700.00元. */
export function amountInFigures(fen: Fen): string {
  return showYuan(fen).replace(' ', '')
}

/** 分 in figures and capitals: 529,700.00元（大写：人民币伍拾贰万玖仟柒佰元整）. */
export function amountInFull(fen: Fen): string {
  return `${amountInFigures(fen)}（大写：人民币${capitals(fen)}）`
}

/** A number in Chinese numerals, for headings: 0 → 一 (the first), 10 → 十一. */
export function ordinal(index: number): string {
  return nzh.encodeS(index + 1, { tenMin: true })
}
