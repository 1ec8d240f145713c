import { describe } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import {
  all,
  inAgreement,
  inAppraisal,
  inCourt,
  inPayment,
  inProject,
  inRound,
  part,
} from '../../src/core/lint/change.ts'
import { danglingReference } from '../../src/core/lint/rules/case/dangling-reference.ts'
import { testExamples } from '../support/examples.ts'

/** A payment on a judgment, of an instalment that the judgment does not name. */
function paidOnJudgment(paidOn: string) {
  return inPayment((payment) => {
    delete payment.agreement
    Object.assign(payment, { id: 'J9', suit: 'S1', paidOn })
  })
}

/** A suit that the higher court sent back, and that was judged anew. */
function retried({ court }: Documents): void {
  part(court).suits = [
    { id: 'S1', obligors: ['o1'], judgedOn: '2026-03-01', remanded: [{ judgedOn: '2025-11-01' }] },
  ]
}

/** Two sets of restoration terms, the first in two phases. */
function inPhases({ agreements }: Documents): void {
  part(agreements?.agreements[0]).restoration = [
    { id: 'W1', mode: 'in-situ', phases: [{ id: '1' }, { id: '2' }] },
    { id: 'W2', mode: 'in-situ' },
  ]
}

describe('引用的编号都登记在案', () => {
  testExamples(danglingReference, {
    accept: [
      {
        title: '鉴定评估由公安机关和一名义务人共同委托',
        change: inAppraisal((appraisal) => {
          appraisal.commissionedBy = ['public-security', 'o2']
        }),
      },
      {
        title: '签约以前付的款，还没有抵作任何一笔',
        change: inPayment((payment) => {
          delete payment.agreement
          Object.assign(payment, { id: 'Y1', payer: 'o1' })
        }),
      },
      {
        title: '签约以前付的款，抵作协议的一笔',
        change: inPayment((payment) => {
          delete payment.agreement
          Object.assign(payment, { id: 'Y1', payer: 'o1', creditedTo: 'P1' })
        }),
      },
      {
        title: '付款依判决的一笔',
        change: all(
          inPayment((payment) => {
            delete payment.agreement
            Object.assign(payment, { id: 'J1', suit: 'S1' })
          }),
          inCourt((court) => {
            court.suits = [
              {
                id: 'S1',
                obligors: ['o1'],
                payments: [{ id: 'J1', dueOn: '2026-01-05', amount: '60000.00' }],
              },
            ]
          }),
        ),
      },
      {
        title: '起诉的款项是协议的一笔',
        change: inCourt((court) => {
          court.suits = [{ id: 'S1', obligors: ['o1'], agreement: 'G1', instalments: ['P1', 'P2'] }]
        }),
      },
      { title: '原判决发回重审，裁判以前依原判决付款', change: all(paidOnJudgment('2025-12-01'), retried) },
      {
        title: '发回重审的诉讼，项目的修复约定已随原判决消失',
        change: all(
          retried,
          inProject((project) => {
            delete project.agreement
            Object.assign(project, { suit: 'S1', terms: 'W9' })
          }),
        ),
      },
      {
        title: '替代修复没有写明项目库的项目',
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'off-site', amount: '1000.00' }]
        }),
      },
      {
        title: '修复约定的分期',
        change: all(
          inPhases,
          inProject((project) => {
            Object.assign(project, { terms: 'W1', phase: '2' })
          }),
        ),
      },
      {
        title: '没有写明依据，修复约定是协议的一项',
        change: all(
          inPhases,
          inProject((project) => {
            delete project.agreement
            Object.assign(project, { terms: 'W1' })
          }),
        ),
      },
      {
        title: '义务人主动要求磋商',
        change: inRound((round) => {
          round.earlyRequest = { by: 'o2', requestedOn: '2025-05-10' }
        }),
      },
    ],
    reject: [
      {
        title: '鉴定评估的委托人不是义务人',
        finds: ['error o9 appraisals.appraisals.0.commissionedBy.1'],
        change: inAppraisal((appraisal) => {
          appraisal.commissionedBy = ['obligee', 'o9']
        }),
      },
      {
        title: '所依方案的鉴定评估不存在',
        finds: ['error A9 restoration.projects.0.planAppraisal'],
        change: inProject((project) => {
          project.planAppraisal = 'A9'
        }),
      },
      {
        title: '付款所依的诉讼不存在',
        finds: ['error S9 payments.payments.0.suit'],
        change: inPayment((payment) => {
          payment.suit = 'S9'
        }),
      },
      {
        title: '会议的义务人不存在',
        finds: ['error o9 consultation.rounds.0.meetings.0.attended.1'],
        change: inRound((round) => {
          part(round.meetings?.[0]).attended = ['o1', 'o9']
        }),
      },
      {
        title: '主动要求磋商的人不是义务人',
        finds: ['error o9 consultation.rounds.0.earlyRequest.by'],
        change: inRound((round) => {
          round.earlyRequest = { by: 'o9', requestedOn: '2025-05-10' }
        }),
      },
      {
        title: '付款不是应付的一笔',
        finds: ['error P9 payments.payments.0.id'],
        change: inPayment((payment) => {
          payment.id = 'P9'
        }),
      },
      {
        title: '抵作的款项不存在',
        finds: ['error P9 payments.payments.0.creditedTo'],
        change: inPayment((payment) => {
          delete payment.agreement
          Object.assign(payment, { id: 'Y1', payer: 'o1', creditedTo: 'P9' })
        }),
      },
      {
        title: '起诉的款项是另一份协议的',
        finds: ['error Q1 court.suits.0.instalments'],
        change: all(
          inCourt((court) => {
            court.suits = [{ id: 'S1', obligors: ['o1'], agreement: 'G1', instalments: ['P1', 'Q1'] }]
          }),
          ({ agreements }) => {
            const first = part(agreements?.agreements[0])
            agreements?.agreements.unshift({
              ...first,
              id: 'G0',
              payments: [{ id: 'Q1', dueOn: '2025-08-20', amount: '1.00' }],
            })
          },
        ),
      },
      {
        title: '重审裁判以后付款，不是应付的一笔',
        finds: ['error J9 payments.payments.0.id'],
        change: all(paidOnJudgment('2026-03-02'), retried),
      },
      {
        title: '修复约定不存在',
        finds: ['error W9 restoration.projects.0.terms'],
        change: all(
          inPhases,
          inProject((project) => {
            project.terms = 'W9'
          }),
        ),
      },
      {
        title: '修复分期不存在',
        finds: ['error 3 restoration.projects.0.phase'],
        change: all(
          inPhases,
          inProject((project) => {
            Object.assign(project, { terms: 'W1', phase: '3' })
          }),
        ),
      },
      {
        title: '修复分期是另一项约定的',
        finds: ['error 2 restoration.projects.0.phase'],
        change: all(
          inPhases,
          inProject((project) => {
            Object.assign(project, { terms: 'W2', phase: '2' })
          }),
        ),
      },
      {
        title: '修复约定是另一份协议的',
        finds: ['error W1 restoration.projects.0.terms'],
        change: all(
          inPhases,
          inProject((project) => {
            Object.assign(project, { terms: 'W1', agreement: 'G0' })
          }),
          ({ agreements }) => {
            const first = part(agreements?.agreements[0])
            agreements?.agreements.push({ ...first, id: 'G0', restoration: { mode: 'in-situ' } })
          },
        ),
      },
    ],
  })
})
