import { fenOf } from '../../../core/facts/money.ts'
import type { Board } from '../../../core/reports/board-figures.ts'
import { barText } from '../../../core/reports/text.ts'
import { html, type Markup } from './html.ts'

interface Card {
  readonly name: string
  readonly value: string | number
  readonly unit: string
  /** The text under the figure. */
  readonly more: string
  /** Whether somebody has to act because of the figure. */
  readonly alarming?: boolean
}

/** The figures of the office, one a card. */
export function figureCards(board: Board): Markup {
  const cards = [...workCards(board), ...moneyCards(board), ...qualityCards(board)]
  const items = cards.map(
    ({ name, value, unit, more, alarming }) =>
      html`<div class="card${alarming ? ' alarming' : ''}"><dt>${name}</dt><dd><strong>${alarming ? '▲ ' : ''}${value}</strong> ${unit}<small>${more}</small></dd></div>`,
  )
  return html`<section><h2 class="unseen">数字</h2><dl class="cards">${items}</dl></section>`
}

function workCards({ figures, overdue, near, withinDays }: Board): Card[] {
  const { cases, inHand, major, late } = figures
  return [
    { name: '在办案件', value: inHand, unit: '件', more: `共 ${cases} 件，其中重大案件 ${major} 件` },
    {
      name: '逾期期限',
      value: overdue.length,
      unit: '个',
      more: late > 0 ? `涉及 ${late} 件案件` : '没有逾期',
      alarming: overdue.length > 0,
    },
    { name: `${withinDays} 天之内到期`, value: near.length, unit: '个', more: '含顺延中的期限' },
  ]
}

function moneyCards({ figures: { claimed, settled, paid } }: Board): Card[] {
  return [
    { name: '主张金额', value: inWan(claimed), unit: '万元', more: '鉴定评估或者诉讼请求' },
    { name: '确定金额', value: inWan(settled), unit: '万元', more: '协议或者生效裁判' },
    { name: '到账金额', value: inWan(paid), unit: '万元', more: shareOf(paid, settled) },
  ]
}

function qualityCards({ figures: { restoration, findings } }: Board): Card[] {
  const { notStarted, underWay, awaiting, done } = restoration
  const projects = notStarted + underWay + awaiting + done
  return [
    {
      name: '修复项目',
      value: projects,
      unit: '个',
      more: `未开工 ${notStarted}，施工 ${underWay}，待评估 ${awaiting}，完成 ${done}`,
    },
    {
      name: '检查发现',
      value: findings.error,
      unit: '个错误',
      more: `警告 ${findings.warning} 个，提示 ${findings.notice} 个`,
      alarming: findings.error > 0,
    },
  ]
}

function inWan(yuan: string): string {
  return barText({ label: '', value: fenOf(yuan) })
}

const PERCENT = 100n

function shareOf(paid: string, settled: string): string {
  const whole = fenOf(settled)
  return whole > 0n ? `为确定金额的 ${(fenOf(paid) * PERCENT) / whole}%` : '尚无确定金额'
}
