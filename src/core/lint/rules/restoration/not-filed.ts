import { isUnderCourt, passedOn } from '../../../facts/restoration.ts'
import { cite } from '../../../regulation/cite.ts'
import { inProject, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const restorationNotFiled = defineRule({
  id: 'restoration/not-filed',
  severity: 'warning',
  about: 'breach',
  unrecorded: '评估材料备案和报送',
  matter: 'evaluation-filing',
  title: '达标后备案，并报送作出裁判的法院',
  why: '备案是修复义务完结的凭证；依判决或者经确认的协议修复的，法院也要掌握结果。',
  mend: '办理「登记评估材料备案」「向法院报送评估材料」。',
  *check({ facts }) {
    const more = facts.closing.closed ? { severity: 'error' as const } : {}
    for (const project of facts.restoration.projects) {
      if (!passedOn(project)) continue
      if (!project.filedOn)
        yield at(project, [], notFiled(project.id), { code: 'filing', keys: ['filedOn'], ...more })
      if (!project.sentToCourtOn && isUnderCourt(facts, project)) {
        yield at(project, [], notSent(project.id), {
          code: 'court',
          matter: 'court-report',
          keys: ['sentToCourtOn'],
          ...more,
        })
      }
    }
  },
  examples: {
    accept: [
      { title: '已备案并报送', change: unchanged },
      {
        title: '没有达标的不备案',
        change: inProject((project) => {
          project.evaluations = []
          delete project.filedOn
          delete project.sentToCourtOn
        }),
      },
      {
        title: '协议没有经司法确认的，不报送法院',
        change: (documents) => {
          delete documents.court
          inProject((project) => {
            delete project.sentToCourtOn
          })(documents)
        },
      },
    ],
    reject: [
      {
        title: '达标而没有备案',
        finds: ['warning filing restoration.projects.0'],
        change: inProject((project) => {
          delete project.filedOn
        }),
      },
      {
        title: '没有报送法院',
        finds: ['warning court restoration.projects.0'],
        change: inProject((project) => {
          delete project.sentToCourtOn
        }),
      },
      {
        title: '没有备案、没有报送就结案',
        finds: ['error filing restoration.projects.0', 'error court restoration.projects.0'],
        change: (documents) => {
          documents.closing = { closed: { closedOn: '2026-06-01' } }
          inProject((project) => {
            delete project.filedOn
            delete project.sentToCourtOn
          })(documents)
        },
      },
    ],
  },
})

const notFiled = (id: string) =>
  `修复项目 ${id} 已达标，没有备案。${cite('evaluation-filing')}：应提交修复效果评估材料备案；请备案并填写「评估备案日期」。`

const notSent = (id: string) =>
  `修复项目 ${id} 已达标，评估材料没有报送法院。${cite('court-report')}：应当及时报送作出裁判的人民法院；请报送并填写「报送法院日期」。`
