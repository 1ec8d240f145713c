import type { Deadline } from '../deadlines/define.ts'
import type { Facts } from '../facts/facts.ts'
import { instalments } from '../facts/instalments.ts'
import { obligorOf, roundOf } from '../facts/queries.ts'

/** The fact that a deadline belongs to, so that a finding about it has a line. */
export function placeOf(facts: Facts, { deadline, subject }: Deadline): object | 'case' {
  const [first = '', second = ''] = (subject ?? '').split('/')
  return finders[deadline]?.(facts, first, second) ?? 'case'
}

/** A deadline as people say it: 「答复磋商告知书」（1/o2，韦某）. */
export function sayDeadline(facts: Facts, { title, subject }: Deadline): string {
  const obligor = subject?.split('/').at(-1)
  const name = obligor === undefined ? undefined : obligorOf(facts, obligor)?.name
  const about = [subject, name].filter((text) => text !== null && text !== undefined)
  return about.length > 0 ? `「${title}」（${about.join('，')}）` : `「${title}」`
}

type Finder = (facts: Facts, first: string, second: string) => object | undefined

const service: Finder = (facts, round, obligor) =>
  roundOf(facts, Number(round))?.services?.find((each) => each.obligor === obligor)

const agreement: Finder = (facts, id) => facts.agreements.find((each) => each.id === id)

const project: Finder = (facts, id) =>
  facts.restoration.projects.find((each) => each.id === id) ?? agreement(facts, id, '')

const major: Finder = ({ supervision }) => supervision.major

const finders: Readonly<Record<string, Finder>> = {
  screening: (facts) => facts.case.clue,
  investigation: ({ investigation }) => investigation?.initiation,
  'appraisal-explanation': ({ appraisals }, id, objection) =>
    appraisals.find((each) => each.id === id)?.objections?.find((each) => each.id === objection),
  reply: service,
  consultation: service,
  serve: (facts, round) => roundOf(facts, Number(round))?.notice,
  agreement: (facts, id) => agreement(facts, id, '') ?? roundOf(facts, Number(id)),
  payment: (facts, first, second) =>
    instalments(facts).find(({ payment }) => payment.id === (second || first))?.payment,
  'restoration-start': project,
  'restoration-complete': project,
  evaluation: project,
  'confirmation-apply': agreement,
  'agreement-limitation': agreement,
  'enforcement-apply': (facts, id) =>
    agreement(facts, id, '') ?? facts.court.suits.find((each) => each.id === id),
  limitation: (facts, id) => obligorOf(facts, id),
  'monthly-report': major,
  'overdue-explanation': major,
}
