import { unpaidRest } from '../../../facts/bankruptcy.ts'
import type { Bankruptcy } from '../../../facts/documents.ts'
import { type Fen, showYuan } from '../../../facts/money.ts'
import { endedOn } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { inCase, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const bankruptcyRest = defineRule({
  id: 'payments/bankruptcy-rest',
  severity: 'notice',
  about: 'omission',
  severityStays: 'owed',
  matter: 'bankruptcy-rest',
  title: '破产程序终结后未受清偿的部分有交代',
  why: '分配不足的部分不因程序终结而消失：保证人和其他连带的义务人仍要负责，发现应追回的财产还可以请求追加分配（此条未与原文核对）。',
  mend: '向保证人和连带的义务人主张；义务人注销的，记录「终止或死亡日期」，没有财产又没有承继人的，可以办理终止索赔。',
  *check({ facts }) {
    for (const { id, name, bankruptcy } of facts.obligors) {
      const rest = bankruptcy && unpaidRest(bankruptcy)
      if (!rest || endedOn(facts, id)) continue
      yield at(bankruptcy, 'endedOn', leftUnpaid(name, bankruptcy, rest), { code: id, subject: id })
    }
  },
  examples: {
    accept: [
      { title: '没有破产', change: unchanged },
      { title: '程序还没有终结', change: bankrupt({ claimed: '300000.00' }) },
      {
        title: '全部受偿',
        change: bankrupt({
          admitted: '300000.00',
          distributions: [{ on: '2026-09-01', amount: '300000.00' }],
          endedOn: '2026-10-08',
        }),
      },
    ],
    reject: [
      {
        title: '分到一部分，程序终结',
        finds: ['notice o1 case.obligors.0.bankruptcy.endedOn'],
        change: bankrupt({
          claimed: '300000.00',
          admitted: '250000.00',
          distributions: [{ on: '2026-09-01', amount: '25000.00' }],
          endedOn: '2026-10-08',
        }),
      },
    ],
  },
})

function bankrupt(more: Partial<Bankruptcy>) {
  return inCase(({ obligors }) => {
    part(obligors[0]).bankruptcy = { openedOn: '2026-02-02', claimedOn: '2026-02-20', ...more }
  })
}

const leftUnpaid = (name: string, { endedOn: ended }: Bankruptcy, rest: Fen) =>
  `${name}的破产程序已于 ${ended ?? ''} 终结，尚有 ${showYuan(rest)} 未受清偿。${cite('bankruptcy-rest')}（未与原文核对）：保证人和其他连带债务人继续负责，发现应追回的财产可以请求追加分配；请核对由谁承担。`
