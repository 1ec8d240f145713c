import { chosenVerb, defineCommand } from '../../shared/command.ts'
import { Exit } from '../../shared/exit.ts'
import { scripts } from './scripts.ts'

/** `ejc completion SHELL`: what a shell runs to complete commands, options, case ids, actions and forms. */
export const completion = defineCommand({
  name: 'completion',
  usage: '<bash|zsh|fish|powershell>',
  summary: '输出命令行补全脚本',
  after: 'doctor',
  arguments: [{ syntax: '<bash|zsh|fish|powershell>', help: '所用的命令行' }],
  examples: [
    {
      call: 'ejc completion bash',
      does: '输出脚本；在 ~/.bashrc 中加一行 eval "$(ejc completion bash)" 即启用',
    },
    { call: 'ejc completion fish', does: '存为 ~/.config/fish/completions/ejc.fish 即启用；其他见脚本首行' },
    {
      call: 'ejc completion powershell',
      does: '输出脚本；在 $PROFILE 中加一行 ejc completion powershell | Out-String | Invoke-Expression 即启用',
    },
  ],
  async run({ out }, [shell = '']) {
    out.print(chosenVerb('completion', scripts, shell).trimEnd())
    return Exit.Ok
  },
})
