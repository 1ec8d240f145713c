import type { Deadline } from '../deadlines/define.ts'
import { isPending } from '../deadlines/pending.ts'
import { obligingAgreements } from '../facts/agreements.ts'
import { doneOn } from '../facts/performance.ts'
import { isAcceptedSubstitute, unrecordedSubstitutes } from '../facts/restoration.ts'
import { isCovered } from '../facts/scope.ts'
import { subjectLabel } from '../facts/subjects.ts'
import type { CaseView } from '../view.ts'
import type { Blocker } from './define.ts'

/** Something still owed in a case. */
export interface Undone extends Blocker {
  /** The deadline that runs for it; null where none does. */
  readonly deadline: string | null
  /** What it is about, as an address: `P1`, `R1`, `1/o2`, `G1/labor`. */
  readonly subject: string | null
  /** What is owed, in Chinese, without what it is about. */
  readonly title: string
}

/** Periods within which a right may be used, not duties: a case is not kept open for them. */
const rights: ReadonlySet<string> = new Set([
  'limitation',
  'agreement-limitation',
  'enforcement-apply',
  'confirmation-apply',
])

/** What is owed though the text does not apply to the damage: whoever reported it is answered. 第十二条第二款 */
const REPORTER = 'reply-to-reporter'

/** What is still owed in a case, each with the article that asks for it: it must be done, or named, before closing. */
export function undone(view: CaseView): Undone[] {
  const owed = view.deadlines.filter((deadline) => isPending(deadline) && !rights.has(deadline.deadline))
  const all = [
    ...owed.map(({ deadline, title, subject, article }) => ({ deadline, title, subject, article })),
    ...unfinishedProjects(view, owed),
    ...unrecorded(view),
    ...openSupervision(view),
  ]
  return all
    .filter(({ deadline }) => deadline === REPORTER || isCovered(view.facts, view.regulation))
    .map((each) => ({ ...each, reason: reasonOf(view, each.title, each.subject) }))
}

function reasonOf({ facts, regulation }: CaseView, title: string, subject: string | null): string {
  return subject === null ? title : `${title}（${subjectLabel(facts, subject, regulation)}）`
}

/** Projects for which no day was agreed: work not complete, or complete and its goal not shown. 第二十五条、第二十九条 */
function unfinishedProjects({ facts }: CaseView, owed: readonly Deadline[]): Omit<Undone, 'reason'>[] {
  return facts.restoration.projects
    .filter((project) => !doneOn(project) && !isAcceptedSubstitute(facts, project))
    .filter(({ id }) => !owed.some(({ subject }) => subject === id))
    .map(({ id, completedOn }) =>
      completedOn
        ? { deadline: null, title: '修复效果评估', subject: id, article: '第二十九条' }
        : { deadline: null, title: '完成修复', subject: id, article: '第二十五条' },
    )
}

/** A supervised case goes on until all its tasks are complete, and so do its monthly reports. 第三十四条第二款 */
function openSupervision({ facts: { supervision, investigation } }: CaseView): Omit<Undone, 'reason'>[] {
  const { grounds = [], tasksCompletedOn } = supervision.major ?? {}
  if (!grounds.length || tasksCompletedOn || !investigation?.initiation) return []
  return [{ deadline: null, title: '全部督办任务', subject: null, article: '第三十四条' }]
}

/** Substitutes of which nothing was recorded. 第二十六条 */
function unrecorded({ facts }: CaseView): Omit<Undone, 'reason'>[] {
  return obligingAgreements(facts).flatMap((agreement) =>
    unrecordedSubstitutes(facts, agreement).map(({ mode }) => ({
      deadline: null,
      title: '落实替代修复',
      subject: `${agreement.id}/${mode}`,
      article: '第二十六条',
    })),
  )
}
