import { defineCommand, flag } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { backUp } from './run.ts'
import { printBackup } from './text.ts'

/** `ejc backup FILE`: the whole case repository with its history in one file. */
export const backup = defineCommand({
  name: 'backup',
  usage: '[文件]',
  summary: '把整个案件库连同历史备份成一个文件',
  after: 'join',
  arguments: [{ syntax: '[文件]', help: '备份文件（默认 案件库名-日期.bundle，放在案件库旁边）' }],
  options: [
    { flags: '--evidence', help: '外存的大文件一并复制到“文件.evidence”文件夹；不写的只列清单' },
    { flags: '--commit', help: '先提交手工改动过的文件，再备份' },
  ],
  examples: [
    {
      call: 'ejc backup /media/u盘/案件库-2026-11-30.bundle',
      does: '写出以后读回核对；恢复用 ejc join 文件 文件夹',
    },
    { call: 'ejc backup --evidence --commit', does: '连同外存证据，先提交手工改动' },
  ],
  async run(context, [file], options) {
    const evidence = flag(options, 'evidence')
    const done = await backUp(context, file, { evidence, commit: flag(options, 'commit') })
    printBackup(context, done)
    // What was to go along and could not is worth an alarm in a nightly call.
    return evidence && done.left.length ? Exit.Findings : Exit.Ok
  },
})
