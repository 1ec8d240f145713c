import { aboutText } from '../../../core/stages/about.ts'
import { actions, wordOf } from '../../../core/stages/actions/index.ts'
import type { Action } from '../../../core/stages/define.ts'
import { blockersOf } from '../../../core/stages/possible.ts'
import type { CaseView } from '../../../core/view.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { type BatchCase, endBatch, inEachCase } from '../../shared/batch.ts'
import { ALL_CASES, severalCases } from '../../shared/cases/several.ts'
import { flag, type OptionValues, text, texts } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { namedActions, oneAction } from '../../shared/entry/named-action.ts'
import { type ExitCode, UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'
import { advanceCase } from './run.ts'

/** One case, and what the step is about in it. */
interface Step extends BatchCase {
  readonly subject: string | undefined
}

/** Does the same step in several cases, each by its own commit, and says in a table what went and what did not. */
export async function advanceSeveral(
  context: CommandContext,
  workspace: Workspace,
  cases: string,
  [word, subject]: readonly (string | undefined)[],
  options: OptionValues,
): Promise<ExitCode> {
  const action = needSeveral(word)
  if (text(options, 'from') === '-') throw new UsageError('几件一起办时，--from 请写文件，不能是标准输入。')
  const { views, complete } = severalCases(workspace, cases, context.out)
  // The same answers for all: then nobody can have meant several things of one case.
  const same = text(options, 'from') !== undefined || texts(options, 'set').length > 0
  const wanted = { action, given: subject, all: cases === ALL_CASES, same }
  const steps = views.flatMap((view) => stepsIn(view, wanted))
  if (!steps.length) throw new UsageError(`没有现在要办“${action.title}”的案件。`)
  const rows = await inEachCase(steps, async (step) => {
    if (!context.global.json) context.out.note(clean(`—— ${step.id} ${step.title}`))
    const one = { id: step.id, word: action.id, subject: step.subject }
    const { task, outcome } = await advanceCase(context, workspace, one, options)
    return { said: [task.title, task.about].filter(Boolean).join('：'), commit: outcome.commit }
  })
  return endBatch(context, rows, { dryRun: flag(options, 'dryRun'), complete })
}

/** The action, if it may be done in several cases at once. Throws UsageError with those that may. */
function needSeveral(word: string | undefined): Action {
  const allowed = actions.filter(({ several }) => several)
  const known = allowed.map(wordOf).join('、')
  if (word === undefined) throw new UsageError(`几件一起办，请写明事项。可以几件一起办的有：${known}。`)
  const action = oneAction(word, namedActions(word), ({ several }) => several === true)
  if (action.several) return action
  throw new UsageError(`“${action.title}”要逐案核对，请一件一件办。可以几件一起办的有：${known}。`)
}

/** What the call wants in every case. */
interface WantedStep {
  readonly action: Action
  /** The subject, its kind (agreement for agreement/G1), or its name. */
  readonly given: string | undefined
  readonly all: boolean
  readonly same: boolean
}

/**
 * What is to be done in a case: of all cases, only where it can be done now; of a named one, in any case, so that it is
 * told why not.
 */
function stepsIn(view: CaseView, { action, given, all, same }: WantedStep): Step[] {
  const { id, title } = view.facts.case
  const subjects = action.subjects(view.facts, view).filter((subject) => {
    if (given !== undefined) return isMeant(view, action, subject, given)
    const isAdvised = subject === null || (action.advised?.(view, subject) ?? true)
    return isAdvised && !blockersOf(view, action, subject).some(({ unless }) => !unless)
  })
  if (!subjects.length) return all ? [] : [{ id, title, subject: given }]
  if (subjects.length > 1 && same) return [{ id, title, subject: given }]
  return subjects.map((subject) => {
    const about = subjects.length > 1 ? aboutText(view, action, subject) : ''
    return { id, title: about === '' ? title : `${title}（${about}）`, subject: subject ?? undefined }
  })
}

function isMeant(view: CaseView, action: Action, subject: string | null, given: string): boolean {
  if (subject === null) return false
  return (
    subject === given || subject.startsWith(`${given}/`) || aboutText(view, action, subject).includes(given)
  )
}
