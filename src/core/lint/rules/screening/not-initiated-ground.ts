import type { NotInitiate } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { groundDoubts } from '../../../facts/grounds.ts'
import { claimedObligors, obligorName } from '../../../facts/queries.ts'
import { isCovered } from '../../../facts/scope.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { inScreening, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const notInitiatedGround = defineRule({
  id: 'screening/not-initiated-ground',
  severity: 'error',
  about: 'breach',
  unrecorded: '不启动的情形和材料',
  matter: 'not-initiate',
  title: '不启动索赔有法定情形、理由和材料',
  why: `有损害而不索赔，只限于${cite('not-initiate')}列出的情形；没有理由和材料，事后无法说明。`,
  mend: '在「不启动决定」写明情形、理由、证据和决定日期。',
  *check({ facts, regulation }) {
    const { screening } = facts
    if (screening?.decision !== 'not-initiate') return
    const { damageFound, notInitiate } = screening
    // Damage outside the scope of the text is referred elsewhere by `scope`; it needs no ground of `not-initiate`.
    if (notInitiate) yield* [...incomplete(notInitiate), ...doubtful(facts, notInitiate)]
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
        finds: ['error ground screening.decision'],
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
        }),
      },
      {
        title: '没有写明是否发现损害',
        finds: ['error ground screening.decision'],
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          delete screening.damageFound
        }),
      },
      {
        title: '无财产而没有死亡或者终止的记录',
        finds: ['warning not-ended screening.notInitiate.ground'],
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          screening.notInitiate = { ground: 'no-assets', reason: '无财产。', evidence: ['E1'] }
        }),
      },
      {
        title: '没有材料',
        finds: ['error evidence screening.notInitiate'],
        change: inScreening((screening) => {
          screening.decision = 'not-initiate'
          screening.notInitiate = { ground: 'other', reason: '另案处理。', evidence: [] }
        }),
      },
    ],
  },
})

function* incomplete(notInitiate: NotInitiate): Iterable<FindingDraft> {
  if (!saysSomething(notInitiate.reason)) yield at(notInitiate, [], lacks('理由'), { code: 'reason' })
  if (!hasItems(notInitiate.evidence)) yield at(notInitiate, [], lacks('佐证材料'), { code: 'evidence' })
}

/** The check alone may not know yet who is liable; what it knows must fit the ground. */
function* doubtful(facts: Facts, notInitiate: NotInitiate): Iterable<FindingDraft> {
  const { ground, decidedOn } = notInitiate
  const claimed = claimedObligors(facts).map(({ id }) => id)
  for (const { code, obligors } of groundDoubts(facts, ground, claimed, decidedOn)) {
    const who = obligors.map((id) => obligorName(facts, id)).join('、')
    if (code === 'not-ended')
      yield at(notInitiate, 'ground', notEnded(who), { code, severity: 'warning', matter: 'no-assets' })
    if (code === 'no-judgment')
      yield at(notInitiate, 'ground', noJudgment, {
        code,
        severity: 'warning',
        matter: 'covered-by-judgment',
      })
  }
}

const notEnded = (who: string) =>
  `以无财产可供执行不启动，而没有${who}终止、解散或者死亡的记录。${cite('no-assets')}要求两者兼备；请补录「终止或死亡日期」。`

const noJudgment = `以生效裁判已经涵盖不启动，案件里没有这一裁判。${cite('covered-by-judgment')}：裁判应当已经生效，并全部涵盖索赔请求；请登记该裁判。`

const noGround = `核查发现损害而决定不启动，没有写明属于${cite('not-initiate')}哪种情形。请在「不启动决定」写明情形、理由和材料。`

const noFinding = `决定不启动，没有写明核查是否发现损害，也没有写明属于${cite('not-initiate')}哪种情形。请填写「是否造成损害」；有损害的，在「不启动决定」写明情形、理由和材料。`

const lacks = (what: string) =>
  `不启动索赔没有写明${what}。${cite('not-initiate')}：只有所列情形可以不启动；请补充${what}。`
