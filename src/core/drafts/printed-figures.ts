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

const DAYS = String.raw`(?:,(?:应于)?[^。,]+前\(含当日\)(?:启动|完成|完成修复效果评估)){1,3}`
const PHASE = whole(`第[一二三四五六七八九十]+期,[^。]*?${DAYS}`)

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
    收款账户: whole('(?:户名|账号|开户行):[^。;]*'),
    履约保证金: whole(
      String.raw`金额为${AMOUNT}(?:,以[^。,]*方式提供)?(?:,于[^。,]*前\(含当日\)缴纳或者提供)?`,
    ),
    签署各方: whole('本协议由[^。]*作为赔偿权利人一方共同签署|[^。]*共同签署(?:,[^。]*)?|[^。]*由[^。]*签署'),
  }
  const schedule = whole(
    `(?:第[一二三四五六七八九十]+项修复,)?(?:地点为[^。]*,)?(?:由[^。,]*承担,)?修复方式为${oneOf(restorationModeLabels(regulation))}(?:${DAYS})?`,
  )
  return {
    isTerm: (title, text) => patterns[title].test(compact(text)),
    isSchedule: (text) => schedule.test(compact(text)),
    isPhase: (text) => PHASE.test(compact(text)),
  }
}
