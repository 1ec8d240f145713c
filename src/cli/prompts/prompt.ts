import type { Item } from '../../core/stages/define.ts'
import type { Recipient } from '../../repository/record.ts'
import type { Unfinished } from '../../repository/unfinished.ts'
import type { Workspace } from '../../repository/workspace.ts'
import type { Wanted } from '../answers/collect.ts'
import type { CommandContext } from '../context.ts'
import { CancelledError } from '../exit.ts'
import { askWanted, top } from './ask.ts'
import type { AskContext } from './context.ts'
import { type Answers, createInterview, type Interview } from './interview.ts'
import { answerLine, openTerminal, type Terminal } from './terminal.ts'

/** Collects an item by asking, and lets the officer change answers afterwards. */
export interface Collector {
  /** The item; what an interrupted call left is offered first, and every answer is kept until it is written. */
  collect(wanted: Wanted, given: Item): Promise<Item>
  /** Whether anything was asked. */
  canChange(): boolean
  /** Lets the officer name an answer that the next `collect` asks anew. */
  change(): Promise<void>
}

const KEPT = '没有写入；答过的内容已保留，下次运行同一命令可以接着填。'
const HOW = '回车 确认 · Esc 返回上一题 · 退格 清除括号里的建议 · Ctrl-C 中断，答过的不会丢'

/** The asker of a call that only collects. */
export function promptFor(
  context: CommandContext,
  workspace: Workspace,
  recipient: Recipient,
  kept: Unfinished,
  choices: AskContext['choices'],
): Collector['collect'] {
  return collectorFor(context, workspace, recipient, kept, choices).collect
}

/** The asker of a call that shows what will be written and lets answers be changed. */
export function collectorFor(
  context: CommandContext,
  workspace: Workspace,
  { view, regulation }: Recipient,
  kept: Unfinished,
  choices: AskContext['choices'],
): Collector {
  const terminal = openTerminal({ back: true })
  const roots = { config: workspace.setting.config, case: view?.facts.case }
  const asking = {
    terminal,
    today: context.global.today,
    facts: view?.facts,
    clauses: regulation.clauses,
    choices,
    known: (path: string) => valueAt(roots, path),
  }
  let interview: Interview | undefined
  return {
    async collect(wanted, given) {
      interview ??= await begin(terminal, kept)
      const current = interview
      const brief = Object.keys(given).length > 0
      const ask = () => askWanted(wanted, given, { ...asking, ...top, interview: current, brief })
      return keeping(kept, () => current.run(ask))
    },
    canChange: () => (interview?.answered().length ?? 0) > 0,
    change: () => keeping(kept, () => chooseChange(interview)),
  }
}

async function begin(terminal: Terminal, kept: Unfinished): Promise<Interview> {
  const answers = answersOf(kept.load())
  const before = Object.values(answers)
  if (before.length) {
    terminal.say(`上次答了 ${before.length} 题，没有写入：`)
    for (const { label, shown } of before) if (shown) terminal.say(answerLine(label, shown))
  }
  const resumed = before.length > 0 && (await openTerminal().confirm('接着填吗？', true))
  if (!resumed) kept.drop()
  return createInterview(terminal, resumed ? answers : {}, (changed) => kept.save(changed), HOW)
}

async function chooseChange(interview: Interview | undefined): Promise<void> {
  const answered = interview?.answered() ?? []
  const choices = answered.map(({ at, label, shown }) => ({
    value: at,
    name: `${label}：${shown.split('\n')[0] || '（未填）'}`,
  }))
  const at = await openTerminal().select('改哪一栏？', [
    ...choices,
    { value: '', name: '（先不写，保留已填的）' },
  ])
  if (at === '') throw new CancelledError(KEPT)
  interview?.forget(at)
}

/** Says, when the officer breaks off, that the answers are kept, where they are. */
async function keeping<T>(kept: Unfinished, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CancelledError && !error.message && kept.load())
      throw new CancelledError(`已中断，${KEPT}`)
    throw error
  }
}

/** Answers as they were kept; whatever does not look like one is left out and asked again. */
function answersOf(kept: Readonly<Record<string, unknown>> = {}): Answers {
  return Object.fromEntries(
    Object.entries(kept).flatMap(([at, answer]) => (isAnswered(answer) ? [[at, answer]] : [])),
  )
}

function isAnswered(value: unknown): value is Answers[string] {
  if (typeof value !== 'object' || value === null) return false
  if (!('label' in value && 'shown' in value && 'values' in value)) return false
  const { label, shown, values } = value
  const texts = Array.isArray(values) && values.every((each) => typeof each === 'string')
  return typeof label === 'string' && typeof shown === 'string' && texts
}

function valueAt(root: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === key)?.[1]
  }, root)
}
