import type { Deadline } from '../../../deadlines/define.ts'
import { concludedDeadline } from '../../../deadlines/engine.ts'
import { investigation } from '../../../deadlines/investigation.ts'
import { mayBeInTime, sayProvisionalAnd } from '../../../deadlines/provisional.ts'
import type { Facts } from '../../../facts/facts.ts'
import { cite } from '../../../regulation/cite.ts'
import { type Setting, settingWith } from '../../../setting.ts'
import { reasonCall } from '../../calls.ts'
import { inInvestigation, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

/** The deadline of the investigation without the extension. */
function unextended(facts: Facts, setting: Setting): Deadline | undefined {
  const { initiation } = facts.investigation ?? {}
  if (!initiation) return undefined
  const context = settingWith(setting, { period: setting.regulation.period })
  const [count] = investigation.counts({ ...facts, investigation: { initiation } }, context)
  return count && concludedDeadline(investigation, facts.id, count, setting)
}

export const lateExtension = defineRule({
  id: 'deadline/late-extension',
  severity: 'error',
  about: 'omission',
  matter: 'investigation-extension',
  title: '延长调查在原期限届满以前批准',
  why: '期限届满以后的批准不产生延长的效力，逾期的事实仍然存在。',
  mend: '核对批准日期；确属届满后批准的，用 ejc amend 案件 登记线索 在「检查设置」的「豁免的检查」写明原因。',
  *check(scope) {
    const { facts } = scope
    const { extension } = facts.investigation ?? {}
    if (!extension) return
    const before = unextended(facts, scope)
    if (!before?.rolledDue || extension.approvedOn <= before.rolledDue) return
    const other = before.otherReading
    const saved = other !== undefined && (!other.rolledDue || extension.approvedOn <= other.rolledDue)
    const undecided = mayBeInTime(before, extension.approvedOn)
    const doubts = [
      ...(saved ? ['（鉴定评估时间不计入的读法下尚未届满）'] : []),
      ...(undecided ? [`（放假安排公布后最迟可能到 ${before.latestDue}）`] : []),
    ].join('')
    const message = approvedLate(
      extension.approvedOn,
      sayProvisionalAnd('届满', before.rolledDue, before),
      doubts,
      reasonCall(facts),
    )
    yield at(extension, 'approvedOn', message, saved || undecided ? { severity: 'warning' } : {})
  },
  examples: {
    accept: [
      { title: '没有延长', change: unchanged },
      {
        title: '在原期限的最后一日批准',
        change: inInvestigation((document) => {
          document.extension = { approvedOn: '2025-06-03', approvedBy: { name: '许某', post: '局长' } }
        }),
      },
    ],
    reject: [
      {
        title: '在原期限届满的次日批准',
        finds: ['error - investigation.extension.approvedOn'],
        change: inInvestigation((document) => {
          document.extension = { approvedOn: '2025-06-04', approvedBy: { name: '许某', post: '局长' } }
        }),
      },
    ],
  },
})

const approvedLate = (approvedOn: string, ended: string, doubts: string, call: string) =>
  `延长于 ${approvedOn} 批准，原期限已于 ${ended}${doubts}，不产生延长效力。${cite('investigation-extension')}；请核对日期，确属届满后批准的用 ${call} 在「豁免的检查」写明原因。`
