import type { TermTitle } from '../regulation/agreement-form.ts'
import type { Regulation } from '../regulation/regulation.ts'
import { restorationModeLabels } from '../regulation/restoration-modes.ts'
import { compact } from './words.ts'

/** Tells what ejc prints from the record, by the words of one regulation. */
export interface PrintedFigures {
  /** Whether a text, without its number, is printed so under one of the titles of the figures. */
  isTerm(title: TermTitle, text: string): boolean
  /** Whether it is the line behind the clause on the schedule of the restoration. */
  isSchedule(text: string): boolean
  /** Whether it is that of a phase, which stands behind such a line. */
  isPhase(text: string): boolean
}

const AMOUNT = String.raw`(?:[\d,.]+[万亿]?元|_+元?)(?:\(大写:人民币[^()]*\))?`

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})。?$`, 'u')

const DAYS = String.raw`(?:,(?:应于)?[\d_]+年[^。,]*前\(含当日\)(?:启动|完成|完成修复效果评估)){1,3}`
const ACCOUNT = '(?:户名|账号|开户行)'
const PHASE = whole(`第[一二三四五六七八九十]+期,[^。]*?${DAYS}`)

const BY_DAY = String.raw`于[^。,]*前\(含当日\)`
/**
 * How much, then by whom, by which day, to whom and how it is given, and into which account, as far as agreed. Papers
 * of before have the day behind, with a verb of its own.
 */
const BOND = whole(
  [
    `金额为${AMOUNT}`,
    `(?:,(?=[由向以于])(?:由[^。,]+?)?(?:${BY_DAY})?(?:向[^。,]+?)?(?:以[^。,]*方式)?(?:(?:缴纳或者)?提供)?)?`,
    `(?:,?${BY_DAY}缴纳或者提供)?`,
    `(?:,${ACCOUNT}:[^。,;]*)*`,
  ].join(''),
)

/**
 * Tells the lines on a restoration: which one, where, by whom and how, and its days, as far as agreed. Without number, way
 * and day a line could be a sentence of the officer: then it is taken for his.
 */
function scheduleLines(regulation: Pick<Regulation, 'lists'>): (text: string) => boolean {
  const number = '第[一二三四五六七八九十]+项修复'
  const way = `修复方式为${oneOf(restorationModeLabels(regulation))}`
  // Each part with the comma before it.
  const line = whole(`(?:,${number})?(?:,地点为[^。]*)?(?:,由[^。,]*承担)?(?:,${way})?(?:${DAYS})?`)
  const telling = new RegExp(String.raw`^${number}|${way}|\d年[^。,]*前\(含当日\)`, 'u')
  return (text) => telling.test(text) && line.test(`,${text}`)
}

/** Any of these names, as a pattern. */
function oneOf(labels: readonly string[]): string {
  const names = labels.map((label) => compact(label).replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`))
  return `(?:${names.join('|')})`
}

/** The lines of the figures as ejc prints them, with the words of this regulation for the damage and the other ways. */
export function printedFigures(regulation: Pick<Regulation, 'lists'>): PrintedFigures {
  const labelsOf = (list: string): string[] => (regulation.lists[list] ?? []).map(({ label }) => label)
  const head = oneOf(labelsOf('damageHeads'))
  const total = '(?:双方约定的)?赔偿总额为|经鉴定评估,生态环境损害数额共计'
  const way = whole(`${oneOf(labelsOf('substituteModes'))}(?:,.*)?`)
  const patterns: Readonly<Record<TermTitle, RegExp>> = {
    赔偿金额及构成: whole(
      `(?:${total})${AMOUNT}(?:,由以下各项构成:)?|${head}${AMOUNT}(?:,以(?:实施修复|支付赔偿金)的方式承担)?(?:,构成依据:.*)?`,
    ),
    费用负担: whole(`[^。;]+(?:对${AMOUNT}承担连带责任|承担${AMOUNT})`),
    替代修复: way,
    履行方式: way,
    付款期限: whole(String.raw`[^。,;]+于[^。,;]+前\(含当日\)支付${AMOUNT}(?:,[^。]*)?`),
    收款账户: whole(`${ACCOUNT}:[^。;]*`),
    履约保证金: BOND,
    签署各方: whole('本协议由[^。]*作为赔偿权利人一方共同签署|[^。]*共同签署(?:,[^。]*)?|[^。]*由[^。]*签署'),
  }
  const isSchedule = scheduleLines(regulation)
  return {
    isTerm: (title, text) => patterns[title].test(compact(text)),
    isSchedule: (text) => isSchedule(compact(text)),
    isPhase: (text) => PHASE.test(compact(text)),
  }
}
