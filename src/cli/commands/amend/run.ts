import { titleAt } from '../../../core/schema/walk.ts'
import { type RecordedAction, recordedAction, refusedCorrection } from '../../../core/stages/amended.ts'
import type { Companion, Item } from '../../../core/stages/define.ts'
import { REGISTRATION, type Recorded } from '../../../core/stages/recorded.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { itemOrEmpty } from '../../shared/answers/collect.ts'
import type { ItemPlace } from '../../shared/answers/set.ts'
import { flag, type OptionValues, text, texts } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { enterItem } from '../../shared/entry/enter-item.ts'
import { recipientOf, type Task } from '../../shared/entry/task.ts'
import { Exit, type ExitCode, UsageError } from '../../shared/exit.ts'
import { checksFirst, namedLists } from '../../shared/law/named-lists.ts'
import { messageText } from '../../shared/output/text.ts'
import { changeLines } from '../../shared/wording/changes.ts'
import { itemText } from '../../shared/wording/item-text.ts'
import { reportOutcome } from '../../shared/wording/outcome.ts'
import type { AmendCall } from './call.ts'
import { chooseRecorded, type WantedRecord } from './choose.ts'
import { type EvidenceDays, evidenceDays } from './evidence-days.ts'
import { type Reason, reasonOf } from './reason.ts'
import { removeRecorded, viewWithout } from './remove.ts'
import { boundBeforeLine, uncorrectedLines } from './text.ts'
import { withdrawCase } from './withdraw.ts'

/**
 * `ejc amend CASE [ACTION] [SUBJECT]`: corrects, or with --remove takes away, what was recorded; one commit, which says
 * why.
 */
export async function amendCase(
  context: CommandContext,
  workspace: Workspace,
  wanted: WantedRecord,
  options: OptionValues,
): Promise<ExitCode> {
  const reading = workspace.needCase(wanted.id)
  const recorded = await chooseRecorded(context, reading.view, wanted)
  const call = { context, workspace, reading, options }
  if (!context.global.json)
    for (const line of uncorrectedLines(recorded)) context.out.note(messageText(line, context.out.width))
  if (!flag(options, 'remove')) return correct(call, recorded)
  if (recorded.missing) throw new UsageError(`“${recorded.title}”没有记录过，没有可以去掉的。`)
  sayBoundBefore(call, Object.keys(recorded.value))
  return recorded.step === REGISTRATION ? withdrawCase(call) : removeRecorded(call, recorded)
}

async function correct(call: AmendCall, recorded: Recorded): Promise<ExitCode> {
  const { context, workspace, reading, options } = call
  if (!context.interactive) needChange(call, recorded)
  const checks = recorded.step === REGISTRATION ? await checksOf(call) : {}
  const days = evidenceDays(call, recorded)
  const task = correction(call, recorded, { reason: reasonOf(context, options), days, checks })
  const outcome = await enterItem(context, workspace, recipientOf(reading, task), task, options)
  reportOutcome(context, task, outcome)
  const { item } = outcome
  const keys = [...new Set([...Object.keys(recorded.value), ...Object.keys(item)])]
  const changed = keys.filter((key) => JSON.stringify(recorded.value[key]) !== JSON.stringify(item[key]))
  if (outcome.written) sayBoundBefore(call, changed)
  days.noteKept(item)
  return Exit.Ok
}

function sayBoundBefore({ context: { global, out }, reading }: AmendCall, keys: readonly string[]): void {
  const line = boundBeforeLine(reading.view, keys, global.repo)
  if (line !== undefined && !global.json) out.note(messageText(line, out.width))
}

/** What a correction is made of beside its answers. */
interface Corrected {
  readonly reason: Reason
  readonly days: EvidenceDays
  readonly checks: NonNullable<Task['choices']>
}

/** The correction as something to be entered: the same questions, with what was recorded as answers. */
function correction(call: AmendCall, recorded: Recorded, { reason, days, checks }: Corrected): Task {
  const { reading } = call
  const { document, path, keys, value, title, subject, about, step } = recorded
  const by = recordedBy(call, recorded)
  const place = placeOf(reading.view, recorded)
  const linesOf = (item: Item, { facts }: CaseView): string[] =>
    changeLines(place, value, item, { facts, choices: {} })
  return {
    id: 'amend',
    title: recorded.missing ? `补登：${title}` : `更正：${title}`,
    subject,
    about,
    target: { document, path, mode: 'set' },
    ask: keys,
    required: [],
    owed: () => false,
    defaults: value,
    choices: by ? choicesOf(by) : checks,
    companions: (item) => companionsOf(recorded, by, item),
    refuse: (item) => (by ? refusedCorrection(by, value, item) : []),
    complete: (item) => {
      if (linesOf(item, reading.view).length) return item
      throw new UsageError('各栏与已经记录的一致，没有要更正的内容，没有写入。')
    },
    correction: {
      recorded: value,
      keptAs: `amend-${step}`,
      askAfterwards: async (interview, item) => {
        await days.ask(interview, item)
        await reason.ask?.(interview)
      },
      movesDays: days.moved,
      lines: (item, after) => [`理由：${reason.given()}`, ...linesOf(item, after), ...days.lines(item)],
    },
  }
}

/** What is written beside the item: for one that was missing, what its action writes; for a whole file, the keys that go. */
function companionsOf(
  { missing, path, value }: Recorded,
  by: RecordedAction | undefined,
  item: Item,
): readonly Companion[] {
  if (missing) return by?.action.companions?.(by.without, item, by.subject) ?? []
  if (path.length) return []
  return Object.keys(value).flatMap((key) =>
    item[key] === undefined ? [{ path: [key], value: undefined }] : [],
  )
}

/** The action that recorded it, or that would have, in the case without it. */
function recordedBy(call: AmendCall, recorded: Recorded): RecordedAction | undefined {
  const { view } = call.reading
  if (recorded.missing) return { ...recorded.missing, without: view }
  return recordedAction(recorded, viewWithout(call, recorded))
}

/** The checks from which a case may be exempted: an exemption is recorded with its registration. */
async function checksOf({ workspace, reading }: AmendCall): Promise<NonNullable<Task['choices']>> {
  const { regulation, facts } = reading.view
  const { lintOneCase } = await import('../../../office/lint.ts')
  return { rule: checksFirst(regulation, await lintOneCase(workspace, facts.id)) }
}

function choicesOf({ action, without, subject }: RecordedAction): NonNullable<Task['choices']> {
  return action.choices?.(without, subject) ?? {}
}

function placeOf({ regulation }: CaseView, { document, path }: Recorded): ItemPlace {
  return { name: document, path, lists: namedLists(regulation) }
}

/** Without a terminal the call must say what to change: what was recorded is shown with the keys to write. */
function needChange({ options, reading: { view } }: AmendCall, recorded: Recorded): void {
  if (text(options, 'from') !== undefined || texts(options, 'set').length) return
  const { keys, value, title } = recorded
  const item = itemOrEmpty(
    Object.fromEntries(keys.flatMap((key) => (value[key] === undefined ? [] : [[key, value[key]]]))),
  )
  const shown = itemText(
    placeOf(view, recorded),
    item,
    { facts: view.facts, choices: {} },
    Number.POSITIVE_INFINITY,
  )
  throw new UsageError(
    [
      `“${title}”要改什么？请用 --set 栏名=值 写明（栏名= 清空这一栏），或者用 --remove 去掉这一项。`,
      `可以改的栏（--set 栏名=值）：${keys.map((key) => titleAt(recorded.document, [...recorded.path, key]) ?? key).join('、')}。现在记录的是：`,
      shown,
    ].join('\n'),
  )
}
