import type { Confirmation } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { before, blockIf, defineAction, saysSomething } from '../define.ts'

/** 司法确认裁定: confirmed, refused (a new round of consultation follows) or withdrawn. 第二十四条第一款 */
export const ruleConfirmation = defineAction({
  id: 'rule-confirmation',
  title: '记录司法确认裁定',
  article: '第二十四条',
  moves: false,
  subjects: ({ court }) => court.confirmations.filter(isPending).map(({ agreement }) => agreement),
  blockers: () => [],
  target: (facts, subject) => ({
    document: 'court',
    path: ['confirmations', indexOf(facts, subject)],
    mode: 'upsert',
  }),
  ask: ['acceptedOn', 'announcedOn', 'ruledOn', 'result', 'rulingNumber', 'reason'],
  required: ['result'],
  defaults: (_, subject) => ({ agreement: subject }),
  refuse: ({ facts }, item, subject) => {
    const ruled = item.result === 'confirmed' || item.result === 'refused'
    const announcedOn = typeof item.announcedOn === 'string' ? item.announcedOn : undefined
    return [
      ...blockIf(ruled && item.ruledOn === undefined, '应当写明“裁定日期”', '第二十四条'),
      ...blockIf(
        item.result === 'refused' && !saysSomething(item.reason),
        '不予确认的，应当写明“不予确认的理由”，据此核实情况、重新磋商',
        '第二十四条',
      ),
      ...blockIf(
        before(item.ruledOn, facts.court.confirmations[indexOf(facts, subject)]?.appliedOn),
        '裁定日期早于申请日期',
        '第二十四条',
      ),
      ...blockIf(before(item.ruledOn, announcedOn), '裁定日期早于公告日期', '法释〔2019〕8号第二十条'),
    ]
  },
})

function isPending({ result }: Confirmation): boolean {
  return result === undefined
}

function indexOf({ court }: Facts, subject: string | null): number {
  return court.confirmations.findIndex((each) => each.agreement === subject && isPending(each))
}
