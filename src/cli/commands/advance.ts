import { subjectLabel } from '../../core/facts/subjects.ts'
import { closest } from '../../core/schema/suggest.ts'
import { aboutText } from '../../core/stages/about.ts'
import { actionOf, actions } from '../../core/stages/actions/index.ts'
import type { Action } from '../../core/stages/define.ts'
import { actionsFor, type PossibleAction } from '../../core/stages/possible.ts'
import type { CaseView } from '../../core/view.ts'
import { carryOut, entryOptions } from '../carry-out.ts'
import { defineCommand } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, RefusedError, UsageError } from '../exit.ts'
import { namedCase } from '../named-case.ts'
import { reportOutcome } from '../output/outcome.ts'
import { recipientOf, refuseBlocked, taskOf } from '../task.ts'

const which = { words: ['advance'], question: '办理哪个案件？' }

/** `ejc advance`: does the next step of a case, or says why it can't be done now. */
export const advance = defineCommand({
  name: 'advance',
  usage: '[案件] [事项] [对象]',
  summary: '办理下一步，并记入案件',
  after: 'new',
  arguments: [
    { syntax: '[案件]', help: '案件编号；在终端里可以不写，从列表选择' },
    { syntax: '[事项]', help: `要办的事项：${actions.map(({ id }) => id).join('、')}` },
    { syntax: '[对象]', help: '对象的地址，例如 1/o2（第 1 轮、义务人 o2）、A1；只有一个时可以不写' },
  ],
  options: entryOptions,
  examples: [
    { call: 'ejc advance NN-2026-0001', does: '在终端里选择现在可以办的事项，逐项填写' },
    {
      call: 'ejc advance NN-2026-0001 serve 1/o2 --set method=mail --set servedOn=2026-07-03',
      does: '登记向 o2 邮寄送达磋商告知书，不提问',
    },
    { call: 'ejc advance NN-2026-0001 sign --from agreement.yaml', does: '从文件读入赔偿协议' },
    {
      call: 'ejc advance NN-2026-0001 sign --set clauses=@协议.md',
      does: '按标题从一个文本文件（.md、.txt）读入全部协议条款，其余逐项提问',
    },
  ],
  async run(context, [id, actionId, subjectAddress], options) {
    const workspace = await context.workspace()
    const action = actionId === undefined ? undefined : knownAction(actionId)
    const reading = workspace.needCase(await namedCase(context, workspace, id, which))
    const { view } = reading
    const chosen = action
      ? { action, subject: await chooseSubject(context, view, action, subjectAddress) }
      : await chooseAction(context, view)
    refuseBlocked(view, chosen.action, chosen.subject)
    const task = taskOf(view, chosen.action, chosen.subject)
    const outcome = await carryOut(context, workspace, recipientOf(reading, task), task, options)
    reportOutcome(context, task, outcome)
    return Exit.Ok
  },
})

function knownAction(id: string): Action {
  const action = actionOf(id)
  if (action) return action
  const meant = closest(
    id,
    actions.map(({ id: code, title: label }) => ({ code, label })),
  )
  const hint = meant
    ? `是否想写 ${meant.code}（${meant.label}）？`
    : '只写案件编号即列出现在可以办的；全部事项见 ejc advance --help。'
  throw new UsageError(`没有“${id}”这个事项。${hint}`)
}

async function chooseAction(context: CommandContext, view: CaseView): Promise<PossibleAction> {
  const all = actionsFor(view)
  const possible = all.filter(({ blockedBy }) => !blockedBy.length)
  if (!context.interactive) throw new UsageError(`请写明要办的事项。\n${described(all)}`)
  if (!possible.length) throw new RefusedError(`本案现在没有可以办理的事项。\n${described(all)}`)
  const { openTerminal } = await import('../prompts/terminal.ts')
  const BLOCKED = 'blocked'
  const choices = possible.map((each, index) => ({ value: String(index), name: named(view, each) }))
  const more =
    all.length > possible.length ? [{ value: BLOCKED, name: '（查看暂不能办理的事项及原因）' }] : []
  const answer = await openTerminal().select(`${view.facts.id}：办理什么？`, [...choices, ...more])
  const chosen = possible[Number(answer)]
  if (chosen) return chosen
  throw new RefusedError(described(all))
}

async function chooseSubject(
  context: CommandContext,
  view: CaseView,
  action: Action,
  given: string | undefined,
): Promise<string | null> {
  const subjects = action.subjects(view.facts, view)
  const listed = subjects.map(
    (subject) => `${subject ?? ''}（${subjectLabel(view.facts, subject, view.regulation)}）`,
  )
  const [only, ...others] = subjects
  if (only === undefined) {
    throw new RefusedError(
      `本案现在没有需要“${action.title}”的事项（${view.regulation.articleOf(action.matter)}）。运行 ejc show ${view.facts.id} 查看进展。`,
    )
  }
  if (given !== undefined) {
    if (subjects.includes(given)) return given
    const hint = subjects.some((subject) => subject !== null)
      ? `可以是：${listed.join('、')}。`
      : '这一事项不写对象。'
    throw new UsageError(`“${action.title}”没有对象 ${given}。${hint}`)
  }
  if (!others.length) return only
  if (!context.interactive)
    throw new UsageError(`“${action.title}”要写明对象，可以是：${listed.join('、')}。`)
  const { openTerminal } = await import('../prompts/terminal.ts')
  const choices = subjects.map((subject) => ({
    value: subject ?? '',
    name: aboutText(view, action, subject),
  }))
  return openTerminal().select(`${action.title}：哪一个？`, choices)
}

function named(view: CaseView, { action, subject }: PossibleAction): string {
  return `${titled(view, action, subject)}　${view.regulation.articleOf(action.matter)}`
}

function titled(view: CaseView, action: Action, subject: string | null): string {
  const about = aboutText(view, action, subject)
  return about === '' ? action.title : `${action.title}：${about}`
}

function described(all: readonly PossibleAction[]): string {
  return all
    .map(({ action, subject, blockedBy }) => {
      const address = [action.id, subject].filter((part) => part !== null).join(' ')
      const [blocker] = blockedBy
      const state = blocker ? `暂不能办理：${blocker.reason}（${blocker.citation}）` : '可以办理'
      return `  ${address}　${action.title}：${state}`
    })
    .join('\n')
}
