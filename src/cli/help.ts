import type { CommanderError, HelpConfiguration } from 'commander'
import type { Command } from './shared/command.ts'
import { UsageError } from './shared/exit.ts'
import { wrap, wrapIndented } from './shared/output/text.ts'
import { widthOf } from './shared/output/width.ts'

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
}

/** Help in Chinese; its columns are aligned by the width in a terminal. */
export const helpSettings: HelpConfiguration = {
  // The help of an option names its choices: the parser would name them in English.
  optionDescription: ({ description, argChoices }) =>
    argChoices ? `${description}（${argChoices.join('、')}）` : description,
  displayWidth: widthOf,
  // The parser wraps only at spaces, and Chinese has none.
  boxWrap: (text, columns) => wrap(text, columns).join('\n'),
  styleTitle: (title) => helpTitles[title] ?? title,
  subcommandTerm: (command) => command.name(),
  commandUsage: (command) => {
    const parents = command.parent ? `${command.parent.name()} ` : ''
    const name = [command.name(), ...command.aliases()].join('|')
    return `${parents}${name} ${command.usage().replace('[options]', '[选项]').replace('[command]', '[命令]')}`
  },
}

/**
 * A usage error of the parser in Chinese, with the suggestion that the parser made.
 * @param usage how the command is written, where one was called
 */
export function translateUsageError(error: CommanderError, usage = ''): UsageError {
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const suggested = /Did you mean (?:one of )?([^?)]+)\?/.exec(error.message)?.[1]
  // The parser names several at once: `a, b`.
  const suggestion = suggested ? `是否想写 ${suggested.replaceAll(', ', '、')}？` : ''
  const [, wrong = '', allowed = ''] =
    /argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s.exec(error.message) ?? []
  const how = usage === '' ? '在命令后加 --help 查看写法。' : `写法：${usage}；加 --help 查看例子。`
  const messages: Readonly<Record<string, string>> = {
    'commander.unknownCommand': `没有“${quoted}”这个命令。${suggestion || '运行 ejc --help 查看全部命令。'}`,
    'commander.unknownOption': `没有“${quoted}”这个选项。${suggestion || '在命令后加 --help 查看可用的选项。'}`,
    'commander.missingArgument': `缺少参数“${quoted.replaceAll('|', '、')}”。${how}`,
    'commander.optionMissingArgument': `选项“${quoted}”后面缺少内容。`,
    'commander.excessArguments': `参数太多。${how}`,
    'commander.invalidArgument': `选项“${quoted}”不能写“${wrong}”，可写：${allowed.replaceAll(', ', '、')}。`,
    'commander.help': '请写明命令。运行 ejc --help 查看全部命令。',
  }
  return new UsageError(messages[error.code] ?? error.message)
}

const PLAIN_WIDTH = 80

/** The examples of a command, below its help. */
export function examplesOf({ examples }: Pick<Command, 'examples'>): string {
  const width = process.stdout.columns ?? PLAIN_WIDTH
  const lines = examples.map(({ call, does }) => `  $ ${call}\n${wrapIndented(does, width, '      ')}`)
  return ['', '示例：', ...lines].join('\n')
}
