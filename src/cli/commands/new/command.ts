import { defineCommand, text } from '../../shared/command.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { Exit } from '../../shared/exit.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { jurisdictionLines } from '../../shared/wording/jurisdiction.ts'
import { reportOutcome } from '../../shared/wording/outcome.ts'
import { register } from './run.ts'

/** `ejc new`: registers a clue as a new case. */
export const newCase = defineCommand({
  name: 'new',
  usage: '',
  summary: '登记线索，新建案件',
  after: 'init',
  options: [
    { flags: '--id <编号>', help: '指定案件编号（默认按年度顺序编号）' },
    {
      flags: '--like <案件>',
      help: '以另一案的承办单位、办案人员、案由、损害种类、地点等为默认答案；日期、调查结论和金额不照抄',
    },
    { flags: '--same-obligors', help: '与 --like 一起写：义务人的名称、证件号码等也照抄' },
    ...entryOptions,
  ],
  examples: [
    { call: 'ejc new', does: '在终端里逐项填写' },
    { call: 'ejc new --from clue.yaml', does: '从文件读入' },
    { call: 'ejc new --like NN-2026-0001', does: '同样的问题，一般性的答案取自 0001，逐项可改' },
    {
      call: 'ejc new --from 线索.yaml --set damage.estimatedLoss=8.6万',
      does: '从文件读入，其中一栏另给；日期、金额照平常的写法，选项写名称或者代码',
    },
  ],
  async run(context, _args, options) {
    const { task, outcome } = await register(context, text(options, 'id'), options)
    const { global, out } = context
    if (!global.json)
      for (const line of jurisdictionLines(outcome.after)) out.note(wrapIndented(line, out.width, '  ', ''))
    reportOutcome(context, task, outcome)
    return Exit.Ok
  },
})
