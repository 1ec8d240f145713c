import type { Item } from '../../../core/stages/define.ts'
import { itemOrEmpty } from '../answers/collect.ts'
import { clean } from '../output/clean.ts'
import { wrapIndented } from '../output/text.ts'
import type { Task } from './task.ts'

/** What goes into the same list with the item, a line each: the other files of evidence. */
export function besideLines({ companions, target }: Task, item: Item, width: number): string[] {
  const list = target.path.join('.')
  const others = (companions?.(item) ?? []).filter(({ append, path }) => append && path.join('.') === list)
  if (!others.length) return []
  const names = others.map(({ value }) => {
    const { id = '', title = '' } = itemOrEmpty(value)
    return `    ${id} ${title}`
  })
  const heads = [`  一并写入 ${others.length} 项：`, ...names, '  最后一项：']
  return heads.map((line) =>
    wrapIndented(clean(line.trimStart()), width, '      ', /^ */.exec(line)?.[0] ?? ''),
  )
}

/** Whom or what a commit is about: its code, and in place of an English word what it says. */
export function subjectInTitle({ subject, about }: Task): string {
  if (subject === null) return ''
  return `（${ENGLISH.test(subject) && about ? about : subject}）`
}

const ENGLISH = /[a-z]{2}/
