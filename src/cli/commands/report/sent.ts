import { chineseDate, type IsoDate } from '../../../core/calendar/dates.ts'
import type { SubmissionsDocument } from '../../../core/facts/documents.ts'
import { allReportHeadings } from '../../../core/reports/headings.ts'
import { reportPeriodText } from '../../../core/reports/text.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { schemaStyle } from '../../../repository/yaml/style.ts'
import { editYaml } from '../../../repository/yaml/write.ts'
import { readSubmissions } from '../../shared/cases/read.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { DRY_RUN } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { dayOption } from '../../shared/day-option.ts'
import { Exit, type ExitCode, UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/output.ts'
import { commitMark } from '../../shared/wording/commit-mark.ts'
import type { ReportDefinition } from './reports.ts'

type Submission = SubmissionsDocument['submissions'][number]

const FILE = 'submissions.yaml'

/** What a call with --sent can't have beside it: it makes no report. */
const OTHERS = ['format', 'out', 'libraries', 'force'] as const

/** `ejc report … --sent DAY`: records in submissions.yaml that the report was sent, in a commit of its own. */
export async function recordSent(
  context: CommandContext,
  report: ReportDefinition,
  period: string,
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const sent = sentOf(report, period, options, context.global.today)
  const known = knownIn(workspace, context)
  const { item, index } = placed(known, sent)
  const written = !flag(options, 'dryRun')
  const commit = written ? await write(workspace, { item, index }, options.commit !== false) : null
  printSent(context, { item, written, commit, again: index < known.length })
  return Exit.Ok
}

/** @throws UsageError for a report that is not owed, and for a day on which it could not be sent */
function sentOf(
  { owed }: ReportDefinition,
  period: string,
  options: OptionValues,
  today: IsoDate,
): Submission {
  if (!owed) throw new UsageError(`--sent 只用于${owedReports()}：其余的不按期报送。`)
  const stray = OTHERS.find((option) => options[option] !== undefined && options[option] !== false)
  if (stray) throw new UsageError(`--sent 只记下报送，不生成报表，请去掉 --${stray}。`)
  const submittedOn = dayOption('--sent', text(options, 'sent') ?? '', today)
  if (submittedOn > today)
    throw new UsageError(`--sent ${submittedOn} 在今天（${today}）以后：等报送以后再来记录。`)
  if (submittedOn < owed.firstDay(period))
    throw new UsageError(
      `--sent ${submittedOn} 早于${reportPeriodText(period)}：请核对日期，或者写明报的是哪一期。`,
    )
  const [to, document] = [text(options, 'to')?.trim(), text(options, 'document')?.trim()]
  return { kind: owed.kind, period, submittedOn, ...(to && { to }), ...(document && { document }) }
}

/** The reports that are owed, by titles and codes. */
function owedReports(): string {
  const owed = allReportHeadings.filter((each) => each.owed !== undefined)
  return owed.map(({ title, name }) => `${title}（${name}）`).join('和')
}

/** What is on record. @throws UsageError where the file can't be relied on; what is wrong was said on stderr */
function knownIn(workspace: Workspace, { out }: CommandContext): readonly Submission[] {
  const read = readSubmissions(workspace, out)
  if (!read) throw new UsageError(`${FILE} 有误，没有写入：请先改正上面这一处，再来记录。`)
  return read.submissions?.submissions ?? []
}

/** Where a submission goes: over the one of the same period and recipient, who is the usual one unless named. */
function placed(known: readonly Submission[], sent: Submission) {
  const alike = known.filter(({ kind }) => kind === sent.kind)
  const before = alike.filter(({ period }) => period === sent.period)
  const to = sent.to ?? (before.at(-1) ?? alike.at(-1))?.to
  const old = before.find((each) => each.to === to) ?? before.find((each) => each.to === undefined)
  const item = { ...old, ...sent, ...(to !== undefined && { to }) }
  return { item, index: old ? known.indexOf(old) : known.length }
}

async function write(
  { repository }: Workspace,
  { item, index }: { readonly item: Submission; readonly index: number },
  commit: boolean,
): Promise<string | null> {
  const former = repository.readSubmissions()
  const header = `yaml-language-server: $schema=schemas/submissions.schema.json`
  const edit = { kind: 'set', path: ['submissions', index], value: item } as const
  const changed = editYaml(former?.text(), [edit], { header, ...schemaStyle('submissions') })
  const request = {
    action: 'report-sent',
    caseId: null,
    subject: item.period,
    message: `报送${titleOf(item)} ${item.period}`,
    files: new Map([[FILE, new TextEncoder().encode(changed)]]),
    expected: new Map([[FILE, former?.digest() ?? null]]),
  }
  return (await commitTransaction(repository.root, request, { commit })).commit
}

function titleOf({ kind }: Submission): string {
  return allReportHeadings.find(({ owed }) => owed?.kind === kind)?.title ?? kind
}

function printSent(
  { global, out }: CommandContext,
  {
    item,
    written,
    commit,
    again,
  }: { item: Submission; written: boolean; commit: string | null; again: boolean },
): void {
  if (global.json) {
    const about = { case: null, action: 'report-sent', subject: item.period }
    out.json('written', { ...about, files: [FILE], commit, dryRun: !written, item })
    return
  }
  const parts = [
    `${reportPeriodText(item.period)}${titleOf(item)}`,
    ` ${chineseDate(item.submittedOn)}报送${item.to ?? ''}`,
    item.document ? `，${item.document}` : '',
  ]
  const done = written ? (again ? '已改记' : '已记下') : '将记下'
  out.print(clean(`${done}：${parts.join('')}${commitMark(commit)}`))
  if (!written) out.note(DRY_RUN)
}
