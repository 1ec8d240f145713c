import { requiredKeys } from '../../src/cli/shared/answers/collect.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import type { CaseRule, PlacedFinding } from '../../src/core/lint/define.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { caseRules } from '../../src/core/lint/index.ts'
import { dateOrder } from '../../src/core/lint/rules/case/date-order.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import type { Setting } from '../../src/core/setting.ts'
import {
  blockersOfAnyItem,
  blockersOfItem,
  type Item,
  type Refusal,
  type Target,
} from '../../src/core/stages/define.ts'
import { blockersOf, type PossibleAction, refusedItem } from '../../src/core/stages/possible.ts'
import { type FoundIn, isBreachOfLaw, newlyFound, refusedByRules } from '../../src/core/stages/refusals.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { editsOf } from '../../src/repository/record.ts'
import { editData } from '../../src/repository/yaml/edit.ts'
import type { Making } from './generate.ts'
import { makeItem } from './items.ts'

/** A case on a day of the walk. */
export interface CaseOnDay {
  readonly view: CaseView
  /** What the rules of law find. */
  readonly found: readonly PlacedFinding[]
}

/** The result of an attempt: the case afterwards, or why the item was not written. */
export type Attempt =
  | { readonly to: CaseOnDay; readonly item: Item; readonly target: Target }
  | { readonly refused: readonly Refusal[]; readonly item: Item }
  | { readonly invalid: readonly string[]; readonly item: Item }

/** Rules that report an error only once the case is closed. */
const ERRORS_IN_THE_END = /^(?:restoration|disclosure)\//

/** The rules that can make the program refuse an item; the others warn, or say what is still to be done. */
const lawRules = caseRules.filter(
  (rule) => (rule.severity === 'error' || ERRORS_IN_THE_END.test(rule.id)) && isBreachOfLaw(errorOf(rule)),
)

function errorOf({ id, matter, about }: CaseRule): PlacedFinding {
  return {
    rule: id,
    // The order of dates rests on a matter for each pair.
    article: id === dateOrder.id ? '' : matter,
    about,
    severity: 'error',
    code: null,
    message: '',
    document: 'case',
    path: [],
  }
}

/** Whether a finding that refuses an item comes from a rule that was not asked at every step. */
export function isNotAskedForAtEveryStep(finding: PlacedFinding): boolean {
  return isBreachOfLaw(finding) && !lawRules.some(({ id }) => id === finding.rule)
}

/** The facts on a day, and what the rules of law find in them. */
export function placeAt(facts: Facts, setting: Setting): CaseOnDay {
  const view = viewOf(facts, setting)
  let found: readonly PlacedFinding[] | undefined
  return {
    view,
    // Many states are only passed through: their findings are asked for when an item is about to be written.
    get found() {
      found ??= findingsOf(view, lawRules)
      return found
    },
  }
}

/** What the rules of law find, and in which documents. */
export function foundIn({ found, view }: CaseOnDay): FoundIn {
  return { findings: found, documents: view.facts.documents }
}

/** The same law, calendar and office, on the same day or another. */
export function settingOf({ regulation, calendar, config, today }: CaseView, day = today): Setting {
  return { regulation, calendar, config, today: day }
}

/** What rules find. Every file that the evidence names is there, as the rules about files are not walked. */
export function findingsOf(view: CaseView, rules = caseRules): PlacedFinding[] {
  const files = view.facts.evidence.flatMap(({ file }) => file ?? [])
  const listed = new Map(files.map((path) => [path, { path, sha256: () => '' }]))
  return lintCase(
    Object.assign(view, { files: listed, projects: [], papers: () => [], drafts: () => [] }),
    rules,
    caseRules,
  )
}

/** Tries an action as `ejc advance` does: by the same checks, on the document as it would be written. */
export function attempt(making: Making, from: CaseOnDay, possible: PossibleAction): Attempt {
  const { view } = from
  const { action, subject } = possible
  const item = stripped(makeItem(making, view, action, subject))
  const declared = action.target(view.facts, subject)
  const target = { ...declared, also: [...(declared.also ?? []), ...companionsOf(view, possible, item)] }
  const missing = missingKeys(view, possible, declared, item)
  if (missing.length) return { invalid: missing, item }
  const after = written(view, target, item)
  if (Array.isArray(after)) return { invalid: after, item }
  const blocked = blockersOf(view, action, subject)
  const against = [
    ...blockersOfAnyItem(blocked),
    ...blockersOfItem(blocked, item),
    ...refusedItem(view, action, item, subject),
  ]
  if (against.length) return { refused: against, item }
  const to = placeAt(factsOf(after), settingOf(view))
  // The findings before the step are needed only where there is a finding after it.
  const isWrong = to.found.some(isBreachOfLaw)
  const refused = isWrong ? refusedByRules(newlyFound(foundIn(from), foundIn(to)), target) : []
  return refused.length ? { refused, item } : { to, item, target }
}

function companionsOf(view: CaseView, { action, subject }: PossibleAction, item: Item) {
  return action.companions?.(view, item, subject) ?? []
}

/** What the item must say and does not. */
function missingKeys(view: CaseView, { action }: PossibleAction, target: Target, item: Item): string[] {
  const path = target.mode === 'append' ? [...target.path, 0] : target.path
  const place = { name: target.document, path, lists: view.regulation.lists }
  return requiredKeys({ ...place, required: action.required ?? [] })
    .filter((key) => item[key] === undefined)
    .map((key) => `missing: ${key}`)
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

/** An item as YAML would give it: without undefined values. */
function stripped(item: Item): Item {
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined))
}
