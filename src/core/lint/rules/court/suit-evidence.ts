import type { Suit } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { lawStatus } from '../../../regulation/laws.ts'
import type { Regulation } from '../../../regulation/regulation.ts'
import { inCourt, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const suitEvidence = defineRule({
  id: 'court/suit-evidence',
  severity: 'warning',
  about: 'breach',
  unrecorded: '起诉时的证明事项',
  matter: 'suit-proof',
  title: '起诉时备齐应当证明的事项',
  why: '行为、违法性、损害和各项费用由原告证明，缺一项就可能败诉。',
  mend: '补充材料后填写「举证事项」。',
  *check({ facts, regulation }) {
    const wanted = regulation.list('suitProof').filter(({ code }) => code !== 'other')
    for (const suit of facts.court.suits) {
      const missing = wanted.filter(({ code }) => !suit.proof?.includes(code))
      if (missing.length === 0) continue
      const early = isBeforeItsLaw(regulation, suit)
      yield at(
        suit,
        suit.proof ? 'proof' : [],
        unproved(suit.id, missing.map(({ label }) => label).join('、'), early),
        early ? { severity: 'notice' } : {},
      )
    }
  },
  examples: {
    accept: [
      { title: '没有起诉', change: unchanged },
      { title: '各项齐全', change: sued(['act', 'illegality', 'damage', 'costs']) },
    ],
    reject: [
      {
        title: '没有证明费用',
        finds: ['notice - court.suits.0.proof'],
        change: sued(['act', 'illegality', 'damage']),
      },
    ],
  },
})

function sued(proof: string[]) {
  const suit: Suit = { id: 'S1', obligors: ['o2'], filedOn: '2025-09-01', proof }
  return inCourt((court) => {
    court.suits = [suit]
  })
}

/** Whether the suit was filed before the law that lists what to prove was in force (`law-at-the-time`). */
function isBeforeItsLaw({ articleOf, citedLaws }: Regulation, { filedOn }: Suit): boolean {
  const laws = citedLaws(articleOf('suit-proof'))
  return filedOn !== undefined && laws.some((law) => lawStatus(law, filedOn) === 'not-yet')
}

const unproved = (id: string, missing: string, early: boolean) =>
  `诉讼 ${id} 没有准备证明：${missing}。${
    early ? `起诉时${cite('suit-proof')}尚未施行，供参照` : `${cite('suit-proof')}：由原告提交相应材料`
  }；请补充并填写「举证事项」。`
