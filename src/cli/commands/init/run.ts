import { initRepository, needFree, newRepositoryFiles } from '../../../repository/init.ts'
import { loadLaw } from '../../../repository/law.ts'
import { setUpClone } from '../../../repository/sync/driver.ts'
import type { CommandContext } from '../../shared/context.ts'
import { ownProgram } from '../../shared/own-program.ts'
import { type ConfigPrompts, collectConfig } from './config.ts'
import type { NewRepository } from './text.ts'

/** Makes a case repository in a folder. Throws RepositoryError where its files would replace others. */
export async function initialise(
  context: CommandContext,
  root: string,
  given: Parameters<typeof collectConfig>[1],
  { dryRun, commit }: { readonly dryRun: boolean; readonly commit: boolean },
): Promise<NewRepository> {
  needFree(root, [])
  // First of all, asks who commits: without it, the writing at the end would fail.
  if (!dryRun && commit) await (await import('../../shared/identity.ts')).fixIdentity(context)
  const { recognised, notes, ...made } = await collectConfig(await loadLaw(), given, await promptsOf(context))
  const files = newRepositoryFiles(made.config, made.regulation)
  needFree(root, [...files.keys()])
  if (!recognised)
    context.out.note('从单位名称看不出所属地区，暂按广西壮族自治区填写，请在 ejc.yaml 中核对 region。')
  for (const note of notes) context.out.note(note)
  const written = dryRun
    ? { files: [...files.keys()], commit: null }
    : await initRepository(root, files, { commit })
  if (!dryRun) await setUpClone(root, ownProgram())
  return { ...made, root, texts: files, paths: written.files, commit: written.commit }
}

/** Questions, where they can be asked; their code is loaded only then. */
async function promptsOf({ interactive, global }: CommandContext): Promise<ConfigPrompts | undefined> {
  if (!interactive) return undefined
  const [{ openTerminal }, { askItem }] = await Promise.all([
    import('../../prompts/terminal.ts'),
    import('../../prompts/ask.ts'),
  ])
  const terminal = openTerminal()
  const asking = {
    terminal,
    today: global.today,
    facts: undefined,
    clauses: [],
    choices: {},
    known: () => undefined,
    onAnswer: () => undefined,
  }
  return {
    unitName: () =>
      terminal.input('承办单位名称（如 南宁市生态环境局）', {
        validate: (value) => value.trim() !== '' || '请填写',
      }),
    rest: (wanted, given, law) => askItem(wanted, given, { ...asking, law }),
    say: terminal.say,
  }
}
