import type { IsoDate } from '../../core/calendar/dates.ts'
import { isLate } from '../../core/deadlines/pending.ts'
import { withoutCache } from '../cache.ts'
import { defineCommand, flag, type OptionValues, text } from '../command.ts'
import { Exit } from '../exit.ts'
import { readOffice } from '../office.ts'
import type { Outlook } from '../outlook.ts'
import { readOutlooks } from '../outlooks.ts'
import {
  byDue,
  type DeadlinesLayout,
  deadlineTables,
  isPending,
  type NamedDeadline,
} from '../output/deadlines.ts'
import type { Output } from '../output/output.ts'
import { printLong } from '../output/pager.ts'
import { paragraph } from '../output/text.ts'
import { doubtsOf, explainedDeadline } from '../output/trace.ts'
import { wholeNumber } from '../parse.ts'

/** `ejc due`: the deadlines of one, several or all cases. */
export const due = defineCommand({
  name: 'due',
  usage: '[案件...]',
  summary: '列出期限，标出临期与逾期',
  after: 'advance',
  arguments: [{ syntax: '[案件...]', help: '案件编号；不写时为全部案件和全库的报送期限' }],
  options: [
    { flags: '--within <天数>', help: '只列该天数之内到期和已逾期的', parse: wholeNumber('--within') },
    { flags: '--overdue', help: '只列已逾期的（提示性期限除外）' },
    { flags: '--all', help: '连同已办结和无需办理的' },
    { flags: '--explain', help: '逐步说明每个日期如何得出，附条文' },
    { flags: '--officer <姓名>', help: '只列该承办人的案件' },
    { flags: '--ics <文件>', help: '把未办结且有日期的期限写成日历文件' },
    { flags: '--fail-overdue', help: '有逾期的（提示性期限除外）以退出码 1 结束' },
    withoutCache,
  ],
  examples: [
    { call: 'ejc due --within 15', does: '全部案件 15 天之内的期限' },
    { call: 'ejc due NN-2026-0001 --explain', does: '一案的期限及其计算过程' },
    { call: 'ejc due --overdue --fail-overdue', does: '列出逾期；有逾期时退出码为 1，供定时任务使用' },
  ],
  async run(context, ids, options) {
    const { out, global } = context
    const read = await readOutlooks(context, ids, options)
    const ofOffice = isWholeOffice(ids, options)
    const office = await readOffice(context, read, ofOffice)
    const wanted = [...deadlinesOf(read.outlooks, options), ...((ofOffice && office.deadlines) || [])].filter(
      selector(options),
    )
    const deadlines = wanted.map(({ deadline }) => deadline)
    const ics = text(options, 'ics')
    if (ics !== undefined) await writeIcs(ics, wanted, global.today, out)
    else if (global.json) out.json('due', deadlines)
    else print(wanted, { today: global.today, withinDays: office.withinDays }, options, out)
    if (!read.complete || (ofOffice && !office.deadlines)) return Exit.Failed
    const late = deadlines.some(isLate)
    return flag(options, 'failOverdue') && late ? Exit.Findings : Exit.Ok
  },
})

/** What the office as a whole owes is listed unless the call names cases or an officer. */
function isWholeOffice(ids: readonly string[], options: OptionValues): boolean {
  return ids.length === 0 && text(options, 'officer') === undefined
}

function deadlinesOf(outlooks: readonly Outlook[], options: OptionValues): NamedDeadline[] {
  const officer = text(options, 'officer')
  return outlooks
    .filter(({ listed }) => officer === undefined || listed.officers.includes(officer))
    .flatMap(({ deadlines }) => deadlines)
}

/** Days are counted to the nominal last day, as `daysLeft` is. */
function selector(options: OptionValues): (named: NamedDeadline) => boolean {
  const within = typeof options.within === 'number' ? options.within : undefined
  return ({ deadline }) => {
    if (flag(options, 'overdue') && !isLate(deadline)) return false
    if (within !== undefined && (deadline.daysLeft === null || deadline.daysLeft > within)) return false
    return flag(options, 'all') || isPending(deadline)
  }
}

function print(
  deadlines: readonly NamedDeadline[],
  layout: Omit<DeadlinesLayout, 'showCase'>,
  options: OptionValues,
  out: Output,
): void {
  if (!deadlines.length) {
    out.note('没有符合条件的期限。')
    return
  }
  printLong(
    flag(options, 'explain')
      ? explanations(deadlines, layout.today, out)
      : deadlineTables(deadlines, { ...layout, showCase: ofSeveral(deadlines) }, out),
    out,
  )
  const doubts = new Set(
    deadlines.flatMap(({ deadline }) => (isPending(deadline) ? doubtsOf(deadline) : [])).toSorted(),
  )
  if (!doubts.size) return
  out.note(
    paragraph(`标“暂定”的日期：${[...doubts].join('；')}。见到通知后用 ejc calendar add 录入。`, out.width),
  )
}

function explanations(deadlines: readonly NamedDeadline[], today: IsoDate, out: Output): string {
  const sorted = deadlines.toSorted((a, b) => byDue(a.deadline, b.deadline))
  return sorted.map((each) => explainedDeadline(each, today, out)).join('\n\n')
}

function ofSeveral(deadlines: readonly NamedDeadline[]): boolean {
  return new Set(deadlines.map(({ deadline }) => deadline.case)).size > 1
}

async function writeIcs(
  file: string,
  deadlines: readonly NamedDeadline[],
  today: IsoDate,
  out: Output,
): Promise<void> {
  const [{ writeFiles }, { deadlineCalendar }] = await Promise.all([
    import('../../documents/deliver.ts'),
    import('../output/ics.ts'),
  ])
  const pending = deadlines.filter(({ deadline }) => isPending(deadline) && deadline.rolledDue)
  writeFiles(new Map([[file, Buffer.from(deadlineCalendar(pending, today))]]))
  out.note(`已写入 ${file}：${pending.length} 个期限。`)
}
