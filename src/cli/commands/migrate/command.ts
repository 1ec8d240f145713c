import { defineCommand } from '../../shared/command.ts'
import { noCommitOption, yesOption } from '../../shared/common-options.ts'
import { Exit } from '../../shared/exit.ts'
import { migrateRepository } from './run.ts'
import { printMigration } from './text.ts'

/** `ejc migrate`: brings a repository that an older ejc made to the format and the files of this one. */
export const migrate = defineCommand({
  name: 'migrate',
  usage: '',
  summary: '把较早版本的 ejc 建的案件库更新到本版：先列出，再确认',
  after: 'doctor',
  options: [yesOption, { flags: '--dry-run', help: '只列出将改动的文件，不写入' }, noCommitOption],
  examples: [
    { call: 'ejc migrate --dry-run', does: '列出要改动哪些文件，什么也不写' },
    { call: 'ejc migrate', does: '列出以后确认，一次提交；本单位改过的文件不动，逐个列出' },
  ],
  async run(context, _, options) {
    printMigration(context, await migrateRepository(context, options))
    return Exit.Ok
  },
})
