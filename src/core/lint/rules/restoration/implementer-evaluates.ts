import type { Contractor, RestorationProject } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { releasedOn } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inEvaluation, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { isAffiliated, isSameBody } from '../../same-body.ts'

export const implementerEvaluates = defineRule({
  id: 'restoration/implementer-evaluates',
  severity: 'error',
  about: 'breach',
  matter: 'evaluation',
  title: '修复效果由第三方评估',
  why: '实施单位或者义务人自己评估，不是第三方的评估，验收没有可信的依据。',
  mend: '另行委托第三方机构评估。',
  *check({ facts }) {
    for (const project of facts.restoration.projects) {
      for (const { evaluator } of project.evaluations ?? []) {
        if (evaluator) yield* notThirdParty(facts, project, evaluator)
      }
    }
  },
  examples: {
    accept: [
      { title: '第三方评估', change: unchanged },
      {
        title: '代码与已经终止索赔的义务人相同',
        change: all(
          evaluatedBy({ name: '某检测有限公司', creditCode: '91350100M000100Y43' }),
          (documents) => {
            documents.closing = {
              terminations: [{ obligors: ['o1'], decidedOn: '2025-09-01', ground: 'no-assets' }],
            }
          },
        ),
      },
      {
        title: '代码与义务人不同',
        change: evaluatedBy({ name: '某检测有限公司', creditCode: '91440300708461136T' }),
      },
    ],
    reject: [
      {
        title: '实施单位自己评估',
        finds: ['error - restoration.projects.0.evaluations.0.evaluator.name'],
        change: evaluatedBy({ name: '某修复有限公司' }),
      },
      {
        title: '义务人自己评估',
        finds: ['error - restoration.projects.0.evaluations.0.evaluator.name'],
        change: evaluatedBy({ name: '某造纸有限公司' }),
      },
      {
        title: '评估单位与义务人同一代码',
        finds: ['warning code restoration.projects.0.evaluations.0.evaluator.creditCode'],
        change: evaluatedBy({ name: '某检测有限公司', creditCode: '91350100M000100Y43' }),
      },
      {
        title: '评估单位与实施单位有关联关系',
        finds: ['warning affiliated restoration.projects.0.evaluations.0.evaluator.affiliatedWith'],
        change: evaluatedBy({ name: '某评估有限公司', affiliatedWith: '某修复有限公司' }),
      },
    ],
  },
})

function* notThirdParty(
  facts: Facts,
  { implementer }: RestorationProject,
  evaluator: Contractor,
): Iterable<FindingDraft> {
  if (implementer && isSameBody(implementer, evaluator))
    yield at(evaluator, 'name', ownEvaluation(evaluator.name, '实施单位'))
  else if (facts.obligors.some(({ name }) => name === evaluator.name)) {
    yield at(evaluator, 'name', ownEvaluation(evaluator.name, '赔偿义务人'))
  } else if (sameCode(facts, evaluator)) {
    const message = ofSameCode(evaluator.name, sameCode(facts, evaluator)?.name ?? '')
    yield at(evaluator, 'creditCode', message, { code: 'code', severity: 'warning' })
  } else if (implementer && isAffiliated(evaluator, implementer)) {
    const message = affiliated(evaluator.name, implementer.name)
    yield at(evaluator, 'affiliatedWith', message, { code: 'affiliated', severity: 'warning' })
  }
}

/**
 * The obligor that has the same code as the evaluator but another name: a body that was renamed, or a wrong code. An
 * obligor who was released, such as a body that was wound up, can't be the evaluator.
 */
function sameCode(facts: Facts, { creditCode }: Contractor) {
  if (creditCode === undefined) return undefined
  return facts.obligors.find((each) => each.creditCode === creditCode && !releasedOn(facts, each.id))
}

function evaluatedBy(evaluator: Contractor) {
  return inEvaluation((evaluation) => {
    evaluation.evaluator = evaluator
  })
}

const ownEvaluation = (name: string, role: string) =>
  `${name}是${role}，又出具修复效果评估报告。${cite('evaluation')}：须委托第三方机构出具；请另行委托评估。`

const ofSameCode = (evaluator: string, obligor: string) =>
  `评估单位${evaluator}的统一社会信用代码与赔偿义务人${obligor}相同，名称不同。${cite('evaluation')}：须委托第三方机构出具；请核对代码，确属同一单位的另行委托。`

const affiliated = (name: string, implementer: string) =>
  `评估单位${name}与实施单位${implementer}有关联关系。${cite('evaluation')}要求第三方评估；请核实并说明。`
