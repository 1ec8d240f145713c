import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import type { Choice } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'

/** Why an action is not possible now, with the article that says so. */
export interface Blocker {
  readonly reason: string
  readonly article: string
  /** Lifts it for an item of which this holds, as one in which the officer gives a reason of his own. */
  readonly unless?: (item: Item) => boolean
}

/** Where an action writes: one section of one document. */
export interface Target {
  readonly document: DocumentName
  /** The path of the section (`set`, `upsert`) or of the list (`append`). */
  readonly path: Path
  /** set: the section as given · upsert: the given keys into the section, made if absent · append: one more list item. */
  readonly mode: 'set' | 'append' | 'upsert'
  /** Values that go with it, as the number of a round that the action opens. */
  readonly also?: readonly Companion[]
}

/** What an action adds to the facts: a value for its target, as JSON. */
export type Item = { [key: string]: unknown }

/** A value that goes into the same document beside the item, as the record of a change beside what was changed. */
export interface Companion {
  readonly path: Path
  /** Undefined takes away what stands there. */
  readonly value: unknown
  /** As one more item of the list at the path. */
  readonly append?: boolean
}

export interface Action {
  readonly id: string
  /** What the officer does, in a few words: 送达磋商告知书. */
  readonly title: string
  readonly article: string
  /** The form of the regulation pack that belongs to it. */
  readonly form?: string
  /** Whether it moves the case on, to another stage or within it: those are offered first. */
  readonly moves: boolean
  /** Whether the facts ask for it now; left out, whenever it can be done. What they do not ask for is offered last. */
  readonly advised?: (view: CaseView, subject: string | null) => boolean
  /** Possible though the claim was ended or not begun, or the law does not apply: what is owed anyway. Not once closed. */
  readonly always?: boolean
  /** What it can be done for now: `[null]` for the case as a whole, addresses (`1/o2`, `A1/B1`), or nothing at all. */
  readonly subjects: (facts: Facts, view: CaseView) => readonly (string | null)[]
  /** Why it can't be done now, for this subject; empty when it can. */
  readonly blockers: (view: CaseView, subject: string | null) => readonly Blocker[]
  readonly target: (facts: Facts, subject: string | null) => Target
  /** The keys of the item that are asked, in this order; the other keys are set by `--from`, `--set` or by hand. */
  readonly ask: readonly string[]
  /** Keys that must be given, beyond those that the schema requires. */
  readonly required?: readonly string[]
  /** What it is done for, in words, where the case does not hold it yet or the words say more than its name. */
  readonly about?: (facts: Facts, subject: string | null) => string
  /** Choices of keys for which no list of the law or of the schema speaks. */
  readonly choices?: (view: CaseView, subject: string | null) => Readonly<Record<string, readonly Choice[]>>
  /** Values known before anything is asked; a given value wins. */
  readonly defaults?: (view: CaseView, subject: string | null) => Item
  /** What goes into the same document beside the item, by the item itself. */
  readonly companions?: (view: CaseView, item: Item, subject: string | null) => readonly Companion[]
  /** Why this very item is refused by the law, though the action itself is possible; checked before writing. */
  readonly refuse?: (view: CaseView, item: Item, subject: string | null) => readonly Blocker[]
}

/** Defines an action; for one without subjects, the case as a whole. */
export function defineAction(action: Omit<Action, 'subjects'> & Partial<Pick<Action, 'subjects'>>): Action {
  return { subjects: () => [null], ...action }
}

/** A blocker, when a condition holds; `unless` names the items that it does not hold against. */
export function blockIf(
  condition: boolean,
  reason: string,
  article: string,
  unless?: Blocker['unless'],
): readonly Blocker[] {
  return condition ? [{ reason, article, ...(unless && { unless }) }] : []
}

/** The blockers that stand against an action before its item is known: those that no item lifts. */
export function absolute(blockers: readonly Blocker[]): readonly Blocker[] {
  return blockers.filter(({ unless }) => unless === undefined)
}

/** The blockers that an item might lift and this one does not. */
export function unlifted(blockers: readonly Blocker[], item: Item): readonly Blocker[] {
  return blockers.filter(({ unless }) => unless?.(item) === false)
}

/** What the deadlines of an id are about, those that are neither met nor closed. */
export function owedSubjects({ deadlines }: CaseView, id: string): (string | null)[] {
  return deadlines
    .filter(({ deadline, met, status }) => deadline === id && met === null && status !== 'closed')
    .map(({ subject }) => subject)
}

/** Whether a date of an item comes before a date of the facts. */
export function before(date: unknown, other: string | undefined): boolean {
  return typeof date === 'string' && other !== undefined && date < other
}

/** The strings of a list of an item; nothing where it is no list. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}

/** Whether a text of an item says anything. */
export function saysSomething(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}
