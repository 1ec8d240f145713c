import type { Deadline, DeadlineDescription } from '../deadlines/define.ts'
import { deadlineDescription } from '../deadlines/index.ts'
import { isPending } from '../deadlines/pending.ts'
import { evaluation, restorationComplete } from '../deadlines/restoration.ts'
import { obligingAgreements } from '../facts/agreements.ts'
import { beforeCourt } from '../facts/before-court.ts'
import { doneOn } from '../facts/performance.ts'
import { endedOn } from '../facts/queries.ts'
import { isAcceptedSubstitute } from '../facts/restoration.ts'
import { isCovered } from '../facts/scope.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { isUnstarted, unrecordedSubstitutes, type Work, works } from '../facts/works.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'

/** Something still owed in a case. */
export interface OpenDuty {
  /** What is owed and of whom or what, in Chinese. */
  readonly reason: string
  /** The matter of the law that asks for it. */
  readonly matter: Matter
  /** Where the text in force writes that matter. */
  readonly article: string
  /** The deadline that runs for it; null where none does. */
  readonly deadline: string | null
  /** What it is about, as an address: `P1`, `R1`, `1/o2`, `G1/labor`. */
  readonly subject: string | null
  /** What is owed, in Chinese, without what it is about. */
  readonly title: string
  /** It is owed even if the text does not apply to the damage. */
  readonly beyondScope?: true
}

/** What of a case is asked for what is owed; of its deadlines, the duties that are pending. */
type DutiesView = Pick<CaseView, 'facts' | 'regulation' | 'deadlines'>

/** What is owed, before it is compared with the text in force. */
type Owed = Omit<OpenDuty, 'reason' | 'article'>

/** What is still owed in a case, each with the matter that asks for it: it must be done, or named, before closing. */
export function openDuties(view: DutiesView): OpenDuty[] {
  const { has, articleOf } = view.regulation
  const owed = view.deadlines.filter((deadline) => {
    const description = deadlineDescription(deadline)
    return isPending(deadline) && description !== undefined && isDutyOfCase(description)
  })
  const all = [
    ...owed.flatMap(owedUnder),
    ...unfinishedProjects(view, owed),
    ...unstartedWorks(view, owed),
    ...unrecorded(view),
    ...openSupervision(view),
    ...openProceedings(view),
  ]
  return all
    .filter(({ beyondScope }) => beyondScope || isCovered(view.facts, view.regulation))
    .filter(({ matter }) => has(matter))
    .map((each) => {
      const reason = owedText(view, each.title, each.subject)
      return { ...each, reason, article: articleOf(each.matter) }
    })
}

/** Whether a deadline keeps a case open: no right or limitation does, nor what runs beside the procedure. */
export function isDutyOfCase({ kind, besideProcedure }: DeadlineDescription): boolean {
  return kind === 'duty' && !besideProcedure
}

/** A duty whose period runs. */
function owedUnder(deadline: Deadline): Owed[] {
  const heading = deadlineDescription(deadline)
  if (!heading) return []
  const { matter, beyondScope } = heading
  const { deadline: id, title, subject } = deadline
  return [{ deadline: id, title, subject, matter, ...(beyondScope && { beyondScope }) }]
}

function owedText({ facts, regulation }: DutiesView, title: string, subject: string | null): string {
  return subject === null ? title : `${title}（${subjectLabel(facts, subject, regulation)}）`
}

/** Projects for which no day was agreed: work not complete, or complete and its goal not shown. */
function unfinishedProjects({ facts }: DutiesView, owed: readonly Deadline[]): Owed[] {
  return facts.restoration.projects
    .filter((project) => !doneOn(project) && !isAcceptedSubstitute(facts, project))
    .filter(({ id }) => !owed.some(({ subject }) => subject === id))
    .map(({ id, completedOn }) =>
      completedOn
        ? { deadline: null, title: evaluation.title, subject: id, matter: 'evaluation' }
        : { deadline: null, title: restorationComplete.title, subject: id, matter: 'restoration' },
    )
}

/** Work that was agreed or adjudged, for which no day was set and which has not begun: it is owed all the same. */
function unstartedWorks({ facts }: DutiesView, owed: readonly Deadline[]): Owed[] {
  const isLeft = (work: Work): boolean =>
    isUnstarted(work) &&
    work.origin !== 'substitute' &&
    work.obligors.some((id) => endedOn(facts, id) === undefined) &&
    !owed.some(({ subject }) => subject === work.address)
  return works(facts)
    .filter(isLeft)
    .map(({ address }) => ({ deadline: null, title: '实施修复', subject: address, matter: 'restoration' }))
}

/** A supervised case, with its monthly reports, goes on until all its tasks are complete. */
function openSupervision({ facts: { supervision, investigation } }: DutiesView): Owed[] {
  const { grounds = [], tasksCompletedOn } = supervision.major ?? {}
  if (!grounds.length || tasksCompletedOn || !investigation?.initiation) return []
  return [{ deadline: null, title: '全部督办任务', subject: null, matter: 'supervision-tasks' }]
}

const proceedings = {
  confirmation: { title: '司法确认的裁定', matter: 'confirmation' },
  suit: { title: '人民法院的审理', matter: 'suit' },
  order: { title: '支付令程序', matter: 'payment-order' },
  enforcement: { title: '人民法院的执行', matter: 'enforcement' },
} as const

/**
 * What was filed with a court goes on there until its end is recorded. No duty of the office has a period for that: what
 * else is owed under the same agreement is owed beside it.
 */
function openProceedings({ facts }: DutiesView): Owed[] {
  return beforeCourt(facts).map(({ kind, subject }) => ({ deadline: null, subject, ...proceedings[kind] }))
}

/** Substitutes of which nothing was recorded. */
function unrecorded({ facts }: DutiesView): Owed[] {
  return obligingAgreements(facts).flatMap((agreement) =>
    unrecordedSubstitutes(facts, agreement).map(({ mode }) => ({
      deadline: null,
      title: '落实替代修复',
      subject: `${agreement.id}/${mode}`,
      matter: 'substitutes',
    })),
  )
}
