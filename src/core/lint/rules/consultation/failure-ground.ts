import type { Documents, Outcome, Round } from '../../../facts/documents.ts'
import { cite } from '../../../regulation/cite.ts'
import { failureObjection, isOrdinaryService, rolledDoubt } from '../../../stages/failure-ground.ts'
import { inRound, part, unchanged } from '../../change.ts'
import { at, type CaseScope, defineRule, type FindingDraft } from '../../define.ts'

export const failureGround = defineRule({
  id: 'consultation/failure-ground',
  severity: 'error',
  about: 'breach',
  matter: 'failure-grounds',
  title: '认定磋商不成的情形与事实相符',
  why: '磋商不成是起诉的前提；所选情形没有事实支持，法院可能认为没有经过磋商。',
  mend: '改选与事实相符的情形，或者补录拒绝、缺席、送达未成等事实。',
  *check(scope) {
    for (const round of scope.facts.rounds) {
      for (const outcome of round.outcomes ?? []) {
        if (outcome.kind !== 'failed') continue
        const { ground } = outcome
        if (!ground) {
          yield at(outcome, [], noGround, { code: 'missing', keys: ['ground'] })
          continue
        }
        const objection = failureObjection(scope, round, { ...outcome, ground })
        const label = scope.regulation.label('failureGrounds', ground)
        const doubt = rolledDoubt(scope, round, { ...outcome, ground })
        if (objection) yield at(outcome, 'ground', unfounded(label, objection), { code: ground })
        else if (doubt) {
          yield at(outcome, 'decidedOn', tooSoon(label, doubt), { code: ground, severity: 'warning' })
        } else if (ground === 'undeliverable') yield* triedOnce(scope, round, outcome)
      }
    }
  },
  examples: {
    accept: [
      { title: '磋商达成一致', change: unchanged },
      { title: '义务人明确拒绝', change: failed('refused-or-no-reply', '2025-06-04', refuse) },
      {
        title: '期满没有答复',
        change: failed('refused-or-no-reply', '2025-06-10', keepSilent),
      },
      { title: '超过磋商期限', change: failed('period-expired', '2025-08-26') },
      {
        title: '以两种方式送达未成',
        change: failed('undeliverable', '2025-06-10', (round) => {
          returned(round)
          part(round.services?.[0]).attempts?.push({ method: 'mail', on: '2025-05-28', result: '退回' })
        }),
      },
      {
        title: '认定以后才送达',
        change: failed('undeliverable', '2025-06-10', (round) => {
          returned(round)
          const service = part(round.services?.[0])
          service.attempts?.push({ method: 'mail', on: '2025-06-10', result: '退回' })
          service.servedOn = '2025-06-11'
        }),
      },
      {
        title: '两条送达记录，以不同方式送达未成',
        change: failed('undeliverable', '2025-08-25', (round) => {
          returned(round)
          round.services?.push({
            obligor: 'o1',
            method: 'mail',
            attempts: [{ method: 'mail', on: '2025-05-29', result: '退回' }],
          })
        }),
      },
    ],
    reject: [
      {
        title: '没有写明情形',
        finds: ['error missing consultation.rounds.0.outcomes.0'],
        change: failed(undefined, '2025-06-10'),
      },
      {
        title: '已经同意磋商，却认定未答复',
        finds: ['error refused-or-no-reply consultation.rounds.0.outcomes.0.ground'],
        change: failed('refused-or-no-reply', '2025-06-10'),
      },
      {
        title: '签订的协议仍然有效',
        finds: ['error period-expired consultation.rounds.0.outcomes.0.ground'],
        change: inRound((round) => {
          round.outcomes = [
            { obligor: 'o1', kind: 'failed', ground: 'period-expired', decidedOn: '2025-08-26', by: '许某' },
          ]
        }),
      },
      {
        title: '答复日未过就认定未答复',
        finds: ['error refused-or-no-reply consultation.rounds.0.outcomes.0.ground'],
        change: failed('refused-or-no-reply', '2025-06-09', keepSilent),
      },
      {
        title: '没有缺席或者退出的记录',
        finds: ['error absent-or-withdrew consultation.rounds.0.outcomes.0.ground'],
        change: failed('absent-or-withdrew', '2025-07-11'),
      },
      {
        title: '已经送达，却认定无法送达',
        finds: ['error undeliverable consultation.rounds.0.outcomes.0.ground'],
        change: failed('undeliverable', '2025-06-10'),
      },
      {
        title: '认定当日已经送达',
        finds: ['error undeliverable consultation.rounds.0.outcomes.0.ground'],
        change: failed('undeliverable', '2025-06-10', (round) => {
          returned(round)
          part(round.services?.[0]).servedOn = '2025-06-10'
        }),
      },
      {
        title: '认定以后才送达未成',
        finds: ['error undeliverable consultation.rounds.0.outcomes.0.ground'],
        change: failed('undeliverable', '2025-05-26', returned),
      },
      {
        title: '只以一种方式送达未成，就认定无法送达',
        finds: ['warning undeliverable consultation.rounds.0.outcomes.0.ground'],
        change: failed('undeliverable', '2025-06-10', returned),
      },
      {
        title: '没有被羁押的记录',
        finds: ['error detained consultation.rounds.0.outcomes.0.ground'],
        change: failed('detained', '2025-06-10'),
      },
      {
        title: '会议的次数不够',
        finds: ['error three-meetings consultation.rounds.0.outcomes.0.ground'],
        change: failed('three-meetings', '2025-07-11'),
      },
      {
        title: '磋商期限的最后一日就认定超过',
        finds: ['error period-expired consultation.rounds.0.outcomes.0.ground'],
        change: failed('period-expired', '2025-08-25'),
      },
      {
        title: '向另一人以别的方式送达，本人只有一种',
        finds: ['warning undeliverable consultation.rounds.0.outcomes.0.ground'],
        says: ['只记录了以「直接送达」一种方式'],
        change: failed('undeliverable', '2025-06-10', (round) => {
          returned(round)
          round.services?.push({ obligor: 'o2', method: 'mail' })
        }),
      },
    ],
  },
})

