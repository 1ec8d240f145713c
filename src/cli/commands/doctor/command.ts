import { defineCommand, flag } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { fixAll, runChecks } from './run.ts'
import { checksText } from './text.ts'

/** `ejc doctor`: whether this machine and this repository are fit for work, and how to mend what is not. */
export const doctor = defineCommand({
  name: 'doctor',
  usage: '',
  summary: '体检：本机环境和案件库，逐项说明怎样处理',
  after: 'regulation',
  options: [
    {
      flags: '--fix',
      help: '改正能够自动改正的：提交人、提交前检查、合并方式、.gitattributes、本版 ejc 的 schema',
    },
  ],
  examples: [
    { call: 'ejc doctor', does: '逐项体检，说明怎样处理；有问题的退出码为 1' },
    {
      call: 'ejc doctor --fix',
      does: '改正 ejc 能够自己改正的，例如启用提交前检查、更新供编辑器使用的 schema',
    },
    { call: 'ejc doctor --json', does: '同样的内容，供其他程序使用' },
  ],
  async run(context, _, options) {
    if (flag(options, 'fix')) await fixAll(context)
    const checks = await runChecks(context)
    if (context.global.json) context.out.json('doctor', checks)
    else context.out.print(checksText(checks, context.out))
    return checks.some(({ state }) => state === 'problem') ? Exit.Findings : Exit.Ok
  },
})
