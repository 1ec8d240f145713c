import type { ActionId, FormId } from '../../generated/ids.ts'
import { type DocumentName, isDocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { Path } from '../facts/locations.ts'
import type { IndicesOf, SectionAddress, SectionAt, ValueAt } from '../facts/section.ts'
import type { Citations } from '../regulation/citation.ts'
import { type Matter, UNREGULATED } from '../regulation/cite.ts'
import type { Choice } from '../schema/choices.ts'
import type { CaseView } from '../view.ts'

/** Why an action is not possible now, with the matter of the law that says so. */
export interface Blocker {
  /** May hold `cite` of other matters. */
  readonly reason: string
  readonly matter: Matter | readonly Matter[]
  /** It keeps the facts free of contradictions, so it applies whether or not the text has the matter. */
  readonly contradiction?: true
  /** The key of the item that the officer must change; of several keys, any one. */
  readonly key?: string | readonly string[]
  /** The action that would have recorded the step that is missing; in a case taken over from a ledger, none is needed. */
  readonly lacks?: ActionId
  /** The action that lifts it, to be done before. */
  readonly first?: ActionId
  /** The blocker does not apply to an item for which this returns true, such as one with the officer's own reason. */
  unless?(item: Item): boolean
}

/** Why an item is refused, with the key that the officer must change; of several keys, any one. */
export interface ItemBlocker<Key extends string> extends Blocker {
  readonly key: Key | readonly Key[]
}

/** A blocker under the text in force, with its place in the text. */
export interface Refusal {
  readonly reason: string
  /** The articles alone. */
  readonly article: string
  /** The articles with paragraph and item, for people. */
  readonly citation: string
  /** The keys of the item that it is about. */
  readonly keys: readonly string[]
  /** The action that lifts it. */
  readonly first?: ActionId
  readonly unless?: (item: Item) => boolean
}

/** Where an action writes: one section of one document. */
export interface Target {
  readonly document: DocumentName
  /** The path of the section (`set`, `upsert`) or of the list (`append`). */
  readonly path: Path
  /** set: the section as given · upsert: the given keys into it, made if absent · append: one more list item. */
  readonly mode: 'set' | 'append' | 'upsert'
  /** Values that go with the item, such as the number of a round that the action opens. */
  readonly also?: readonly Companion[]
}

/** What an action adds to the facts: a value for its target, as JSON. */
export type Item = { [key: string]: unknown }

/** The answers so far for a section: each value is valid by its schema, and each may still be missing. */
export type AnswersSoFar<At extends SectionAddress> = {
  [Key in keyof SectionAt<At>]?: SectionAt<At>[Key] | undefined
}

/** A value that goes into the same document as the item, such as the record of a change. */
export interface Companion {
  readonly path: Path
  /** Undefined removes the value at the path. */
  readonly value: unknown
  /** As one more item of the list at the path. */
  readonly append?: boolean
}

interface ActionDescription {
  readonly id: string
  /** What the officer does, in a few words: 送达磋商告知书. */
  readonly title: string
  readonly matter: Matter
  /** The form of the regulation pack that belongs to it. */
  readonly form?: FormId
  /** Forms that take its place where the facts call for them. */
  readonly otherForms?: readonly FormId[]
  /** It needs a permission of the law: where the text lacks the matter, it is refused. */
  readonly needsPermission?: true
  /** Whether it moves the case on, to another stage or within it: those are offered first. */
  readonly moves: boolean
  /** The action after which it is offered, where the order of the text would place it earlier. */
  readonly after?: ActionId
  /** Possible until the case is closed, though the claim ended or did not begin, or the law does not apply: it is owed. */
  readonly always?: boolean
  /** Possible in a closed case too while it is `advised`: a case may be closed before it is done, and it stays owed. */
  readonly evenClosed?: true
  /** Possible in a closed case too until its file has gone to the archive: it completes the file. */
  readonly untilArchived?: true
  /** The same may be recorded in several cases at once: it says nothing that must be weighed case by case. */
  readonly several?: true
  /** The key by which its items differ from those that another action appends to the same list. */
  readonly mark?: string
  /** What is recorded in its section by other ways is called, by the kind of the item; undefined for its own kind. */
  readonly otherKind?: (item: Item) => string | undefined
  /** The action that makes something of which this one can be done: while that was never done, it comes first. */
  readonly follows?: ActionId
}

/** An action as the program handles it. Item and subject were checked before, so its own file may use exacter types. */
export interface Action extends ActionDescription {
  /** Whether the facts ask for it now; left out, whenever it can be done. What they do not ask for is offered last. */
  advised?(view: CaseView, subject: string | null): boolean
  /** What others must have done before the officer can record it: 继续修复完成后. Undefined where nothing is awaited. */
  awaits?(view: CaseView, subject: string | null): string | undefined
  /** What it can be done for now: `[null]` for the case as a whole, addresses (`1/o2`, `A1/B1`), or nothing at all. */
  subjects(facts: Facts, view: CaseView): readonly (string | null)[]
  /** Addresses that a call may name, not offered: an agreement is offered, a call may name a part of its restoration. */
  alsoFor?(facts: Facts): readonly string[]
  /** Why it can't be done now, for this subject; empty when it can. */
  blockers(view: CaseView, subject: string | null): readonly Blocker[]
  target(facts: Facts, subject: string | null): Target
  /** The section that it writes, with `[]` for one of a list, and how: what was recorded is found again by it. */
  readonly writes: { readonly section: SectionAddress; readonly mode: Target['mode'] }
  /** The keys of the item that are asked, in this order; the other keys are set by `--from`, `--set` or by hand. */
  readonly ask: readonly string[]
  /** Keys that must be given, beyond those that the schema requires. */
  readonly required?: readonly string[]
  /** The words for its subject wherever it is named, where those of `subjectLabel` say too little. */
  about?(facts: Facts, subject: string | null, regulation?: CaseView['regulation']): string
  /** What stands behind these words in a list to choose from: who owes how much by when. */
  details?(facts: Facts, subject: string | null): string
  /** Whether a key inside a section of the item (`substitutes.0.work`) must be answered, by the answers beside it. */
  owed?(key: string, beside: Item): boolean
  /** Choices for keys that have no list in the law or the schema. */
  choices?(view: CaseView, subject: string | null): Readonly<Record<string, readonly Choice[]>>
  /** Values known before anything is asked; a given value wins. */
  defaults?(view: CaseView, subject: string | null): Item
  /** Keys of which the record holds a part: the rest is asked for. A supervisor is known, the supervisor's report not. */
  knownInPart?(view: CaseView, subject: string | null): readonly string[]
  /** Values that follow from the answers so far, in the place of `defaults`: who owes what is to be enforced. */
  proposes?(view: CaseView, answers: Item, subject: string | null): Item
  /** The values that go into the same document as the item, by the item. */
  companions?(view: CaseView, item: Item, subject: string | null): readonly Companion[]
  /** Why this very item is refused by the law, though the action itself is possible; checked before writing. */
  refuse?(view: CaseView, item: Item, subject: string | null): readonly Blocker[]
}

/** An action as its own file defines it: it asks, proposes and refuses keys and values of its section. */
interface Definition<At extends SectionAddress, Subject extends string | null> extends ActionDescription {
  readonly subjects?: (facts: Facts, view: CaseView) => readonly Subject[]
  readonly alsoFor?: (facts: Facts) => readonly string[]
  readonly advised?: (view: CaseView, subject: Subject) => boolean
  readonly awaits?: (view: CaseView, subject: Subject) => string | undefined
  readonly about?: (facts: Facts, subject: Subject, regulation?: CaseView['regulation']) => string
  readonly details?: (facts: Facts, subject: Subject) => string
  readonly blockers: (view: CaseView, subject: Subject) => readonly Blocker[]
  /** The section that it writes: `court.suits`, a list, gets one more item, `court.suits[]` is one that is there. */
  readonly section: At
  /** The index of the item in each list on the way. */
  readonly at?: (facts: Facts, subject: Subject) => IndicesOf<At>
  readonly mode: ValueAt<At> extends readonly unknown[] ? 'append' : 'set' | 'upsert'
  readonly ask: readonly (keyof SectionAt<At> & string)[]
  readonly required?: readonly (keyof SectionAt<At> & string)[]
  readonly owed?: (key: string, beside: Item) => boolean
  readonly choices?: (
    view: CaseView,
    subject: Subject,
  ) => { readonly [Key in keyof SectionAt<At>]?: readonly Choice[] }
  readonly defaults?: (view: CaseView, subject: Subject) => AnswersSoFar<At>
  readonly knownInPart?: (view: CaseView, subject: Subject) => readonly (keyof SectionAt<At> & string)[]
  readonly proposes?: (view: CaseView, answers: AnswersSoFar<At>, subject: Subject) => AnswersSoFar<At>
  readonly companions?: (view: CaseView, item: AnswersSoFar<At>, subject: Subject) => readonly Companion[]
  readonly refuse?: (
    view: CaseView,
    item: AnswersSoFar<At>,
    subject: Subject,
  ) => readonly ItemBlocker<keyof SectionAt<At> & string>[]
}

/** Where there is a list on the way, `at` must give the index of the item. */
type Located<At extends SectionAddress> =
  IndicesOf<At> extends readonly [] ? unknown : { readonly at: unknown }

/** A definition of any section. */
interface AnyDefinition
  extends Omit<Action, 'target' | 'subjects' | 'writes'>,
    Partial<Pick<Action, 'subjects'>> {
  readonly section: SectionAddress
  at?(facts: Facts, subject: string | null): readonly number[]
  readonly mode: Target['mode']
}

/** Defines an action; for one without subjects, the case as a whole. */
export function defineAction<At extends SectionAddress, Subject extends string | null = string | null>(
  definition: Definition<At, Subject> & Located<At>,
): Action {
  // The schema boundary: whoever calls an action has checked the item against the schema of its section.
  const { section, at, mode, ...action } = definition as unknown as AnyDefinition
  return {
    subjects: () => [null],
    ...action,
    writes: { section, mode },
    target: (facts, subject) => ({ ...sectionPlace(section, at?.(facts, subject) ?? []), mode }),
  }
}

/** The document and the path of a section, each `[]` on the way filled in. */
function sectionPlace(
  section: SectionAddress,
  indices: readonly number[],
): Pick<Target, 'document' | 'path'> {
  const [document = '', ...steps] = section.split('.')
  if (!isDocumentName(document)) throw new Error(`${section}: there is no such document`)
  const left = [...indices]
  const path = steps.flatMap((step): Path => {
    if (!step.endsWith('[]')) return [step]
    return [step.slice(0, -'[]'.length), left.shift() ?? -1]
  })
  return { document, path }
}

/** A blocker, when a condition holds; for an item with its key; `unless` says to which items it does not apply. */
export function blockIf<Key extends string>(
  condition: boolean,
  reason: string,
  matter: Blocker['matter'],
  about: { readonly key: Key | readonly Key[] },
): readonly ItemBlocker<Key>[]
export function blockIf(
  condition: boolean,
  reason: string,
  matter: Blocker['matter'],
  about?: Pick<Blocker, 'unless' | 'lacks' | 'first'>,
): readonly Blocker[]
export function blockIf(
  condition: boolean,
  reason: string,
  matter: Blocker['matter'],
  about: Pick<Blocker, 'key' | 'unless' | 'lacks' | 'first'> = {},
): readonly Blocker[] {
  return condition ? [{ reason, matter, ...about }] : []
}

/** A blocker for facts that contradict each other: it applies under every text. */
export function contradictionIf<Key extends string>(
  condition: boolean,
  reason: string,
  matter: Blocker['matter'],
  about: { readonly key: Key | readonly Key[] },
): readonly ItemBlocker<Key>[]
export function contradictionIf(
  condition: boolean,
  reason: string,
  matter: Blocker['matter'],
  about?: Pick<Blocker, 'lacks'>,
): readonly Blocker[]
export function contradictionIf(
  condition: boolean,
  reason: string,
  matter: Blocker['matter'],
  about: Pick<Blocker, 'key' | 'lacks'> = {},
): readonly Blocker[] {
  return condition ? [{ reason, matter, contradiction: true, ...about }] : []
}

/** The blockers under the text in force, with their articles, without those whose matter it lacks. */
export function refusalsUnder(
  { has, articleOf, citation, written }: Citations,
  blockers: readonly Blocker[],
): readonly Refusal[] {
  return blockers.flatMap(({ reason, matter, contradiction, key = [], first, unless }) => {
    const present = (typeof matter === 'string' ? [matter] : matter).filter(has)
    if (!present.length && !contradiction) return []
    const each = (said: (one: Matter) => string): string =>
      present.length ? [...new Set(present.map(said))].join('、') : UNREGULATED
    const named = { article: each(articleOf), citation: each(citation) }
    const more = { ...(first && { first }), ...(unless && { unless }) }
    return [{ reason: written(reason), ...named, keys: [key].flat(), ...more }]
  })
}

/** The blockers that apply to an action whatever its item is. */
export function blockersOfAnyItem(blockers: readonly Refusal[]): readonly Refusal[] {
  return blockers.filter(({ unless }) => unless === undefined)
}

/** The blockers that apply to this item but not to every item. */
export function blockersOfItem<T extends Pick<Blocker, 'unless'>>(
  blockers: readonly T[],
  item: Item,
): readonly T[] {
  return blockers.filter(({ unless }) => unless?.(item) === false)
}

/** Whether a text says anything. */
export function saysSomething(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}
