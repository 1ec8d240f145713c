import { wholeHistory } from '../../../repository/commits.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { defineCommand } from '../../shared/command.ts'
import { caseArgument } from '../../shared/common-options.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit } from '../../shared/exit.ts'
import { printLong } from '../../shared/output/pager.ts'
import { textTable } from '../../shared/output/table.ts'
import { type HistoryLine, historyLine } from '../../shared/wording/history.ts'

const caseQuestion = { words: ['log'], question: '查看哪个案件的办理记录？' }

/** `ejc log CASE`: what was done in a case, by whom and when, from the commits. */
export const log = defineCommand({
  name: 'log',
  usage: '[案件]',
  summary: '查看一案的办理记录',
  after: 'archive',
  arguments: [caseArgument],
  options: [],
  examples: [
    { call: 'ejc log NN-2026-0001', does: '逐次列出办理事项、对象、记录人和提交，最近的在前' },
    { call: 'ejc log NN-2026-0001 --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, [given]) {
    const workspace = await context.workspace()
    const id = await namedCase(context, workspace, given, caseQuestion)
    printHistory(context, id, await readHistory(workspace, id))
    return Exit.Ok
  },
})

/** What was done in a case, newest first: as the commits say it, and in the words of the law. */
interface History {
  readonly entries: Awaited<ReturnType<typeof wholeHistory>>
  readonly lines: readonly HistoryLine[]
}

/** Reads the history of a case from its commits. */
async function readHistory(workspace: Workspace, id: string): Promise<History> {
  const { facts, regulation } = namesForHistory(workspace, id)
  const entries = await wholeHistory(workspace.repository.root, id)
  return { entries, lines: entries.map((entry) => historyLine(entry, id, facts, regulation)) }
}

/** A case that can't be read has a history too, which shows when the fault came in. */
function namesForHistory(workspace: Workspace, id: string) {
  const reading = workspace.readCase(id)
  if (reading.ok) return { facts: reading.view.facts, regulation: reading.view.regulation }
  return { facts: undefined, regulation: workspace.setting.regulation }
}

/** Prints what was done in a case, or that nothing is committed yet. */
function printHistory({ global, out }: CommandContext, id: string, { entries, lines }: History): void {
  if (global.json) {
    const data = entries.map(({ commit, committedAt: on, author: by, action, subject, title, note }) => {
      return { commit, on, by, action, subject, title, note: note || null }
    })
    out.json('log', data)
    return
  }
  if (!lines.length) {
    out.note(`案件 ${id} 还没有提交记录。`)
    return
  }
  const heads = [
    { title: '时间' },
    { title: '事项', flexible: true },
    { title: '对象', flexible: true },
    { title: '记录人', flexible: true },
    { title: '提交' },
  ]
  const rows = lines.map(({ at, what, about, by, commit, note }) => {
    return [at, [what, ...note].join('\n'), about, by, commit]
  })
  printLong(textTable(heads, rows, out.width, out.style.dim), out)
}
