import type { Item } from '../../../core/stages/define.ts'
import { itemOrEmpty } from '../answers/collect.ts'
import { clean } from '../output/clean.ts'
import { wrapIndented } from '../output/text.ts'
import type { Task } from './task.ts'

/** All that goes into the same list together with the item, a line each: the files of evidence, the item the last. */
export function besideLines({ companions, target }: Task, item: Item, width: number): string[] {
  const list = target.path.join('.')
  const others = (companions?.(item) ?? []).filter(({ append, path }) => append && path.join('.') === list)
  if (!others.length) return []
  const all = [...others.map(({ value }) => itemOrEmpty(value)), item]
  const names = all.map(({ id = '', title = '' }) => `    ${id} ${title}`)
  const heads = [`  写入 ${all.length} 项：`, ...names, '  最后一项的内容：']
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
