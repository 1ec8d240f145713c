import { subjectLabel } from '../facts/subjects.ts'
import type { CaseView } from '../view.ts'
import type { Action } from './define.ts'

/** The subject of an action, as people read it, with its address: 第1轮 韦某（1/o2）, 新增一名（o3）, 鉴定评估 A1. */
export function aboutText(
  { facts, regulation }: Pick<CaseView, 'facts' | 'regulation'>,
  { about }: Pick<Action, 'about'>,
  subject: string | null,
): string {
  if (subject === null) return ''
  const name = about?.(facts, subject) ?? subjectLabel(facts, subject, regulation)
  const id = subject.split('/').at(-1) ?? subject
  // Months, rounds and roles need no address beside their words.
  return /^[A-Za-z]+\d+$/.test(id) && !name.includes(id) ? `${name}（${subject}）` : name
}
