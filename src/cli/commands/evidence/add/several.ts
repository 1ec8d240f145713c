import { addEvidence } from '../../../../core/stages/actions/add-evidence.ts'
import type { Item } from '../../../../core/stages/define.ts'
import { type Unfinished, unfinishedAnswers } from '../../../../repository/unfinished.ts'
import type { Workspace } from '../../../../repository/workspace.ts'
import type { ReadableCase } from '../../../shared/cases/read.ts'
import { type OptionValues, text, texts } from '../../../shared/command.ts'
import type { CommandContext } from '../../../shared/context.ts'
import { dayOrderOf } from '../../../shared/entry/day-order.ts'
import { recipientOf, taskName, taskOf } from '../../../shared/entry/task.ts'
import type { Source } from '../../../shared/evidence/places.ts'
import { namedLists } from '../../../shared/law/named-lists.ts'

/** How several files are described: by one set of answers, or one by one, each in a commit of its own. */
export type Manner = 'all' | 'once' | 'each'

/** Asks how several files are to be described; without questions, by one set of answers. */
export async function mannerOf(
  { interactive }: CommandContext,
  count: number,
  options: OptionValues,
): Promise<Manner> {
  if (!interactive || text(options, 'from') !== undefined) return 'all'
  const { openTerminal } = await import('../../../prompts/terminal.ts')
  const manners = {
    once: '来源、日期、人员先问一次，全部文件共用；名称、种类、证明内容逐个填写',
    each: '全部逐个填写：日期各不相同，前一个文件的来源、人员作建议',
    all: '只填一次：全部文件相同，名称取自文件名',
  }
  const choices = Object.entries(manners).map(([value, name]) => ({ value, name }))
  const chosen = await openTerminal().select(`${count} 个文件怎样登记？`, choices, 'once')
  return chosen === 'once' || chosen === 'each' ? chosen : 'all'
}

/** What the files of a call have in common, where that is asked only once. */
export const COMMON: readonly string[] = ['source', 'collectedOn', 'collectedBy']

/** What was answered for all the files, and where the answers are kept until the last of them is listed. */
interface Common {
  readonly answers: Item
  readonly kept: Unfinished
}

/**
 * Asks for what the files have in common, before the first of them; undefined where none of them is new, or where the
 * call states answers by --set.
 */
export async function askCommon(
  context: CommandContext,
  workspace: Workspace,
  reading: ReadableCase,
  sources: readonly Source[],
  options: OptionValues,
): Promise<Common | undefined> {
  const { view } = reading
  const listed = new Set(view.facts.evidence.map(({ sha256 }) => sha256))
  const fresh = sources.filter(({ sha256 }) => !listed.has(sha256))
  if (!fresh.length || texts(options, 'set').length) return undefined
  const { promptFor } = await import('../../../prompts/prompt.ts')
  const task = taskOf(view, addEvidence, null)
  const recipient = recipientOf(reading, task)
  const kept = unfinishedAnswers(workspace.repository.root, view.facts.id, `${addEvidence.id}-common`, null)
  const title = `${taskName(recipient, task)}（几个文件共用的）`
  const wanted = {
    name: task.target.document,
    path: [...task.target.path, 0],
    lists: namedLists(view.regulation),
    ask: COMMON,
    required: [],
    defaults: task.defaults,
    dayOrder: dayOrderOf(workspace, recipient, task.target),
    today: context.global.today,
  }
  context.out.note(`先填 ${fresh.length} 个文件共用的栏目：`)
  const collect = promptFor(context, workspace, recipient, { answers: kept, what: title }, {})
  const answers = await collect(wanted, {})
  return { answers: answersTo(COMMON, answers), kept }
}

/** What was answered of some keys. */
export function answersTo(keys: readonly string[], item: Item): Item {
  return Object.fromEntries(keys.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]])))
}
