import type { DocumentName, Documents, Round } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { type Action, absolute, type Blocker, type Item, unlifted } from '../../src/core/stages/define.ts'
import { blockersOf } from '../../src/core/stages/possible.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { editsOf } from '../../src/repository/record.ts'
import { editData } from '../../src/repository/yaml/edit.ts'
import { findingsIn } from './lint.ts'
import { documentsOf, settingOn, viewOfFixture } from './setting.ts'

export type Change = (documents: Documents) => void

/** The example case up to a day in its course: later documents and sections are taken away. */
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
): readonly Blocker[] {
  return absolute(blockersOf(viewOfFixture('example-case', today, change), known(action), subject))
}

export function refusals(
  action: string,
  subject: string | null,
  change: Change,
  item: Item,
): readonly Blocker[] {
  const view = viewOfFixture('example-case', '2026-06-30', change)
  const lifted = unlifted(blockersOf(view, known(action), subject), item)
  return [...lifted, ...(known(action).refuse?.(view, item, subject) ?? [])]
}

export function articles(found: readonly Blocker[]): string[] {
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

/** Whether an action is possible for a subject on a day: offered, and blocked by nothing. */
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
export function written(
  view: CaseView,
  id: string,
  subject: string | null,
  given: Item,
): [DocumentName, unknown] {
  const action = known(id)
  const item = { ...action.defaults?.(view, subject), ...given }
  const target = action.target(view.facts, subject)
  const also = [...(target.also ?? []), ...(action.companions?.(view, item, subject) ?? [])]
  const old = view.facts.documents[target.document]
  const data = editData(old, editsOf({ ...target, also }, item, old === undefined))
  const problems = validateDocument(target.document, data, view.regulation.lists)
  if (problems.length) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
  return [target.document, data]
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

/** The consultation of the example as far as a change leaves it, its outcomes taken away. */
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
