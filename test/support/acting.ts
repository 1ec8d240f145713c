import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { type Action, absolute, type Item, unlifted } from '../../src/core/stages/define.ts'
import { actionsFor, blockersOf } from '../../src/core/stages/possible.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { type Change, written } from './actions.ts'
import { viewOfFixture } from './setting.ts'

/** A case on a day, and what can be done in it. */
export interface Acting {
  readonly view: CaseView
  /** What an action is offered for. */
  subjects(action: string): readonly (string | null)[]
  /** The articles that block an action before its item is known. */
  blocked(action: string, subject: string | null): string[]
  /** The articles that refuse an item, with what is known of it beforehand. */
  refused(action: string, subject: string | null, given?: Item): string[]
  /** What is known of an item before anything is asked. */
  known(action: string, subject: string | null): Item
  /** The case once an action was carried out. @throws Error when something blocks it or the document is not valid. */
  after(action: string, subject: string | null, given?: Item): Acting
}

/** A fixture case on a day, with some facts changed. */
export function acting(fixture: string, today: string, change?: Change): Acting {
  return actingIn(viewOfFixture(fixture, today, change))
}

function actingIn(view: CaseView): Acting {
  const refused: Acting['refused'] = (id, subject, given = {}) => {
    const action = named(id)
    const item = { ...action.defaults?.(view, subject), ...given }
    const lifted = unlifted(blockersOf(view, action, subject), item)
    return [...lifted, ...(action.refuse?.(view, item, subject) ?? [])].map(({ article }) => article)
  }
  return {
    view,
    refused,
    subjects: (id) => named(id).subjects(view.facts, view),
    blocked: (id, subject) => absolute(blockersOf(view, named(id), subject)).map(({ article }) => article),
    known: (id, subject) => named(id).defaults?.(view, subject) ?? {},
    after: (id, subject, given = {}) => {
      const against = [
        ...absolute(blockersOf(view, named(id), subject)).map(({ reason }) => reason),
        ...refused(id, subject, given),
      ]
      if (against.length) throw new Error(`${id} ${subject}: ${against.join(', ')}`)
      return actingIn(changed(view, id, subject, given))
    },
  }
}

function named(id: string): Action {
  const action = actionOf(id)
  if (!action) throw new Error(`no action ${id}`)
  return action
}

function changed(view: CaseView, id: string, subject: string | null, given: Item): CaseView {
  const [name, data] = written(view, id, subject, given)
  // The schema boundary: the changed document has just been validated.
  const documents = { ...view.facts.documents, [name]: data } as unknown as Documents
  const { regulation, calendar, config, today } = view
  return viewOf(factsOf(documents), { regulation, calendar, config, today })
}

/** The ids of what can be done now, as `action subject`. */
export function possibleIn({ view }: Acting): string[] {
  return actionsFor(view)
    .filter(({ blockedBy }) => !blockedBy.length)
    .map(({ action, subject }) => [action.id, subject].filter((part) => part !== null).join(' '))
}
