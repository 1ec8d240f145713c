import type { CommandContext } from '../../shared/context.ts'
import { printLong } from '../../shared/output/pager.ts'
import { table } from '../../shared/output/table.ts'
import type { History } from './run.ts'

/** Prints what was done in a case, or that nothing is committed yet. */
export function printHistory({ global, out }: CommandContext, id: string, { entries, lines }: History): void {
  if (global.json) {
    const data = entries.map(({ commit, committedAt: on, author: by, action, subject, title }) => {
      return { commit, on, by, action, subject, title }
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
  const rows = lines.map(({ at, what, about, by, commit }) => [at, what, about, by, commit])
  printLong(table(heads, rows, out.width, out.style.dim), out)
}
