import type { Citations } from '../../../core/regulation/citation.ts'
import type { Report, ReportName } from '../../../core/reports/report.ts'
import { cellText, reportData, reportPeriodText, totalTexts } from '../../../core/reports/text.ts'
import { chosenVerb, defineCommand, flag, type OptionValues, text } from '../../shared/command.ts'
import { Exit, UsageError } from '../../shared/exit.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { textTable } from '../../shared/output/table.ts'
import { writeTable } from '../../shared/table-file.ts'
import { reportPeriod } from './period.ts'
import { makeReport } from './run.ts'

const reportNames: Readonly<Record<ReportName, ReportName>> = {
  clues: 'clues',
  supervision: 'supervision',
  monthly: 'monthly',
  annual: 'annual',
  disclosure: 'disclosure',
  sharing: 'sharing',
}

/** What people call them. */
const reportTitles: Readonly<Record<ReportName, string>> = {
  clues: '季度线索清单',
  supervision: '重大案件督办台账',
  monthly: '重大案件月度进展',
  annual: '年度情况',
  disclosure: '信息公开情况',
  sharing: '案件信息共享清单',
}

/** `ejc report`: what the office reports upward, shares and publishes. */
export const report = defineCommand({
  name: 'report',
  usage: '<报表>',
  summary: '报表：线索清单、督办台账、月度进展、年度情况、信息公开',
  after: 'undo',
  arguments: [
    {
      syntax: '<报表>',
      choices: Object.keys(reportNames),
      titles: reportTitles,
      help: '报表，写名称或者代码：季度线索清单（clues）、重大案件督办台账（supervision）、重大案件月度进展（monthly）、年度情况（annual，附图）、信息公开情况（disclosure）、案件信息共享清单（sharing，含联络员）；名称写一部分即可',
    },
  ],
  options: [
    { flags: '--quarter <季度>', help: '线索清单（clues）的季度，如 2026Q3；默认上一季度' },
    { flags: '--month <月份>', help: '月度进展（monthly）的月份，如 2026-10；默认本月' },
    {
      flags: '--year <年度>',
      help: '年度情况（annual）、共享清单（sharing）的年度，如 2026；默认上一年、本年',
    },
    {
      flags: '--format <格式>',
      help: '写成 Excel、Word 或 JSON；默认列在屏幕上',
      choices: ['xlsx', 'docx', 'json'],
    },
    { flags: '--out <文件>', help: '写到这个文件；默认当前文件夹的 reports/' },
    { flags: '--force', help: '覆盖已有的文件' },
  ],
  examples: [
    { call: 'ejc report 线索清单 --quarter 2026Q3 --format xlsx', does: '第三季度线索清单，写成 Excel 表' },
    { call: 'ejc report 督办台账', does: '重大案件督办台账，列在屏幕上' },
    {
      call: 'ejc report 年度 --year 2026 --format docx --out 年度情况.docx',
      does: '年度情况，写成 Word 文件',
    },
  ],
  async run(context, [word = ''], options) {
    const { out, global } = context
    const name = chosenVerb('report', reportNames, word, reportTitles)
    const period = reportPeriod(name, options, global.today)
    const format = reportFormatOf(options)
    const workspace = await context.workspace()
    const { regulation } = workspace.setting
    const { made, complete, whole } = makeReport(workspace, name, period, out)
    const target = { out: text(options, 'out'), force: flag(options, 'force') }
    const file = format && (await writeTable(made, workspace, format, target))
    if (file) out.note(writtenText(made, file))
    if (global.json || text(options, 'format') === 'json')
      out.json('report', { ...reportData(made, regulation), file: file ?? null })
    else if (!file) printReport(made, regulation, out)
    if (!complete) out.note('有案件无法读取，没有列入本表。')
    return whole ? Exit.Ok : Exit.Failed
  },
})

/** The kind of file to write, if any. Throws UsageError when there is a file but no kind. */
function reportFormatOf(options: OptionValues): 'xlsx' | 'docx' | undefined {
  const format = text(options, 'format')
  if (format === 'xlsx' || format === 'docx') return format
  if (text(options, 'out') === undefined) return undefined
  throw new UsageError('--out 要与 --format xlsx 或 --format docx 同用。')
}

/** Where a report was written, and how much it holds. */
function writtenText({ rows, charts }: Report, file: string): string {
  const drawn = charts?.length ? `，附图 ${charts.length} 张` : ''
  return clean(`已写入 ${file}：${rows.length} 行${drawn}。`)
}

/** Prints a report as a table. */
function printReport(made: Report, { articleOf }: Citations, out: Output): void {
  const { title, period, matter, columns, rows } = made
  out.print(out.style.bold(`${title}（${reportPeriodText(period)}，${articleOf(matter)}）`))
  if (rows.length) {
    const heads = columns.map((column) => ({ title: column.title, flexible: column.width > 9 }))
    const cells = rows.map((row) => row.map(cellText))
    out.print(textTable(heads, cells, out.width, out.style.dim))
  } else out.note('没有应当列入的案件。')
  out.print(clean(totalTexts(made).join('；')))
}