/** The consultation with the first obligor failed, and nothing was signed; `change` alters the round further. */
function failed(ground: string | undefined, decidedOn: string, change: (round: Round) => void = () => {}) {
  const inFirst = inRound((round) => {
    const outcome: Outcome = { obligor: 'o1', kind: 'failed', decidedOn, by: '许某' }
    round.outcomes = [ground === undefined ? outcome : { ...outcome, ground }]
    for (const meeting of round.meetings ?? []) meeting.outcome = 'continued'
    change(round)
  })
  return (documents: Documents): void => {
    delete documents.agreements
    inFirst(documents)
  }
}

function refuse(round: Round): void {
  round.replies = [{ obligor: 'o1', repliedOn: '2025-06-03', agrees: false }]
}

function keepSilent(round: Round): void {
  round.replies = []
}

function returned(round: Round): void {
  const attempts = [{ method: 'direct', on: '2025-05-27', result: '查无此人' }]
  round.services = [{ obligor: 'o1', method: 'direct', attempts }]
  round.replies = []
  round.meetings = []
}

/** 「均无法」: all ways of service must have failed, not only one (`undeliverable`). */
function* triedOnce({ regulation }: CaseScope, round: Round, outcome: Outcome): Iterable<FindingDraft> {
  const own = (round.services ?? []).filter(({ obligor }) => obligor === outcome.obligor)
  const tried = own.flatMap(({ method, attempts }) => [
    method,
    ...(attempts ?? []).map((each) => each.method),
  ])
  const [method, ...others] = [...new Set(tried.filter(isOrdinaryService))]
  if (method === undefined || others.length > 0) return
  const message = onlyOneWay(regulation.label('serviceMethods', method))
  yield at(outcome, 'ground', message, {
    code: 'undeliverable',
    severity: 'warning',
    matter: 'undeliverable',
  })
}

const onlyOneWay = (method: string) =>
  `认定无法送达，只记录了以「${method}」一种方式送达未成。${cite('undeliverable')}：公告以外的方式均无法送达；请补录其他方式，或者再以其他方式送达。`

const noGround = `认定磋商不成，没有写明属于哪种情形。${cite('failure-grounds')}；请填写「未达成一致的情形」。`

const tooSoon = (label: string, doubt: string) =>
  `认定磋商不成的情形是「${label}」，${doubt}（${cite('rest-day')}；是否适用于本项期限，条文未明）。请核对日期，或者在顺延的最后一日以后认定。`

const unfounded = (label: string, objection: string) =>
  `认定磋商不成的情形是「${label}」，但${objection}。${cite('failure-grounds')}；请改选情形，或者补录事实。`
