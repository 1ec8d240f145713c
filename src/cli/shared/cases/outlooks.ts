import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isMapData } from '../../../core/facts/data.ts'
import { type Cache, openCache } from '../../../repository/cache/cache.ts'
import { openRepository } from '../../../repository/repository.ts'
import type { OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { noteAbsent } from './absent.ts'
import { cacheFor } from './cache.ts'
import type { Outlook } from './outlook.ts'
import { type KeptOutlook, outlookToday } from './outlook-today.ts'

export interface Outlooks {
  readonly outlooks: readonly Outlook[]
  /** Whether every case could be read; the others have been named on stderr. */
  readonly complete: boolean
  readonly cache: Cache
}

/**
 * How the named cases stand, or all cases; a case that can't be relied on is named on stderr and left out. What a
 * call without names finds is cached for the next call, which then loads neither the law nor the code that reads cases.
 */
export async function readOutlooks(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<Outlooks> {
  const { today } = context.global
  const root = await context.root()
  const lasting = ids.length === 0 && options.all !== true
  const cache = await openCache(root, 'outlooks', {
    today,
    ...(lasting ? cacheFor(context, options) : {}),
  })
  const caseIds = ids.length ? [...new Set(ids)] : (await openRepository(root)).caseIds()
  // A repository without cases has nothing else that would report an ejc.yaml that can't be used.
  if (!caseIds.length) await context.workspace()
  const progress = context.out.progress('读取案件', caseIds.length)
  const outlooks: Outlook[] = []
  let read: OutlookReader | undefined
  for (const [done, id] of caseIds.entries()) {
    progress.at(done)
    const known = cache.get(id)
    if (isOutlook(known)) {
      outlooks.push(outlookToday(known, today))
      continue
    }
    read ??= await outlookReader(context, ids, options)
    const found = read(id)
    if (!found) continue
    outlooks.push(found.outlook)
    if (found.until) cache.keep(id, { ...found.outlook, on: today }, found.until)
  }
  progress.end()
  await cache.save()
  if (!ids.length) await noteAbsent(root, context.out)
  return { outlooks, complete: outlooks.length === caseIds.length, cache }
}

/** How the case stands, and the first day on which it may stand otherwise. */
type OutlookReader = (
  id: string,
) => { readonly outlook: Outlook; readonly until: IsoDate | undefined } | undefined

/** The function that reads a case from its files, not from the cache. */
async function outlookReader(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<OutlookReader> {
  const [workspace, { readCaseOrNote }, { outlookOf }] = await Promise.all([
    context.workspace(),
    import('./read.ts'),
    import('./outlook.ts'),
  ])
  const wanted = options.all === true ? () => true : undefined
  return (id) => {
    const view = readCaseOrNote(workspace, id, ids.length > 0, context.out)
    if (!view) return undefined
    const outlook = outlookOf(view, wanted)
    return { outlook, until: view.watch?.until() }
  }
}

/** Whether the cached value is whole; the same build wrote it. */
function isOutlook(value: unknown): value is KeptOutlook {
  if (!isMapData(value)) return false
  const { listed, cause, clueOn, parties, about, deadlines } = value
  return (
    isMapData(listed) &&
    typeof cause === 'string' &&
    (clueOn === null || typeof clueOn === 'string') &&
    Array.isArray(parties) &&
    isMapData(about) &&
    Array.isArray(deadlines)
  )
}
