import type { Termination } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { says, some } from '../../support.ts'

export const terminationGround = defineRule({
  id: 'investigation/termination-ground',
  severity: 'error',
  about: 'breach',
  matter: 'termination',
  title: '终止索赔写明理由并附材料',
  why: '终止登记表要详细说明终止理由、提供佐证材料；否则等于放弃索赔而没有交代。',
  mend: '补充「终止理由」和「终止佐证材料」。',
  *check({ facts }) {
    for (const termination of facts.closing.terminations) {
      if (!says(termination.reason)) yield at(termination, [], lacks('终止理由'), { code: 'reason' })
      if (!some(termination.evidence)) yield at(termination, [], lacks('佐证材料'), { code: 'evidence' })
    }
  },
  examples: {
    accept: [
      { title: '没有终止', change: unchanged },
      {
        title: '理由和材料齐全',
        change: terminate({ reason: '已注销且无财产可供执行。', evidence: ['E1'] }),
      },
    ],
    reject: [
      { title: '没有理由', change: terminate({ reason: '', evidence: ['E1'] }) },
      { title: '没有材料', change: terminate({ reason: '已注销且无财产可供执行。' }) },
    ],
  },
})

function terminate(more: Partial<Termination>) {
  return (documents: { closing?: { terminations?: Termination[] } }): void => {
    const termination = { obligors: ['o2'], ground: 'no-assets', decidedOn: '2025-05-20', ...more }
    documents.closing = { terminations: [termination] }
  }
}

const lacks = (what: string) =>
  `终止索赔没有${what}。${cite('termination')}：应当详细说明终止理由、提供佐证材料；请补充。`
