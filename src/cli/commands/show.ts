import { flagsOf } from '../../core/stages/flags.ts'
import { actionsFor } from '../../core/stages/possible.ts'
import { lintOneCase } from '../../repository/lint.ts'
import { defineCommand } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { type CaseSummary, summaryJson } from '../output/case-summary.ts'
import { caseText } from '../output/case-text.ts'
import { papersOf } from '../papers.ts'

/** `ejc show CASE`: one case, and the one next thing to do. */
export const show = defineCommand({
  arguments: [{ syntax: '<case>', help: '案件编号' }],
  options: [],
  examples: [
    { call: 'ejc show NN-2026-0001', does: '阶段、经过、期限、问题、文书和下一步' },
    { call: 'ejc show NN-2026-0001 --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, [id]) {
    if (id === undefined) throw new UsageError('请写明案件编号，例如 ejc show NN-2026-0001。')
    const workspace = await context.workspace()
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
