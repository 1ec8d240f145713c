import type { Outcome, Round } from '../../../facts/documents.ts'
import { obligorOf } from '../../../facts/queries.ts'
import { inRound, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule } from '../../define.ts'
import { says } from '../../support.ts'

/** Why a recorded ground does not fit the facts; undefined when it does. */
type Objection = (outcome: Outcome, round: Round, scope: CaseScope) => string | undefined

export const failureGround = defineRule({
  id: 'consultation/failure-ground',
  severity: 'error',
  article: '第二十二条',
  title: '认定磋商不成的情形与事实相符',
  why: '磋商不成是起诉的前提；所选情形没有事实支持，法院可能认为没有经过磋商。',
  mend: '改选与事实相符的情形，或者补录拒绝、缺席、送达未成等事实。',
  *check(scope) {
    for (const round of scope.facts.rounds) {
      for (const outcome of round.outcomes ?? []) {
        if (outcome.kind !== 'failed') continue
        const { ground } = outcome
        if (!ground) {
          yield at(outcome, [], noGround, { code: 'missing' })
          continue
        }
        const objection = objections[ground]?.(outcome, round, scope)
        const label = scope.regulation.label('failureGrounds', ground)
        if (objection) yield at(outcome, 'ground', unfounded(label, objection), { code: ground })
      }
    }
  },
  examples: {
    accept: [
      { title: '磋商达成一致', change: unchanged },
      { title: '义务人明确拒绝', change: inRound(failed('refused-or-no-reply', '2025-06-04', refuse)) },
      { title: '期满没有答复', change: inRound(failed('refused-or-no-reply', '2025-06-10', keepSilent)) },
      { title: '超过磋商期限', change: inRound(failed('period-expired', '2025-08-26')) },
    ],
    reject: [
      { title: '没有写明情形', change: inRound(failed(undefined, '2025-06-10')) },
      { title: '已经同意磋商，却认定未答复', change: inRound(failed('refused-or-no-reply', '2025-06-10')) },
      {
        title: '答复日未过就认定未答复',
        change: inRound(failed('refused-or-no-reply', '2025-06-09', keepSilent)),
      },
      { title: '没有缺席或者退出的记录', change: inRound(failed('absent-or-withdrew', '2025-07-11')) },
      { title: '已经送达，却认定无法送达', change: inRound(failed('undeliverable', '2025-06-10')) },
      { title: '没有被羁押的记录', change: inRound(failed('detained', '2025-06-10')) },
      { title: '只开了两次会', change: inRound(failed('three-meetings', '2025-07-11')) },
      { title: '磋商期限的最后一日就认定超过', change: inRound(failed('period-expired', '2025-08-25')) },
    ],
  },
})

const objections: Readonly<Record<string, Objection>> = {
  'refused-or-no-reply': ({ obligor, decidedOn }, round, { deadlines }) => {
    const replies = (round.replies ?? []).filter((reply) => reply.obligor === obligor)
    if (replies.some(({ agrees }) => !agrees)) return undefined
    if (replies.some(({ repliedOn }) => repliedOn <= decidedOn)) return '该义务人已答复同意磋商'
    const due = deadlines.find(
      ({ deadline, subject }) => deadline === 'reply' && subject === `${round.round}/${obligor}`,
    )?.due
    if (!due) return '没有送达或者没有规定答复时间'
    return decidedOn > due ? undefined : `答复时间到 ${due} 才届满`
  },
  'absent-or-withdrew': ({ obligor, decidedOn }, { meetings }) => {
    const missed = (meetings ?? []).some(
      ({ heldOn, absent, withdrew }) =>
        heldOn <= decidedOn && (absent?.includes(obligor) || withdrew?.includes(obligor)),
    )
    return missed ? undefined : '会议记录没有该义务人无故缺席或者退出'
  },
  undeliverable: ({ obligor }, { services }) => {
    const own = (services ?? []).filter((service) => service.obligor === obligor)
    if (own.some(({ servedOn }) => servedOn)) return '告知书已经送达'
    const tried = own.flatMap(({ attempts }) => attempts ?? [])
    return tried.some(({ method }) => method !== 'public-notice')
      ? undefined
      : '没有以公告以外的方式送达未成的记录'
  },
  detained: ({ obligor }, _, { facts }) =>
    obligorOf(facts, obligor)?.custody ? undefined : '没有该义务人被羁押的记录（obligors[].custody）',
  'three-meetings': ({ decidedOn }, { meetings }, { regulation }) => {
    const held = (meetings ?? []).filter(({ heldOn }) => heldOn <= decidedOn).length
    const wanted = regulation.count('meetings')
    return held >= wanted ? undefined : `认定时开了 ${held} 次会议，不足 ${wanted} 次`
  },
  'period-expired': ({ obligor, decidedOn }, round, { deadlines }) => {
    const due = deadlines.find(
      ({ deadline, subject }) => deadline === 'consultation' && subject === `${round.round}/${obligor}`,
    )?.due
    if (!due) return '告知书没有送达，磋商期限尚未起算'
    return decidedOn > due ? undefined : `磋商期限到 ${due} 才届满`
  },
  other: ({ reason }) => (says(reason) ? undefined : '没有写明具体情形'),
}

/** The round with the first obligor's consultation failed, after a further change. */
function failed(ground: string | undefined, decidedOn: string, change: (round: Round) => void = () => {}) {
  return (round: Round): void => {
    const outcome: Outcome = { obligor: 'o1', kind: 'failed', decidedOn, by: '许某' }
    round.outcomes = [ground === undefined ? outcome : { ...outcome, ground }]
    for (const meeting of round.meetings ?? []) meeting.outcome = 'continued'
    change(round)
  }
}

function refuse(round: Round): void {
  round.replies = [{ obligor: 'o1', repliedOn: '2025-06-03', agrees: false }]
}

function keepSilent(round: Round): void {
  round.replies = []
}

const noGround = '认定磋商不成，没有写明属于哪种情形。第二十二条第二款；请填写 ground。'

const unfounded = (label: string, objection: string) =>
  `认定磋商不成的情形是「${label}」，但${objection}。第二十二条；请改选情形，或者补录事实。`
