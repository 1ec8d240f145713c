import type { CaseDraft } from '../../../core/lint/define.ts'
import type { Choice } from '../../../core/schema/choices.ts'
import { aboutText, subjectWord } from '../../../core/stages/about.ts'
import { wordOf } from '../../../core/stages/actions/index.ts'
import {
  type Action,
  blockersOfAnyItem,
  blockersOfItem,
  type Companion,
  type Item,
  type Refusal,
  type Target,
} from '../../../core/stages/define.ts'
import { blockersOf, endedFor, refusedItem } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Beside, Recipient } from '../../../repository/record.ts'
import type { Interview } from '../../prompts/interview.ts'
import type { ReadableCase } from '../cases/read.ts'
import { RefusedError } from '../exit.ts'
import type { AlikeCase } from './alike.ts'
import type { MovedDay } from './evidence-days.ts'
import type { FilesToCome } from './new-findings.ts'

/** An item to be entered into a case: what it is, where it goes, what it needs, and when the law refuses it. */
export interface Task {
  readonly id: string
  readonly title: string
  readonly subject: string | null
  /** Whom or what it is about, as people read it. */
  readonly about?: string
  readonly target: Target
  readonly ask: readonly string[]
  readonly required: readonly string[]
  /**
   * Whether a key must be answered, given the answers beside it; undefined leaves it to `refuse`; relative to the item.
   */
  readonly owed?: (key: string, beside: Item) => boolean | undefined
  readonly defaults: Item
  /** Values that follow from the answers so far, in the place of the defaults. */
  readonly proposes?: (answers: Item) => Item
  /**
   * Sections of the defaults that are known only in part: every key of them is asked, and the known part is proposed.
   */
  readonly knownInPart?: readonly string[]
  /** Choices for keys that have no list in the law or in the schema. */
  readonly choices?: Readonly<Record<string, readonly Choice[]>>
  /** What is written into the same document together with the item. */
  readonly companions?: (item: Item) => readonly Companion[]
  /** What blocks the action unless the item lifts it: said before the rest of the item is asked for. */
  readonly against?: (item: Item) => readonly Refusal[]
  readonly refuse: (item: Item) => readonly Refusal[]
  /** Adds what follows from the answers, such as the department from the kind of damage. */
  readonly complete?: (item: Item) => Item
  /** The number of the case that the item creates. */
  readonly caseId?: (item: Item) => string
  /** The cases that likely have been registered for the clue that the item registers. */
  readonly alike?: (after: CaseView) => readonly AlikeCase[]
  /** The files that come with it. */
  readonly attached?: Attached
  /** How what was recorded is corrected; absent where something new is entered. */
  readonly correction?: Correction
  /**
   * The words of the call that does it, where it can be done without stating anything: then the call must say --yes.
   */
  readonly call?: readonly (string | null)[]
}

/** The correction of what was recorded. */
export interface Correction {
  /** What was recorded, where the officer chooses what of it to change. */
  readonly recorded?: Item
  /** Under what name the answers of a call that was broken off are kept. */
  readonly keptAs: string
  /** Asks, after the questions about the item, what else the correction needs: what goes with it, and why. */
  readonly askAfterwards?: (interview: Interview, item: Item) => Promise<void>
  /** The evidence whose day is corrected with that of the step. */
  readonly movesDays?: (item: Item) => readonly MovedDay[]
  /** What changes, before and after, and why: a line each. */
  readonly lines: (item: Item, after: CaseView) => readonly string[]
}

/** Files that come with an item, such as files of evidence. */
export interface Attached {
  /** Written and committed with the document, all or none, by path in the repository. */
  readonly files: ReadonlyMap<string, Beside>
  /** What the rules will find beside the document once it is written. */
  readonly coming: FilesToCome
  /** The agreements among them, as they were read. */
  readonly drafts?: readonly CaseDraft[]
  /** Copies files to the folder outside of the repository; returns the function that removes them again. */
  readonly place?: () => Promise<() => void>
}

/** Throws RefusedError, with the articles, when no item could make the action possible now. */
export function refuseBlocked(view: CaseView, action: Action, subject: string | null): void {
  refuseFor(action, blockersOfAnyItem(blockersOf(view, action, subject)))
}

/** Throws RefusedError, with the way on, when the case has ended for an action, whatever it would be done for. */
export function refuseEnded(view: CaseView, action: Action): void {
  refuseFor(action, endedFor(view, action))
}

function refuseFor({ title }: Action, blockers: readonly Refusal[]): void {
  if (!blockers.length) return
  const reasons = blockers.map(({ reason, citation }) => `  ${citation}：${reason}`)
  throw new RefusedError([`现在不能办理“${title}”：`, ...reasons].join('\n'))
}

/** An action on a case, as something to be entered. */
export function taskOf(view: CaseView, action: Action, subject: string | null): Task {
  const { id, title, ask, required = [], owed, defaults, proposes, choices, companions } = action
  return {
    id,
    title,
    subject,
    call: ['advance', view.facts.id, wordOf(action), subjectWord(view, action, subject)],
    about: aboutText(view, action, subject),
    ask,
    required,
    owed: (key, beside) => owed?.(key, beside) || undefined,
    target: action.target(view.facts, subject),
    defaults: defaults?.(view, subject) ?? {},
    knownInPart: action.knownInPart?.(view, subject) ?? [],
    ...(proposes && { proposes: (answers: Item) => proposes(view, answers, subject) }),
    choices: choices?.(view, subject) ?? {},
    companions: (item) => companions?.(view, item, subject) ?? [],
    against: (item) => blockersOfItem(blockersOf(view, action, subject), item),
    refuse: (item) => refusedItem(view, action, item, subject),
  }
}

/** The case that an item is written into. */
export function recipientOf({ id, raw, view }: ReadableCase, { target }: Pick<Task, 'target'>): Recipient {
  const document = raw.documents[target.document]
  return { id, regulation: view.regulation, view, text: document?.text(), digest: document?.digest() ?? null }
}

/** The case and what is done, for people: 案件 NN-2026-0001 的“登记送达：第1轮 韦某（1/o2）”. */
export function taskName({ id, view }: Recipient, { title, about }: Task): string {
  return `${view ? `案件 ${id} 的` : ''}“${title}${about ? `：${about}` : ''}”`
}
