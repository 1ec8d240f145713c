import type { Facts } from '../../../facts/facts.ts'
import { isAtWork, projectOf } from '../../../facts/restoration.ts'
import { cite } from '../../../regulation/cite.ts'
import { stepCall } from '../../calls.ts'
import { inEvaluation, inProject, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const restorationNotPassed = defineRule({
  id: 'restoration/not-passed',
  severity: 'warning',
  about: 'breach',
  severityStays: 'owed',
  matter: 'continued-restoration',
  title: '未达到修复目标的继续修复并重新评估',
  why: '达到协议或者判决要求以前，修复义务没有履行完毕。',
  mend: '要求义务人继续修复，完成后重新评估并记录。',
  *check({ facts }) {
    for (const { evaluations, id } of facts.restoration.projects) {
      const last = evaluations?.at(-1)
      if (last?.passed !== false || last.exemption) continue
      const severity = facts.closing.closed ? { severity: 'error' as const } : {}
      yield at(last, 'passed', notPassed(facts, id, last.shortfall), severity)
    }
  },
  examples: {
    accept: [
      { title: '已经达标', change: unchanged },
      {
        title: '重新评估后达标',
        change: (documents) => {
          const project = documents.restoration?.projects?.[0]
          project?.evaluations?.unshift({ round: 0, passed: false })
        },
      },
      {
        title: '没有达标而免于评估',
        change: inEvaluation((evaluation) => {
          evaluation.passed = false
          evaluation.exemption = { ground: 'labor', decidedOn: '2026-04-24' }
        }),
      },
      {
        title: '还没有评估',
        change: inProject((project) => {
          delete project.evaluations
        }),
      },
    ],
    reject: [
      {
        title: '最近一次评估没有达标',
        finds: ['warning - restoration.projects.0.evaluations.0.passed'],
        change: inEvaluation((evaluation) => {
          evaluation.passed = false
        }),
      },
      {
        title: '没有达标就结案',
        finds: ['error - restoration.projects.0.evaluations.0.passed'],
        change: (documents) => {
          documents.closing = { closed: { closedOn: '2026-06-01' } }
          inEvaluation((evaluation) => {
            evaluation.passed = false
          })(documents)
        },
      },
    ],
  },
})

const notPassed = (facts: Facts, id: string, shortfall: string | undefined) =>
  `修复项目 ${id} 最近一次评估没有达到目标${shortfall ? `（${shortfall}）` : ''}。${cite('continued-restoration')}：应当要求继续修复，直至达到要求；${wayOn(facts, id)}。`

/** What is recorded next: that the work went on and is complete, then the evaluation of it. */
function wayOn(facts: Facts, id: string): string {
  const project = projectOf(facts, id)
  return project && isAtWork(project)
    ? `继续修复完成后办 ${stepCall(facts, 'complete-restoration', id)}，再重新评估`
    : `请重新评估（${stepCall(facts, 'evaluate', id)}）`
}
