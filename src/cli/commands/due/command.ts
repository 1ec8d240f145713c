import { withoutCache } from '../../shared/cases/cache.ts'
import { defineCommand, flag, text, wholeNumber } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { deliverList, listFormats } from '../../shared/table-options.ts'
import { countDone, exitForLate, readDeadlines, writeCalendar } from './run.ts'
import { doneText, printDeadlines } from './text.ts'

/** `ejc due`: the deadlines of one, several or all cases. */
export const due = defineCommand({
  name: 'due',
  usage: '[案件...]',
  summary: '列出期限，标出临期与逾期',
  after: 'advance',
  arguments: [{ syntax: '[案件...]', help: '案件编号；不写时为全部案件和本单位的报送期限' }],
  options: [
    { flags: '--within <天数>', help: '只列该天数之内到期和已逾期的', parse: wholeNumber('--within') },
    { flags: '--overdue', help: '只列已逾期的（提示性期限和已过的权利除外）' },
    { flags: '--all', help: '连同已办结和无需办理的' },
    { flags: '--explain', help: '逐步说明每个日期如何得出，附条文' },
    { flags: '--officer <姓名>', help: '只列该承办人的案件' },
    {
      flags: '--ics <文件>',
      help: '把未办结且有日期的期限写成日历文件，附提醒；再写一次即更新，早已过期的加 --overdue 才写',
    },
    ...listFormats,
    { flags: '--fail-overdue', help: '有逾期的（提示性期限、已过的权利和暂定的日期除外）以退出码 1 结束' },
    withoutCache,
  ],
  examples: [
    { call: 'ejc due --within 15', does: '全部案件 15 天之内的期限' },
    { call: 'ejc due NN-2026-0001 --explain', does: '一案的期限及其计算过程' },
    {
      call: 'ejc due --within 7 --format docx',
      does: '一周之内的期限，按承办人分组，打印后签收',
    },
    { call: 'ejc due --overdue --fail-overdue', does: '列出逾期；有逾期时退出码为 1，供定时任务使用' },
  ],
  async run(context, ids, options) {
    const { out, global } = context
    const ics = text(options, 'ics')
    if (ics !== undefined) return writeCalendar(context, ics, ids, options)
    const { named, withinDays, complete } = await readDeadlines(context, ids, options)
    const deadlines = named.map(({ deadline }) => deadline)
    const done = named.length ? 0 : await countDone(context, ids, options)
    const texts = async () =>
      (await import('./table.ts')).deadlineList(named, { today: global.today, withinDays })
    if (await deliverList(context, options, texts)) {
      // Delivered.
    } else if (global.json) out.json('due', deadlines)
    else if (!named.length && done) out.note(doneText(done, ids, options, global.repo))
    else {
      const chosen = ['within', 'overdue', 'all', 'officer'].some((name) => options[name] !== undefined)
      const explain = flag(options, 'explain')
      const { today, repo } = global
      printDeadlines(named, { today, withinDays, explain, chosen, repo }, out)
    }
    if (!complete) return Exit.Failed
    return exitForLate(context, named, options)
  },
})
