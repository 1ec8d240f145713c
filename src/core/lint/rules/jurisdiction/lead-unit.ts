import { cite } from '../../../regulation/cite.ts'
import { inCase, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const leadUnit = defineRule({
  id: 'jurisdiction/lead-unit',
  severity: 'error',
  about: 'breach',
  unrecorded: '牵头部门',
  matter: 'joint-handling',
  title: '涉及多部门的案件有牵头部门',
  why: '联合办案没有牵头部门，告知、磋商和签约就没有明确的承办单位。',
  mend: '请赔偿权利人确定牵头部门，填写「牵头部门」。',
  *check({ facts }) {
    const { jurisdiction } = facts.case
    const joint = jurisdiction.jointUnits ?? []
    if (joint.length > 0 && !jurisdiction.leadUnit) {
      // Who leads is decided after the clue came in, and before the claim is made.
      const notYet = facts.investigation?.initiation === undefined ? ({ severity: 'notice' } as const) : {}
      yield at(jurisdiction, 'jointUnits', noLead(joint.join('、')), notYet)
    }
  },
  examples: {
    accept: [
      { title: '单一部门办理', change: unchanged },
      {
        title: '联合办理并有牵头部门',
        change: inCase(({ jurisdiction }) => {
          jurisdiction.jointUnits = ['南宁市水利局']
          jurisdiction.leadUnit = '南宁市生态环境局'
        }),
      },
    ],
    reject: [
      {
        title: '联合办理而没有牵头部门',
        finds: ['error - case.jurisdiction.jointUnits'],
        change: inCase(({ jurisdiction }) => {
          jurisdiction.jointUnits = ['南宁市水利局']
        }),
      },
    ],
  },
})

const noLead = (units: string) =>
  `本案由${units}联合办理，没有确定牵头部门。${cite('joint-handling')}：涉及多部门的由赔偿权利人确定牵头部门；请填写「牵头部门」。`
