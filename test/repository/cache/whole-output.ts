import { Chalk } from 'chalk'
import { due } from '../../../src/cli/commands/due/command.ts'
import { list } from '../../../src/cli/commands/list/command.ts'
import type { CommandContext } from '../../../src/cli/shared/context.ts'
import { createOutput } from '../../../src/cli/shared/output/output.ts'
import { lintRepository } from '../../../src/office/lint.ts'
import { openWorkspace } from '../../../src/repository/workspace.ts'

/** The build under which the output is cached. */
export const program = 'this build'

/** The exact output of lint, due and list for a repository, with the cache or without it. */
export async function wholeOutput(
  root: string,
  today: string,
  how: 'remembered' | 'anew',
  format: 'json' | 'text' = 'json',
): Promise<string> {
  const said: string[] = []
  const say = (text: string) => {
    said.push(text)
  }
  const json = (kind: string, data: unknown) => say(JSON.stringify({ kind, data }))
  const out = {
    ...createOutput(false, true),
    style: new Chalk({ level: 0 }),
    width: 100,
    print: say,
    note: say,
    json,
  }
  const options = how === 'anew' ? { cache: false } : {}
  const global = { repo: root, json: format === 'json', input: false, today, verbose: false }
  const context: CommandContext = {
    global,
    out,
    program,
    folder: root,
    calledIn: root,
    interactive: false,
    root: async () => root,
    workspace: () => openWorkspace(root, today),
  }
  const saying = async (call: () => Promise<unknown>) => say(JSON.stringify(await call().catch(String)))
  await saying(() => lintRepository(root, { today, ...(how === 'anew' ? {} : { program }) }))
  await saying(() => due.run(context, [], options))
  await saying(() => list.run(context, [], { ...options, overdue: true, sort: 'due' }))
  if (format === 'text') await saying(() => list.run(context, ['案'], options))
  return said.join('\n')
}
