import type { RestorationProject } from '../../facts/documents.ts'
import { isExempt, passedOn } from '../../facts/queries.ts'
import { awaitingAcceptance, projectIndex, projectOf } from '../../facts/restoration.ts'
import { before, blockIf, defineAction } from '../define.ts'

/** 免于评估: existing reports that say enough, labour, or other; with what it rests on. 第二十九条第三款 */
export const exemptEvaluation = defineAction({
  id: 'exempt-evaluation',
  title: '认定免于修复效果评估',
  article: '第二十九条',
  moves: true,
  // An exception: evaluation is the rule.
  advised: () => false,
  subjects: ({ restoration }) => restoration.projects.filter(mayBeExempt).map(({ id }) => id),
  blockers: ({ facts }, subject) => {
    const project = projectOf(facts, subject)
    return blockIf(
      project?.completedOn === undefined && project?.mode !== 'labor',
      '修复尚未完成',
      '第二十九条',
    )
  },
  target: (facts, subject) => {
    const evaluations = ['projects', projectIndex(facts, subject), 'evaluations']
    const count = (projectOf(facts, subject)?.evaluations ?? []).length
    return {
      document: 'restoration',
      path: [...evaluations, count, 'exemption'],
      mode: 'set',
      also: [{ path: [...evaluations, count, 'round'], value: count + 1 }],
    }
  },
  ask: ['ground', 'basis', 'evidence', 'decidedOn'],
  required: ['basis'],
  defaults: ({ facts, regulation, today }, subject) => {
    const mode = projectOf(facts, subject)?.mode
    const byMode = regulation.list('evaluationExemptions').find((each) => each.mode && each.mode === mode)
    return { ...(byMode && { ground: byMode.code }), decidedOn: today }
  },
  refuse: ({ facts }, item, subject) =>
    blockIf(
      before(item.decidedOn, projectOf(facts, subject)?.startedOn),
      '认定日期早于修复启动日期',
      '第二十九条',
    ),
})

/** Begun, and neither passed, failed, exempt nor awaiting acceptance. */
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
