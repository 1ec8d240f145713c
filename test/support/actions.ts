import type { DocumentName, Documents, Round } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import { lintCase } from '../../src/core/lint/engine.ts'
import { dateOrder } from '../../src/core/lint/rules/case/date-order.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import {
  type Action,
  blockersOfAnyItem,
  blockersOfItem,
  type Item,
  type Refusal,
} from '../../src/core/stages/define.ts'
import { actionsFor, blockersOf, refusedItem } from '../../src/core/stages/possible.ts'
import { type FoundIn, newlyFound, refusedByRules } from '../../src/core/stages/refusals.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { editsOf } from '../../src/repository/record.ts'
import { editData } from '../../src/repository/yaml/edit.ts'
import { findingsIn } from './lint.ts'
import { documentsOf, settingOn, viewOfFixture } from './setting.ts'

export type Change = (documents: Documents) => void

/** The example case up to a stage: later documents and sections are removed. */
export const upTo = {
  clue: (documents: Documents) => {
    for (const name of ['screening', 'investigation', 'appraisals', 'consultation', 'agreements'] as const) {
      delete documents[name]
    }
    afterAgreement(documents)
  },
  screening: (documents: Documents) => {
    for (const name of ['investigation', 'appraisals', 'consultation', 'agreements'] as const)
      delete documents[name]
    afterAgreement(documents)
  },
  initiation: (documents: Documents) => {
    delete documents.appraisals
    delete documents.investigation?.conclusion
    delete documents.investigation?.extension
    delete documents.consultation
    delete documents.agreements
    afterAgreement(documents)
  },
  appraisal: (documents: Documents) => {
    delete documents.investigation?.conclusion
    delete documents.investigation?.extension
    delete documents.consultation
    delete documents.agreements
    afterAgreement(documents)
  },
  conclusion: (documents: Documents) => {
    delete documents.consultation
    delete documents.agreements
    afterAgreement(documents)
  },
  consultation: (documents: Documents) => {
    delete documents.agreements
    afterAgreement(documents)
  },
}

function afterAgreement(documents: Documents): void {
  for (const name of ['court', 'restoration', 'payments', 'supervision', 'closing'] as const)
    delete documents[name]
}

export function both(...changes: Change[]): Change {
  return (documents) => {
    for (const change of changes) change(documents)
  }
}

export function blockers(
  action: string,
  subject: string | null,
  change: Change,
  today = '2026-06-30',
): readonly Refusal[] {
  return blockersOfAnyItem(blockersOf(viewOfFixture('example-case', today, change), known(action), subject))
}

export function refusals(
  action: string,
  subject: string | null,
  change: Change,
  item: Item,
): readonly Refusal[] {
  const view = viewOfFixture('example-case', '2026-06-30', change)
  return refusalsIn(view, action, subject, item)
}

/**
 * Why an item is not written: the blockers that it does not lift and the refusals of the action, else dates in the
 * wrong order.
 */
function refusalsIn(view: CaseView, id: string, subject: string | null, item: Item): readonly Refusal[] {
  const action = known(id)
  const refused = [
    ...blockersOfItem(blockersOf(view, action, subject), item),
    ...refusedItem(view, action, item, subject),
  ]
  if (refused.length) return refused
  return refusedByRules(misdated(view, id, subject, item), action.target(view.facts, subject))
}

/** The dates that come into the wrong order when an item is written; the item may be incomplete. */
export function misdated(
  view: CaseView,
  id: string,
  subject: string | null,
  item: Item,
): readonly PlacedFinding[] {
  const { facts, regulation, calendar, config, today } = view
  const [name, data] = edited(view, id, subject, item)
  // The schema boundary: the case as it would be with a complete item.
  const documents = { ...facts.documents, [name]: data } as unknown as Documents
  const found = (each: CaseView): FoundIn => ({
    findings: lintCase(Object.assign(each, inFolder), [dateOrder]),
    documents: each.facts.documents,
  })
  const setting = { regulation, calendar, config, today }
  return newlyFound(found(viewOf(facts, setting)), found(viewOf(factsOf(documents), setting)))
}

const inFolder = { files: new Map(), papers: () => [], drafts: () => [], projects: [] }

export function articles(found: readonly Refusal[]): string[] {
  return found.map(({ article }) => article)
}

export function subjects(action: string, change: Change): readonly (string | null)[] {
  const view = viewOfFixture('example-case', '2026-06-30', change)
  return known(action).subjects(view.facts, view)
}

function known(id: string): Action {
  const action = actionOf(id)
  if (!action) throw new Error(`no action ${id}`)
  return action
}

/** Whether an action is possible for a subject on a day: it is offered, and nothing blocks it. */
export function offered(
  action: string,
  subject: string | null,
  change: Change,
  today = '2026-06-30',
): boolean {
  const view = viewOfFixture('example-case', today, change)
  return (
    known(action).subjects(view.facts, view).includes(subject) &&
    !blockersOf(view, known(action), subject).length
  )
}

