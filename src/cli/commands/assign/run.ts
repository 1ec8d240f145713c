import type { Item } from '../../../core/stages/define.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import { stages } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import { planEdits, writeChange } from '../../../repository/record.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { type BatchCase, type CaseDone, endBatch, inEachCase } from '../../shared/batch.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { readCases } from '../../shared/cases/read.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { confirmed, NOT_WRITTEN } from '../../shared/confirm.ts'
import type { CommandContext } from '../../shared/context.ts'
import { dayOption } from '../../shared/day-option.ts'
import { recipientOf } from '../../shared/entry/task.ts'
import { type ExitCode, RefusedError, UsageError } from '../../shared/exit.ts'
import { ejcCall } from '../../shared/output/call.ts'
import { clean } from '../../shared/output/clean.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { messageWith } from '../../shared/wording/changes.ts'
import { particularsOf } from './particulars.ts'

/** Who hands over to whom, when and why. */
interface Handover {
  readonly to: string
  /** Undefined where the only officer of each case hands it over. */
  readonly from: string | undefined
  readonly on: string
  readonly reason: string
  /** What is known of the officer who takes over, such as his telephone. */
  readonly particulars: Item
}

interface AssignedCase extends BatchCase {
  readonly view: CaseView
}

/** `ejc assign`: hands over the named cases, or every open case of an officer; one commit each, then a table. */
export async function assignCases(
  context: CommandContext,
  ids: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const from = text(options, 'officer')?.trim()
  const named = ids.length || from !== undefined ? ids : [await chosenCase(context, workspace)]
  const { views, complete } = readCases(workspace, named, context.out)
  const cases = views
    .filter((view) => named.length > 0 || isOpenCaseOf(view, from ?? ''))
    .map((view): AssignedCase => ({ id: view.facts.id, title: view.facts.case.title, view }))
  if (!cases.length) throw new UsageError(`没有${from ?? ''}承办的在办案件。${officersText(views)}`)
  const handover = await handoverOf(context, workspace, { from, cases }, options)
  const dryRun = flag(options, 'dryRun')
  if (!dryRun) await confirmHandover(context, options, cases, handover)
  const rows = await inEachCase(cases, (each) => handOver(workspace, each, handover, options))
  const code = endBatch(context, rows, { dryRun, complete })
  const written = cases.filter(({ id }) => rows.some((row) => row.case === id && row.status === 'written'))
  if (!dryRun) noteWithoutPhone(context, written, handover)
  return code
}

/** The case that is handed over, chosen from the list in a terminal. Throws UsageError where nobody can be asked. */
async function chosenCase(context: CommandContext, workspace: Workspace): Promise<string> {
  if (!context.interactive)
    throw new UsageError(
      '请写明移交哪些案件：ejc assign 案件… --to 姓名；或者某人的全部在办案件：ejc assign --officer 甲 --to 乙。',
    )
  return namedCase(context, workspace, undefined, { words: ['assign'], question: '移交哪个案件？' })
}

/** Letters name the telephone of the officer: where nobody knows it, says how to complete it. */
function noteWithoutPhone(
  { global, out }: CommandContext,
  written: readonly AssignedCase[],
  handover: Handover,
): void {
  const [lacking] = written.filter(({ view }) => takingOver(view, handover).phone === undefined)
  if (!lacking || global.json) return
  const { id, view } = lacking
  const leaver = leavingOf(view, handover)
  const place = leaver === 'unchanged' ? 0 : placeOfTaker(view, leaver.from, handover.to)
  const set = ['--set', `officers.${place}.phone=电话`, '--reason', '补填']
  const call = ejcCall(global.repo, ['amend', id, '登记线索', ...set])
  const said = `${handover.to}的联系电话没有登记，函件落款只写姓名；知道以后补填：${call}`
  out.note(wrapIndented(clean(said), out.width, '  ', ''))
}

