import type { Report } from '../../../core/reports/report.ts'
import { type PartOfReport, reportsTogether } from '../../../core/reports/together.ts'
import { beijingTime } from '../../../repository/beijing.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { onLibrary, type SeenLibrary } from '../../../repository/libraries.ts'
import { openWorkspace, type Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import { UsageError } from '../../shared/exit.ts'
import type { LedgerOptions } from './ledger-options.ts'
import type { ReportDefinition } from './reports.ts'
import { emptyReport, type MadeReport, makeReport } from './run.ts'

/** What was read of a library. */
export interface LibraryState {
  readonly library: string
  /** Null for the office's own. */
  readonly address: string | null
  readonly state: 'read' | 'stale' | 'unreadable'
  /** When its newest commit was made, strict ISO 8601. */
  readonly asOf: string | null
  readonly cases: number
  readonly unread: number
  readonly why: string | null
}

/** A report over several libraries. */
export interface JointReport extends MadeReport {
  readonly libraries: readonly LibraryState[]
}

/** What one library gives to the report. */
interface Share {
  readonly state: LibraryState
  readonly annual: MadeReport['annual']
  readonly part: PartOfReport | undefined
}

/**
 * Makes one report of the office's own cases and those of the libraries that ejc.yaml names, each as it stands there
 * now. One that can't be read is named, and the others are summed up.
 * @throws UsageError where the configuration names none, or where personal data are asked for unmasked
 */
export async function makeJointReport(
  context: CommandContext,
  report: ReportDefinition,
  period: string,
  wanted: LedgerOptions,
): Promise<JointReport> {
  const workspace = await context.workspace()
  const { libraries } = workspace.setting.config
  if (!libraries?.length)
    throw new UsageError(
      '还没有写明下级案件库：请逐个写明名称和地址，第二个用 libraries.1，例如\n  ejc init --set libraries.0.name=南宁市 --set libraries.0.address=/mnt/nas/南宁.git',
    )
  if (wanted.unmasked) throw new UsageError('汇总几个案件库的报表总是遮盖个人信息，不能与 --unmasked 同用。')
  const { repository } = workspace
  const shares: Share[] = repository.caseIds().length
    ? [ownShare(context, workspace, { report, period, wanted })]
    : []
  const progress = context.out.progress('读取案件库', libraries.length)
  for (const [done, library] of libraries.entries()) {
    progress.at(done)
    const share = (seen: SeenLibrary): Promise<Share> => shareOf(context, seen, { report, period, wanted })
    shares.push(await onLibrary(repository.root, library, context.interactive, share))
  }
  progress.end()
  return joint(report, period, shares, wanted)
}

interface Asked {
  readonly report: ReportDefinition
  readonly period: string
  readonly wanted: LedgerOptions
}

function ownShare({ out }: CommandContext, workspace: Workspace, { report, period, wanted }: Asked): Share {
  const made = makeReport(workspace, report, period, { out, wanted })
  const library = workspace.setting.config.unit?.name ?? '本库'
  const state = { library, address: null, state: 'read', asOf: null, why: null } as const
  return shareWith(state, made)
}

async function shareOf(
  { global, out }: CommandContext,
  { name: library, address, root, committedAt, why }: SeenLibrary,
  { report, period, wanted }: Asked,
): Promise<Share> {
  const seen = { library, address, asOf: committedAt ?? null, why: why ?? null }
  const nothing = (reason: string | null): Share => ({
    state: { ...seen, state: 'unreadable', cases: 0, unread: 0, why: reason },
    annual: [],
    part: undefined,
  })
  if (root === undefined) return nothing(seen.why)
  try {
    const workspace = await openWorkspace(root, global.today)
    const made = makeReport(workspace, report, period, { out, wanted: { ...wanted, anyName: true } })
    return shareWith({ ...seen, state: why === undefined ? 'read' : 'stale' }, made)
  } catch (error) {
    if (error instanceof RepositoryError) return nothing(error.message)
    throw error
  }
}

function shareWith(state: Omit<LibraryState, 'cases' | 'unread'>, made: MadeReport): Share {
  const { cases, annual, unread } = made
  return {
    state: { ...state, cases, unread },
    annual,
    part: { library: state.library, report: made.made },
  }
}

/** The figures of a year are counted over all cases at once; lists of cases follow one another. */
function joint(
  report: ReportDefinition,
  period: string,
  shares: readonly Share[],
  wanted: LedgerOptions,
): JointReport {
  const parts = shares.flatMap(({ part }) => part ?? [])
  const annual = shares.flatMap((share) => share.annual)
  const made: Report =
    'sum' in report
      ? report.sum(annual, period)
      : (reportsTogether(parts) ?? emptyReport(report, period, wanted))
  const libraries = shares.map(({ state }) => state)
  const isWhole = libraries.every(({ state, unread }) => state === 'read' && unread === 0)
  const unread = libraries.reduce((sum, each) => sum + each.unread, 0)
  const cases = libraries.reduce((sum, each) => sum + each.cases, 0)
  return { made, cases, annual, unread, complete: unread === 0, whole: isWhole, libraries }
}

/** Each library in a line: how many cases, how old, and what is wrong with it. */
export function librariesText(libraries: readonly LibraryState[]): string[] {
  return libraries.map(({ library, state, asOf, cases, unread, why }) => {
    if (state === 'unreadable') return `${library}：没有读到，没有列入。${why ?? ''}`
    const until = asOf === null ? '' : `，截至 ${beijingTime(asOf)}`
    const wrong = unread ? `；${unread} 件读不出，没有列入` : ''
    const old = state === 'stale' ? `；取不到最新的，用的是上次的：${why ?? ''}` : ''
    return `${library}：${cases} 件${until}${wrong}${old}`
  })
}
