import { defineCommand, text } from '../../shared/command.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { Exit } from '../../shared/exit.ts'
import { jurisdictionLines } from '../../shared/wording/jurisdiction.ts'
import { reportOutcome } from '../../shared/wording/outcome.ts'
import { register } from './run.ts'

/** `ejc new`: registers a clue as a new case. */
export const newCase = defineCommand({
  name: 'new',
  usage: '',
  summary: '登记线索，新建案件',
  after: 'init',
  options: [{ flags: '--id <编号>', help: '指定案件编号（默认按年度顺序编号）' }, ...entryOptions],
  examples: [
    { call: 'ejc new', does: '在终端里逐项填写' },
    { call: 'ejc new --from clue.yaml', does: '从文件读入' },
    {
      call: 'ejc new --set title=某厂排污案 --set clue.channel=complaint-media --set clue.receivedOn=2026-03-02 --set damage.scope=covered --set damage.kind=pollutant-discharge',
      does: '不提问，逐栏给出',
    },
  ],
  async run(context, _args, options) {
    const { task, outcome } = await register(context, text(options, 'id'), options)
    if (!context.global.json) jurisdictionLines(outcome.after).forEach(context.out.note)
    reportOutcome(context, task, outcome)
    return Exit.Ok
  },
})
