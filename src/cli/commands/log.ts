import { wholeHistory } from '../../repository/commits.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { type HistoryLine, historyLine } from '../archive/history.ts'
import { defineCommand } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit } from '../exit.ts'
import { namedCase } from '../named-case.ts'
import { printLong } from '../output/pager.ts'
import { table } from '../output/table.ts'

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
    const { facts, regulation } = readable(workspace, id)
    const entries = await wholeHistory(workspace.repository.root, id)
    if (context.global.json) {
      const data = entries.map(({ commit, committedAt: on, author: by, action, subject, title }) => {
        return { commit, on, by, action, subject, title }
      })
      context.out.json('log', data)
    } else
      print(
        context,
        id,
        entries.map((entry) => historyLine(entry, id, facts, regulation)),
      )
    return Exit.Ok
  },
})

/** The history is told of a case that can't be read as well: it shows when that came about. */
function readable(workspace: Workspace, id: string) {
  const reading = workspace.readCase(id)
  if (reading.ok) return { facts: reading.view.facts, regulation: reading.view.regulation }
  return { facts: undefined, regulation: workspace.setting.regulation }
}

function print({ out }: CommandContext, id: string, lines: readonly HistoryLine[]): void {
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
  const rows = lines.map(({ at, what, about, by, commit }) => [at, what, about, by, commit])
  printLong(table(heads, rows, out.width, out.style.dim), out)
}
