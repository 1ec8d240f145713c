import type { Facts } from '../../facts/facts.ts'
import { type GroundDoubt, groundDoubts } from '../../facts/grounds.ts'
import { claimedObligors, obligorName, releasedOn } from '../../facts/queries.ts'
import { blockIf, contradictionIf, defineAction } from '../define.ts'
import { handlersOn } from '../officers.ts'

/** 终止索赔: after initiation, on one of the grounds of the text, for all obligors or some; with its register. */
export const terminate = defineAction({
  id: 'terminate',
  title: '终止索赔',
  matter: 'termination',
  needsPermission: true,
  form: 'termination-register',
  moves: true,
  advised: ({ facts }) => facts.investigation?.conclusion?.recommendation === 'terminate',
  blockers: ({ facts: { investigation } }) =>
    contradictionIf(
      !investigation?.initiation,
      '尚未启动索赔；此前属于所列情形的，决定不启动（办“决定不启动索赔”）',
      'termination',
      { lacks: 'initiate' },
    ),
  section: 'closing.terminations',
  mode: 'append',
  ask: [
    'number',
    'obligors',
    'ground',
    'reason',
    'evidence',
    'decidedOn',
    'handlers',
    'approvals',
    'signedCopy',
  ],
  required: ['reason', 'evidence'],
  defaults: (view) => ({
    obligors: running(view.facts),
    decidedOn: view.today,
    handlers: handlersOn(view),
  }),
  proposes: (view, { decidedOn }) => ({ handlers: handlersOn(view, decidedOn) }),
  refuse: ({ facts }, { obligors = [], ground, decidedOn }) => {
    const others = obligors.filter((id) => !running(facts).includes(id))
    return [
      ...contradictionIf(
        !obligors.length && claimedObligors(facts).length > 0,
        '应当写明“终止的义务人”',
        'termination',
        { key: 'obligors' },
      ),
      ...contradictionIf(
        others.length > 0,
        `${nameEach(facts, others).join('、')} 不是本案尚未终止的赔偿义务人`,
        'termination',
        { key: 'obligors' },
      ),
      ...againstGround(facts, groundDoubts(facts, ground, obligors, decidedOn)),
    ]
  },
})

/** What the facts say against the ground; what only raises a doubt is told by lint. */
function againstGround(facts: Facts, doubts: readonly GroundDoubt[]) {
  const namesOf = (code: GroundDoubt['code']) =>
    doubts.filter((doubt) => doubt.code === code).flatMap((doubt) => nameEach(facts, doubt.obligors))
  const [living, unjudged] = [namesOf('not-ended'), namesOf('no-judgment')]
  const [owing, fixed] = [namesOf('unperformed'), namesOf('fixed')]
  return [
    ...blockIf(
      living.length > 0,
      `${living.join('、')}在决定之日没有终止、解散或者死亡的记录；先记录终止或者死亡的日期（办“增加或者更正赔偿义务人”），只是没有财产的不属于该情形`,
      'no-assets',
      { key: 'ground' },
    ),
    ...blockIf(
      owing.length > 0,
      `${owing.join('、')}在本案的协议或者裁判项下还有没有履行的义务，不是已经履行，也没有被裁判了结；不履行的申请强制执行或者起诉`,
      'termination',
      { key: 'ground' },
    ),
    ...blockIf(
      fixed.length > 0,
      `对${fixed.join('、')}的赔偿已由法院确认或者判决，不能再以不需要赔偿的理由终止；不履行的申请强制执行`,
      'termination',
      { key: 'ground' },
    ),
    ...blockIf(
      unjudged.length > 0,
      `没有涵盖对${unjudged.join('、')}请求的生效裁判的记录；先登记该裁判`,
      'covered-by-judgment',
      { key: 'ground' },
    ),
  ]
}

function nameEach(facts: Facts, ids: readonly string[]): string[] {
  return ids.map((id) => obligorName(facts, id))
}

/** Those against whom the claim was not given up. */
function running(facts: Facts): string[] {
  return facts.obligors.map(({ id }) => id).filter((id) => !releasedOn(facts, id))
}
