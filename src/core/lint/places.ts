import type { Deadline } from '../deadlines/define.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import type { Facts } from '../facts/facts.ts'
import { subjectLabel } from '../facts/subjects.ts'
import type { Regulation } from '../regulation/regulation.ts'

/** The fact that a deadline belongs to, so that a finding about it has a line. */
export function factOfDeadline(facts: Facts, deadline: Deadline): object | 'case' {
  const [first = '', second = '', ...more] = (deadline.subject ?? '').split('/')
  return deadlineDescription(deadline)?.place(facts, first, second, ...more) ?? 'case'
}

/** A deadline as messages name it: 「答复磋商告知书」（第1轮 韦某）. */
export function sayDeadline(facts: Facts, { title, subject }: Deadline, regulation: Regulation): string {
  const about = subjectLabel(facts, subject, regulation)
  return about === '' ? `「${title}」` : `「${title}」（${about}）`
}
