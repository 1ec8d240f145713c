import { describe } from 'vitest'
import type { Documents, Suit } from '../../src/core/facts/documents.ts'
import {
  all,
  inAgreement,
  inCourt,
  inInvestigation,
  inRound,
  part,
  without,
} from '../../src/core/lint/change.ts'
import { stageGap } from '../../src/core/lint/rules/case/stage-gap.ts'
import { testExamples } from '../support/examples.ts'

/** What follows the signing of an agreement. */
const sinceSigning = without('agreements', 'court', 'restoration', 'payments')

function closed(documents: Documents): void {
  documents.closing = { closed: { closedOn: '2025-03-10' } }
}

function terminated(documents: Documents): void {
  documents.closing = { terminations: [{ obligors: ['o2'], decidedOn: '2025-05-25', ground: 'no-assets' }] }
}

const proposingTermination = inInvestigation((document) => {
  part(document.conclusion).recommendation = 'terminate'
})

/** The second obligor is sued. */
function suing(suit: Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [{ id: 'S1', obligors: ['o2'], ...suit }]
  })
}

/** The round failed with the second obligor. */
function failed(decidedOn: string) {
  return inRound((round) => {
    part(round.outcomes)[1] = {
      obligor: 'o2',
      kind: 'failed',
      ground: 'period-expired',
      decidedOn,
      by: '许某',
    }
  })
}

function rescinded(rescindedOn: string | undefined) {
  return inAgreement((agreement) => {
    Object.assign(agreement, { status: 'rescinded', ...(rescindedOn && { rescindedOn }) })
  })
}

describe('第四条: 后一环节有前一环节作根据', () => {
  testExamples(stageGap, {
    accept: [
      {
        title: '没有启动，核查后决定不启动，结案',
        change: all(without('investigation', 'consultation'), sinceSigning, closed),
      },
      {
        title: '协议已经解除的，不再问怎样谈成',
        change: all(
          inRound((round) => {
            round.meetings = []
          }),
          inAgreement((agreement) => {
            agreement.status = 'rescinded'
          }),
        ),
      },
      {
        title: '协议没有签署，也没有谈成',
        change: all(
          inRound((round) => {
            round.meetings = []
          }),
          inAgreement((agreement) => {
            delete agreement.signedOn
          }),
          (documents) => {
            delete documents.court
          },
        ),
      },
      {
        title: '变更的协议没有写明轮次',
        change: ({ agreements }) => {
          const first = part(agreements?.agreements[0])
          const { round: _, ...later } = first
          agreements?.agreements.push({ ...later, id: 'G2', amends: 'G1' })
        },
      },
      {
        title: '认定磋商不成的当天起诉',
        change: all(failed('2025-09-01'), suing({ filedOn: '2025-09-01' })),
      },
      { title: '协议解除的当天起诉', change: all(rescinded('2025-09-01'), suing({ filedOn: '2025-09-01' })) },
      {
        title: '解除日期不明，签约以后起诉',
        change: all(rescinded(undefined), suing({ filedOn: '2025-09-01' })),
      },
      { title: '就协议的违约起诉', change: suing({ filedOn: '2025-12-01', agreement: 'G1' }) },
      { title: '写明先行起诉的理由', change: suing({ filedOn: '2025-09-01', overrideReason: '时效将满' }) },
      { title: '起诉状还没有提交', change: suing({}) },
      {
        title: '二审维持后生效',
        change: suing({
          filedOn: '2025-12-01',
          agreement: 'G1',
          effectiveOn: '2026-04-20',
          appeal: { by: 'o2', on: '2026-04-01', judgedOn: '2026-04-20', result: 'upheld' },
        }),
      },
      {
        title: '没有上诉而生效',
        change: suing({ filedOn: '2025-12-01', agreement: 'G1', effectiveOn: '2026-04-20' }),
      },
      {
        title: '发回重审，还没有生效',
        change: suing({
          filedOn: '2025-12-01',
          agreement: 'G1',
          appeal: { by: 'o2', on: '2026-04-01', judgedOn: '2026-04-20', result: 'remanded' },
        }),
      },
      {
        title: '建议终止，义务人主动要求的磋商',
        change: all(
          proposingTermination,
          inRound((round) => {
            round.earlyRequest = { by: 'o1', requestedOn: '2025-05-10' }
          }),
        ),
      },
      { title: '启动以后终止', change: terminated },
    ],
    reject: [
      {
        title: '没有核查就结案',
        finds: ['error - closing.closed'],
        change: all(without('screening', 'investigation', 'consultation'), sinceSigning, closed),
      },
      {
        title: '没有启动就磋商',
        finds: ['error - consultation.rounds.0'],
        change: all(without('investigation'), sinceSigning),
      },
      {
        title: '没有启动就终止',
        finds: ['error - closing.terminations.0'],
        change: all(without('investigation', 'consultation'), sinceSigning, terminated),
      },
      {
        title: '建议终止却发出告知书',
        finds: ['error - consultation.rounds.0.notice'],
        change: proposingTermination,
      },
      {
        title: '没有签署就申请司法确认',
        finds: ['error - court.confirmations.0.agreement'],
        change: inAgreement((agreement) => {
          delete agreement.signedOn
        }),
      },
      {
        title: '协议没有写明轮次',
        finds: ['error - agreements.agreements.0'],
        change: inAgreement((agreement) => {
          delete agreement.round
        }),
      },
      {
        title: '只与一人谈成就与两人签约',
        finds: ['error - agreements.agreements.0.obligors.1'],
        change: inRound((round) => {
          for (const meeting of round.meetings ?? []) if (meeting.agreedWith) meeting.agreedWith = ['o1']
        }),
      },
      {
        title: '认定磋商不成的前一日起诉',
        finds: ['error - court.suits.0.obligors.0'],
        change: all(failed('2025-09-02'), suing({ filedOn: '2025-09-01' })),
      },
      {
        title: '协议解除的前一日起诉',
        finds: ['error - court.suits.0.obligors.0'],
        change: all(rescinded('2025-09-02'), suing({ filedOn: '2025-09-01' })),
      },
      {
        title: '另一份协议解除，与被告无关',
        finds: ['error - court.suits.0.obligors.0'],
        change: all(
          rescinded('2025-09-01'),
          suing({ filedOn: '2025-09-01' }),
          inAgreement((agreement) => {
            agreement.obligors = ['o1']
          }),
        ),
      },
    ],
  })
})
