import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument } from '../../shared/common-options.ts'
import { entryOptions } from '../../shared/entry/enter-item.ts'
import { amendCase } from './run.ts'

const caseQuestion = { words: ['amend'], question: '更正哪个案件的记录？' }

/** `ejc amend`: corrects, completes or takes away what was recorded, whatever was done since. */
export const amend = defineCommand({
  name: 'amend',
  usage: '[案件] [事项] [对象]',
  summary: '更正、补充或者去掉已经记录的内容',
  after: 'advance',
  arguments: [
    caseArgument,
    { syntax: '[已录事项]', help: '要更正的是哪一次办理：名称（或开头几个字）或代码；登记线索写 new' },
    { syntax: '[已录对象]', help: '对象的地址或名称，例如 1/o2（第 1 轮、义务人 o2）；只有一个时可以不写' },
  ],
  options: [
    { flags: '--reason <文字>', help: '为什么更正；随提交保留，ejc log 可查' },
    { flags: '--remove', help: '去掉这一项（录错的）；对登记线索，即因重复登记撤回案件' },
    ...entryOptions,
  ],
  examples: [
    { call: 'ejc amend NN-2026-0001', does: '从已经记录的内容中选一项，改其中几栏' },
    {
      call: 'ejc amend NN-2026-0001 送达磋商告知书 1/o2 --set servedOn=2026-07-02 --reason 看错回执日期',
      does: '更正向 o2 送达的日期；--set 键= 清空一栏',
    },
    { call: 'ejc amend NN-2026-0001 记录付款 P1 --remove --reason 重复录入', does: '去掉一笔录错的付款' },
    {
      call: 'ejc amend NN-2026-0002 登记线索 --remove --set 重复的案件=NN-2026-0001 --reason 同一线索登记了两次',
      does: '撤回重复登记的案件：留下说明，不再计期限、不再上报',
    },
  ],
  async run(context, [given, word, subject], options) {
    const workspace = await context.workspace()
    const id = await namedCase(context, workspace, given, caseQuestion)
    return amendCase(context, workspace, { id, word, subject }, options)
  },
})
