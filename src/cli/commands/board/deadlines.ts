import type { IsoDate } from '../../../core/calendar/dates.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import type { BoardDeadline } from '../../../core/reports/board.ts'
import { deadlineStanding, dueText } from '../../shared/wording/words.ts'
import { html, type Markup } from './html.ts'

/** Deadlines of many cases, one a row, each with a way to its case. */
export function deadlinesTable(
  deadlines: readonly BoardDeadline[],
  caption: string,
  today: IsoDate,
  titles: ReadonlyMap<string, string>,
): Markup {
  const rows = deadlines.map(
    (each) =>
      html`<tr data-of="${each.case ?? ''}">${stateCells(each, today)}<td data-head="案件">${caseCell(each, titles)}</td><td data-head="期限">${matter(each)}</td><td data-head="承办人">${each.officers.join('、') || '未写明'}</td><td data-head="依据">${shownArticle(each)}</td></tr>`,
  )
  return html`<table class="list"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">状态</th><th scope="col">到期日</th><th scope="col">案件</th><th scope="col">期限</th><th scope="col">承办人</th><th scope="col">依据</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** The deadlines of one case, or of the office as a whole. */
export function ownDeadlines(deadlines: readonly BoardDeadline[], caption: string, today: IsoDate): Markup {
  const rows = deadlines.map(
    (each) =>
      html`<tr>${stateCells(each, today)}<td data-head="期限">${matter(each)}</td><td data-head="依据">${shownArticle(each)}</td></tr>`,
  )
  return html`<table class="list"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">状态</th><th scope="col">到期日</th><th scope="col">期限</th><th scope="col">依据</th></tr></thead><tbody>${rows}</tbody></table>`
}

function caseCell({ case: id }: BoardDeadline, titles: ReadonlyMap<string, string>): Markup {
  const name = id ?? ''
  return html`<a href="#${name}">${name}</a> ${titles.get(name) ?? ''}`
}

/** The state in words, with a sign of its own, so that colour is never the only mark; and the day. */
function stateCells(deadline: BoardDeadline, today: IsoDate): Markup {
  const due = dueText(deadline) || '没有定日'
  return html`<td data-head="状态"><span class="state ${deadline.status}">${statusSigns[deadline.status] ?? ''}${deadlineStanding(deadline, today)}</span></td><td data-head="到期日" class="day">${due}</td>`
}

const statusSigns: Readonly<Partial<Record<BoardDeadline['status'], string>>> = {
  overdue: '▲ ',
  rolled: '◆ ',
  soon: '◆ ',
  suspended: 'Ⅱ ',
}

function matter({ title, about, advisory }: BoardDeadline): Markup {
  const subject = about === '' ? '' : `（${about}）`
  return html`${title}${subject}${advisory ? html` <span class="tag">提示性</span>` : null}`
}
