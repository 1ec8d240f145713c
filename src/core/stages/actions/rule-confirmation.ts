import type { Confirmation } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { blockIf, contradictionIf, defineAction, saysSomething } from '../define.ts'

/** 司法确认裁定: confirmed, refused (a new round of consultation follows) or withdrawn. */
export const ruleConfirmation = defineAction({
  id: 'rule-confirmation',
  title: '记录司法确认裁定',
  matter: 'confirmation',
  moves: false,
  follows: 'apply-confirmation',
  subjects: ({ court }) => court.confirmations.filter(isOpen).map(({ agreement }) => agreement),
  blockers: () => [],
  section: 'court.confirmations[]',
  at: (facts, subject) => [indexOf(facts, subject)],
  mode: 'upsert',
  ask: ['acceptedOn', 'announcedOn', 'ruledOn', 'result', 'rulingNumber', 'reason', 'signedCopy'],
  required: ['result'],
  defaults: ({ facts }, subject) => {
    const { result } = facts.court.confirmations[indexOf(facts, subject)] ?? {}
    return { agreement: subject, ...(result && { result }) }
  },
  refuse: (_, item) => {
    const ruled = item.result === 'confirmed' || item.result === 'refused'
    return [
      ...contradictionIf(ruled && item.ruledOn === undefined, '应当写明“裁定日期”', 'confirmation', {
        key: 'ruledOn',
      }),
      ...blockIf(
        item.result === 'refused' && !saysSomething(item.reason),
        '不予确认的，应当写明“不予确认的理由”，据此核实情况、重新磋商',
        'new-round',
        { key: 'reason' },
      ),
    ]
  },
})

/** Whether a ruling, or its day, is still to be recorded. */
function isOpen({ result, ruledOn }: Confirmation): boolean {
  return result === undefined || (result !== 'withdrawn' && ruledOn === undefined)
}

function indexOf({ court }: Facts, subject: string): number {
  return court.confirmations.findIndex((each) => each.agreement === subject && isOpen(each))
}
