import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { DatedFact } from '../../../core/facts/timeline.ts'
import type { BoardCase } from '../../../core/reports/board.ts'
import { NO_OFFICER } from '../../../core/stages/officers.ts'
import { type Stage, stages } from '../../../core/stages/stage.ts'
import { ownDeadlines } from './deadlines.ts'
import { html, type Markup } from './html.ts'
import { deadlineTexts, factNames, factTexts, wayTo } from './texts.ts'

/**
 * One case, folded: where it stands in one line, and all that happened when it is opened. The script of the page draws
 * the same of the cases that the page does not show at first.
 */
export function caseDetails(each: BoardCase, today: IsoDate): Markup {
  const { case: id, title, stage, officers, major, deadlines, timeline } = each
  const officersText = officers.join('、') || NO_OFFICER
  return html`<details class="case" id="${id}"><summary><span class="id">${id}</span><span class="name">${title}${major ? html` <span class="tag strong">重大</span>` : null}</span><span class="stage">${stages[stage].title}</span><span class="next">${nextDeadlineOf(each, today)}</span><span class="who">${officersText}</span></summary><div class="inside">${stageSteps(stage)}${caseFacts(each)}<div class="pair"><section><h3>未办结的期限</h3>${deadlines.length ? ownDeadlines(deadlines, `${id} 未办结的期限`, today) : html`<p class="none">没有未办结的期限。</p>`}</section><section><h3>经过</h3>${timelineList(timeline, today)}</section></div></div></details>`
}

function nextDeadlineOf({ deadlines, endedOn }: BoardCase, today: IsoDate): Markup {
  const [next] = deadlines
  if (endedOn !== null) return html`已于 ${endedOn} 了结`
  if (!next) return html`没有未办结的期限`
  const { status, standing, title, due } = deadlineTexts(next, today)
  return html`<span class="state ${status}">${status === 'overdue' ? '▲ ' : ''}${standing}</span> ${title} ${due}`
}

function stageSteps(stage: Stage): Markup | null {
  const way = wayTo(stage)
  if (!way.length) return null
  const at = way.indexOf(stage)
  const items = way.map((each, index) =>
    index === at
      ? html`<li class="now" aria-current="step">${stages[each].title}</li>`
      : html`<li${index < at ? html` class="past"` : null}>${stages[each].title}</li>`,
  )
  return html`<ol class="steps" aria-label="办理阶段">${items}</ol>`
}

function caseFacts(each: BoardCase): Markup {
  const texts = factTexts(each)
  const items = factNames.map(
    (name, index) => html`<div><dt>${name}</dt><dd>${texts[index] ?? ''}</dd></div>`,
  )
  return html`<dl class="facts">${items}</dl>`
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
