import type { Item } from '../../core/stages/define.ts'
import type { Recipient } from '../../repository/record.ts'
import type { Unfinished } from '../../repository/unfinished.ts'
import type { Workspace } from '../../repository/workspace.ts'
import type { Wanted } from '../answers/collect.ts'
import type { CommandContext } from '../context.ts'
import { CancelledError } from '../exit.ts'
import { type AskContext, askItem } from './ask.ts'
import { openTerminal } from './terminal.ts'

/** The asker of a call: what an interrupted call left is offered first, and every answer is kept until written. */
export function promptFor(
  context: CommandContext,
  workspace: Workspace,
  { view, regulation }: Recipient,
  kept: Unfinished,
  choices: AskContext['choices'],
): (wanted: Wanted, given: Item) => Promise<Item> {
  const terminal = openTerminal()
  const known = { config: workspace.setting.config, case: view?.facts.case }
  return async (wanted, given) => {
    const before = kept.load()
    const resumed = before && (await terminal.confirm('上次没有填完，接着填？', true)) ? before : {}
    try {
      const answers = await askItem(
        wanted,
        { ...resumed, ...given },
        {
          terminal,
          today: context.global.today,
          facts: view?.facts,
          clauses: regulation.clauses,
          choices,
          known: (path) => valueAt(known, path),
          onAnswer: (item) => kept.save(item),
        },
      )
      return { ...resumed, ...answers }
    } catch (error) {
      if (error instanceof CancelledError && kept.load()) {
        throw new CancelledError('已中断，没有写入；答过的内容已保留，下次运行同一命令可以接着填。')
      }
      throw error
    }
  }
}

function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === key)?.[1]
  }, root)
}
