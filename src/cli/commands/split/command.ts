import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument, noCommitOption, yesOption } from '../../shared/common-options.ts'
import { splitCase } from './run.ts'

const caseQuestion = { words: ['split'], question: '从哪个案件分出一件？' }

/** `ejc split CASE`: one case that is two; some obligors leave with everything that concerns only them. */
export const split = defineCommand({
  name: 'split',
  alias: '分案',
  usage: '[案件]',
  summary: '分案：一件其实是两件，把一部分义务人或者证据分出为新案',
  after: 'combine',
  arguments: [caseArgument],
  options: [
    {
      flags: '--obligors <义务人>',
      help: '分出的义务人，写编号或者名称，几个用逗号分开；还没有查明的，写“无”',
    },
    {
      flags: '--evidence <证据>',
      help: '只关系到分出一方的证据，几个用逗号分开；没有被引用、又没有写在这里的，两案都有',
    },
    { flags: '--reason <文字>', help: '为什么是两件案件；记入两案的 ejc log、ejc show' },
    { flags: '--title <名称>', help: '分出案件的名称' },
    { flags: '--id <编号>', help: '分出案件的编号（默认按年度顺序编号）' },
    yesOption,
    { flags: '--dry-run', help: '只显示将怎样分案，不写入' },
    noCommitOption,
  ],
  examples: [
    {
      call: 'ejc split NN-2026-0001 --obligors o2 --reason 两处排污口互不相关',
      does: '把 o2 和只关系到他的送达、答复、证据等分出为新案，一次提交；关系到双方的，两案都有',
    },
    {
      call: 'ejc split 1 --obligors 某运输有限公司 --evidence E4,E5 --dry-run',
      does: '看看会怎样分：E4、E5 只关系到分出的一方',
    },
  ],
  async run(context, [given], options) {
    const workspace = await context.workspace()
    return splitCase(context, workspace, await namedCase(context, workspace, given, caseQuestion), options)
  },
})
