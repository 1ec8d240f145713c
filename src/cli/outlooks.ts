import type { IsoDate } from '../core/calendar/dates.ts'
import { isMapData } from '../core/facts/data.ts'
import { clueOn } from '../core/facts/queries.ts'
import { subjectLabel } from '../core/facts/subjects.ts'
import type { CaseView } from '../core/view.ts'
import { openCache } from '../repository/cache/cache.ts'
import type { Workspace } from '../repository/workspace.ts'
import { remembering } from './cache.ts'
import { readCase } from './cases.ts'
import type { OptionValues } from './command.ts'
import type { CommandContext } from './context.ts'
import { isPending, type NamedDeadline } from './output/deadlines.ts'
import { type Listed, listed } from './output/listed.ts'

/** How a case stands: all that `due` and `list` tell of it, so that it can be remembered. */
export interface Outlook {
  readonly listed: Listed
  /** Empty where none is recorded. */
  readonly cause: string
  readonly clueOn: IsoDate | null
  /** Those that are pending; all where the call wants them. */
  readonly deadlines: readonly NamedDeadline[]
}

export interface Outlooks {
  readonly workspace: Workspace
  readonly outlooks: readonly Outlook[]
  /** Whether every case could be read; the others have been named on stderr. */
  readonly complete: boolean
}

/**
 * How the named cases stand, or all of them; those that can't be relied on are named on stderr and left out. What a
 * call without names finds is remembered for the next one.
 */
export async function readOutlooks(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<Outlooks> {
  const { today } = context.global
  const wanted = options.all === true ? () => true : isPending
  const lasting = ids.length === 0 && options.all !== true
  const [cache, workspace] = await Promise.all([
    openCache(await context.root(), 'outlooks', { today, ...(lasting ? remembering(context, options) : {}) }),
    context.workspace(),
  ])
  const asked = ids.length ? [...new Set(ids)] : workspace.repository.caseIds()
  const outlooks: Outlook[] = []
  const progress = context.out.progress('读取案件', asked.length)
  for (const [done, id] of asked.entries()) {
    progress.at(done)
    const known = cache.get(id)
    if (isOutlook(known)) {
      outlooks.push(known)
      continue
    }
    const view = readCase(workspace, id, ids.length > 0, context.out)
    if (!view) continue
    const outlook = outlookOf(view, wanted)
    outlooks.push(outlook)
    cache.keep(id, outlook)
  }
  progress.end()
  await cache.save()
  return { workspace, outlooks, complete: outlooks.length === asked.length }
}

/** How a case stands, with those of its deadlines that are `wanted`. */
export function outlookOf(view: CaseView, wanted: typeof isPending = isPending): Outlook {
  const { facts, regulation, deadlines } = view
  return {
    listed: listed(view),
    cause: facts.case.cause ?? '',
    clueOn: clueOn(facts) ?? null,
    deadlines: deadlines
      .filter(wanted)
      .map((deadline) => ({ deadline, subject: subjectLabel(facts, deadline.subject, regulation) })),
  }
}

/** Whether what was remembered is whole; it was written by this very build. */
function isOutlook(value: unknown): value is Outlook {
  if (!isMapData(value)) return false
  const { listed, cause, clueOn, deadlines } = value
  return (
    isMapData(listed) &&
    typeof cause === 'string' &&
    (clueOn === null || typeof clueOn === 'string') &&
    Array.isArray(deadlines)
  )
}
