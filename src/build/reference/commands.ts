import { execFileSync } from 'node:child_process'
import { commands } from '../../cli/commands/index.ts'
import type { Command, CommandEntry } from '../../cli/shared/command.ts'
import { markdownPage, markdownTable } from './markdown.ts'

/** Every command with its arguments, options and examples, from the command tree itself. */
export async function commandsPage(): Promise<string> {
  const parts = await Promise.all(commands.map(async (entry) => commandText(entry, await entry.load())))
  const rows = commands.map(({ name, summary }) => [`[\`ejc ${name}\`](#ejc-${name})`, summary])
  return markdownPage(
    '命令',
    markdownTable(['命令', '用途'], rows),
    `## 通用选项\n\n可以写在命令前面或者后面。\n\n\`\`\`text\n${globalOptionRows()}\n\`\`\``,
    '退出码：0 正常；1 有问题、有逾期（`--fail-overdue`）或者规则不允许；2 无法运行（用法、数据或者读写有误）；130 取消。',
    ...parts,
  )
}

function commandText(
  { name, usage, summary }: CommandEntry,
  { arguments: given = [], options = [], examples }: Command,
): string {
  const calls = examples.map(({ call, does }) => `# ${does}\n${call}`).join('\n\n')
  const choices = (list: readonly string[] | undefined): string => (list ? `（${list.join('、')}）` : '')
  return [
    `## ejc ${name}`,
    `${summary}。用法：\`ejc ${[name, usage].filter(Boolean).join(' ')}\``,
    ...(given.length
      ? [
          markdownTable(
            ['参数', '说明'],
            given.map(({ syntax, help }) => [`\`${syntax}\``, help]),
          ),
        ]
      : []),
    ...(options.length
      ? [
          markdownTable(
            ['选项', '说明'],
            options.map(({ flags, help, choices: list }) => [`\`${flags}\``, `${help}${choices(list)}`]),
          ),
        ]
      : []),
    `\`\`\`sh\n${calls}\n\`\`\``,
  ].join('\n\n')
}

/** The common options as the built program prints them: they belong to the parser, not to any command. */
function globalOptionRows(): string {
  const help = execFileSync(process.execPath, ['bin/ejc.js', 'help'], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '80' },
  })
  const [, block = ''] = /通用选项：\n([\s\S]*?)(?:\n\n|$)/.exec(help) ?? []
  if (block === '') throw new Error('the help of bin/ejc.js names no common options')
  return block.trimEnd()
}
