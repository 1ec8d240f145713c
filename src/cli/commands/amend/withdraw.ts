import { titleAt } from '../../../core/schema/walk.ts'
import { stages } from '../../../core/stages/stage.ts'
import { planEdits } from '../../../repository/record.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { caseMeant } from '../../shared/cases/numbers.ts'
import { readCases } from '../../shared/cases/read.ts'
import { texts } from '../../shared/command.ts'
import { recipientOf } from '../../shared/entry/task.ts'
import { type ExitCode, RefusedError, UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'
import type { AmendCall } from './call.ts'
import { reasonToAmend } from './reason.ts'
import { writeAmendment } from './write.ts'

const KEY = 'duplicateOf'
/** What hints call the key, and `--set` takes for it: 重复的案件. */
const TITLE = titleAt('case', ['withdrawal', KEY]) ?? KEY
const GIVEN = new RegExp(`^\\s*(?:${KEY}|${TITLE})\\s*=(.+)$`, 'u')

/**
 * Withdraws a case that was registered twice. A clue never disappears: the case stays, with the note of which other
 * case counts; no deadline runs in it, and no report counts it.
 */
export async function withdrawCase(call: AmendCall): Promise<ExitCode> {
  const { context, workspace, reading, options } = call
  const { view, id } = reading
  refuseWithdrawal(call)
  const originalCase = await otherCase(call)
  const reason = await reasonToAmend(context, options)
  const withdrawal = { on: context.global.today, [KEY]: originalCase, reason }
  const recipient = recipientOf(reading, { target: { document: 'case', path: [], mode: 'set' } })
  const draft = planEdits(workspace, recipient, 'case', [
    { kind: 'set', path: ['withdrawal'], value: withdrawal },
  ])
  const { title } = workspace.needCase(originalCase).view.facts.case
  const message = `更正：撤回重复登记，以 ${originalCase} 为准`
  if (!context.global.json) {
    const said = [
      `${id} ${view.facts.case.title}`,
      `  与 ${originalCase} ${title} 重复，撤回。`,
      '  案件和全部记录保留，注明以哪一件为准；不再计算期限，不再列入清单和统计。',
      `  阶段：${stages[view.stage.case].title} → ${stages.duplicate.title}`,
    ]
    context.out.note(said.map(clean).join('\n'))
  }
  const lines = [`理由：${reason}`]
  return writeAmendment(call, { draft, subject: originalCase, title: message, lines, question: '撤回吗？' })
}

/** Only a case that is no more than a clue can have been registered twice without anybody having noticed. */
function refuseWithdrawal({ reading: { view, id } }: AmendCall): void {
  const { withdrawal } = view.facts.case
  if (withdrawal) throw new RefusedError(`案件 ${id} 已经撤回，以 ${withdrawal.duplicateOf} 为准。`)
  if (!view.facts.investigation?.initiation) return
  throw new RefusedError(
    [
      `案件 ${id} 已经启动索赔，不能当作重复登记撤回，没有写入。`,
      `  启动是录错的：先 ejc amend ${id} 启动索赔 --remove`,
      `  与另一案其实是同一件的：ejc 并案 ${id} 另一案的编号`,
      `  不应继续的：ejc advance ${id} 终止索赔（${view.regulation.articleOf('termination')}）`,
    ].join('\n'),
  )
}

/** The case that counts: by `--set 重复的案件=`, or chosen in a terminal. */
async function otherCase({ context, workspace, reading: { id }, options }: AmendCall): Promise<string> {
  const given = texts(options, 'set').map((set) => GIVEN.exec(set)?.[1]?.trim() ?? '')
  if (given.includes(''))
    throw new UsageError(`撤回重复登记只写与哪一件重复：--set ${TITLE}=案件编号，以及 --reason 理由。`)
  const [word] = given
  if (word !== undefined) return neededOther(workspace, id, caseMeant(workspace.repository.root, word))
  if (!context.interactive)
    throw new UsageError(
      `撤回登记，请写明与哪一件重复：--set ${TITLE}=案件编号。线索不成立的不是撤回，而是 ejc advance ${id} 决定不启动索赔。`,
    )
  const { views } = readCases(workspace, [], context.out)
  const choices = views
    .filter(({ facts }) => facts.id !== id && !facts.case.withdrawal)
    .map(({ facts }) => ({ value: facts.id, name: `${facts.id}  ${facts.case.title}` }))
  if (!choices.length) throw new UsageError('案件库里没有别的案件，不会是重复登记。')
  const { openTerminal } = await import('../../prompts/terminal.ts')
  return openTerminal().search({ title: '与哪一件重复（以哪一件为准）？' }, choices)
}

function neededOther(workspace: Workspace, id: string, other: string): string {
  if (other === id) throw new UsageError(`${TITLE}应是另一件案件的编号，不能是本案。`)
  const { withdrawal } = workspace.needCase(other).view.facts.case
  if (!withdrawal) return other
  throw new UsageError(
    `案件 ${other} 本身已经撤回，以 ${withdrawal.duplicateOf} 为准：请写 --set ${TITLE}=${withdrawal.duplicateOf}。`,
  )
}
