import { chosenVerb, defineCommand } from '../../shared/command.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { addToCalendar } from './add/run.ts'
import { checkCalendar } from './check/run.ts'
import { showCalendar } from './show/run.ts'

const verbs = { check: checkCalendar, show: showCalendar, add: addToCalendar }

/** `ejc calendar check|show|add`: the rest days and make-up days that deadlines are counted with. */
export const calendar = defineCommand({
  name: 'calendar',
  usage: '<check|show|add> [年份]',
  summary: '放假安排：检查、查看、录入',
  after: 'board',
  arguments: [
    {
      syntax: '<check|show|add>',
      help: 'check 检查期限涉及的年份；show 查看一年或一日；add 录入一年的安排',
    },
    { syntax: '[年份]', help: '年份（2026），show 还可以写日期（2026-04-06）；默认今年' },
  ],
  options: [
    { flags: '--strict', help: '有未公布的年份或者暂定的日期时，check 以退出码 1 结束' },
    ...entryOptions,
  ],
  examples: [
    { call: 'ejc calendar check', does: '各案期限涉及的年份是否都有放假安排，哪些日期是暂定的' },
    { call: 'ejc calendar show 2026-04-06', does: '这一天是否工作日，依据哪份通知' },
    {
      call: 'ejc calendar add 2027 --set kind=regional --set notice.title=关于2027年“壮族三月三”放假的通知 --set rest[]=2027-04-08 --set rest[]=2027-04-09',
      does: '录入 2027 年三月三的两天假期，不提问',
    },
  ],
  run: (context, [verb = '', when], options) => chosenVerb('calendar', verbs, verb)(context, when, options),
})
