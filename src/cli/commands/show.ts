import { flagsOf } from '../../core/stages/flags.ts'
import { actionsFor } from '../../core/stages/possible.ts'
import { lintOneCase } from '../../office/lint.ts'
import { defineCommand } from '../command.ts'
import { Exit } from '../exit.ts'
import { namedCase } from '../named-case.ts'
import { type CaseSummary, summaryJson } from '../output/case-summary.ts'
import { caseText } from '../output/case-text.ts'
import { papersOf } from '../papers.ts'

const which = { words: ['show'], question: '查看哪个案件？' }

/** `ejc show CASE`: one case, and the one next thing to do. */
export const show = defineCommand({
  name: 'show',
  usage: '[案件]',
  summary: '查看一案：阶段、期限、问题、下一步',
  after: 'list',
  arguments: [{ syntax: '[案件]', help: '案件编号；在终端里可以不写，从列表选择' }],
  options: [],
  examples: [
    { call: 'ejc show NN-2026-0001', does: '阶段、经过、期限、问题、文书和下一步' },
    { call: 'ejc show NN-2026-0001 --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, [given]) {
    const workspace = await context.workspace()
    const id = await namedCase(context, workspace, given, which)
    const { view, raw } = workspace.needCase(id)
    const summary: CaseSummary = {
      view,
      findings: await lintOneCase(workspace, id),
      actions: actionsFor(view),
      flags: flagsOf(view),
      papers: await papersOf(view, raw, workspace.repository),
    }
    if (context.global.json) context.out.json('show', summaryJson(summary))
    else context.out.print(caseText(summary, context.out, context.global.repo))
    return Exit.Ok
  },
})