/** What is on record of the officer who takes over: in the case itself, else what is known otherwise. */
function takingOver({ facts }: CaseView, { to, particulars }: Handover): Item & { readonly name: string } {
  const own = (facts.case.officers ?? []).find(({ name }) => name === to)
  return { ...particulars, ...own, name: to }
}

/** Where in the list of officers the one who takes over stands: in the place of the one who leaves. */
function placeOfTaker(view: CaseView, from: string | undefined, to: string): number {
  const others = officerNames(view).filter((name) => name !== to)
  return from === undefined ? others.length : Math.max(0, others.indexOf(from))
}

/** Asks whether to hand over the cases in which it can be done; where there is none, the table alone says why. */
async function confirmHandover(
  context: CommandContext,
  options: OptionValues,
  cases: readonly AssignedCase[],
  handover: Handover,
): Promise<void> {
  const fit = cases.filter(({ view }) => canHandOver(view, handover))
  if (!fit.length) return
  const lines = fit.map(({ id, title, view }) => `  ${id}  ${title}：${handoverText(view, handover)}`)
  if (!context.global.json)
    context.out.note(lines.map((line) => wrapIndented(clean(line), context.out.width, '    ', '')).join('\n'))
  await confirmed(context, options, confirmingQuestion(fit, handover), NOT_WRITTEN)
}

/** From whom to whom: 把以上 2 件由覃某移交给李某吗？ */
function confirmingQuestion(fit: readonly AssignedCase[], handover: Handover): string {
  const leavers = new Set(fit.map(({ view }) => leaverOf(view, handover) ?? ''))
  const [only = '', ...others] = leavers
  const from = others.length || only === '' ? '' : `由${only}`
  return `把以上 ${fit.length} 件${from}移交给${handover.to}吗？`
}

/** From whom to whom a case goes: 覃某 → 李某. */
function handoverText(view: CaseView, handover: Handover): string {
  return `${leaverOf(view, handover) ?? '（没有登记）'} → ${handover.to}`
}

function leaverOf(view: CaseView, handover: Handover): string | undefined {
  const leaver = leavingOf(view, handover)
  return leaver === 'unchanged' ? undefined : leaver.from
}

/** Whether a case can be handed over as the call says, and is not in those hands already. */
export function canHandOver(view: CaseView, handover: Handover): boolean {
  try {
    return leavingOf(view, handover) !== 'unchanged'
  } catch (error) {
    if (error instanceof RefusedError) return false
    throw error
  }
}

function isOpenCaseOf(view: CaseView, officer: string): boolean {
  return !stages[view.stage.case].end && officerNames(view).includes(officer)
}

/** The officers who have cases now: the name may have been mistyped. */
function officersText(views: readonly CaseView[]): string {
  const names = [...new Set(views.filter(({ stage }) => !stages[stage.case].end).flatMap(officerNames))]
  return names.length ? `在办案件的办案人员有：${names.join('、')}。` : ''
}

async function handoverOf(
  context: CommandContext,
  workspace: Workspace,
  { from: named, cases }: { readonly from: string | undefined; readonly cases: readonly AssignedCase[] },
  options: OptionValues,
): Promise<Handover> {
  const to = (
    text(options, 'to') ?? (await asked(context, '移交给谁（姓名）', '请写明接办的人：--to 姓名。'))
  ).trim()
  if (to === '') throw new UsageError('请写明接办的人：--to 姓名。')
  if (to === named) throw new UsageError(`移交人和接办人都是${to}，没有要移交的。`)
  const { today } = context.global
  const on = dayOption('--on', text(options, 'on') ?? today, today)
  if (on > today) throw new UsageError(`--on ${on} 在今天（${today}）以后：等移交以后再来记录。`)
  const from = named ?? (await leaverAsked(context, cases, to))
  const reason =
    text(options, 'reason') ?? (context.interactive ? await asked(context, '移交的理由（可不填）', '') : '')
  const particulars = await particularsOf(
    context,
    workspace,
    { to, views: cases.map(({ view }) => view) },
    options,
  )
  return { to, from, on, reason: reason.trim(), particulars }
}

