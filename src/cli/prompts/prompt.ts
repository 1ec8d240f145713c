import { valueAt } from '../../core/facts/data.ts'
import { knownOfClause } from '../../core/forms/agreement-draft.ts'
import { papersNeeding } from '../../core/forms/needed.ts'
import type { PathSegment } from '../../core/schema/node.ts'
import type { Item } from '../../core/stages/define.ts'
import type { Recipient } from '../../repository/record.ts'
import type { Workspace } from '../../repository/workspace.ts'
import type { WantedItem } from '../shared/answers/collect.ts'
import { NOT_WRITTEN } from '../shared/confirm.ts'
import type { CommandContext } from '../shared/context.ts'
import type { Places } from '../shared/entry/refused-places.ts'
import { CancelledError } from '../shared/exit.ts'
import { askWanted, top } from './ask.ts'
import type { AskContext, Asking } from './context.ts'
import { inEarlierCase, isOfEarlierCase } from './earlier.ts'
import { createInterview, type Interview } from './interview.ts'
import { GATES, type KeptAnswers, keepsAnswers, keptAnswers, keptText } from './kept.ts'
import { answered, NO, openTerminal, type Terminal } from './terminal.ts'
import { type UnaskedKey, unaskedAbout, unaskedKeys, withoutAskedAgain } from './unasked.ts'
import { isAskedWhole } from './usual.ts'

/** Collects an item by asking, and lets the officer change answers afterwards. */
export interface AnswerCollector {
  /**
   * Collects the item; the answers of an interrupted call are offered first, and every answer is kept until it is
   * written.
   */
  collect(wanted: WantedItem, given: Item): Promise<Item>
  /** Whether anything can be changed: what was asked, or what the call states or leaves open. */
  canChange(): boolean
  /** Whether answers are kept for the next call. */
  isKept(): boolean
  /**
   * Lets the officer choose answers that the next `collect` asks for again, in one round; those about the places in
   * `about` are ticked.
   */
  change(about: Places): Promise<void>
}

const KEPT = '没有写入；答过的内容已保留，下次运行同一命令可以接着填。'
const HOW =
  '回车 确认 · Esc 返回上一题 · 退格 清除括号里的建议 · Ctrl-C 中断，答过的不会丢\n多段文字可以直接粘贴，也可以写 @文件名，或者按 Ctrl-O 在编辑器里写'

/** The function that asks, for a call that only collects. */
export function promptFor(
  context: CommandContext,
  workspace: Workspace,
  recipient: Recipient,
  kept: KeptAnswers,
  choices: AskContext['choices'],
): AnswerCollector['collect'] {
  return collectorFor(context, workspace, recipient, kept, choices).collect
}

/** The collector of a call that shows what will be written and lets the officer change answers. */
export function collectorFor(
  context: CommandContext,
  workspace: Workspace,
  recipient: Recipient,
  kept: KeptAnswers,
  choices: AskContext['choices'],
  /** Asks what does not belong to the item, once the item is complete. */
  afterwards: (interview: Interview, item: Item) => Promise<void> = async () => undefined,
  /** Whether the officer may change what the call states: who has said yes to all is not asked. */
  changesStated = true,
): AnswerCollector {
  const terminal = openTerminal({ back: true })
  const asking = { ...knownIn(workspace, recipient), terminal, today: context.global.today, choices }
  let interview: Interview | undefined
  const again = new Set<string>()
  let unasked: readonly UnaskedKey[] = []
  return {
    async collect(wanted, given) {
      interview ??= await beginInterview(terminal, kept)
      const current = interview
      const brief = isBrief(wanted, given)
      const ask = async () => {
        const about = { ...asking, ...top, interview: current, brief, again }
        const { item, ...rest } = await askRest(wanted, given, about)
        stopUnchanged(wanted, item, kept)
        unasked = changesStated ? rest.unasked : []
        await afterwards(current, item)
        return item
      }
      return keeping(kept, () => current.run(ask))
    },
    canChange: () => (interview?.answered().length ?? 0) > 0 || unasked.length > 0,
    isKept: () => keepsAnswers(kept),
    change: (about) =>
      keeping(kept, async () => {
        for (const key of await chooseChange(interview, unasked, about, kept)) again.add(key)
      }),
  }
}

/** Asks for what the call does not state, or what of it the officer wants to change; and says what was not asked. */
async function askRest(
  wanted: WantedItem,
  given: Item,
  about: Asking & { readonly again: ReadonlySet<string> },
): Promise<{ readonly item: Item; readonly unasked: readonly UnaskedKey[] }> {
  let open: readonly string[] = []
  const leaves = (keys: readonly string[]): void => {
    open = keys
  }
  const rest = withoutAskedAgain(wanted, given, about.again)
  const item = await askWanted(rest.wanted, rest.given, { ...about, leaves })
  return { item, unasked: unaskedKeys({ ...rest, open }, item, about) }
}

/** What the questions need to know of the case, of its law and of the other cases. */
function knownIn(workspace: Workspace, { id, view, regulation }: Recipient) {
  const roots = { config: workspace.setting.config, case: view?.facts.case }
  return {
    facts: view?.facts,
    law: regulation,
    clauses: regulation.clauses,
    knownOfClause: clausesKnown(view),
    papersNeeding: papersNeeding({ ...workspace.setting, regulation }),
    known: (path: string) =>
      isOfEarlierCase(path) ? inEarlierCase(workspace, id, path) : valueAt(roots, path.split('.')),
  }
}

