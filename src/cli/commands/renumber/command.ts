import { recover } from '../../../repository/recover.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument, noCommitOption } from '../../shared/common-options.ts'
import { Exit } from '../../shared/exit.ts'
import { renumberCase } from './run.ts'
import { printRenumbering } from './text.ts'

const caseQuestion = { words: ['renumber'], question: '给哪个案件改号？' }

/** `ejc renumber CASE [NEWID]`: another number for a case, its references included. */
export const renumber = defineCommand({
  name: 'renumber',
  usage: '[案件] [新编号]',
  summary: '给案件改号，引用随之更新',
  after: 'sync',
  arguments: [caseArgument, { syntax: '[新编号]', help: '新编号（默认同年度下一个空号）' }],
  options: [
    { flags: '-y, --yes', help: '不再确认，直接改号' },
    { flags: '--dry-run', help: '只显示将改动的文件，不写入' },
    noCommitOption,
  ],
  examples: [
    { call: 'ejc renumber NN-2026-0005', does: '改为同年度下一个空号，文件夹、引用和文书文件名随之更新' },
    { call: 'ejc renumber NN-2026-0005 NN-2026-0012 --dry-run', does: '看看改为指定编号要动哪些文件' },
  ],
  async run(context, [given, target], options) {
    await recover((await context.workspace()).repository.root)
    const workspace = await context.workspace()
    const id = await namedCase(context, workspace, given, caseQuestion)
    printRenumbering(context, await renumberCase(context, workspace.repository, { id, target }, options))
    return Exit.Ok
  },
})