/** The document that an action writes, with its item over the defaults; throws when it is not of its schema. */
function written(view: CaseView, id: string, subject: string | null, given: Item): [DocumentName, unknown] {
  const item = { ...known(id).defaults?.(view, subject), ...given }
  const [name, data] = edited(view, id, subject, item)
  const problems = validateDocument(name, data, view.regulation.lists)
  if (problems.length) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return [name, data]
}

/** The document that an action writes, with an item as it is. */
function edited(view: CaseView, id: string, subject: string | null, item: Item): [DocumentName, unknown] {
  const action = known(id)
  const target = action.target(view.facts, subject)
  const also = action.companions?.(view, item, subject) ?? []
  const old = view.facts.documents[target.document]
  return [target.document, editData(old, editsOf({ ...target, also }, item, old === undefined))]
}

/** A change of the documents: what they are after an action with an item over its defaults. */
export function done(action: string, subject: string | null, item: Item, today = '2026-06-30'): Change {
  return (documents) => {
    const [name, data] = written(viewOf(factsOf(documents), settingOn(today)), action, subject, item)
    Object.assign(documents, { [name]: data })
  }
}

/** What follows from the example case on a day, after some changes. */
export function viewAfter(today: string, ...changes: Change[]): CaseView {
  return viewOfFixture('example-case', today, both(...changes))
}

/** A deadline of a view: its status and last day. */
export function deadlineOf(view: CaseView, id: string, subject: string | null = null) {
  const found = view.deadlines.find((each) => each.deadline === id && each.subject === subject)
  return found && { status: found.status, due: found.due, met: found.met }
}

/** The errors of a rule in the example case after some changes. */
export function errors(rule: string, ...changes: Change[]): string[] {
  const documents = documentsOf('example-case')
  both(...changes)(documents)
  return findingsIn(documents, '2026-06-30')
    .filter((finding) => finding.rule === rule && finding.severity === 'error')
    .map(({ code }) => code ?? '')
}

/** The consultation of the example after a change and without its outcomes. */
export function inRound(change: (round: Round) => void): Change {
  return both(upTo.consultation, ({ consultation }) => {
    const [round] = consultation?.rounds ?? []
    if (!round) return
    delete round.outcomes
    change(round)
  })
}

export const notified = inRound((round) => {
  round.services = []
  round.replies = []
  round.meetings = []
})
export const served = inRound((round) => {
  round.replies = []
  round.meetings = []
})

/** A case on a day, and what can be done in it. */
export interface CaseWithActions {
  readonly view: CaseView
  /** What an action is offered for. */
  subjects(action: string): readonly (string | null)[]
  /** The articles that block an action before its item is known. */
  blocked(action: string, subject: string | null): string[]
  /** The articles that refuse an item with its defaults. */
  refused(action: string, subject: string | null, given?: Item): string[]
  /** The defaults of an item. */
  known(action: string, subject: string | null): Item
  /** The case after an action. @throws Error when something blocks it or the document is not valid. */
  after(action: string, subject: string | null, given?: Item): CaseWithActions
}

/** A fixture case on a day, with some facts changed. */
export function caseWithActions(fixture: string, today: string, change?: Change): CaseWithActions {
  return withActions(viewOfFixture(fixture, today, change))
}

function withActions(view: CaseView): CaseWithActions {
  const refused: CaseWithActions['refused'] = (id, subject, given = {}) => {
    const item = { ...known(id).defaults?.(view, subject), ...given }
    return articles(refusalsIn(view, id, subject, item))
  }
  return {
    view,
    refused,
    subjects: (id) => known(id).subjects(view.facts, view),
    blocked: (id, subject) =>
      blockersOfAnyItem(blockersOf(view, known(id), subject)).map(({ article }) => article),
    known: (id, subject) => known(id).defaults?.(view, subject) ?? {},
    after: (id, subject, given = {}) => {
      const against = [
        ...blockersOfAnyItem(blockersOf(view, known(id), subject)).map(({ reason }) => reason),
        ...refused(id, subject, given),
      ]
      if (against.length) throw new Error(`${id} ${subject}: ${against.join(', ')}`)
      return withActions(changed(view, id, subject, given))
    },
  }
}

function changed(view: CaseView, id: string, subject: string | null, given: Item): CaseView {
  const [name, data] = written(view, id, subject, given)
  // The schema boundary: the changed document has just been validated.
  const documents = { ...view.facts.documents, [name]: data } as unknown as Documents
  const { regulation, calendar, config, today } = view
  return viewOf(factsOf(documents), { regulation, calendar, config, today })
}

/** The ids of what can be done now, as `action subject`. */
export function possibleIn({ view }: CaseWithActions): string[] {
  return actionsFor(view)
    .filter(({ blockedBy }) => !blockedBy.length)
    .map(({ action, subject }) => [action.id, subject].filter((part) => part !== null).join(' '))
}
