import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { BoardDeadline } from '../../../core/reports/board.ts'
import { html, type Markup } from './html.ts'
import { type DeadlineTexts, deadlineTexts, statusSigns } from './texts.ts'

/** Deadlines of many cases, one a row, each with a way to its case. */
export function deadlinesTable(
  deadlines: readonly BoardDeadline[],
  caption: string,
  today: IsoDate,
  titles: ReadonlyMap<string, string>,
): Markup {
  const rows = deadlines.map((each) => {
    const texts = deadlineTexts(each, today)
    return html`<tr data-of="${each.case ?? ''}">${stateCells(texts)}<td data-head="案件">${caseCell(each, titles)}</td><td data-head="期限">${matter(texts)}</td><td data-head="承办人">${each.officers.join('、') || '未写明'}</td><td data-head="依据">${texts.article}</td></tr>`
  })
  return html`<table class="list"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">状态</th><th scope="col">到期日</th><th scope="col">案件</th><th scope="col">期限</th><th scope="col">承办人</th><th scope="col">依据</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** The deadlines of one case, or of the office as a whole. */
export function ownDeadlines(deadlines: readonly BoardDeadline[], caption: string, today: IsoDate): Markup {
  const rows = deadlines.map((each) => {
    const texts = deadlineTexts(each, today)
    return html`<tr>${stateCells(texts)}<td data-head="期限">${matter(texts)}</td><td data-head="依据">${texts.article}</td></tr>`
  })
  return html`<table class="list"><caption class="unseen">${caption}</caption><thead><tr><th scope="col">状态</th><th scope="col">到期日</th><th scope="col">期限</th><th scope="col">依据</th></tr></thead><tbody>${rows}</tbody></table>`
}

function caseCell({ case: id }: BoardDeadline, titles: ReadonlyMap<string, string>): Markup {
  const name = id ?? ''
  return html`<a href="#${name}">${name}</a> ${titles.get(name) ?? ''}`
}

/** The state in words, and the day. */
function stateCells({ status, standing, due }: DeadlineTexts): Markup {
  return html`<td data-head="状态"><span class="state ${status}">${statusSigns[status] ?? ''}${standing}</span></td><td data-head="到期日" class="day">${due || '没有定日'}</td>`
}

function matter({ title, about, advisory }: DeadlineTexts): Markup {
  const subject = about === '' ? '' : `（${about}）`
  return html`${title}${subject}${advisory ? html` <span class="tag">提示性</span>` : null}`
}
