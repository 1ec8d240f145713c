import { recover } from '../../repository/recover.ts'
import { planRenumbering, type Renumbering, writeRenumbering } from '../../repository/renumber.ts'
import type { Repository } from '../../repository/repository.ts'
import { nextCaseId } from '../../repository/repository.ts'
import { defineCommand, flag } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { CancelledError, Exit } from '../exit.ts'
import { namedCase } from '../named-case.ts'

const which = { words: ['renumber'], question: '给哪个案件改号？' }

/** `ejc renumber CASE [NEWID]`: another number for a case, its references included. */
export const renumber = defineCommand({
  name: 'renumber',
  usage: '[案件] [新编号]',
  summary: '给案件改号，引用随之更新',
  after: 'sync',
  arguments: [
    { syntax: '[案件]', help: '案件编号；在终端里可以不写，从列表选择' },
    { syntax: '[新编号]', help: '新编号（默认同年度下一个空号）' },
  ],
  options: [
    { flags: '-y, --yes', help: '不再确认，直接改号' },
    { flags: '--dry-run', help: '只显示将改动的文件，不写入' },
    { flags: '--no-commit', help: '写入文件，但不提交到 git' },
  ],
  examples: [
    { call: 'ejc renumber NN-2026-0005', does: '改为同年度下一个空号，文件夹、引用和文书文件名随之更新' },
    { call: 'ejc renumber NN-2026-0005 NN-2026-0012 --dry-run', does: '看看改为指定编号要动哪些文件' },
  ],
  async run(context, [given, target], options) {
    const { root } = (await context.workspace()).repository
    await recover(root)
    const workspace = await context.workspace()
    const { repository } = workspace
    const id = await namedCase(context, workspace, given, which)
    const plan = planRenumbering(repository, id, target ?? nextOf(repository, id))
    const dryRun = flag(options, 'dryRun')
    if (!dryRun && !flag(options, 'yes')) await confirm(context, plan)
    const { commit } = dryRun
      ? { commit: null }
      : await writeRenumbering(repository.root, plan, options.commit !== false)
    report(context, plan, commit, dryRun)
    return Exit.Ok
  },
})

/** The next free number of the same office and year. */
function nextOf(repository: Repository, id: string): string {
  // Refuses what is no case before its number is taken apart.
  repository.readCase(id)
  const [, prefix = '', year = ''] = /^(.+)-(\d+)-\d+$/.exec(id) ?? []
  return nextCaseId(repository.caseIds(), prefix, Number(year))
}

async function confirm({ interactive }: CommandContext, { from, to }: Renumbering): Promise<void> {
  if (!interactive) return
  const { openTerminal } = await import('../prompts/terminal.ts')
  if (!(await openTerminal().confirm(`把 ${from} 改为 ${to}？`, true))) throw new CancelledError('没有改号。')
}

function report(
  { global, out }: CommandContext,
  { from, to, files, references, mentions, papers }: Renumbering,
  commit: string | null,
  dryRun: boolean,
): void {
  if (global.json) {
    const written = { case: to, action: 'renumber', subject: from, files: [...files.keys()], commit, dryRun }
    out.json('written', written)
    return
  }
  out.print(
    dryRun
      ? `将把 ${from} 改为 ${to}。`
      : `已把 ${from} 改为 ${to}${commit ? `（${commit.slice(0, 7)}）` : ''}。`,
  )
  for (const file of references) out.print(`  引用随之更新：${file}`)
  for (const file of mentions) out.print(`  文中提到原编号，请核对：${file}`)
  for (const file of papers) out.print(`  仍印有原编号，请重新生成：${file}`)
  if (dryRun) out.note('以上为将写入的内容（--dry-run），没有写入。')
  else out.note(papers.length ? `下一步：ejc render ${to} --all` : `下一步：ejc show ${to}`)
}
