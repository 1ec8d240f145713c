import type { Documents, Obligor, Termination } from '../../../facts/documents.ts'
import { type GroundDoubt, groundDoubts } from '../../../facts/grounds.ts'
import { obligorName } from '../../../facts/queries.ts'
import { cite, type Matter } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { all, inCase, part, unchanged } from '../../change.ts'
import { at, defineRule, type Severity } from '../../define.ts'
import { hasItems } from '../../support.ts'

export const terminationGround = defineRule({
  id: 'investigation/termination-ground',
  severity: 'error',
  about: 'breach',
  unrecorded: '终止的理由和材料',
  matter: 'termination',
  title: '终止索赔属于所列情形，写明理由并附材料',
  why: '终止登记表要详细说明终止理由、提供佐证材料；否则等于放弃索赔而没有交代。',
  mend: '补充「终止理由」和「终止佐证材料」；情形与案件记录不符的，补录事实，或者撤销终止。',
  *check({ facts }) {
    for (const termination of facts.closing.terminations) {
      if (!saysSomething(termination.reason)) yield at(termination, [], lacks('终止理由'), { code: 'reason' })
      if (!hasItems(termination.evidence)) yield at(termination, [], lacks('佐证材料'), { code: 'evidence' })
      const { ground, obligors, decidedOn } = termination
      for (const { code, obligors: doubtful } of groundDoubts(facts, ground, obligors, decidedOn)) {
        const who = doubtful.map((id) => obligorName(facts, id)).join('、')
        yield at(termination, 'ground', doubtText[code](who), { code, ...doubtMore[code] })
      }
    }
  },
  examples: {
    accept: [
      { title: '没有终止', change: unchanged },
      {
        title: '理由和材料齐全',
        change: all(dead, terminatedBy({ reason: '已死亡且无财产可供执行。', evidence: ['E1'] })),
      },
      {
        title: '已有生效裁判涵盖',
        change: all(
          inCase((file) => {
            file.relatedProceedings = [
              { kind: 'judgment', reference: '（2025）桂01民初7号', obligors: ['o2'] },
            ]
          }),
          terminatedBy({ ground: 'covered-by-judgment', reason: '裁判已全部涵盖。', evidence: ['E1'] }),
        ),
      },
      {
        title: '显著轻微，还没有协议',
        change: all(
          unsigned,
          terminatedBy({ ground: 'manifestly-minor', reason: '损害显著轻微。', evidence: ['E1'] }),
        ),
      },
    ],
    reject: [
      {
        title: '协议已经司法确认，又以显著轻微终止',
        finds: ['warning agreed closing.terminations.0.ground'],
        change: terminatedBy({ ground: 'manifestly-minor', reason: '损害显著轻微。', evidence: ['E1'] }),
      },
      {
        title: '协议已经司法确认，又以合法排污终止',
        finds: ['warning agreed closing.terminations.0.ground'],
        change: terminatedBy({ ground: 'lawful-permit', reason: '持证排污。', evidence: ['E1'] }),
      },
      {
        title: '已经签订协议，又以显著轻微终止',
        finds: ['warning agreed closing.terminations.0.ground'],
        change: all(
          unconfirmed,
          terminatedBy({ ground: 'manifestly-minor', reason: '损害显著轻微。', evidence: ['E1'] }),
        ),
      },
      {
        title: '没有死亡或者终止的记录',
        finds: ['warning not-ended closing.terminations.0.ground'],
        change: terminatedBy({ reason: '无财产可供执行。', evidence: ['E1'] }),
      },
      {
        title: '已有人承继',
        finds: ['warning succeeded closing.terminations.0.ground'],
        change: all(dead, succeeded, terminatedBy({ reason: '已死亡。', evidence: ['E1'] })),
      },
      {
        title: '没有生效裁判的记录',
        finds: ['warning no-judgment closing.terminations.0.ground'],
        change: terminatedBy({ ground: 'covered-by-judgment', reason: '裁判已全部涵盖。', evidence: ['E1'] }),
      },
      {
        title: '公益诉讼已经撤诉，不是涵盖的裁判',
        finds: ['warning no-judgment closing.terminations.0.ground'],
        change: all(
          unsigned,
          inCase((file) => {
            file.relatedProceedings = [
              { kind: 'public-interest', reference: '（2025）桂01民初7号', result: '已撤诉' },
            ]
          }),
          terminatedBy({ ground: 'covered-by-judgment', reason: '裁判已全部涵盖。', evidence: ['E1'] }),
        ),
      },
      {
        title: '款项没有付清，又以已经履行终止',
        finds: ['error unperformed closing.terminations.0.ground'],
        change: all(
          (documents) => {
            delete documents.payments
          },
          terminatedBy({
            obligors: ['o1', 'o2'],
            ground: 'already-performed',
            decidedOn: '2025-10-30',
            reason: '已履行。',
            evidence: ['E1'],
          }),
        ),
      },
      {
        title: '没有理由',
        finds: ['error reason closing.terminations.0', 'warning not-ended closing.terminations.0.ground'],
        change: terminatedBy({ reason: '', evidence: ['E1'] }),
      },
      {
        title: '没有材料',
        finds: ['error evidence closing.terminations.0', 'warning not-ended closing.terminations.0.ground'],
        change: terminatedBy({ reason: '已注销且无财产可供执行。' }),
      },
    ],
  },
})

