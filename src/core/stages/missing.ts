import type { ActionId } from '../../generated/ids.ts'
import { takenOverOn } from '../facts/backfilled.ts'
import { valueAt } from '../facts/data.ts'
import type { Path } from '../facts/locations.ts'
import { subjectLabel } from '../facts/subjects.ts'
import type { CaseView } from '../view.ts'
import { actionOf } from './actions/index.ts'
import { unserved } from './actions/serve.ts'
import type { Action, Item } from './define.ts'
import type { Recorded } from './recorded.ts'
import { isMissingFromLedger } from './taken-over.ts'

/** The steps of the procedure that a ledger may not tell of, in their order. */
const steps: readonly ActionId[] = ['screen', 'initiate', 'conclude', 'notify', 'serve', 'reply', 'meet']

/**
 * The steps of a case taken over from a ledger that belong to the time before that and are not on record: they can be
 * completed, whatever was done since. None in a case that was begun in ejc.
 */
export function missingIn(view: CaseView): Recorded[] {
  if (takenOverOn(view.facts) === undefined) return []
  return steps
    .filter((id) => isMissingFromLedger(view, id))
    .flatMap((id) => {
      const action = actionOf(id)
      return action ? subjectsOf(action, view).map((subject) => missingStep(view, action, subject)) : []
    })
}

/** What a step can be completed for, also where it is no longer possible as a next step. */
function subjectsOf(action: Action, view: CaseView): readonly (string | null)[] {
  const { facts } = view
  if (action.id === 'screen') return facts.screening ? [] : [null]
  if (action.id === 'serve') return unserved(facts)
  if (action.id !== 'meet') return action.subjects(facts, view)
  return facts.rounds.filter(({ meetings }) => !meetings?.length).map(({ round }) => String(round))
}

function missingStep(view: CaseView, action: Action, subject: string | null): Recorded {
  const { facts } = view
  const { document, path, mode } = action.target(facts, subject)
  const place = mode === 'append' ? [...path, lengthAt(facts.documents[document], path)] : path
  return {
    step: action.id,
    title: action.title,
    subject,
    about: subject === null ? '' : subjectLabel(facts, subject, view.regulation),
    document,
    path: place,
    keys: action.ask,
    whole: true,
    value: knownOf(view, action, subject),
    on: undefined,
    missing: { action, subject },
  }
}

/** What is known of the item without the officer: nothing of it happened today. */
function knownOf(view: CaseView, action: Action, subject: string | null): Item {
  const known = Object.entries(action.defaults?.(view, subject) ?? {})
  return Object.fromEntries(known.filter(([key, value]) => value !== view.today && !action.ask.includes(key)))
}

function lengthAt(data: unknown, path: Path): number {
  const list = valueAt(data, path)
  return Array.isArray(list) ? list.length : 0
}
