import { defineCommand, several } from '../../shared/command.ts'
import { noCommitOption, yesOption } from '../../shared/common-options.ts'
import { combineInto } from './run.ts'

/** `ejc combine CASE INTO`: two cases that are one; the first goes into the second. */
export const combine = defineCommand({
  name: 'combine',
  alias: '并案',
  usage: '[案件] [并入的案件]',
  summary: '并案：两件其实是一件，把一件并入另一件',
  after: 'assign',
  arguments: [
    { syntax: '[案件]', help: '被并入的案件：并入以后撤回登记，记录保留' },
    { syntax: '[案件]', help: '继续办理的案件' },
  ],
  options: [
    { flags: '--reason <文字>', help: '为什么是同一件案件；记入两案的 ejc log、ejc show' },
    {
      flags: '--keep <事项=案件>',
      help: '两案都有、只能有一个的事项以哪一案为准（可多次）；只写案件编号即全部以它为准',
      parse: several,
    },
    {
      flags: '--same <义务人=义务人>',
      help: '被并入案件的义务人是继续案件的哪一个，如 o1=o2；不是其中任何一个，写 o1=',
      parse: several,
    },
    {
      flags: '--title <名称>',
      help: '合并以后的案件名称（默认为继续办理的案件的名称；它是从另一件分出来的，为分案以前的名称）',
    },
    yesOption,
    { flags: '--dry-run', help: '只显示将怎样并案，不写入' },
    noCommitOption,
  ],
  examples: [
    {
      call: 'ejc combine NN-2026-0002 NN-2026-0001 --reason 同一排污口的两次举报',
      does: '把 0002 的全部记录、证据转入 0001，一次提交；线索日期等以较早的为准，0002 撤回登记',
    },
    {
      call: 'ejc combine 2 1 --keep 启动索赔=1 --keep 2 --dry-run',
      does: '看看会怎样并：启动索赔以 0001 的为准，其余两案说法不同的以 0002 的为准',
    },
  ],
  run: (context, words, options) => combineInto(context, words, options),
})