function unconfirmed(documents: Documents): void {
  delete documents.court
}

function unsigned(documents: Documents): void {
  unconfirmed(documents)
  delete documents.agreements
}

/** The second obligor of the sample died before the decision. */
function dead(documents: Documents): void {
  inSecond(documents).endedOn = '2025-05-10'
}

function succeeded(documents: Documents): void {
  inSecond(documents).successor = { kind: 'individual', name: '郑某二', relation: '继承人' }
}

function inSecond({ case: { obligors } }: Documents): Obligor {
  return part(obligors[1])
}

function terminatedBy(more: Partial<Termination>) {
  return (documents: { closing?: { terminations?: Termination[] } }): void => {
    const termination = { obligors: ['o2'], ground: 'no-assets', decidedOn: '2025-05-20', ...more }
    documents.closing = { terminations: [termination] }
  }
}

/** What contradicts a court is an error; what is not on record, or rests on a law that was not read, a warning. */
const doubtMore: Readonly<Record<GroundDoubt['code'], { severity?: Severity; matter?: Matter }>> = {
  'not-ended': { severity: 'warning', matter: 'no-assets' },
  succeeded: { severity: 'warning', matter: 'succession' },
  'no-judgment': { severity: 'warning', matter: 'covered-by-judgment' },
  unperformed: {},
  fixed: {},
  agreed: { severity: 'warning' },
}

const doubtText: Readonly<Record<GroundDoubt['code'], (who: string) => string>> = {
  'not-ended': (who) =>
    `以无财产可供执行终止对${who}的索赔，而决定之日没有其终止、解散或者死亡的记录。${cite('no-assets')}要求两者兼备；请补录「终止或死亡日期」，只是没有财产的不属于该情形。`,
  succeeded: (who) =>
    `${who}的责任已有人承继，不能只因其终止或者死亡而终止索赔（${cite('succession')}，未与原文核对）；请向承继人主张。`,
  'no-judgment': (who) =>
    `以生效裁判已经涵盖终止对${who}的索赔，案件里没有这一裁判。${cite('covered-by-judgment')}：裁判应当已经生效，并全部涵盖索赔请求；请登记该裁判。`,
  unperformed: (who) =>
    `${who}在本案的协议或者裁判项下还有没有履行的义务，不能以已经履行或者已有裁判涵盖终止索赔（${cite('termination')}）：本案自己的裁判要履行完毕才了结。请撤销终止；已经履行的，补录履行情况。`,
  fixed: (who) =>
    `对${who}的赔偿已由法院确认或者判决，不能再以损害显著轻微、排污合法等不需要赔偿的理由终止（${cite('termination')}）。不需要继续履行的，依法变更或者撤销该裁判；请撤销终止。`,
  agreed: (who) =>
    `已与${who}签订赔偿协议，又以损害显著轻微、排污合法等不需要赔偿的理由终止（${cite('termination')}）。请核对理由是否属实，并说明协议如何处理。`,
}

const lacks = (what: string) =>
  `终止索赔没有${what}。${cite('termination')}：应当详细说明终止理由、提供佐证材料；请补充。`
