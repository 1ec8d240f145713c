import { type IsoDate, latestOfAll } from '../calendar/dates.ts'
import type { RestorationProject } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { caseEndedOn, endedOn } from '../facts/queries.ts'
import { evaluatedOn, isExempt } from '../facts/restoration.ts'
import { type Work, works } from '../facts/works.ts'
import { countTo } from './count.ts'
import { defineDeadlineForEach } from './define.ts'
import { onceInBreach } from './late.ts'
import { atProject } from './places.ts'

/** A restoration that an agreement or a judgment fixed dates for, with its project once there is one. */
interface ScheduledWork {
  readonly subject: string
  /** 赔偿协议约定 or 生效判决确定. */
  readonly fixedBy: string
  readonly work: Work
  readonly project: RestorationProject | undefined
  /** The day from which nothing more is asked of those who owe it. */
  readonly endedOn: IsoDate | undefined
}

/**
 * Each work once for each project that carries it out: `R1`, of a phase `R1/2`; before any project by its own address.
 */
function scheduledWorks(facts: Facts): Iterable<ScheduledWork> {
  const bySubject = new Map<string, ScheduledWork>()
  for (const work of works(facts)) {
    if (work.origin !== 'terms') continue
    const fixedBy = 'agreement' in work.obligation ? '赔偿协议约定' : '生效判决确定'
    const over = latestOfAll(work.obligors.map((id) => endedOn(facts, id)))
    const projects = work.projects.length ? work.projects : [undefined]
    for (const project of projects) {
      const subject = subjectOf(work, project)
      const known = bySubject.get(subject)
      // One project for several shares goes on as long as anybody owes it.
      const ended = known ? latestOfAll([known.endedOn, over]) : over
      bySubject.set(subject, { subject, fixedBy, work, project, endedOn: ended })
    }
  }
  return bySubject.values()
}

function subjectOf({ address, phase }: Work, project: RestorationProject | undefined): string {
  if (!project) return address
  return phase === undefined || project.phase === phase ? project.id : `${project.id}/${phase}`
}

/** What the deadlines of a work have in common. */
const ofWork = {
  kind: 'duty',
  owedBy: 'obligor',
  place: atProject,
  each: scheduledWorks,
  subject: ({ subject }: ScheduledWork) => subject,
} as const

/** 启动修复 by the day of the agreement or the judgment. */
export const restorationStart = defineDeadlineForEach<ScheduledWork>({
  id: 'restoration-start',
  title: '启动修复',
  matter: 'restoration-schedule',
  ...ofWork,
  metBy: ['start-restoration'],
  debt: 'work',
  whenLate: onceInBreach,
  count: ({ fixedBy, work, project, endedOn: ended }, _, facts) =>
    work.startBy
      ? countTo(work.startBy, `${fixedBy}的修复启动日`, 'restoration-schedule')
          .metOn(project?.startedOn)
          .closedOn(ended ?? caseEndedOn(facts))
      : undefined,
})

/** 完成修复 by the day of the agreement or the judgment. */
export const restorationComplete = defineDeadlineForEach<ScheduledWork>({
  id: 'restoration-complete',
  title: '完成修复',
  matter: 'restoration',
  after: 'restoration-start',
  ...ofWork,
  metBy: ['complete-restoration'],
  debt: 'work',
  whenLate: onceInBreach,
  count: ({ fixedBy, work, project, endedOn: ended }, _, facts) =>
    work.completeBy
      ? countTo(work.completeBy, `${fixedBy}的修复完成日`, 'restoration')
          .metOn(project?.completedOn)
          .closedOn(ended ?? caseEndedOn(facts))
      : undefined,
})

/** 修复效果评估 by the day of the agreement or the judgment, met when the goal was reached. */
export const evaluation = defineDeadlineForEach<ScheduledWork>({
  id: 'evaluation',
  title: '修复效果评估',
  matter: 'evaluation',
  after: 'restoration-complete',
  ...ofWork,
  claim: true,
  metBy: ['evaluate', 'accept'],
  count: ({ fixedBy, work, project, endedOn: ended }, _, facts) =>
    work.evaluateBy
      ? countTo(work.evaluateBy, `${fixedBy}的评估完成日`, 'evaluation')
          .metOn(project && evaluatedOn(project))
          .closedOn(project && isExempt(project) ? work.evaluateBy : (ended ?? caseEndedOn(facts)))
      : undefined,
})
