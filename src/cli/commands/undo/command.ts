import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument } from '../../shared/common-options.ts'
import { undoLast } from './run.ts'

const caseQuestion = { words: ['undo'], question: '撤销哪个案件最近一次办理？' }

/** `ejc undo CASE`: takes the last action back by a new commit. */
export const undo = defineCommand({
  name: 'undo',
  usage: '[案件]',
  summary: '撤销一案最近一次办理',
  after: 'log',
  arguments: [caseArgument],
  options: [
    { flags: '-y, --yes', help: '不再确认，直接撤销' },
    { flags: '--dry-run', help: '只显示将撤销什么，不写入' },
    { flags: '--no-commit', help: '改回文件，但不提交到 git' },
  ],
  examples: [
    { call: 'ejc undo NN-2026-0001', does: '撤销本案最近一次办理（生成文书不算）；再运行一次即恢复' },
    { call: 'ejc undo NN-2024-0001 --yes', does: '从台账误导入的一件，没有再办理的，整件去掉' },
    { call: 'ejc undo NN-2026-0001 --dry-run', does: '先看撤销以后文件、阶段和期限有什么变化' },
  ],
  async run(context, [given], options) {
    const id = await namedCase(context, await context.workspace(), given, caseQuestion)
    return undoLast(context, id, options)
  },
})
