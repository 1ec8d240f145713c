import { isPending } from '../deadlines/pending.ts'
import { isExempt, passedOn } from '../facts/queries.ts'
import { subjectLabel } from '../facts/subjects.ts'
import type { CaseView } from '../view.ts'
import type { Blocker } from './define.ts'

/** Periods within which a right may be used, not duties: a case is not kept open for them. */
const rights: ReadonlySet<string> = new Set(['limitation', 'enforcement-apply', 'confirmation-apply'])

/** What is still owed in a case, each with the article that asks for it: it must be done, or named, before closing. */
export function undone(view: CaseView): Blocker[] {
  const { facts, deadlines, regulation } = view
  const owed = deadlines
    .filter((deadline) => isPending(deadline) && !rights.has(deadline.deadline))
    .map(({ title, subject, article }) => {
      const about = subject === null ? '' : `（${subjectLabel(facts, subject, regulation)}）`
      return { reason: `${title}${about}`, article }
    })
  const unpassed = facts.restoration.projects
    .filter((project) => !passedOn(project) && !isExempt(project))
    .filter(({ id }) => !deadlines.some((each) => each.deadline === 'evaluation' && each.subject === id))
    .map(({ id }) => ({ reason: `修复效果评估（修复 ${id}）`, article: '第二十九条' }))
  return [...owed, ...unpassed]
}
