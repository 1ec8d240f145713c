import type { Regulation } from '../../../../core/regulation/regulation.ts'
import { isFileCommitted, planMove, writeMove } from '../../../../repository/regulation/move.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import { caseMeant } from '../../../shared/cases/numbers.ts'
import type { ReadableCase } from '../../../shared/cases/read.ts'
import { flag, type OptionValues, text } from '../../../shared/command.ts'
import { confirmed } from '../../../shared/confirm.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { Exit, type ExitCode, RefusedError, UsageError } from '../../../shared/exit.ts'
import { clean } from '../../../shared/output/output.ts'
import { faultsOfPack } from '../check/run.ts'
import { countsText } from '../check/text.ts'
import { needRegulation, visibleLaw } from '../packs.ts'
import { type MovePreview, movePreview } from './preview.ts'
import { type Moving, movePreviewText, printMoved } from './text.ts'

/**
 * `ejc regulation move CASE… --to ID`: pins cases to another text, one commit each, after a preview of what changes.
 */
export async function moveCases(
  context: CommandContext,
  words: readonly string[],
  options: OptionValues,
): Promise<ExitCode> {
  const workspace = await context.workspace()
  const to = await needTarget(context, workspace, options)
  const readings = needCases(workspace, words, to)
  const dryRun = flag(options, 'dryRun')
  const previews: MovePreview[] = []
  for (const reading of readings) previews.push(await movePreview(workspace, reading, to))
  if (!context.global.json) context.out.print(movePreviewText(previews, to, context.out))
  const reason = dryRun ? (text(options, 'reason') ?? '') : await needReason(context, options)
  const moving = previews.map((preview, index): Moving => {
    const reading = readings[index]
    if (!reading) throw new UsageError('没有案件。')
    const by = text(options, 'by')
    const from = reading.view.facts.case.regulation
    const move = { from, to: to.id, movedOn: context.global.today, reason, ...(by !== undefined && { by }) }
    return { preview, plan: planMove(reading, move, to.lists) }
  })
  refuseUnreadable(moving, to)
  const isWritten = !dryRun && (await agreesToMove(context, readings, to, options))
  const commits = isWritten ? await writeAll(context, workspace, moving, to, options) : new Map()
  printMoved(context, moving, to, commits)
  return Exit.Ok
}

/** Writes every move, and returns the commit of each case. */
async function writeAll(
  { out }: CommandContext,
  { repository }: Workspace,
  moving: readonly Moving[],
  to: Regulation,
  options: OptionValues,
): Promise<ReadonlyMap<string, string | null>> {
  const commits = new Map<string, string | null>()
  for (const { plan } of moving) {
    const name = `${to.shortTitle}（${to.id}）`
    const written = await writeMove(repository.root, plan, name, options.commit !== false)
    commits.set(plan.id, written.commit)
    // Said at once: if a later case fails, the cases before it have moved.
    out.note(`已改用：${plan.id}`)
  }
  return commits
}

/** The text to move to: cases can be pinned to it, and its check finds nothing. */
async function needTarget(
  context: CommandContext,
  { repository }: Workspace,
  options: OptionValues,
): Promise<Regulation> {
  const id = text(options, 'to')
  if (id === undefined)
    throw new UsageError('请写明改用哪部规范：ejc regulation move 案件… --to 规范包 --reason 理由。')
  const faults = await faultsOfPack(repository, id)
  if (faults.length)
    throw new RefusedError(
      `规范包 ${id} 还有 ${faults.length} 处问题（${countsText(faults)}），案件不能改用：运行 ejc regulation check ${id} 逐项处理。`,
    )
  const visible = await visibleLaw(context)
  const to = needRegulation(visible, id)
  if (to.pack.base) throw new UsageError(`${id} 仅供其他规范继承，案件不能适用，请写继承它的规范包。`)
  const file = visible.own.get(id)
  const writes = !flag(options, 'dryRun') && options.commit !== false
  if (file !== undefined && writes && !(await isFileCommitted(repository.root, file)))
    throw new RefusedError(`${file} 还有没有提交的改动，案件不能改用：先提交（ejc sync --commit），再改用。`)
  return to
}

/** The named cases, each readable, open and under another text. Refuses all of them where one is not. */
function needCases(
  { repository, needCase }: Workspace,
  words: readonly string[],
  to: Regulation,
): ReadableCase[] {
  if (!words.length) throw new UsageError('请写明改用规范的案件：ejc regulation move 案件… --to 规范包。')
  const ids = new Set(words.map((word) => caseMeant(repository.root, word)))
  const readings = [...ids].map((id) => needCase(id))
  const against = readings.flatMap(({ id, view: { facts } }) => {
    if (facts.case.regulation === to.id) return [`  ${id} 已经适用 ${to.id}`]
    return facts.closing.closed ? [`  ${id} 已经结案，按当时适用的规范存档`] : []
  })
  if (against.length) throw new RefusedError(['不能改用规范，没有改动任何案件：', ...against].join('\n'))
  return readings
}

/** A code that the lists of the other text do not hold would leave the case unreadable. */
function refuseUnreadable(moving: readonly Moving[], to: Regulation): void {
  const lines = moving.flatMap(({ plan }) =>
    plan.problems.map(({ file, message }) => `  ${file}：${message}`),
  )
  if (lines.length)
    throw new RefusedError(
      [
        `改用 ${to.id} 以后下列内容无法读取，没有改动任何案件：`,
        ...lines,
        '请先改正案件，或者在规范包的列表中补上。',
      ]
        .map(clean)
        .join('\n'),
    )
}

async function needReason(context: CommandContext, options: OptionValues): Promise<string> {
  const given = text(options, 'reason')?.trim()
  if (given) return given
  if (!context.interactive)
    throw new UsageError('请写明为什么改用：--reason 理由（记入案件）；只看后果的用 --dry-run。')
  const { openTerminal } = await import('../../../prompts/terminal.ts')
  const answer = await openTerminal().input(
    { title: '改用的理由', hint: '（记入案件，如“正式文本第几条的衔接规定”）' },
    { validate: (value) => value.trim() !== '' || '请填写。' },
  )
  return answer.trim()
}

/** A move is never silent: where nobody can be asked, --yes has to say that the preview was seen. */
function agreesToMove(
  context: CommandContext,
  readings: readonly ReadableCase[],
  to: Regulation,
  options: OptionValues,
): Promise<boolean> {
  if (!context.interactive && !flag(options, 'yes'))
    throw new UsageError('改用规范须经确认：看过以上变化以后加 --yes；只看后果的用 --dry-run。')
  const which = readings.map(({ id }) => id).join('、')
  return confirmed(context, options, `把 ${which} 改用 ${to.id}？`, '没有改用。')
}
