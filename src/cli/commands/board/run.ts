import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isPending } from '../../../core/deadlines/pending.ts'
import { clueCountedOn } from '../../../core/facts/backfilled.ts'
import { reminderDays } from '../../../core/facts/reminder.ts'
import { readsAlike } from '../../../core/folding.ts'
import { type BoardCase, type BoardFindings, boardCase, boardDeadline } from '../../../core/reports/board.ts'
import { type Board, type BoardTally, boardTally } from '../../../core/reports/board-figures.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import { countFindings } from '../../../office/lint/counts.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { noteAbsent } from '../../shared/cases/absent.ts'
import { cacheFor } from '../../shared/cases/cache.ts'
import { officeDeadlines } from '../../shared/cases/office-deadlines.ts'
import { eachCase, readSubmissions } from '../../shared/cases/read.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import { needMemory } from '../../shared/memory.ts'
import { createPackedList, type PackedList } from '../../shared/packed-list.ts'

/** The board, and whether all its sources could be read; those that could not have been named on stderr. */
export interface GatheredBoard {
  readonly board: Board
  readonly complete: boolean
}

/** Reads every case, one after the other, and puts the board together; only one officer's cases with `--officer`. */
export async function gatherBoard(context: CommandContext, options: OptionValues): Promise<GatheredBoard> {
  const workspace = await context.workspace()
  const { config, regulation, today } = workspace.setting
  const officer = text(options, 'officer') ?? null
  const findings = await countFindingsByCase(context, options)
  const { cases, tally, officers, clues, unreadable } = readBoard(workspace, findings, officer, context)
  await noteAbsent(workspace.repository.root, context.out)
  if (officer !== null) needOfficer(officer, [...officers])
  const submitted = officer === null ? readSubmissions(workspace, context.out) : undefined
  const owed = submitted ? officeDeadlines(workspace, clues, submitted.submissions) : []
  const board = tally.board(
    {
      today,
      unit: config.unit?.name ?? null,
      regulation: regulation.title,
      officer,
      withinDays: reminderDays(config),
      office: owed
        .filter(({ deadline }) => isPending(deadline))
        .map(({ deadline, subject }) => boardDeadline(deadline, subject, [])),
      officeFindings: (officer === null && findings.get(null)) || noFindings,
      unreadable,
    },
    cases,
  )
  return { board, complete: unreadable.length === 0 && (officer !== null || submitted !== undefined) }
}

/** @throws UsageError for a name that no case has, with the one that may be meant */
function needOfficer(name: string, names: readonly string[]): void {
  if (names.includes(name)) return
  const meant = closestChoice(
    name,
    names.map((each) => ({ code: each, label: each })),
  )
  throw new UsageError(
    `没有承办人“${name}”的案件。${meant ? `是否想写 ${meant.code}？` : '运行 ejc list 查看各案的承办人。'}`,
  )
}

const noFindings: BoardFindings = { error: 0, warning: 0, notice: 0 }

/** What lint finds, counted by case; null for what belongs to none. */
async function countFindingsByCase(
  context: CommandContext,
  options: OptionValues,
): Promise<ReadonlyMap<string | null, BoardFindings>> {
  const progress: { at?: (done: number) => void } = {}
  const counted = await countFindings(await context.root(), {
    today: context.global.today,
    ...cacheFor(context, options),
    onCase: (done, total) => {
      progress.at ??= context.out.progress('检查案件', total).at
      progress.at(done)
      needMemory()
    },
  })
  context.out.clearProgress()
  return counted
}

/** What was read of the cases. */
interface ReadBoard {
  readonly cases: PackedList<BoardCase>
  readonly tally: BoardTally
  /** The officers of all cases. */
  readonly officers: ReadonlySet<string>
  /** The days from which the office owes its lists. */
  readonly clues: readonly IsoDate[]
  readonly unreadable: readonly string[]
}

/**
 * Each case is dropped from memory as soon as the board has its figures, and what the page shows of it is kept packed: a
 * large repository never lies in memory as a whole.
 */
function readBoard(
  workspace: Workspace,
  findings: ReadonlyMap<string | null, BoardFindings>,
  officer: string | null,
  { out }: CommandContext,
): ReadBoard {
  const { today, config } = workspace.setting
  const tally = boardTally({ today, withinDays: reminderDays(config) })
  const cases = createPackedList<BoardCase>()
  const officers = new Set<string>()
  const clues: IsoDate[] = []
  const unread: string[] = []
  for (const { id, view } of eachCase(workspace, [], out, unread)) {
    // What was registered twice is shown by the other case.
    if (view.facts.case.withdrawal) continue
    const each = boardCase(view, findings.get(id) ?? noFindings)
    for (const name of each.officers) officers.add(name)
    clues.push(...[clueCountedOn(view.facts) ?? []].flat())
    if (officer !== null && !each.officers.some((name) => readsAlike(name, officer))) continue
    tally.add(each)
    cases.add(each)
  }
  return { cases, tally, officers, clues, unreadable: unread }
}
