import type { Citations } from '../../../core/regulation/citation.ts'
import { allReportHeadings } from '../../../core/reports/headings.ts'
import type { Report, ReportName } from '../../../core/reports/report.ts'
import { cellText, reportData, reportPeriodText, totalTexts } from '../../../core/reports/text.ts'
import { noteAbsent } from '../../shared/cases/absent.ts'
import { chosenVerb, defineCommand, flag, type OptionValues, text } from '../../shared/command.ts'
import { Exit, UsageError } from '../../shared/exit.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { textTable } from '../../shared/output/table.ts'
import { type TableFormat, writeTable } from '../../shared/table-file.ts'
import { ledgerOptions } from './ledger-options.ts'
import { reportPeriod } from './period.ts'
import { reports } from './reports.ts'
import { makeReport } from './run.ts'

/** Each report as the help names it. */
const named = allReportHeadings.map(
  ({ name, title, remark }) => `${title}（${remark === undefined ? name : `${name}，${remark}`}）`,
)
const owedTitles = allReportHeadings.filter(({ owed }) => owed !== undefined).map(({ title }) => title)
const titles = Object.fromEntries(Object.values(reports).map(({ name, title }) => [name, title]))

/** `ejc report`: what the office reports upward, shares and publishes. */
export const report = defineCommand({
  name: 'report',
  usage: '<报表>',
  summary: '报表：线索清单、督办台账、月度进展、年度情况、信息公开、案件台账',
  after: 'undo',
  arguments: [
    {
      syntax: '<报表>',
      choices: Object.keys(reports),
      titles,
      help: `报表，写名称或者代码：${named.join('、')}；名称写一部分即可`,
    },
  ],
  options: [
    { flags: '--quarter <季度>', help: '线索清单（clues）的季度，如 2026Q3；默认上一季度' },
    { flags: '--month <月份>', help: '月度进展（monthly）的月份，如 2026-10；默认本月' },
    {
      flags: '--year <年度>',
      help: '年度情况（annual）、共享清单（sharing）、案件台账（ledger，按线索的年度）的年度，如 2026；默认上一年、本年、全部',
    },
    { flags: '--officer <姓名>', help: '案件台账（ledger）只列这个承办人的案件' },
    { flags: '--department <部门>', help: '案件台账（ledger）只列这个主管部门或者承办单位的案件' },
    {
      flags: '--unmasked',
      help: '案件台账（ledger）不遮盖个人信息，只供本单位使用；再导入必须用这一种',
    },
    {
      flags: '--format <格式>',
      help: '写成 Excel、Word、CSV（只限案件台账）或 JSON；默认列在屏幕上',
      choices: ['xlsx', 'docx', 'csv', 'json'],
    },
    {
      flags: '--libraries',
      help: '连同设置里写明的下级案件库（libraries）一起汇总：各取最新的，只读取',
    },
    { flags: '--out <文件>', help: '写到这个文件；默认当前文件夹的 reports/' },
    { flags: '--force', help: '覆盖已有的文件' },
    {
      flags: '--sent <日期>',
      help: `不生成报表，只记下${owedTitles.join('、')}已经报送，从期限清单里销去；写错的再记一次即改正`,
    },
    { flags: '--to <机关>', help: '报送给谁，与 --sent 同用；默认同上一次' },
    { flags: '--document <文号>', help: '报送文件的名称或者文号，与 --sent 同用' },
    { flags: '--dry-run', help: '与 --sent 同用：只说明将记下什么，不写入' },
    { flags: '--no-commit', help: '与 --sent 同用：写入文件，但不提交到 git' },
  ],
  examples: [
    { call: 'ejc report 线索清单 --quarter 2026Q3 --format xlsx', does: '第三季度线索清单，写成 Excel 表' },
    { call: 'ejc report 督办台账', does: '重大案件督办台账，列在屏幕上' },
    {
      call: 'ejc report 案件台账 --format xlsx --unmasked',
      does: '全部案件，一案一行，写成与 ejc import --template 同样栏目的 Excel 台账',
    },
    {
      call: 'ejc report 年度 --year 2026 --libraries',
      does: '连同各市的案件库汇总，逐个说明读到几件、截至何时',
    },
    {
      call: 'ejc report 年度 --year 2026 --format docx --out 年度情况.docx',
      does: '年度情况，写成 Word 文件',
    },
    {
      call: 'ejc report 线索清单 --quarter 2026Q3 --sent 2026-10-12 --to 市环委办',
      does: '记下第三季度线索清单 10 月 12 日已报送',
    },
  ],
  async run(context, [word = ''], options) {
    const { out, global } = context
    const definition = chosenVerb('report', reports, word, titles)
    const { name } = definition
    const period = reportPeriod(definition, options, global.today)
    if (isSending(options))
      return (await import('./sent.ts')).recordSent(context, definition, period, options)
    const format = reportFormatOf(name, options)
    const workspace = await context.workspace()
    const { regulation } = workspace.setting
    const wanted = ledgerOptions(name, options)
    const joint = flag(options, 'libraries')
      ? await (await import('./libraries.ts')).makeJointReport(context, definition, period, wanted)
      : undefined
    const {
      made: listed,
      complete,
      whole,
    } = joint ?? makeReport(workspace, definition, period, { out, wanted })
    const made = withAbsent(listed, await noteAbsent(workspace.repository.root, out))
    const target = { out: text(options, 'out'), force: flag(options, 'force') }
    const file = format && (await writeTable(made, workspace, format, target))
    if (file) out.note(writtenText(made, file))
    if (global.json || text(options, 'format') === 'json')
      out.json(
        'report',
        { ...reportData(made, regulation), file: file ?? null, ...(joint && { libraries: joint.libraries }) },
        wanted.unmasked ? 'whole' : undefined,
      )
    else if (!file) printReport(made, regulation, out)
    if (name === 'ledger' && !wanted.unmasked) out.note(MASKED)
    if (joint)
      for (const line of (await import('./libraries.ts')).librariesText(joint.libraries))
        out.note(clean(line))
    if (!complete) out.note('有案件无法读取，没有列入本表。')
    return whole ? Exit.Ok : Exit.Failed
  },
})

