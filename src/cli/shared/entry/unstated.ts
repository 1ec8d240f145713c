import { schemaAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import type { CaseView } from '../../../core/view.ts'
import type { WantedItem } from '../answers/collect.ts'
import { flag, type OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { UsageError } from '../exit.ts'
import { ejcCall } from '../output/call.ts'
import type { Layout } from '../output/output.ts'
import { itemText, placeTitle } from '../wording/item-text.ts'
import type { Task } from './task.ts'

/** An item without questions: what it holds, what of it the call has stated, and the case with it. */
interface Unasked {
  readonly item: Item
  readonly stated: Item
  readonly after: CaseView
}

/**
 * The keys that would be asked in a terminal and that the call has not stated: ejc has filled them in from what it
 * knows.
 */
function unstatedKeys({ ask }: Pick<Task, 'ask'>, { item, stated }: Unasked): string[] {
  const isFilled = (value: unknown): boolean =>
    value !== undefined && !(Array.isArray(value) && !value.length)
  return ask.filter((key) => stated[key] === undefined && isFilled(item[key]))
}

/**
 * Refuses to write a step of which the call says nothing at all: only a person knows the day, the amount, to whom. With
 * --yes the officer has said that what ejc fills in is so.
 * @throws UsageError with what would be written and the line to type
 */
export function needWord(
  { global }: Pick<CommandContext, 'global'>,
  task: Task,
  wanted: WantedItem,
  unasked: Unasked,
  options: OptionValues,
): void {
  const { call, title, attached } = task
  if (!call || attached || flag(options, 'yes') || flag(options, 'dryRun')) return
  if (Object.keys(unasked.stated).length) return
  const keys = unstatedKeys(task, unasked)
  const lines = keys.map((key) => `  ${key}（${lineOf(key, task, wanted, unasked)}）`)
  const again = ejcCall(global.repo, call)
  const facts = keys.filter((key) => isDayOrMoney(at(wanted, key)))
  const examples = facts.length ? facts : [keys[0] ?? task.ask[0] ?? '']
  const sets = examples.map((key) => `--set ${key}=${placeTitle(at(wanted, key))}`)
  throw new UsageError(
    [
      `“${title}”什么也没有写明，又没有终端可以核对，没有写入。`,
      ...(lines.length ? ['ejc 按已有记录填写的是：', ...lines] : []),
      '请写明事实，每栏一个 --set，例如：',
      `  ${[again, ...sets].join(' ')}`,
      ...(lines.length ? ['核对过、确实如此的，照此写入：', `  ${again} --yes`] : []),
    ].join('\n'),
  )
}

/** What the call has not stated and ejc has filled in, for whoever reads the preview. Empty where there is nothing. */
export function unstatedText(task: Task, wanted: WantedItem, unasked: Unasked, { width }: Layout): string {
  const keys = task.call && !task.attached ? unstatedKeys(task, unasked) : []
  if (!keys.length) return ''
  const item = Object.fromEntries(keys.map((key) => [key, unasked.item[key]]))
  const names = { facts: unasked.after.facts, choices: task.choices ?? {} }
  return ['没有写明、由 ejc 按已有记录填写的，请核对：', itemText(wanted, item, names, width)].join('\n')
}

/** A key as its title and the value: 付款日期：2026-11-24. */
function lineOf(key: string, { choices = {} }: Task, wanted: WantedItem, { item, after }: Unasked): string {
  const names = { facts: after.facts, choices }
  const text = itemText(wanted, { [key]: item[key] }, names, Number.POSITIVE_INFINITY)
  return text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
}

/** What only a person knows: when it was, and how much. */
function isDayOrMoney({ name, path }: WantedItem): boolean {
  return ['date', 'money'].includes(schemaAt(name, path)?.['x-format'] ?? '')
}

function at(wanted: WantedItem, key: string): WantedItem {
  return { ...wanted, path: [...wanted.path, key] }
}
