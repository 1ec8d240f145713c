import type { Expert } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { isPoliceOpinion } from '../../../stages/simple-case.ts'
import { reasonCall } from '../../calls.ts'
import { all, inAppraisal, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const appraisalExperts = defineRule({
  id: 'appraisal/experts',
  severity: 'warning',
  about: 'breach',
  unrecorded: '专家意见的专家',
  matter: 'experts',
  title: '专家意见的专家人数和来源符合规定',
  why: '专家意见代替鉴定，靠人数和专家库保证可信；条文用「一般」，人数不足的应当说明。',
  mend: '补足专家，写明各自所在的专家库；确有理由的，用 ejc amend 案件 登记线索 在「检查设置」的「豁免的检查」写明。',
  *check({ facts, regulation }) {
    for (const appraisal of facts.appraisals) {
      const least = regulation.count('experts-minimum', appraisal.commissionedOn)
      if (appraisal.kind !== 'expert-opinion' || !appraisal.receivedOn) continue
      // An opinion that the police commissioned may be used as it is: number and pool matter only in the simple case.
      if (isPoliceOpinion(appraisal.kind, appraisal.commissionedBy)) continue
      const experts = appraisal.experts ?? []
      if (least !== undefined && experts.length < least)
        yield at(appraisal, 'experts', tooFew(experts.length, least), { code: 'number' })
      for (const expert of experts) {
        if (!saysSomething(expert.pool))
          yield at(expert, 'name', noPool(expert.name, reasonCall(facts)), { code: 'pool' })
      }
    }
  },
  examples: {
    accept: [
      { title: '鉴定机构出具的意见', change: unchanged },
      { title: '人数足够的库内专家', change: opinionOf('甲某', '乙某', '丙某') },
      {
        title: '公安机关委托的专家意见',
        change: all(
          opinionOf('甲某', '乙某'),
          inAppraisal((appraisal) => {
            appraisal.commissionedBy = ['public-security']
          }),
        ),
      },
    ],
    reject: [
      {
        title: '少一名专家',
        finds: ['warning number appraisals.appraisals.0.experts'],
        change: opinionOf('甲某', '乙某'),
      },
      {
        title: '专家没有写明所在的库',
        finds: [
          'warning pool appraisals.appraisals.0.experts.0.name',
          'warning pool appraisals.appraisals.0.experts.1.name',
          'warning pool appraisals.appraisals.0.experts.2.name',
        ],
        change: inAppraisal((appraisal) => {
          appraisal.kind = 'expert-opinion'
          appraisal.experts = [{ name: '甲某' }, { name: '乙某' }, { name: '丙某' }]
        }),
      },
    ],
  },
})

function opinionOf(...names: readonly string[]) {
  return inAppraisal((appraisal) => {
    appraisal.kind = 'expert-opinion'
    appraisal.experts = names.map((name): Expert => ({ name, pool: '南宁市专家库' }))
  })
}

const tooFew = (count: number, least: number) =>
  `专家意见由 ${count} 名专家出具，少于 ${least} 名。${cite('experts')}：专家人数一般不少于 ${least} 人；请补足或者说明理由。`

const noPool = (name: string, call: string) =>
  `专家${name}没有写明所在的专家库。${cite('experts')}：可以从地市级以上的专家库或者专家委员会中选取；请填写「所属专家库」，另行选聘的用 ${call} 在「豁免的检查」写明理由。`
