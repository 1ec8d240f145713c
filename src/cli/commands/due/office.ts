import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isMapData } from '../../../core/facts/data.ts'
import { reminderDays } from '../../../core/facts/reminder.ts'
import { openRepository } from '../../../repository/repository.ts'
import type { Outlooks } from '../../shared/cases/outlooks.ts'
import type { CommandContext } from '../../shared/context.ts'
import type { NamedDeadline } from '../../shared/wording/deadlines.ts'

/** The reminder and the deadlines of the office as a whole. */
export interface OfficeDuties {
  /** 天 before a deadline within which it wants to be reminded. */
  readonly withinDays: number
  /** Its deadlines by its clues; undefined where submissions.yaml can't be relied on. */
  readonly deadlines: readonly NamedDeadline[] | undefined
}

/**
 * The reminder of the office and, where `wanted`, its deadlines; cached as the cases are. A
 * submissions.yaml that can't be relied on is named on stderr.
 */
export async function readOffice(
  context: CommandContext,
  { outlooks, cache }: Outlooks,
  wanted: boolean,
): Promise<OfficeDuties> {
  const repository = await openRepository(await context.root())
  const clues = outlooks.flatMap(({ clueOn }) => clueOn ?? [])
  const ground = JSON.stringify([repository.readSubmissions()?.digest() ?? null, clues])
  const known = cache.getWhole(ground)
  if (isOffice(known)) return known
  const { setting } = await context.workspace()
  const withinDays = reminderDays(setting.config)
  if (!wanted) return { withinDays, deadlines: [] }
  const found = { withinDays, deadlines: await readOwed(context, clues) }
  if (found.deadlines) cache.keepWhole(ground, found)
  await cache.save()
  return found
}

async function readOwed(
  context: CommandContext,
  clues: readonly IsoDate[],
): Promise<readonly NamedDeadline[] | undefined> {
  const [workspace, { readSubmissions }, { officeDeadlines }] = await Promise.all([
    context.workspace(),
    import('../../shared/cases/read.ts'),
    import('../../shared/cases/office-deadlines.ts'),
  ])
  const read = readSubmissions(workspace, context.out)
  return read && officeDeadlines(workspace, clues, read.submissions)
}

/** Whether the cached value is whole; the same build wrote it. */
function isOffice(value: unknown): value is OfficeDuties {
  return isMapData(value) && typeof value.withinDays === 'number' && Array.isArray(value.deadlines)
}
