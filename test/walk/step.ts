import { problemsOf, requiredKeys } from '../../src/cli/answers/collect.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { lintCase, type PlacedFinding } from '../../src/core/lint/engine.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { absolute, type Blocker, type Item, type Target, unlifted } from '../../src/core/stages/define.ts'
import { blockersOf, type PossibleAction } from '../../src/core/stages/possible.ts'
import { isBreachOfLaw, newlyFound, refusedByRules } from '../../src/core/stages/refusals.ts'
import { type CaseView, type Setting, viewOf } from '../../src/core/view.ts'
import { editsOf } from '../../src/repository/record.ts'
import { editData } from '../../src/repository/yaml/edit.ts'
import type { Making } from './generate.ts'
import { makeItem } from './items.ts'

/** A case on a day of the walk. */
export interface Place {
  readonly view: CaseView
  readonly found: readonly PlacedFinding[]
}

/** What became of an attempt: a new place, or why the item was not written. */
export type Attempt =
  | { readonly to: Place; readonly item: Item; readonly target: Target }
  | { readonly refused: readonly Blocker[]; readonly item: Item }
  | { readonly invalid: readonly string[]; readonly item: Item }

/** The documents on a day, and what the rules find in them. */
export function placeAt(documents: Documents, setting: Setting): Place {
  const view = viewOf(factsOf(documents), setting)
  let found: readonly PlacedFinding[] | undefined
  return {
    view,
    // Many a state is only passed through: its findings are asked for when an item is about to be written.
    get found() {
      found ??= findingsOf(view)
      return found
    },
  }
}

/** Every file that the evidence names is there, as the rules about files are not walked. */
function findingsOf(view: CaseView): PlacedFinding[] {
  const files = view.facts.evidence.flatMap(({ file }) => file ?? [])
  const listed = new Map(files.map((path) => [path, { path, size: 0, sha256: () => '' }]))
  return lintCase(
    Object.assign(view, { files: listed, projects: [], papers: () => [], drafts: () => [] }),
    caseRules,
  )
}

/** Tries an action as `ejc advance` does: the same order of checks, and the document as it would be written. */
export function attempt(making: Making, from: Place, possible: PossibleAction): Attempt {
  const { view } = from
  const { action, subject } = possible
  const item = stripped(makeItem(making, view, action, subject))
  const declared = action.target(view.facts, subject)
  const target = { ...declared, also: [...(declared.also ?? []), ...companionsOf(view, possible, item)] }
  const invalid = itemProblems(view, possible, declared, item)
  if (invalid.length) return { invalid, item }
  const blocked = blockersOf(view, action, subject)
  const against = [
    ...absolute(blocked),
    ...unlifted(blocked, item),
    ...(action.refuse?.(view, item, subject) ?? []),
  ]
  if (against.length) return { refused: against, item }
  const after = written(view, target, item)
  if (Array.isArray(after)) return { invalid: after, item }
  const to = placeAt(after, view)
  // What stood before need not be looked up while nothing is wrong.
  const isWrong = to.found.some(isBreachOfLaw)
  const refused = isWrong ? refusedByRules(newlyFound(from.found, to.found), target) : []
  return refused.length ? { refused, item } : { to, item, target }
}

function companionsOf(view: CaseView, { action, subject }: PossibleAction, item: Item) {
  return action.companions?.(view, item, subject) ?? []
}

/** What is missing or wrong in the item by itself. */
function itemProblems(view: CaseView, { action }: PossibleAction, target: Target, item: Item): string[] {
  const path = target.mode === 'append' ? [...target.path, 0] : target.path
  const place = { name: target.document, path, lists: view.regulation.lists }
  const required = action.required ?? []
  const missing = requiredKeys({ ...place, ask: action.ask, required, defaults: {} })
    .filter((key) => item[key] === undefined)
    .map((key) => `missing: ${key}`)
  return missing.length ? missing : problemsOf(place, item)
}

/** The documents with the item in its place, or the problems of the one that was changed. */
function written(view: CaseView, target: Target, item: Item): Documents | string[] {
  const { documents } = view.facts
  const old = documents[target.document]
  const data = editData(old, editsOf(target, item, old === undefined))
  const problems = validateDocument(target.document, data, view.regulation.lists)
  if (problems.length) return problems.map(({ path, message }) => `${path.join('.')}: ${message}`)
  // The schema boundary: the changed document has just been validated, the others when they were written.
  return { ...documents, [target.document]: data } as unknown as Documents
}

/** An item as YAML would give it: without what is not said. */
function stripped(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
}
