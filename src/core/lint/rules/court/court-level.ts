import type { Suit } from '../../../facts/documents.ts'
import { isBasicCourt } from '../../../facts/suits.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const courtLevel = defineRule({
  id: 'court/court-level',
  severity: 'warning',
  about: 'breach',
  matter: 'court-level',
  title: '向中级以上人民法院起诉',
  why: '损害赔偿诉讼由中级以上人民法院管辖，向基层人民法院起诉会被移送，耽误保全和时效。',
  mend: '改正“受诉法院”；中级人民法院裁定交由基层人民法院审理的，在“由基层人民法院审理的依据”中写明。',
  *check({ facts }) {
    for (const suit of facts.court.suits) {
      const { id, court = '', courtReason, agreement } = suit
      if (!isBasicCourt(court) || saysSomething(courtReason)) continue
      // A suit on an agreement may be seen as one on a contract.
      yield at(suit, 'court', basic(id, court), agreement === undefined ? {} : { severity: 'notice' })
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '中级人民法院', change: sued({ court: '南宁市中级人民法院' }) },
      {
        title: '中级人民法院裁定交由基层人民法院审理',
        change: sued({
          court: '南宁市青秀区人民法院',
          courtReason: '（2026）桂01民辖1号裁定交由该院审理',
        }),
      },
    ],
    reject: [
      {
        title: '基层人民法院',
        finds: ['warning - court.suits.0.court'],
        change: sued({ court: '南宁市青秀区人民法院' }),
      },
    ],
  },
})

function sued(more: Partial<Suit>) {
  const suit: Suit = { id: 'S1', obligors: ['o2'], filedOn: '2026-09-01', ...more }
  return inCourt((court) => {
    court.suits = [suit]
  })
}

const basic = (id: string, court: string) =>
  `诉讼 ${id} 的受诉法院${court}是基层人民法院。${cite('court-level')}：由中级以上人民法院管辖；请核对，经裁定交由基层人民法院审理的写明依据。`
