import type { Facts } from '../../../facts/facts.ts'
import { inInvestigation, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { section } from '../../support.ts'

/** The step that rests on a conclusion; consultation at the obligor's own request may come before it. 第十七条第二款 */
function stepTaken({ rounds, agreements, court }: Facts): string | undefined {
  if (agreements.some(({ signedOn }) => signedOn)) return '签署了协议'
  if (court.suits.some(({ filedOn }) => filedOn)) return '提起了诉讼'
  if (rounds.some(({ notice, earlyRequest }) => notice && !earlyRequest)) return '发出了磋商告知书'
  return undefined
}

export const conclusionMissing = defineRule({
  id: 'investigation/conclusion-missing',
  severity: 'error',
  article: '第十三条',
  title: '调查结束形成结论',
  why: '磋商、签约和起诉都以调查结论为根据；没有结论，索赔的事实和主张无从说起。',
  mend: '补作调查结论，写明建议启动磋商或者终止索赔。',
  *check({ facts }) {
    const step = facts.investigation?.conclusion ? undefined : stepTaken(facts)
    if (step) yield at(section(facts, 'investigation'), [], noConclusion(step))
  },
  examples: {
    accept: [
      { title: '有结论', change: unchanged },
      {
        title: '义务人主动要求磋商，调查仍在进行',
        change: (documents) => {
          delete documents.investigation?.conclusion
          delete documents.agreements
          const [round] = documents.consultation?.rounds ?? []
          if (round) round.earlyRequest = { by: 'o1', requestedOn: '2025-05-20' }
        },
      },
    ],
    reject: [
      {
        title: '没有结论就磋商',
        change: inInvestigation((document) => {
          delete document.conclusion
        }),
      },
    ],
  },
})

const noConclusion = (step: string) =>
  `已${step}，没有调查结论。第十三条：调查结束应当形成结论，提出磋商或者终止的意见；请补作结论。`
