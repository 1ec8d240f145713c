import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { FormDefinition } from '../../../core/forms/define.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import type { CaseView } from '../../../core/view.ts'
import { isCaseId } from '../../../repository/paths.ts'
import { findRepository } from '../../../repository/repository.ts'
import type { Workspace } from '../../../repository/workspace.ts'

/** A word that a shell may offer, and what it means. */
export interface Candidate {
  readonly value: string
  readonly help: string
}

/** What may be written, or that it is the name of a file, which the shell knows better. */
export type Offer = readonly Candidate[] | 'files'

/** What completion depends on: the folder, the day, and the words before the cursor. */
export interface CompletionPlace {
  readonly folder: string
  readonly today: IsoDate
  readonly words: readonly string[]
}

const withoutHelp = (values: readonly string[]): Candidate[] => values.map((value) => ({ value, help: '' }))

/** What to offer for each kind of word, by the name that arguments and options give it. */
const offersByKind: Readonly<Record<string, (place: CompletionPlace) => Promise<Offer>>> = {
  案件: async ({ folder }) => withoutHelp(caseIds(await findRepository(folder))),
  路径: async ({ folder }) => withoutHelp(caseIds(await findRepository(folder))),
  事项: actionOffer,
  对象: subjects,
  已录事项: recordedOffer,
  已录对象: recordedSubjects,
  文书: formNames,
  条目: topics,
  规则: rules,
  阶段: stageOffer,
  规范: packOffer,
  文件: async () => 'files',
  文件夹: async () => 'files',
}

/** What to offer for a kind of word; undefined where no kind has this name. */
export function offerOf(kind: string, place: CompletionPlace): Promise<Offer> | undefined {
  return Object.hasOwn(offersByKind, kind) ? offersByKind[kind]?.(place) : undefined
}

function caseIds(root: string): string[] {
  return readdirSync(join(root, 'cases')).filter(isCaseId).sort()
}

async function workspaceAt({ folder, today }: CompletionPlace): Promise<Workspace> {
  const { openWorkspace } = await import('../../../repository/workspace.ts')
  return openWorkspace(await findRepository(folder), today)
}

/** The case that the words name; undefined where it can't be read. */
async function viewAt(place: CompletionPlace): Promise<CaseView | undefined> {
  const [id = ''] = place.words
  try {
    return (await workspaceAt(place)).needCase(id).view
  } catch {
    return undefined
  }
}

/** The actions possible in the case, those that move it forward first; all actions where the case can't be read. */
async function actionOffer(place: CompletionPlace): Promise<Offer> {
  const [{ actions: all }, { actionsFor }] = await Promise.all([
    import('../../../core/stages/actions/index.ts'),
    import('../../../core/stages/possible.ts'),
  ])
  const view = await viewAt(place)
  const possible = view
    ? actionsFor(view).flatMap(({ action, blockedBy }) => (blockedBy.length ? [] : action))
    : all
  return [...new Set(possible)].map(({ id, title }) => ({ value: id, help: title }))
}

/** What was recorded in the case, the newest first. */
async function recordedOffer(place: CompletionPlace): Promise<Offer> {
  const view = await viewAt(place)
  const { recordedIn } = await import('../../../core/stages/recorded.ts')
  const steps = new Map((view ? recordedIn(view) : []).map(({ step, title }) => [step, title]))
  return [...steps].map(([value, help]) => ({ value, help }))
}

/** What tells the things recorded under a step apart. */
async function recordedSubjects(place: CompletionPlace): Promise<Offer> {
  const view = await viewAt(place)
  const { recordedIn } = await import('../../../core/stages/recorded.ts')
  const [, word] = place.words
  return (view ? recordedIn(view) : []).flatMap(({ step, title, subject, about }) =>
    (step === word || title === word) && subject !== null ? { value: subject, help: about } : [],
  )
}

/** What the action (or form) before it can be about. */
async function subjects(place: CompletionPlace): Promise<Offer> {
  const view = await viewAt(place)
  if (!view) return []
  const [{ actionOf }, { formOf }, { nameableSubjects }, { subjectLabel }, forms] = await Promise.all([
    import('../../../core/stages/actions/index.ts'),
    import('../../../core/forms/index.ts'),
    import('../../../core/forms/define.ts'),
    import('../../../core/facts/subjects.ts'),
    formsAt(place, view.regulation),
  ])
  const word = place.words[1] ?? ''
  const form = formOf(word, view.regulation, forms)
  const found = actionOf(word)?.subjects(view.facts, view) ?? (form && nameableSubjects(form, view))
  return (found ?? []).flatMap((subject) =>
    subject === null ? [] : { value: subject, help: subjectLabel(view.facts, subject, view.regulation) },
  )
}

async function formNames(place: CompletionPlace): Promise<Offer> {
  const { formTitle } = await import('../../../core/regulation/forms.ts')
  // A case may be under another text, which may have papers of its own.
  const regulation = (await viewAt(place))?.regulation ?? (await workspaceAt(place)).setting.regulation
  const forms = await formsAt(place, regulation)
  return forms.map(({ id, own }) => ({ value: id, help: own ? own.file : formTitle(regulation, id) }))
}

/** The forms, and the papers that the office has made itself. */
async function formsAt(place: CompletionPlace, regulation: Regulation): Promise<readonly FormDefinition[]> {
  const { papersUnder } = await import('../../../documents/own/shelf.ts')
  return papersUnder(regulation, (await workspaceAt(place)).repository).forms
}

async function topics(place: CompletionPlace): Promise<Offer> {
  const [{ topicsOf }, regulation] = await Promise.all([import('../explain/topics.ts'), lawAt(place)])
  return topicsOf(regulation).map(({ id, title }) => ({ value: id, help: title }))
}

async function rules(place: CompletionPlace): Promise<Offer> {
  const [{ caseRules, housekeepingRules }, { written }] = await Promise.all([
    import('../../../core/lint/index.ts'),
    lawAt(place),
  ])
  return [...housekeepingRules, ...caseRules].map(({ id, title }) => ({ value: id, help: written(title) }))
}

/** The law of the repository there; the law that ejc ships where there is none, or none that can be read. */
async function lawAt(place: CompletionPlace): Promise<Regulation> {
  try {
    return (await workspaceAt(place)).setting.regulation
  } catch {
    const { shippedLaw } = await import('../../shared/law/law-in-force.ts')
    return shippedLaw()
  }
}

async function stageOffer(): Promise<Offer> {
  const { stages } = await import('../../../core/stages/stage.ts')
  return Object.entries(stages).map(([value, { title }]) => ({ value, help: title }))
}

async function packOffer(place: CompletionPlace): Promise<Offer> {
  return withoutHelp([...(await workspaceAt(place)).law.ids])
}
