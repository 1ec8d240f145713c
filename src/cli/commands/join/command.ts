import { defineCommand, text } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { joinAt } from './run.ts'
import { printJoined } from './text.ts'

/** `ejc join ADDRESS [FOLDER]`: this machine's clone of a shared library, or of a backup. */
export const join = defineCommand({
  name: 'join',
  usage: '<地址> [文件夹]',
  summary: '加入单位的共享库，或者从备份恢复',
  after: 'sync',
  arguments: [
    { syntax: '<地址>', help: '共享库的地址，或者 ejc backup 写出的备份文件' },
    { syntax: '[文件夹]', help: '放在哪个文件夹（默认取地址的最后一段），应为空的或者没有的' },
  ],
  options: [{ flags: '--branch <分支>', help: '共享库有几个分支上有案件的，取哪一个' }],
  examples: [
    { call: 'ejc join /mnt/nas/案件库.git', does: '取得共享库，设好本机，以后用 ejc sync 同步' },
    {
      call: 'ejc join git@git.example.gov.cn:sthj/cases.git 案件库',
      does: '从服务器取得，放在“案件库”文件夹',
    },
    { call: 'ejc join 备份-2026-11-30.bundle 恢复', does: '从备份恢复到“恢复”文件夹' },
  ],
  async run(context, [address = '', folder], options) {
    const joined = await joinAt(context, address, folder, text(options, 'branch'))
    printJoined(context, joined)
    return Exit.Ok
  },
})
