import { printable } from '../../../repository/paths.ts'
import { driveMerge } from '../../../repository/sync/driver.ts'
import { defineHiddenCommand, flag } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'

/** `ejc merge-driver`: called by git for each file that both sides changed; nobody types it. */
export const mergeDriver = defineHiddenCommand({
  name: 'merge-driver',
  usage: '<base> <ours> <theirs> <path>',
  summary: '供 git 合并案件文件时调用',
  arguments: [
    { syntax: '<base>', help: '双方共同的版本' },
    { syntax: '<ours>', help: '本机的版本，合并结果写入此文件' },
    { syntax: '<theirs>', help: '对方的版本' },
    { syntax: '<path>', help: '文件在案件库中的路径' },
  ],
  options: [{ flags: '--base', help: '只是另一次合并的基准：双方不同的事实留待那次合并' }],
  examples: [
    { call: 'git config merge.ejc.driver', does: '查看 git 怎样调用本命令' },
    { call: 'ejc merge-driver %O %A %B %P', does: '由 git 填入三个版本和路径' },
  ],
  async run({ folder, out }, [base = '', ours = '', theirs = '', path = ''], options) {
    if (await driveMerge(folder, { base, ours, theirs }, path, flag(options, 'base'))) return Exit.Ok
    out.note(conflictText(path))
    return Exit.Findings
  },
})

/** git says only that there is a conflict: what became of both sides, and the way that asks about each fact. */
function conflictText(path: string): string {
  return `${printable(path)}：双方写得不同（或者给了同一个编号），两边都留在文件里。
  放弃这次合并（git merge --abort），改用 ejc sync：逐项询问，编号相同的自动改号。`
}
