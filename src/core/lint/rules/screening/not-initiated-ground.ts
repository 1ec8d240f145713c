import type { NotInitiate } from '../../../facts/documents.ts'
import { isCovered } from '../../../facts/scope.ts'
import { cite } from '../../../regulation/cite.ts'
import { inScreening, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { says, some } from '../../support.ts'

export const notInitiatedGround = defineRule({
  id: 'screening/not-initiated-ground',
  severity: 'error',
  about: 'breach',
  matter: 'not-initiate',
  title: '不启动索赔有法定情形、理由和材料',
  why: `有损害而不索赔，只限于${cite('not-initiate')}列出的情形；没有理由和材料，事后无法说明。`,
  mend: '在「不启动决定」写明情形、理由、证据和决定日期。',
  *check({ facts, regulation }) {
    const { screening } = facts
    if (screening?.decision !== 'not-initiate') return
    const { damageFound, notInitiate } = screening
    // Damage outside the scope of the text goes elsewhere by `scope`; it needs no ground of `not-initiate`.
    if (notInitiate) yield* incomplete(notInitiate)
    else if (isCovered(facts, regulation) && damageFound !== false) {
      yield at('screening', 'decision', damageFound ? noGround : noFinding, { code: 'ground' })
    }
  },
  examples: {
    accept: [
      { title: '启动索赔', change: unchanged },
      {
        title: '情形、理由和材料齐全',
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          screening.notInitiate = { ground: 'already-performed', reason: '已自行修复。', evidence: ['E1'] }
        }),
      },
      {
        title: '核查没有发现损害',
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          screening.damageFound = false
        }),
      },
      {
        title: '海洋损害，不在适用范围',
        change: (documents) => {
          documents.case.damage.scope = 'marine'
          documents.screening = { checkedOn: '2025-03-05', damageFound: true, decision: 'not-initiate' }
        },
      },
    ],
    reject: [
      {
        title: '没有写明情形',
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
        }),
      },
      {
        title: '没有写明是否发现损害',
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          delete screening.damageFound
        }),
      },
      {
        title: '没有材料',
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          screening.notInitiate = { ground: 'other', reason: '另案处理。', evidence: [] }
        }),
      },
    ],
  },
})

function* incomplete(notInitiate: NotInitiate): Iterable<FindingDraft> {
  if (!says(notInitiate.reason)) yield at(notInitiate, [], lacks('理由'), { code: 'reason' })
  if (!some(notInitiate.evidence)) yield at(notInitiate, [], lacks('佐证材料'), { code: 'evidence' })
}

const noGround = `核查发现损害而决定不启动，没有写明属于${cite('not-initiate')}哪种情形。请在「不启动决定」写明情形、理由和材料。`

const noFinding = `决定不启动，没有写明核查是否发现损害，也没有写明属于${cite('not-initiate')}哪种情形。请填写「是否造成损害」；有损害的，在「不启动决定」写明情形、理由和材料。`

const lacks = (what: string) =>
  `不启动索赔没有写明${what}。${cite('not-initiate')}：只有所列情形可以不启动；请补充${what}。`
