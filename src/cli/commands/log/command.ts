import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { readHistory } from './run.ts'
import { printHistory } from './text.ts'

const which = { words: ['log'], question: '查看哪个案件的办理记录？' }

/** `ejc log CASE`: what was done in a case, by whom and when, from the commits. */
export const log = defineCommand({
  name: 'log',
  usage: '[案件]',
  summary: '查看一案的办理记录',
  after: 'archive',
  arguments: [{ syntax: '[案件]', help: '案件编号；在终端里可以不写，从列表选择' }],
  options: [],
  examples: [
    { call: 'ejc log NN-2026-0001', does: '逐次列出办理事项、对象、记录人和提交，最近的在前' },
    { call: 'ejc log NN-2026-0001 --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, [given]) {
    const workspace = await context.workspace()
    const id = await namedCase(context, workspace, given, which)
    printHistory(context, id, await readHistory(workspace, id))
    return Exit.Ok
  },
})
