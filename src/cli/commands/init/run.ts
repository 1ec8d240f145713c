import type { Regulation } from '../../../core/regulation/regulation.ts'
import { initRepository, needFree, newRepositoryFiles } from '../../../repository/init.ts'
import { type Law, loadLaw } from '../../../repository/law.ts'
import { setUpClone } from '../../../repository/sync/driver.ts'
import { needNoLibrary } from '../../../repository/sync/shared-library.ts'
import type { CommandContext } from '../../shared/context.ts'
import { finishing } from '../../shared/finishing.ts'
import { ownProgram } from '../../shared/own-program.ts'
import { type CollectedConfig, type ConfigPrompts, collectConfig } from './config.ts'
import type { GivenConfig } from './given.ts'
import type { NewRepository } from './text.ts'

/** How a call is to write. */
export interface InitSettings {
  readonly dryRun: boolean
  readonly commit: boolean
}

/** Makes a case repository in a folder. Throws RepositoryError where its files would replace others. */
export async function initialise(
  context: CommandContext,
  root: string,
  given: GivenConfig,
  { dryRun, commit }: InitSettings,
): Promise<NewRepository> {
  needFree(root, [])
  await needNoLibrary(root, context.interactive)
  // First of all, asks who commits: without it, the writing at the end would fail.
  if (!dryRun && commit) await (await import('../../shared/identity.ts')).fixIdentity(context)
  const { recognised, notes, ...made } = await askedConfig(context, await loadLaw(), given)
  const files = newRepositoryFiles(made.config, made.regulation)
  needFree(root, [...files.keys()])
  if (!recognised)
    context.out.note(
      '从单位名称看不出所属地区，暂按广西壮族自治区填写；不对的，再运行 ejc init 更正“所属地区”。',
    )
  for (const note of notes) context.out.note(note)
  const written = dryRun
    ? { files: [...files.keys()], commit: null }
    : await initRepository(root, files, { commit })
  if (!dryRun) await setUp(root)
  return { ...made, root, texts: files, paths: written.files, commit: written.commit }
}

/** Tells this clone how cases are merged. Where that fails, the repository stays, and the error says so. */
export async function setUp(root: string): Promise<void> {
  const how = '运行 ejc doctor --fix 即可补上'
  await finishing(`案件库已在 ${root}`, how, () => setUpClone(root, ownProgram()))
}

/** The configuration that the call gives, or that the officer answers; Escape leads to the question before. */
export async function askedConfig(
  { interactive, global }: CommandContext,
  law: Law,
  given: GivenConfig,
): Promise<CollectedConfig> {
  if (!interactive) return collectConfig(law, given, undefined)
  const [{ openTerminal }, { askWanted, top }, { createInterview }, { papersOfOffice }] = await Promise.all([
    import('../../prompts/terminal.ts'),
    import('../../prompts/ask.ts'),
    import('../../prompts/interview.ts'),
    import('./papers.ts'),
  ])
  const terminal = openTerminal({ back: true })
  const interview = createInterview(terminal, {}, () => undefined, HOW)
  const asking = {
    ...top,
    terminal,
    interview,
    today: global.today,
    facts: undefined,
    clauses: [],
    choices: { regulation: textsOf(law) },
    known: () => undefined,
  }
  const prompts: ConfigPrompts = {
    unitName: (known) =>
      interview.input('unit.name', UNIT_NAME, {
        fallback: known,
        read: (text) => (text.trim() === '' ? { wrong: '请填写单位全称。' } : text.trim()),
      }),
    choose: (at, title, choices, proposal) =>
      interview.select(at, { title, open: true }, choices, proposal || undefined),
    rest: (wanted, answers, regulation) => {
      const papersNeeding = papersOfOffice(law, regulation, global.today)
      return askWanted(wanted, answers, { ...asking, law: regulation, papersNeeding })
    },
    say: onceEach(terminal.say),
  }
  return interview.run(() => collectConfig(law, given, prompts))
}

/** Says a text once, however often the officer comes back to its question. */
function onceEach(say: (text: string) => void): (text: string) => void {
  const said = new Set<string>()
  return (text) => {
    if (!said.has(text)) say(text)
    said.add(text)
  }
}

const HOW = '回车 确认 · Esc 返回上一题 · 退格 清除括号里的建议 · Ctrl-C 中断'
const UNIT_NAME = { title: '承办单位名称', hint: '（单位全称，如 南宁市生态环境局、南宁市武鸣生态环境局）' }

/** The packs by their titles. */
function textsOf(law: Law): { readonly code: string; readonly label: string }[] {
  const titled = (pack: Regulation | undefined, id: string): string => pack?.title ?? id
  return law.ids.map((id) => ({ code: id, label: titled(law.regulation(id), id) }))
}
