import type { IsoDate } from '../../../core/calendar/dates.ts'
import { fenOf, showYuan } from '../../../core/facts/money.ts'
import type { DatedFact } from '../../../core/facts/timeline.ts'
import type { BoardCase, BoardFindings } from '../../../core/reports/board.ts'
import { type Stage, stages } from '../../../core/stages/stage.ts'
import { deadlineStanding, dueText, severityWords } from '../../shared/wording/words.ts'
import { ownDeadlines } from './deadlines.ts'
import { html, type Markup } from './html.ts'

/** One case, folded: where it stands in one line, and all that happened when it is opened. */
export function caseDetails(each: BoardCase, today: IsoDate): Markup {
  const { case: id, title, stage, officers, major, deadlines, timeline } = each
  const officersText = officers.join('、') || '未写明承办人'
  return html`<details class="case" id="${id}" data-stage="${stage}" data-officers="${JSON.stringify(officers)}"><summary><span class="id">${id}</span><span class="name">${title}${major ? html` <span class="tag strong">重大</span>` : null}</span><span class="stage">${stages[stage].title}</span><span class="next">${nextDeadlineOf(each, today)}</span><span class="who">${officersText}</span></summary><div class="inside">${stageSteps(stage)}${caseFacts(each)}<div class="pair"><section><h3>未办结的期限</h3>${deadlines.length ? ownDeadlines(deadlines, `${id} 未办结的期限`, today) : html`<p class="none">没有未办结的期限。</p>`}</section><section><h3>经过</h3>${timelineList(timeline, today)}</section></div></div></details>`
}

function nextDeadlineOf({ deadlines, endedOn }: BoardCase, today: IsoDate): Markup {
  const [next] = deadlines
  if (endedOn !== null) return html`已于 ${endedOn} 了结`
  if (!next) return html`没有未办结的期限`
  return html`<span class="state ${next.status}">${next.status === 'overdue' ? '▲ ' : ''}${deadlineStanding(next, today)}</span> ${next.title} ${dueText(next)}`
}

/** The stages that a case usually goes through; a suit is shown only where there is one. */
const usualWay: readonly Stage[] = [
  'screening',
  'investigation',
  'consultation',
  'agreement',
  'suit',
  'performance',
  'evaluation',
  'closed',
]

function stageSteps(stage: Stage): Markup | null {
  if (!usualWay.includes(stage)) return null
  const way = usualWay.filter((each) => each !== 'suit' || stage === 'suit')
  const at = way.indexOf(stage)
  const items = way.map((each, index) =>
    index === at
      ? html`<li class="now" aria-current="step">${stages[each].title}</li>`
      : html`<li${index < at ? html` class="past"` : null}>${stages[each].title}</li>`,
  )
  return html`<ol class="steps" aria-label="办理阶段">${items}</ol>`
}

function caseFacts(each: BoardCase): Markup {
  const { obligors, handlingUnit, department, damage, claimed, settled, paid, findings } = each
  const parties = obligors.map(({ name, stage }) => `${name}（${stages[stage].title}）`).join('、')
  const rows: readonly (readonly [string, string])[] = [
    ['赔偿义务人', parties || '尚未确定'],
    ['承办单位', handlingUnit],
    ['主管部门', department],
    ['损害类型', damage],
    ['主张金额', amount(claimed)],
    ['确定金额', amount(settled)],
    ['到账金额', amount(paid)],
    ['检查发现', findingsInWords(findings)],
  ]
  const items = rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)
  return html`<dl class="facts">${items}</dl>`
}

/** 2 个错误，1 个警告 */
function findingsInWords({ error, warning, notice }: BoardFindings): string {
  const counts = [
    [error, severityWords.error],
    [warning, severityWords.warning],
    [notice, severityWords.notice],
  ] as const
  return counts.flatMap(([count, word]) => (count > 0 ? `${count} 个${word}` : [])).join('，') || '没有问题'
}

function amount(yuan: string): string {
  const fen = fenOf(yuan)
  return fen === 0n ? '—' : showYuan(fen)
}

/** What happened, day by day; a date after today is marked. */
function timelineList(timeline: readonly DatedFact[], today: IsoDate): Markup {
  const items = byDay(timeline).map(([date, facts]) => {
    const what = facts.map(({ what, about }) => (about === '' ? what : `${what}（${about}）`)).join('；')
    return html`<li${date > today ? html` class="ahead"` : null}><time datetime="${date}">${date}</time>${what}${date > today ? '（今天以后）' : ''}</li>`
  })
  return html`<ol class="timeline">${items}</ol>`
}

function byDay(timeline: readonly DatedFact[]): [IsoDate, DatedFact[]][] {
  const days = new Map<IsoDate, DatedFact[]>()
  for (const fact of timeline) days.set(fact.date, [...(days.get(fact.date) ?? []), fact])
  return [...days]
}