/** The report with the number of the cases that it does not count, since they are not on this computer. */
function withAbsent(made: Report, count: number): Report {
  if (!count) return made
  return { ...made, totals: [...made.totals, { title: '不在这台电脑上、没有列入的案件', value: count }] }
}

/** The kind of file to write, if any. Throws UsageError when there is a file but no kind. */
function reportFormatOf(name: ReportName, options: OptionValues): TableFormat | undefined {
  const format = text(options, 'format')
  if (format === 'csv' && name === 'ledger') return format
  if (format === 'csv')
    throw new UsageError(`ejc report ${name} 不能写成 CSV：请用 --format xlsx、docx 或 json。`)
  if (format === 'xlsx' || format === 'docx') return format
  if (text(options, 'out') === undefined) return undefined
  throw new UsageError('--out 要与 --format xlsx 或 --format docx 同用。')
}

/** Where a report was written, and how much it holds. */
function writtenText({ rows, charts }: Report, file: string): string {
  const drawn = charts?.length ? `，附图 ${charts.length} 张` : ''
  return clean(`已写入 ${file}：${rows.length} 行${drawn}。`)
}

/** What the officer must know of a ledger without personal data. */
const MASKED = '个人信息已经遮盖，这样的台账不能再导入；本单位要完整的，加 --unmasked。'

/** A report with only those columns that a screen has room for. */
function onScreen(made: Report): Report {
  const { brief, columns, rows } = made
  if (!brief) return made
  const shown = columns.flatMap(({ key }, index) => (brief.includes(key) ? [index] : []))
  const pick = <T>(list: readonly T[]): T[] => shown.flatMap((index) => list[index] ?? [])
  return {
    ...made,
    columns: pick(columns),
    rows: rows.map((row) => shown.map((index) => row[index] ?? null)),
  }
}

/** Prints a report as a table. */
function printReport(whole: Report, { articleOf }: Citations, out: Output): void {
  const made = onScreen(whole)
  const { title, period, matter, columns, rows } = made
  out.print(out.style.bold(`${title}（${reportPeriodText(period)}，${articleOf(matter)}）`))
  if (rows.length) {
    const heads = columns.map((column) => ({ title: column.title, flexible: column.width > 9 }))
    const cells = rows.map((row) => row.map(cellText))
    out.print(textTable(heads, cells, out.width, out.style.dim))
  } else out.note('没有应当列入的案件。')
  out.print(clean(totalTexts(made).join('；')))
  const hidden = whole.columns.length - columns.length
  if (hidden > 0)
    out.note(
      `屏幕上只列主要的 ${columns.length} 栏；全部 ${whole.columns.length} 栏用 --format xlsx、docx、csv 或 json。`,
    )
}

/** Whether the call records that a report was sent. @throws UsageError for what belongs to --sent without it */
function isSending(options: OptionValues): boolean {
  if (text(options, 'sent') !== undefined) return true
  const given = {
    to: text(options, 'to') !== undefined,
    document: text(options, 'document') !== undefined,
    'dry-run': flag(options, 'dryRun'),
    'no-commit': options.commit === false,
  }
  const alone = Object.entries(given).find(([, isGiven]) => isGiven)?.[0]
  if (alone) throw new UsageError(`--${alone} 要与 --sent 同用：--sent 日期，记下这张表何时报送。`)
  return false
}
