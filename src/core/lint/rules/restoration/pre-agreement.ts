import type { Agreement, Documents, RestorationProject } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { versionsOf } from '../../../facts/queries.ts'
import { isUnder } from '../../../facts/restoration.ts'
import { cite } from '../../../regulation/cite.ts'
import { inProject, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const preAgreement = defineRule({
  id: 'restoration/pre-agreement',
  severity: 'error',
  about: 'breach',
  unrecorded: '签约以前修复的同意',
  matter: 'pre-agreement-restoration',
  title: '签约以前修复的，先书面确认损害并经同意',
  why: '没有确认损害就动工，现场改变以后损害事实难以证明。',
  mend: '补录「协议前修复」的确认日期和同意日期；没有办理的，停工补办。',
  *check({ facts }) {
    for (const project of facts.restoration.projects) {
      if (!project.startedOn || !startedBeforeAgreement(facts, project)) continue
      const missing = unmet(facts, project.startedOn)
      if (missing.length > 0) yield at(project, 'startedOn', notPermitted(project, missing.join('、')))
    }
  },
  examples: {
    accept: [
      { title: '签约以后启动', change: unchanged },
      {
        title: '没有写明所依协议，签约以后启动',
        change: inProject((project) => {
          delete project.agreement
          project.obligors = ['o1']
        }),
      },
      {
        title: '先确认损害、经同意再启动',
        change: permitted('2025-06-01', '2025-06-05'),
      },
      { title: '签约当天启动，同一天有了同意', change: start('2025-07-24') },
      { title: '启动当天确认损害并经同意', change: permitted('2025-06-10', '2025-06-10') },
      {
        title: '依判决修复的，没有协议',
        change: inProject((project) => {
          delete project.agreement
          project.suit = 'S1'
          project.startedOn = '2025-06-10'
        }),
      },
      {
        title: '依变更后的协议修复，原协议签订以后启动',
        change: (documents) => {
          const first = part(documents.agreements?.agreements[0])
          documents.agreements?.agreements.push({ ...first, id: 'G2', amends: 'G1', signedOn: '2025-12-01' })
          inProject((project) => {
            project.agreement = 'G2'
          })(documents)
        },
      },
      {
        title: '没有写明协议和义务人，签约以后启动',
        change: inProject((project) => {
          delete project.agreement
        }),
      },
    ],
    reject: [
      {
        title: '签约前一日启动',
        finds: ['error - restoration.projects.0.startedOn'],
        change: start('2025-07-23'),
      },
      {
        title: '启动以后才同意',
        finds: ['error - restoration.projects.0.startedOn'],
        change: permitted('2025-06-01', '2025-06-11'),
      },
      {
        title: '启动以后才确认损害',
        finds: ['error - restoration.projects.0.startedOn'],
        change: permitted('2025-06-11', '2025-06-05'),
      },
      {
        title: '写明协议，别的协议签订在前',
        finds: ['error - restoration.projects.0.startedOn'],
        change: (documents) => {
          const first = part(documents.agreements?.agreements[0])
          documents.agreements?.agreements.push({ ...first, id: 'G2', signedOn: '2025-05-01' })
          start('2025-06-10')(documents)
        },
      },
      {
        title: '没有写明协议，义务人的协议签订在后',
        finds: ['error - restoration.projects.0.startedOn'],
        change: (documents) => {
          const first = part(documents.agreements?.agreements[0])
          documents.agreements?.agreements.push({
            ...first,
            id: 'G2',
            obligors: ['o2'],
            signedOn: '2025-05-01',
          })
          first.obligors = ['o1']
          inProject((project) => {
            delete project.agreement
            project.obligors = ['o1']
            project.startedOn = '2025-06-10'
          })(documents)
        },
      },
      {
        title: '写明协议也写明判决，签约以前启动',
        finds: ['error - restoration.projects.0.startedOn'],
        change: inProject((project) => {
          project.suit = 'S1'
          project.startedOn = '2025-06-10'
        }),
      },
    ],
  },
})

/** Whether work began before any version of its agreement was signed; a judgment is no agreement. */
function startedBeforeAgreement(facts: Facts, project: RestorationProject): boolean {
  const { startedOn = '', agreement, suit } = project
  if (suit !== undefined && agreement === undefined) return false
  const versions = agreementsOver(facts, project).flatMap((each) => versionsOf(facts, each))
  return !versions.some(({ signedOn }) => signedOn && signedOn <= startedOn)
}

/** The agreement that a project names; else the agreements of its obligors; else all, where it names no obligor. */
function agreementsOver(facts: Facts, project: RestorationProject): Agreement[] {
  const { agreement, obligors } = project
  if (agreement !== undefined) return facts.agreements.filter(({ id }) => id === agreement)
  return facts.agreements.filter((each) => !hasItems(obligors) || isUnder(facts, project, each))
}

function unmet({ restoration }: Facts, startedOn: string): string[] {
  const { damageConfirmedOn, consentedOn } = restoration.preAgreement ?? {}
  const inTime = (date: string | undefined) => date !== undefined && date <= startedOn
  return [
    ...(inTime(damageConfirmedOn) ? [] : ['双方书面确认损害事实']),
    ...(inTime(consentedOn) ? [] : ['赔偿权利人一方的同意']),
  ]
}

function start(startedOn: string) {
  return inProject((project) => {
    project.startedOn = startedOn
  })
}

const notPermitted = ({ id, startedOn }: RestorationProject, missing: string) =>
  `修复项目 ${id} 于 ${startedOn} 启动，早于协议签订，启动时没有：${missing}。${cite('pre-agreement-restoration')}；请补录「协议前修复」，没有办理的停工补办。`

/**
 * Work began on 10 June 2025, before any agreement; the damage was confirmed, and the obligee consented, on these days.
 */
function permitted(damageConfirmedOn: string, consentedOn: string) {
  return (documents: Documents): void => {
    start('2025-06-10')(documents)
    documents.restoration = { ...documents.restoration, preAgreement: { damageConfirmedOn, consentedOn } }
  }
}
