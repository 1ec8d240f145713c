import type { CommandArgument, CommandOption } from './command.ts'

/** What several commands take in the same words. */

/** The case that a command is about. */
export const caseArgument: CommandArgument = {
  syntax: '[案件]',
  help: '案件编号；在终端里可以不写，从列表选择',
}

/** The case, or several cases in which the same is done: `verb` says what. */
export const casesArgument = (verb: string): CommandArgument => ({
  ...caseArgument,
  help: `${caseArgument.help}；几件一起${verb}的写 "1,3,5" 或者 全部`,
})

/** Writes without asking. */
export const yesOption: CommandOption = { flags: '-y, --yes', help: '不再确认，直接写入' }

/** Writes the files, and commits nothing. */
export const noCommitOption: CommandOption = { flags: '--no-commit', help: '写入文件，但不提交到 git' }
