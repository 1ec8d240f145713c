import type { Contractor, Organization, RestorationProject } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAppraisal, inProject, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { isAffiliated, isSameBody } from '../../same-body.ts'

export const implementerWrotePlan = defineRule({
  id: 'restoration/implementer-wrote-plan',
  severity: 'error',
  about: 'breach',
  matter: 'plan-author',
  title: '修复不由修复方案的编制单位实施',
  why: '自己编方案自己施工，方案容易为施工服务；条文明令禁止。',
  mend: '更换实施单位；有关联关系的，核实后用 ejc amend 案件 登记线索 在「检查设置」的「豁免的检查」写明。',
  *check({ facts }) {
    for (const project of facts.restoration.projects) {
      const { implementer } = project
      if (!implementer) continue
      for (const author of authors(facts, project)) {
        if (isSameBody(implementer, author)) yield at(implementer, 'name', wrotePlan(implementer.name))
        else if (isAffiliated(implementer, author)) {
          const message = affiliated(implementer.name, author.name)
          yield at(implementer, 'affiliatedWith', message, { code: 'affiliated', severity: 'warning' })
        }
      }
    }
  },
  examples: {
    accept: [
      { title: '编制单位和实施单位不同', change: unchanged },
      {
        title: '编制单位写了另一份鉴定评估的方案',
        change: all(
          implementedBy({ name: '某设计院' }),
          inProject((project) => {
            project.planAppraisal = 'A2'
          }),
        ),
      },
    ],
    reject: [
      {
        title: '名称相同',
        finds: ['error - restoration.projects.0.implementer.name'],
        change: implementedBy({ name: '某设计院' }),
      },
      {
        title: '名称不同而信用代码相同',
        finds: ['error - restoration.projects.0.implementer.name'],
        change: (documents) => {
          inAppraisal(({ restorationPlan }) => {
            if (restorationPlan)
              restorationPlan.author = { name: '某设计院', creditCode: '91440300708461136T' }
          })(documents)
          implementedBy({ name: '某工程公司', creditCode: '91440300708461136T' })(documents)
        },
      },
      {
        title: '有关联关系',
        finds: ['warning affiliated restoration.projects.0.implementer.affiliatedWith'],
        change: implementedBy({ name: '某工程公司', affiliatedWith: '某设计院' }),
      },
      {
        title: '没有写明依哪一份方案',
        finds: ['error - restoration.projects.0.implementer.name'],
        change: all(
          implementedBy({ name: '某设计院' }),
          inProject((project) => {
            delete project.planAppraisal
          }),
        ),
      },
    ],
  },
})

/** Who wrote the plan of the project; where the project names no plan, who wrote any plan of the case. */
function authors({ appraisals }: Facts, { planAppraisal }: RestorationProject): Organization[] {
  return appraisals
    .filter(({ id }) => planAppraisal === undefined || id === planAppraisal)
    .flatMap(({ restorationPlan }) => restorationPlan?.author ?? [])
}

function implementedBy(implementer: Contractor) {
  return inProject((project) => {
    project.implementer = implementer
  })
}

const wrotePlan = (name: string) =>
  `${name}编制了修复方案，又实施修复。${cite('plan-author')}：修复工作不得由修复方案的编制单位实施；请更换实施单位。`

const affiliated = (name: string, author: string) =>
  `实施单位${name}与方案编制单位${author}有关联关系。${cite('plan-author')}禁止编制单位实施修复；请核实并说明。`
