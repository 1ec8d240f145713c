import type { Deadline } from '../deadlines/define.ts'
import { headingOf } from '../deadlines/index.ts'
import type { Facts } from '../facts/facts.ts'
import { obligorOf } from '../facts/queries.ts'

/** The fact that a deadline belongs to, so that a finding about it has a line. */
export function placeOf(facts: Facts, deadline: Deadline): object | 'case' {
  const [first = '', second = ''] = (deadline.subject ?? '').split('/')
  return headingOf(deadline)?.place(facts, first, second) ?? 'case'
}

/** A deadline as people say it: 「答复磋商告知书」（1/o2，韦某）. */
export function sayDeadline(facts: Facts, { title, subject }: Deadline): string {
  const obligor = subject?.split('/').at(-1)
  const name = obligor === undefined ? undefined : obligorOf(facts, obligor)?.name
  const about = [subject, name].filter((text) => text !== null && text !== undefined)
  return about.length > 0 ? `「${title}」（${about.join('，')}）` : `「${title}」`
}
