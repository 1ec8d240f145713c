import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isPending } from '../../../core/deadlines/pending.ts'
import { clueCountedOn } from '../../../core/facts/backfilled.ts'
import { reminderDays } from '../../../core/facts/reminder.ts'
import { readsAlike } from '../../../core/folding.ts'
import type { Finding } from '../../../core/lint/define.ts'
import { type BoardCase, type BoardFindings, boardCase, boardDeadline } from '../../../core/reports/board.ts'
import { type Board, boardOf } from '../../../core/reports/board-figures.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import { lintRepository } from '../../../office/lint.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { noteAbsent } from '../../shared/cases/absent.ts'
import { cacheFor } from '../../shared/cases/cache.ts'
import { officeDeadlines } from '../../shared/cases/office-deadlines.ts'
import { readCaseOrNote, readSubmissions } from '../../shared/cases/read.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'

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
  const { cases, clues, unreadable } = boardCases(workspace, findings, context)
  await noteAbsent(workspace.repository.root, context.out)
  if (officer !== null) needOfficer(officer, cases)
  const submitted = officer === null ? readSubmissions(workspace, context.out) : undefined
  const owed = submitted ? officeDeadlines(workspace, clues, submitted.submissions) : []
  const board = boardOf(
    cases.filter(({ officers }) => officer === null || officers.some((name) => readsAlike(name, officer))),
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
  )
  return { board, complete: unreadable.length === 0 && (officer !== null || submitted !== undefined) }
}

/** @throws UsageError for a name that no case has, with the one that may be meant */
function needOfficer(name: string, cases: readonly BoardCase[]): void {
  const names = [...new Set(cases.flatMap(({ officers }) => officers))]
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
  const found = await lintRepository(await context.root(), {
    today: context.global.today,
    ...cacheFor(context, options),
    onCase: (done, total) => {
      progress.at ??= context.out.progress('检查案件', total).at
      progress.at(done)
    },
  })
  context.out.clearProgress()
  return countBy(found)
}

function countBy(found: readonly Finding[]): ReadonlyMap<string | null, BoardFindings> {
  const counted = new Map<string | null, { -readonly [Key in keyof BoardFindings]: number }>()
  for (const finding of found) {
    const counts = counted.get(finding.case) ?? { ...noFindings }
    counts[finding.severity] += 1
    counted.set(finding.case, counts)
  }
  return counted
}

/**
 * Each case is dropped from memory as soon as the board has its figures: a large repository never lies in memory as a
 * whole.
 */
function boardCases(
  workspace: Workspace,
  findings: ReadonlyMap<string | null, BoardFindings>,
  { out }: CommandContext,
): {
  readonly cases: readonly BoardCase[]
  /** The days from which the office owes its lists. */
  readonly clues: readonly IsoDate[]
  readonly unreadable: readonly string[]
} {
  const ids = workspace.repository.caseIds()
  const cases: BoardCase[] = []
  const clues: IsoDate[] = []
  const unreadable: string[] = []
  const progress = out.progress('读取案件', ids.length)
  for (const [done, id] of ids.entries()) {
    progress.at(done)
    const view = readCaseOrNote(workspace, id, false, out)
    if (!view) unreadable.push(id)
    // What was registered twice is shown by the other case.
    else if (!view.facts.case.withdrawal) {
      cases.push(boardCase(view, findings.get(id) ?? noFindings))
      clues.push(...[clueCountedOn(view.facts) ?? []].flat())
    }
  }
  progress.end()
  return { cases, clues, unreadable }
}
