import type { Agreement, RestorationProject } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { versionsOf } from '../../../facts/queries.ts'
import { isUnder } from '../../../facts/restoration.ts'
import { cite } from '../../../regulation/cite.ts'
import { inProject, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const preAgreement = defineRule({
  id: 'restoration/pre-agreement',
  severity: 'error',
  about: 'breach',
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
        change: (documents) => {
          start('2025-06-10')(documents)
          const permitted = { damageConfirmedOn: '2025-06-01', consentedOn: '2025-06-05' }
          documents.restoration = { ...documents.restoration, preAgreement: permitted }
        },
      },
    ],
    reject: [
      { title: '签约前一日启动', change: start('2025-07-23') },
      {
        title: '启动以后才同意',
        change: (documents) => {
          start('2025-06-10')(documents)
          const late = { damageConfirmedOn: '2025-06-01', consentedOn: '2025-06-11' }
          documents.restoration = { ...documents.restoration, preAgreement: late }
        },
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
