import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument } from '../../shared/common-options.ts'
import { Exit } from '../../shared/exit.ts'
import { printLong } from '../../shared/output/pager.ts'
import { summaryJson } from './json.ts'
import { summarise } from './run.ts'
import { caseText } from './text.ts'

const caseQuestion = { words: ['show'], question: '查看哪个案件？' }

/** `ejc show CASE`: one case, and the one next thing to do. */
export const show = defineCommand({
  name: 'show',
  usage: '[案件]',
  summary: '查看一案：阶段、期限、问题、下一步',
  after: 'list',
  arguments: [caseArgument],
  options: [],
  examples: [
    { call: 'ejc show NN-2026-0001', does: '阶段、经过、期限、问题、文书和下一步' },
    { call: 'ejc show NN-2026-0001 --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, [given]) {
    const workspace = await context.workspace()
    const id = await namedCase(context, workspace, given, caseQuestion)
    const summary = await summarise(workspace, id)
    if (context.global.json) context.out.json('show', summaryJson(summary))
    else printLong(caseText(summary, context.out, context.global.repo), context.out)
    return Exit.Ok
  },
})