/** Whether only what must be answered is asked for, since the call states the rest. */
function isBrief(wanted: WantedItem, given: Item): boolean {
  return Object.keys(given).length > 0 && (wanted.amends !== undefined || !isAskedWhole(wanted))
}

/** What the case knows of the matter of each clause, as a text; undefined where it knows nothing. */
function clausesKnown(view: Recipient['view']): (code: string) => string | undefined {
  return (code) => (view && knownOfClause(view, code).join('\n')) || undefined
}

/** Ends a correction that corrects nothing: nobody is asked then why. */
function stopUnchanged({ amends }: WantedItem, item: Item, kept: KeptAnswers): void {
  if (amends === undefined || JSON.stringify(item) !== JSON.stringify(amends)) return
  kept.answers.drop()
  throw new CancelledError('没有改动，没有写入。')
}

async function beginInterview(terminal: Terminal, kept: KeptAnswers): Promise<Interview> {
  const answers = keptAnswers(kept)
  const known = Object.keys(answers).length > 0
  const place = terminal.written?.place()
  if (known) terminal.say(keptText(kept.what, kept.answers.savedAt(), answers))
  const resumed = known && (await openTerminal().confirm('接着填吗？', true))
  if (!resumed) kept.answers.drop()
  // Answers that do not count any more do not stay on the screen beside those that will.
  if (!resumed && place) terminal.written?.takeBackTo(place)
  return createInterview(terminal, resumed ? answers : {}, (changed) => kept.answers.save(changed), HOW)
}

/** Asks what to change. Forgets what was answered there; returns the keys that were not asked for before. */
async function chooseChange(
  interview: Interview | undefined,
  unasked: readonly UnaskedKey[],
  about: Places,
  kept: KeptAnswers,
): Promise<readonly string[]> {
  const questions = interview?.answered() ?? []
  const choices = [
    ...questions.map(({ at, label, shown }) => ({
      value: at,
      name: answered(label, shown.split('\n')[0] ?? ''),
    })),
    ...unasked.map(({ at, name }) => ({ value: at, name })),
  ]
  const proposed = proposedChanges(questions, unasked, about)
  // What is wrong or missing comes first: nobody looks for it among thirty answers.
  const inOrder = choices.toSorted((a, b) => Number(proposed.has(b.value)) - Number(proposed.has(a.value)))
  const isKept = keepsAnswers(kept)
  const chosen = await openTerminal().checkbox(
    {
      title: '改哪几栏？',
      hint: `（空格勾选，回车确认；一栏也不勾就先不写${isKept ? '，保留已填的' : ''}）`,
    },
    inOrder,
    [...proposed.keys()],
  )
  if (!chosen.length) throw new CancelledError(isKept ? KEPT : NOT_WRITTEN)
  // Whoever wants to change what was kept as it is known does not keep it again.
  for (const at of chosen) interview?.forget(at, at.endsWith(KEPT_AS_KNOWN) ? [NO.value] : proposed.get(at))
  return unasked.filter(({ at }) => chosen.includes(at)).map(({ key }) => key)
}

/** What is ticked at first: the questions about the places, each with the ticks that it needs, or the keys not asked for. */
function proposedChanges(
  questions: readonly { readonly at: string }[],
  unasked: readonly UnaskedKey[],
  about: Places,
): ReadonlyMap<string, readonly string[]> {
  const proposed = new Map<string, readonly string[]>()
  for (const path of about) {
    const place = path.join('.')
    const isAsked = questions.some(({ at }) => at === place || at.startsWith(`${place}.`))
    const at = (isAsked ? undefined : unaskedAbout(unasked, path)?.at) ?? questionAbout(questions, path)
    if (at !== undefined) proposed.set(at, [...(proposed.get(at) ?? []), ...tickOf(at, path)])
  }
  return proposed
}

/** The key that the question which of the optional keys to fill in is to have ticked: the one on the way to a place. */
function tickOf(at: string, path: readonly PathSegment[]): string[] {
  if (!at.endsWith(WHICH)) return []
  const holder = at.slice(0, -WHICH.length)
  const key = path[holder === '' ? 0 : holder.split('.').length]
  return key === undefined ? [] : [String(key)]
}

/** Ends the address of the question whether what is known is kept as it is. */
const KEPT_AS_KNOWN = '='

/** Ends the address of the question which of the optional keys of a section to fill in. */
const WHICH = '?'

/**
 * The question that filled in a place of the document: its own, of a list whether there is another item, the first
 * question inside it, whether to fill it in, or that of the section around it.
 */
export function questionAbout(
  questions: readonly { readonly at: string }[],
  path: readonly PathSegment[],
): string | undefined {
  const addresses = questions.map(({ at }) => at)
  const place = path.join('.')
  const holders = path.map((_, index) => path.slice(0, index).join('.')).toReversed()
  return (
    addresses.find((at) => at === place) ??
    addresses.findLast((at) => at.startsWith(`${place}.`) && ANOTHER.test(at.slice(place.length))) ??
    addresses.find((at) => at.startsWith(`${place}.`)) ??
    addresses.find((at) => GATES.some((mark) => at === place + mark)) ??
    holders.flatMap((holder) => addresses.find((at) => GATES.some((mark) => at === holder + mark)) ?? [])[0]
  )
}

/** Whether a list has another item. */
const ANOTHER = /^\.\d+\+$/

/** Says, when the officer stops, that the answers are kept, if there are any. */
async function keeping<T>(kept: KeptAnswers, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CancelledError && !error.message && kept.answers.load())
      throw new CancelledError(`已中断，${KEPT}`)
    throw error
  }
}
