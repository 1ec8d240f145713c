import { isLate, isSurelyLate } from '../../../core/deadlines/pending.ts'
import { readsAlike } from '../../../core/folding.ts'
import type { Outlook } from '../../shared/cases/outlook.ts'
import { readOutlooks } from '../../shared/cases/outlooks.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit, type ExitCode } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'
import { isPending, type NamedDeadline } from '../../shared/wording/deadlines.ts'
import { readOffice } from './office.ts'

/** The deadlines that a call asks for. */
interface Due {
  readonly named: readonly NamedDeadline[]
  /** 天 before a deadline within which the office wants to be reminded. */
  readonly withinDays: number
  /** Whether everything could be read; what could not has been named on stderr. */
  readonly complete: boolean
}

/** The deadlines of the named cases; without names, those of all cases and of the office as a whole. */
export async function readDeadlines(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<Due> {
  const read = await readOutlooks(context, ids, options)
  const ofOffice = isWholeOffice(ids, options)
  const office = await readOffice(context, read, ofOffice)
  const owed = (ofOffice && office.deadlines) || []
  return {
    named: [...wantedDeadlines(read.outlooks, options), ...owed].filter(selector(options)),
    withinDays: office.withinDays,
    complete: read.complete && (!ofOffice || office.deadlines !== undefined),
  }
}

/**
 * How many deadlines of the named cases are met or need not be, where the call would list them but for `--all`: a closed
 * case has had its days too.
 */
export async function countDone(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<number> {
  const isNarrowed = options.within !== undefined || flag(options, 'overdue') || flag(options, 'all')
  if (!ids.length || isNarrowed) return 0
  const { named } = await readDeadlines(context, ids, { ...options, all: true })
  return named.length
}

/** What the office as a whole owes is listed unless the call names cases or an officer. */
function isWholeOffice(ids: readonly string[], options: OptionValues): boolean {
  return ids.length === 0 && text(options, 'officer') === undefined
}

function wantedDeadlines(outlooks: readonly Outlook[], options: OptionValues): NamedDeadline[] {
  const officer = text(options, 'officer')
  return outlooks
    .filter(
      ({ listed }) => officer === undefined || listed.officers.some((name) => readsAlike(name, officer)),
    )
    .flatMap(({ about, deadlines }) => deadlines.map((each) => ({ ...each, about })))
}

/** Days are counted to the nominal last day until it has passed, as `daysLeft` is. */
function selector(options: OptionValues): (named: NamedDeadline) => boolean {
  const within = typeof options.within === 'number' ? options.within : undefined
  return ({ deadline }) => {
    if (flag(options, 'overdue') && !isLate(deadline)) return false
    if (within !== undefined && !isWithin(deadline, within)) return false
    return flag(options, 'all') || isPending(deadline)
  }
}

/** A deadline that runs out within so many 天; one that waits without a day is to be met without delay, so it counts. */
function isWithin({ daysLeft, status }: NamedDeadline['deadline'], within: number): boolean {
  return daysLeft === null ? status === 'duty' : daysLeft <= within
}

/**
 * Writes the pending deadlines with a date into a calendar file, and cancels there what is no longer owed; says how
 * many. The exit code of the command.
 */
export async function writeCalendar(
  context: CommandContext,
  file: string,
  ids: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const everything = { ...options, all: true, within: undefined, overdue: false }
  const { named, withinDays, complete } = await readDeadlines(context, ids, everything)
  const { updateCalendar } = await import('./calendar.ts')
  const wanted = selector({ ...options, all: false })
  const isAsked = flag(options, 'overdue') || flag(options, 'all')
  const written = await updateCalendar(file, named, {
    wanted,
    withPast: isAsked,
    today: context.global.today,
    withinDays,
    cases: ids,
  })
  const parts = [
    `${written.events} 个期限`,
    ...(written.cancelled ? [`取消 ${written.cancelled} 个`] : []),
    ...(written.past ? [`另有 ${written.past} 个早已过期的没有写入，要写入请加 --overdue`] : []),
  ]
  context.out.note(clean(`已写入 ${file}：${parts.join('，')}。`))
  if (!complete) return Exit.Failed
  return exitForLate(context, named, options)
}

/** 1 with `--fail-overdue` where one of the deadlines is surely late. */
export function exitForLate(
  { global }: CommandContext,
  named: readonly NamedDeadline[],
  options: OptionValues,
): ExitCode {
  const isLateNow = named.some(({ deadline }) => isSurelyLate(deadline, global.today))
  return flag(options, 'failOverdue') && isLateNow ? Exit.Findings : Exit.Ok
}
