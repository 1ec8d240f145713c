import type { Bar, Chart } from '../../../core/reports/report.ts'
import { barText } from '../../../core/reports/text.ts'
import { html, type Markup } from './html.ts'

/** The longest bar, in the units of its own drawing. */
const FULL = 100

const MONTH = /^\d{4}-\d{2}$/

/** A chart of the board: months side by side, everything else as a table of bars. */
export function chartFigure(chart: Chart): Markup {
  return chart.bars.length && chart.bars.every(({ label }) => MONTH.test(label))
    ? monthsFigure(chart)
    : barsTable(chart)
}

/** A table with a drawn bar in each row. It holds the figures too, so that a screen reader can read them. */
function barsTable(chart: Chart): Markup {
  const { title, unit, bars } = chart
  const largest = largestOf(bars)
  const rows = bars.map(
    (bar) =>
      html`<tr><th scope="row">${bar.label}</th><td class="drawn">${drawing(bar, largest)}</td><td class="number">${barText(bar)}</td></tr>`,
  )
  const body = bars.length ? rows : html`<tr><td colspan="3" class="none">没有</td></tr>`
  return html`<div class="chart"><table aria-label="${ariaOf(chart)}"><caption>${title}<span class="unit">（${unit}）</span></caption><thead class="unseen"><tr><th scope="col">项目</th><th scope="col">图示</th><th scope="col">${unit}</th></tr></thead><tbody>${body}</tbody></table></div>`
}

/** A chart of months, side by side: the year is named where it begins. */
function monthsFigure(chart: Chart): Markup {
  const { title, unit, bars } = chart
  const largest = largestOf(bars)
  const columns = bars.map((bar) => {
    const [year = '', month = ''] = bar.label.split('-')
    const isNewYear = month === '01'
    return html`<li><span class="number">${barText(bar)}</span>${column(bar, largest)}<span class="month"><span class="unseen">${year}年</span>${Number(month)}月${isNewYear ? html`<b aria-hidden="true">${year}</b>` : null}</span></li>`
  })
  return html`<figure class="chart" role="group" aria-label="${ariaOf(chart)}"><figcaption>${title}<span class="unit">（${unit}）</span></figcaption><ol class="columns">${columns}</ol></figure>`
}

/** What a chart shows, in one sentence for a screen reader. */
function ariaOf({ title, unit, bars }: Chart): string {
  const shown = bars.map((bar) => `${bar.label} ${barText(bar)}`).join('，')
  return `${title}（${unit}）：${shown || '没有'}`
}

function largestOf(bars: readonly Bar[]): number {
  return bars.reduce((most, { value }) => Math.max(most, Number(value)), 0)
}

/** The length of a bar; every value above 0 can be seen. */
function barLength({ value }: Bar, largest: number): number {
  return value > 0 ? Math.max(1, Math.round((Number(value) / largest) * FULL)) : 0
}

function drawing(bar: Bar, largest: number): Markup {
  return html`<svg viewBox="0 0 ${FULL} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="${barLength(bar, largest)}" height="1"/></svg>`
}

function column(bar: Bar, largest: number): Markup {
  const height = barLength(bar, largest)
  return html`<svg viewBox="0 0 1 ${FULL}" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect y="${FULL - height}" width="1" height="${height}"/></svg>`
}