/** Who of the several officers of one case hands it over, where the call does not say so: asked before the reason. */
export async function leaverAsked(
  { interactive }: Pick<CommandContext, 'interactive'>,
  [only, ...others]: readonly AssignedCase[],
  to: string,
): Promise<string | undefined> {
  const names = only && !others.length ? officerNames(only.view) : []
  if (!interactive || names.length < 2) return undefined
  const { openTerminal } = await import('../../prompts/terminal.ts')
  const choices = names.filter((name) => name !== to).map((name) => ({ value: name, name }))
  return openTerminal().select({ title: '由谁移交？', open: true }, choices)
}

async function asked({ interactive }: CommandContext, question: string, missing: string): Promise<string> {
  if (!interactive) throw new UsageError(missing)
  const { openTerminal } = await import('../../prompts/terminal.ts')
  return openTerminal().input(question)
}

/** Hands over one case. Throws RefusedError where nobody can tell who hands it over. */
async function handOver(
  workspace: Workspace,
  { id, view }: AssignedCase,
  handover: Handover,
  options: OptionValues,
): Promise<CaseDone> {
  const { to, on, reason } = handover
  const leaver = leavingOf(view, handover)
  if (leaver === 'unchanged') return { status: 'unchanged', said: `本来就由${to}承办`, commit: null }
  const { from } = leaver
  const officers = (view.facts.case.officers ?? []).filter(({ name }) => name !== from && name !== to)
  const place = placeOfTaker(view, from, to)
  const taking = takingOver(view, handover)
  const entry = entryOf(view, from, handover)
  const recipient = recipientOf(workspace.needCase(id), {
    target: { document: 'case', path: [], mode: 'set' },
  })
  const draft = planEdits(workspace, recipient, 'case', [
    {
      kind: 'set',
      path: ['officers'],
      value: from === undefined ? [...officers, taking] : officers.toSpliced(place, 0, taking),
    },
    { kind: 'append', path: ['assignments'], value: entry },
  ])
  if (draft.problems.length) throw new UsageError(draft.problems.map(({ message }) => message).join('；'))
  const said = handoverText(view, handover)
  if (flag(options, 'dryRun')) return { said, commit: null }
  const message = messageWith(`${id} 移交承办：${said}`, [
    `移交日期：${on}`,
    ...(reason === '' ? [] : [`理由：${reason}`]),
  ])
  const note = { action: 'assign', subject: null, message }
  return { said, commit: (await writeChange(workspace, draft, note, options.commit !== false)).commit }
}

/** The record of a handover, with the telephone that papers of before name. */
function entryOf({ facts }: CaseView, from: string | undefined, { to, on, reason }: Handover): Item {
  const fromPhone = facts.case.officers?.find(({ name }) => name === from)?.phone
  return {
    on,
    ...(from === undefined ? {} : { from, ...(fromPhone && { fromPhone }) }),
    to,
    ...(reason === '' ? {} : { reason }),
  }
}

/** Who hands over a case. Throws RefusedError where nobody can tell, or the case can't be handed over. */
function leavingOf(
  view: CaseView,
  { to, from: named }: Handover,
): 'unchanged' | { readonly from: string | undefined } {
  const names = officerNames(view)
  const from = named ?? leaving(names, to)
  if (from === undefined ? names.includes(to) : from === to) return 'unchanged'
  if (from !== undefined && !names.includes(from))
    throw new RefusedError(`${from}不是本案的办案人员（${names.join('、') || '没有登记'}）`)
  if (view.facts.case.withdrawal) throw new RefusedError('本案已因重复登记撤回')
  return { from }
}

/** The officer who hands a case over where the call does not say so: the only one. */
function leaving(names: readonly string[], to: string): string | undefined {
  const [only, ...others] = names
  if (!others.length) return only
  if (names.includes(to))
    throw new RefusedError(
      `${to}已是办案人员之一；写明由谁移交，例如 --officer ${names.find((name) => name !== to)}`,
    )
  throw new RefusedError(`本案有几名办案人员（${names.join('、')}），写明由谁移交，例如 --officer ${only}`)
}
