import { latest } from '../../../calendar/dates.ts'
import type { Evaluation, RestorationProject } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { worksOfProject } from '../../../facts/works.ts'
import { cite } from '../../../regulation/cite.ts'
import { hasPassed } from '../../../setting.ts'
import { saysSomething } from '../../../stages/define.ts'
import { amendCall } from '../../calls.ts'
import { all, inAgreement, inEvaluation, inProject, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type FindingDraft, type Severity } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const evaluationMissing = defineRule({
  id: 'restoration/evaluation-missing',
  severity: 'warning',
  about: 'breach',
  unrecorded: '修复效果评估和验收',
  matter: 'evaluation',
  title: '修复完成后评估并由专家验收',
  why: '没有第三方评估和专家验收，不能认定达到修复目标，也不能结案。',
  mend: '委托第三方评估并组织专家验收；属于可以不评估的情形的，办理「认定免于修复效果评估」。',
  reads: ['today'],
  *check(scope) {
    for (const project of scope.facts.restoration.projects) {
      const evaluations = project.evaluations ?? []
      if (project.completedOn && !hasItems(evaluations)) {
        yield at(project, 'completedOn', notEvaluated(project.id), { severity: urgency(scope, project) })
      }
      for (const evaluation of evaluations) yield* notAccepted(scope.facts, project, evaluation)
    }
  },
  examples: {
    accept: [
      { title: '已评估并验收', change: unchanged },
      {
        title: '修复尚未完成',
        change: inProject((project) => {
          project.evaluations = []
          delete project.completedOn
        }),
      },
      {
        title: '免于评估的，没有验收',
        change: inEvaluation((evaluation) => {
          evaluation.exemption = { ground: 'labor', decidedOn: '2026-04-24' }
          delete evaluation.acceptedOn
        }),
      },
      {
        title: '没有达标的，没有验收',
        change: inEvaluation((evaluation) => {
          evaluation.passed = false
          delete evaluation.acceptedOn
        }),
      },
      {
        title: '还没有结果的评估',
        change: inEvaluation((evaluation) => {
          delete evaluation.passed
          delete evaluation.acceptedOn
        }),
      },
    ],
    reject: [
      {
        title: '完成以后没有评估',
        finds: ['warning - restoration.projects.0.completedOn'],
        change: inProject((project) => {
          project.evaluations = []
        }),
      },
      {
        title: '没有专家验收',
        finds: ['warning acceptance restoration.projects.0.evaluations.0'],
        change: inEvaluation((evaluation) => {
          delete evaluation.experts
        }),
      },
      {
        title: '有监理而没有监理报告',
        finds: ['warning supervision-report restoration.projects.0.supervisor'],
        change: inProject((project) => {
          project.supervisor = { name: '某监理公司' }
        }),
      },
      {
        title: '有名单而没有验收日期',
        finds: ['warning acceptance restoration.projects.0.evaluations.0'],
        change: inEvaluation((evaluation) => {
          delete evaluation.acceptedOn
        }),
      },
      {
        title: '约定的评估日当天还没有评估',
        finds: ['notice - restoration.projects.0.completedOn'],
        today: '2026-04-30',
        change: inProject((project) => {
          project.evaluations = []
        }),
      },
      {
        title: '约定的评估日次日还没有评估',
        finds: ['warning - restoration.projects.0.completedOn'],
        today: '2026-05-01',
        change: inProject((project) => {
          delete project.evaluations
        }),
      },
      {
        title: '没有评估就结案',
        finds: ['error - restoration.projects.0.completedOn'],
        today: '2026-04-30',
        change: all(
          inProject((project) => {
            project.evaluations = []
          }),
          (documents) => {
            documents.closing = { closed: { closedOn: '2026-04-30' } }
          },
        ),
      },
      {
        title: '没有约定评估日',
        finds: ['warning - restoration.projects.0.completedOn'],
        today: '2026-04-30',
        change: all(
          inProject((project) => {
            project.evaluations = []
          }),
          inAgreement((agreement) => {
            agreement.restoration = { mode: 'in-situ', completeBy: '2026-03-31' }
          }),
        ),
      },
    ],
  },
})

/** The severity: an error once the case is closed; a notice while the day set in the agreement has not come. */
function urgency(scope: CaseScope, project: RestorationProject): Severity {
  const { facts } = scope
  if (facts.closing.closed) return 'error'
  const evaluateBy = latest(...worksOfProject(facts, project).map((work) => work.evaluateBy))
  return evaluateBy !== undefined && !hasPassed(scope, evaluateBy) ? 'notice' : 'warning'
}

function* notAccepted(
  facts: Facts,
  { id, supervisor }: RestorationProject,
  evaluation: Evaluation,
): Iterable<FindingDraft> {
  const { passed, acceptedOn, experts, exemption } = evaluation
  if (exemption || passed !== true) return
  if (!acceptedOn || !hasItems(experts))
    yield at(evaluation, [], noAcceptance, {
      code: 'acceptance',
      matter: 'restoration-acceptance',
      keys: ['acceptedOn', 'experts'],
    })
  if (supervisor && !saysSomething(supervisor.report)) {
    yield at(
      supervisor,
      [],
      noSupervisionReport(supervisor.name, amendCall(facts, 'complete-restoration', id)),
      {
        code: 'supervision-report',
        matter: 'works-supervision',
        keys: ['report'],
      },
    )
  }
}

const notEvaluated = (id: string) =>
  `修复项目 ${id} 已完成，没有修复效果评估。${cite('evaluation')}：须委托第三方机构出具评估报告；请委托评估，或者记录免评估的情形。`

const noAcceptance = `评估达标，没有专家验收的日期或者名单。${cite('restoration-acceptance')}：组织专家验收；请填写「验收日期」和「验收专家」。`

const noSupervisionReport = (name: string, call: string) =>
  `委托了${name}监理，没有监理报告。${cite('works-supervision')}：需附监理报告；请补录「监理报告」：${call}。`
