import type { RestorationProject } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { awaitingAcceptance, isExempt, passedOn, projectIndex, projectOf } from '../../facts/restoration.ts'
import { contradictionIf, defineAction } from '../define.ts'

/** 免于评估: existing reports are sufficient, the mode is labour, or another ground; with its basis. */
export const exemptEvaluation = defineAction({
  id: 'exempt-evaluation',
  title: '认定免于修复效果评估',
  matter: 'evaluation-exemption',
  needsPermission: true,
  moves: true,
  follows: 'start-restoration',
  // An exception: evaluation is the rule.
  advised: () => false,
  subjects: ({ restoration }) => restoration.projects.filter(mayBeExempt).map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const project = projectOf(facts, subject)
    return contradictionIf(
      project?.completedOn === undefined && project?.mode !== 'labor',
      '修复尚未完成',
      'evaluation-exemption',
    )
  },
  section: 'restoration.projects[].evaluations[].exemption',
  at: nextEvaluation,
  mode: 'set',
  ask: ['ground', 'basis', 'evidence', 'decidedOn'],
  required: ['basis', 'decidedOn'],
  defaults: ({ facts, regulation, today }, subject) => {
    const mode = projectOf(facts, subject)?.mode
    const byMode = regulation.list('evaluationExemptions').find((each) => each.mode && each.mode === mode)
    return { ...(byMode && { ground: byMode.code }), decidedOn: today }
  },
  companions: ({ facts }, _, subject) => {
    const [project, count] = nextEvaluation(facts, subject)
    return [{ path: ['projects', project, 'evaluations', count, 'round'], value: count + 1 }]
  },
})

/** The number of the project, and of its next evaluation. */
function nextEvaluation(facts: Facts, subject: string): [number, number] {
  return [projectIndex(facts, subject), (projectOf(facts, subject)?.evaluations ?? []).length]
}

/** Whether a project began and has neither passed, failed nor been exempt, and no report awaits acceptance. */
function mayBeExempt(project: RestorationProject): boolean {
  const missed = project.evaluations?.at(-1)?.passed === false
  return (
    project.startedOn !== undefined &&
    !missed &&
    !passedOn(project) &&
    !isExempt(project) &&
    !awaitingAcceptance(project)
  )
}
