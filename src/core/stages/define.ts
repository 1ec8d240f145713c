import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import type { Choice } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'

/** Why an action is not possible now, with the article that says so. */
export interface Blocker {
  readonly reason: string
  readonly article: string
}

/** Where an action writes: one section of one document. */
export interface Target {
  readonly document: DocumentName
  /** The path of the section (`set`, `upsert`) or of the list (`append`). */
  readonly path: Path
  /** set: the section as given · upsert: the given keys into the section, made if absent · append: one more list item. */
  readonly mode: 'set' | 'append' | 'upsert'
  /** Values that go with it, as the number of a round that the action opens. */
  readonly also?: readonly { readonly path: Path; readonly value: string | number }[]
}

/** What an action adds to the facts: a value for its target, as JSON. */
export type Item = { [key: string]: unknown }

export interface Action {
  readonly id: string
  /** What the officer does, in a few words: 送达磋商告知书. */
  readonly title: string
  readonly article: string
  /** The form of the regulation pack that belongs to it. */
  readonly form?: string
  /** Whether it moves the stage: those are offered first. */
  readonly moves: boolean
  /** What it can be done for now: `[null]` for the case as a whole, addresses (`1/o2`, `A1/B1`), or nothing at all. */
  readonly subjects: (facts: Facts) => readonly (string | null)[]
  /** Why it can't be done now, for this subject; empty when it can. */
  readonly blockers: (view: CaseView, subject: string | null) => readonly Blocker[]
  readonly target: (facts: Facts, subject: string | null) => Target
  /** The keys of the item that are asked, in this order; the other keys are set by `--from`, `--set` or by hand. */
  readonly ask: readonly string[]
  /** Keys that must be given, beyond those that the schema requires. */
  readonly required?: readonly string[]
  /** Choices of keys for which no list of the law or of the schema speaks. */
  readonly choices?: (view: CaseView) => Readonly<Record<string, readonly Choice[]>>
  /** Values known before anything is asked; a given value wins. */
  readonly defaults?: (view: CaseView, subject: string | null) => Item
  /** Why this very item is refused by the law, though the action itself is possible; checked before writing. */
  readonly refuse?: (view: CaseView, item: Item, subject: string | null) => readonly Blocker[]
}

/** Defines an action; for one without subjects, the case as a whole. */
export function defineAction(action: Omit<Action, 'subjects'> & Partial<Pick<Action, 'subjects'>>): Action {
  return { subjects: () => [null], ...action }
}

/** A blocker, when a condition holds. */
export function blockIf(condition: boolean, reason: string, article: string): readonly Blocker[] {
  return condition ? [{ reason, article }] : []
}

/** Whether a date of an item comes before a date of the facts. */
export function before(date: unknown, other: string | undefined): boolean {
  return typeof date === 'string' && other !== undefined && date < other
}
