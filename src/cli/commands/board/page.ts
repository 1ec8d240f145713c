import { createHash } from 'node:crypto'
import { chineseDate } from '../../../core/calendar/dates.ts'
import type { BoardCase, BoardDeadline } from '../../../core/reports/board.ts'
import type { Board } from '../../../core/reports/board-figures.ts'
import { stages } from '../../../core/stages/stage.ts'
import { caseDetails } from './case.ts'
import { chartFigure } from './charts.ts'
import { deadlinesTable, ownDeadlines } from './deadlines.ts'
import { figureCards } from './figures.ts'
import { html, type Markup } from './html.ts'
import { boardRows } from './rows.ts'
import { ROWS_AT_ONCE, script } from './script.ts'
import { boardStyle } from './style.ts'

/**
 * The board as one page that needs nothing else: no network and no other file. Without its script, it shows the first
 * hundred rows of each list; the script draws the others from the rows that the page holds, a hundred at a time.
 */
export function boardPage(board: Board): Uint8Array {
  const { unit, today, figures } = board
  const title = `生态环境损害赔偿案件看板（${today}）`
  const policy = [
    "default-src 'none'",
    `style-src '${policyHash(boardStyle)}'`,
    `script-src '${policyHash(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const head = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><title>${unit ?? ''}${title}</title>`
  const shown = shownFirst(board)
  const body = html`<a class="unseen" href="#cases">跳到案件</a>${header(board)}<main>${figureCards(board)}${chartSections(board)}${filters(board)}${overdueSection(board, shown)}${nearSection(board, shown)}${officeSection(board)}<section id="cases"><h2>案件 <span class="count" data-count="cases">${figures.cases}</span></h2>${caseSections(board, shown)}</section></main>${footer(board)}`
  const { data, rows } = boardRows(board)
  return Buffer.concat([
    Buffer.from(
      `<!doctype html>\n<html lang="zh-CN"><head>${head.markup}<style>${boardStyle}</style></head>\n<body>${body.markup}\n`,
    ),
    Buffer.from(`<script type="application/json" id="data">${data}</script>\n`),
    ...rows.flatMap((each) => [Buffer.from('<script type="application/json" class="rows">'), each, END]),
    Buffer.from(`<script>${script}</script></body></html>\n`),
  ])
}

const END = Buffer.from('</script>\n')

/** The hash by which the content policy allows a style or script of the page: nothing else may run. */
function policyHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

/** What the page shows before its script has run. */
interface ShownFirst {
  readonly cases: readonly BoardCase[]
  readonly overdue: readonly BoardDeadline[]
  readonly near: readonly BoardDeadline[]
  /** The titles of the cases of these deadlines. */
  readonly titles: ReadonlyMap<string, string>
}

function shownFirst(board: Board): ShownFirst {
  const [overdue, near] = [board.overdue.slice(0, ROWS_AT_ONCE), board.near.slice(0, ROWS_AT_ONCE)]
  const named = new Set([...overdue, ...near].map((each) => each.case))
  const titles = new Map<string, string>()
  const cases: BoardCase[] = []
  for (const each of board.cases) {
    if (cases.length < ROWS_AT_ONCE) cases.push(each)
    if (named.has(each.case)) titles.set(each.case, each.title)
  }
  return { cases, overdue, near, titles }
}

function header({ unit, today, officer, unreadable, figures, overdue, near }: Board): Markup {
  const missing = unreadable.length
    ? html`<p class="warning" role="note">▲ ${unreadable.length} 件案件的文件无法读取，没有计入：${unreadable.join('、')}。运行 ejc lint 查看原因。</p>`
    : null
  const cut = [figures.cases, overdue.length, near.length].some((length) => length > ROWS_AT_ONCE)
    ? html`<noscript><p class="warning">▲ 浏览器没有运行本页的脚本：每张表只列前 ${ROWS_AT_ONCE} 行，不能筛选和翻页。</p></noscript>`
    : null
  const whose = officer === null ? null : html`<p class="whose">只列承办人 ${officer} 的案件</p>`
  return html`<header><div class="band"><p class="unit">${unit ?? ''}</p><h1>生态环境损害赔偿案件看板</h1><p class="day">截至${chineseDate(today)}</p></div>${whose}${missing}${cut}</header>`
}

function chartSections({ charts }: Board): Markup {
  return html`<section><h2>图表</h2><div class="charts">${charts.map(chartFigure)}</div></section>`
}

/** Without the script there is nothing to filter, so the form is hidden until the script shows it. */
function filters({ filters: { officers, stages: found } }: Board): Markup {
  const officerOptions = officers.map((name) => html`<option>${name}</option>`)
  const stageOptions = found.map((id) => html`<option value="${id}">${stages[id].title}</option>`)
  return html`<form id="filters" role="search" aria-label="筛选案件和期限" hidden><label>承办人 <select name="officer"><option value="">全部</option>${officerOptions}</select></label><label>阶段 <select name="stage"><option value="">全部</option>${stageOptions}</select></label><label class="wide">查找 <input type="search" name="text" placeholder="编号、名称、义务人、期限……" autocomplete="off"></label><button type="reset">清除</button><button type="button" name="open">展开本页</button><button type="button" name="close">全部收起</button><output aria-live="polite"></output></form>`
}

/** The way through the pages of a long list; shown by the script, which alone can turn them. */
function pages(list: string, name: string, rows: number): Markup | null {
  if (rows <= ROWS_AT_ONCE) return null
  return html`<nav class="pages" data-pages="${list}" aria-label="${name}翻页" hidden><button type="button" name="back">上一页</button><span role="status"></span><button type="button" name="next">下一页</button></nav>`
}

function overdueSection({ overdue: late, today }: Board, { overdue: shown, titles }: ShownFirst): Markup {
  const table = deadlinesTable(shown, '已逾期的期限', today, titles)
  const body = late.length ? table : html`<p class="none">没有逾期的期限。</p>`
  return html`<section id="overdue"><h2>已逾期 <span class="count" data-count="overdue">${late.length}</span></h2>${pages('overdue', '已逾期', late.length)}${body}</section>`
}

function nearSection({ near: soon, withinDays, today }: Board, { near: shown, titles }: ShownFirst): Markup {
  const title = `${withinDays} 天之内到期`
  const table = deadlinesTable(shown, `${title}的期限`, today, titles)
  const body = soon.length ? table : html`<p class="none">没有 ${title}的期限。</p>`
  return html`<section id="near"><h2>${title} <span class="count" data-count="near">${soon.length}</span></h2>${pages('near', title, soon.length)}${body}</section>`
}

function officeSection({ office: owed, today }: Board): Markup | null {
  if (!owed.length) return null
  return html`<section id="office"><h2>本单位的报送 <span class="count">${owed.length}</span></h2>${ownDeadlines(owed, '本单位的报送期限', today)}</section>`
}

function caseSections({ figures, today }: Board, { cases: shown }: ShownFirst): Markup {
  if (!shown.length) return html`<p class="none">没有案件。</p>`
  const turning = pages('cases', '案件', figures.cases)
  return html`${turning}<div id="list">${shown.map((each) => caseDetails(each, today))}</div>${turning}<p class="none" id="nothing" hidden>没有符合条件的案件。</p>`
}

function footer({ regulation }: Board): Markup {
  return html`<footer><p>依据：${regulation}。期限按放假安排计算，标“暂定”的，所涉年份的安排尚未公布。</p><p>主张金额取鉴定评估认定的最高金额与诉讼请求金额中较高的一个，都没有记录的按确定金额；确定金额是有效协议和生效裁判的合计。自然人姓名、证件号码、电话和住址已作遮盖。</p><p>本页由 ejc board 生成，只供内部使用；不联网，可以直接打印：打印出来的是筛选后的全部案件，已展开的带经过。</p></footer>`
}
