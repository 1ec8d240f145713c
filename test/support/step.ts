import type { CaseDocument, Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import type { Setting } from '../../src/core/setting.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import type { Action, Blocker, Item } from '../../src/core/stages/define.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { settingOn } from './setting.ts'

/**
 * What is otherwise than in the lawful sample case: keys of the case file, and whole other documents; undefined leaves
 * one out.
 */
export type Given = { readonly [Name in Exclude<keyof Documents, 'case'>]?: Documents[Name] | undefined } & {
  readonly case?: Partial<CaseDocument>
}

/** Documents of the sample case that come after a stage, left out. */
export const upToAgreement: Given = {
  court: undefined,
  restoration: undefined,
  payments: undefined,
  supervision: undefined,
}
export const upToMeetings: Given = { ...upToAgreement, agreements: undefined }
export const upToConclusion: Given = { ...upToMeetings, consultation: undefined }
export const upToScreening: Given = { ...upToConclusion, investigation: undefined, appraisals: undefined }

/** An action in a case on a day: whom it is offered for, what it proposes, writes and refuses. */
export interface Step {
  readonly view: CaseView
  readonly action: Action
  readonly subjects: readonly (string | null)[]
  /** Whether the facts ask for it. */
  advised(subject: string | null): boolean
  /** The matters that block it, though the text may lack them; with an item, only those that the item does not lift. */
  blocked(subject: string | null, item?: Item): string[]
  /** What it proposes. */
  known(subject: string | null): Item
  /** The matters by which it refuses an item over what it proposes, each with the keys to change: `suit judgedOn`. */
  refused(subject: string | null, item?: Item): string[]
  /** The reasons of these refusals, in Chinese. */
  reasons(subject: string | null, item?: Item): string
  /** The section that it writes, as an address with the numbers of list items: `restoration.projects.0`. */
  place(subject: string | null): string
  /** What it calls a subject in words of its own. */
  about(subject: string | null): string | undefined
  /** The codes from which a key is chosen, and what they are called. */
  choices(subject: string | null, key: string): string[]
  labels(subject: string | null, key: string): string[]
  /** What goes into the document with the item, by its path. */
  also(subject: string | null, item?: Item): Record<string, unknown>
}

/** An action in the sample case, with some of it otherwise, under another text or configuration where one is given. */
export function step(
  id: string,
  given: Given = {},
  today: string = sampleToday,
  setting: Partial<Setting> = {},
): Step {
  const view = viewOf(factsOf(documentsWith(given)), { ...settingOn(today), ...setting })
  return stepIn(view, actionNamed(id))
}

/**
 * The text in force on the day of the sample case without some of its figures and lists, and the configuration without
 * its unit.
 */
export function settingWithout(...missing: ('amount' | 'item')[]): Partial<Setting> {
  const { regulation, config } = settingOn(sampleToday)
  const gone = Object.fromEntries(missing.map((each) => [each, () => undefined]))
  const { unit: _, court: __, ...bare } = config
  return { regulation: { ...regulation, ...gone }, config: bare }
}

/** The documents of the sample case, with some of it otherwise. */
export function documentsWith({ case: file, ...others }: Given): Documents {
  const sample = sampleDocuments()
  const all = { ...sample, case: { ...sample.case, ...file }, ...others }
  const present = Object.entries(all).filter(([, document]) => document !== undefined)
  // Only optional documents were left out above.
  return Object.fromEntries(present) as unknown as Documents
}

function actionNamed(id: string): Action {
  const action = actionOf(id)
  if (!action) throw new Error(`no action ${id}`)
  return action
}

function stepIn(view: CaseView, action: Action): Step {
  const known: Step['known'] = (subject) => action.defaults?.(view, subject) ?? {}
  const refusals = (subject: string | null, item: Item = {}) =>
    action.refuse?.(view, { ...known(subject), ...item }, subject) ?? []
  return {
    view,
    action,
    subjects: action.subjects(view.facts, view),
    advised: (subject) => action.advised?.(view, subject) ?? true,
    blocked: (subject, item = {}) =>
      action
        .blockers(view, subject)
        .filter(({ unless }) => unless?.(item) !== true)
        .map(named),
    known,
    refused: (subject, item) => refusals(subject, item).map(named),
    reasons: (subject, item) =>
      refusals(subject, item)
        .map(({ reason }) => reason)
        .join('\n'),
    place: (subject) => {
      const { document, path } = action.target(view.facts, subject)
      return [document, ...path].join('.')
    },
    about: (subject) => action.about?.(view.facts, subject),
    choices: (subject, key) => (action.choices?.(view, subject)[key] ?? []).map(({ code }) => code),
    labels: (subject, key) => (action.choices?.(view, subject)[key] ?? []).map(({ label }) => label),
    also: (subject, item = {}) => {
      const companions = action.companions?.(view, { ...known(subject), ...item }, subject) ?? []
      return Object.fromEntries(
        companions.map(({ path, value, append }) => [`${path.join('.')}${append ? '+' : ''}`, value]),
      )
    },
  }
}

function named({ matter, key = [] }: Blocker): string {
  const [matters, keys] = [[matter].flat(), [key].flat()]
  return [matters.join(','), keys.join(',')].filter(Boolean).join(' ')
}
