import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { both, type Change, inRound, notified, served, upTo } from '../../../support/actions.ts'
import {
  advance,
  expectRefused,
  expectWritten,
  id,
  type Refused,
  repositoryAfter,
  type Written,
} from '../../../support/advance.ts'
import { dataOf } from '../../../support/cli.ts'

const small: Change = ({ case: file }) => {
  file.damage.estimatedLoss = '250000.00'
}
const simple: Change = both(upTo.conclusion, small, ({ case: file }) => {
  file.simpleCase = { factsSimple: true, liabilityUndisputed: true }
})
const thirdMeeting = inRound((round) => {
  round.meetings = [1, 2, 3].map((number) => ({
    number,
    heldOn: `2026-07-2${number}`,
    attended: ['o1', 'o2'],
    outcome: 'continued',
  }))
})
const signed: Change = (documents) => {
  for (const name of ['court', 'restoration', 'payments', 'supervision'] as const) delete documents[name]
}
const partly: Change = both(signed, ({ appraisals, agreements }) => {
  for (const appraisal of appraisals?.appraisals ?? []) appraisal.restorability = 'partial'
  for (const agreement of agreements?.agreements ?? []) agreement.performanceBond = { amount: '50000.00' }
})

describe('ejc advance, from consultation to closing', () => {
  it.each<Written>([
    [
      'request-early-consultation',
      null,
      upTo.appraisal,
      '2026-04-30',
      ['by=o1'],
      'consultation',
      { rounds: [{ round: 1, earlyRequest: { by: 'o1', requestedOn: '2026-04-30' } }] },
    ],
    [
      'record-failed-service',
      '1/o2',
      notified,
      '2026-07-02',
      ['method=邮寄送达', 'result=退回'],
      'consultation',
      {
        rounds: [
          { services: [{ obligor: 'o2', method: 'mail', attempts: [{ method: 'mail', result: '退回' }] }] },
        ],
      },
    ],
    [
      'consent-more-meetings',
      '1',
      thirdMeeting,
      '2026-07-24',
      ['reason=案情复杂'],
      'consultation',
      { rounds: [{ moreMeetings: { consentedBy: '南宁市生态环境局', consentedOn: '2026-07-24' } }] },
    ],
    [
      'waive-meeting',
      '1',
      simple,
      '2026-06-30',
      ['o1', 'o2'].flatMap((obligor, at) => [
        `consents.${at}.obligor=${obligor}`,
        `consents.${at}.consentedOn=2026-06-29`,
        `consents.${at}.document=同意书`,
      ]),
      'consultation',
      { rounds: [{ round: 1, meetingWaiver: { consents: [{ obligor: 'o1' }, { obligor: 'o2' }] } }] },
    ],
    [
      'fail-consultation',
      '1/o2',
      served,
      '2026-07-11',
      ['reason=期满未答复'],
      'consultation',
      {
        rounds: [
          { outcomes: [{ obligor: 'o2', kind: 'failed', ground: 'refused-or-no-reply', by: '覃某' }] },
        ],
      },
    ],
    [
      'amend-agreement',
      'G1',
      signed,
      '2026-11-02',
      ['place=南宁市'],
      'agreements',
      { agreements: [{ id: 'G1' }, { id: 'G2', amends: 'G1', signedOn: '2026-11-02' }] },
    ],
    [
      'pay-bond',
      'G1',
      partly,
      '2026-10-08',
      ['form=现金'],
      'agreements',
      { agreements: [{ performanceBond: { amount: '50000.00', paidOn: '2026-10-08' } }] },
    ],
    [
      'approve-substitute',
      'G1',
      partly,
      '2026-10-08',
      ['mode=劳务代偿', 'amount=38200.00', 'work=护林', 'supervisedBy=某林业站', 'proof=打卡'],
      'agreements',
      { agreements: [{ substitutes: [{ mode: 'labor', consentedOn: '2026-10-08' }] }] },
    ],
    [
      'add-evidence',
      null,
      upTo.clue,
      '2026-02-20',
      ['title=询问笔录'],
      'evidence',
      { evidence: [{}, {}, { id: 'E3', title: '询问笔录' }] },
    ],
    [
      'close',
      null,
      signed,
      '2026-11-24',
      ['result=其他方式', 'openDuties[]=修复由区政府接续', 'summary=义务人破产'],
      'closing',
      { closed: { closedOn: '2026-11-24', result: 'other' } },
    ],
  ])('%s %s is written and committed', (...row) => expectWritten(...row))

  it.each<Refused>([
    ['waive-meeting', '1', upTo.conclusion, [], '第十五条第二款、第十七条第二款'],
    [
      'record-failed-service',
      '1/o2',
      notified,
      ['method=public-notice', 'result=无'],
      '第二十二条第二款第三项',
    ],
    ['fail-consultation', '1/o2', served, ['ground=detained', 'reason=羁押'], '第二十二条'],
    [
      'approve-substitute',
      'G1',
      signed,
      ['mode=labor', 'amount=1.00', 'work=护林', 'supervisedBy=某站', 'proof=打卡'],
      '第二十六条',
    ],
    ['close', null, upTo.consultation, [], '第十四条第二款、第二十二条'],
    ['close', null, () => undefined, [], '第二十五条'],
  ])('%s %s is refused with the article, and nothing is written', (...row) => expectRefused(...row))

  it('the agreement is taken from a file', () => {
    const repository = repositoryAfter(signed)
    repository.write('change.yaml', 'signedOn: 2026-11-02\nplace: 南宁市\n')
    const call = repository.ejc([
      'advance',
      id,
      'amend-agreement',
      'G1',
      '--from',
      'change.yaml',
      '--json',
      '--today',
      '2026-11-02',
    ])
    expect(call.exit).toBe(0)
    expect(dataOf(call, 'written')).toMatchObject({
      action: 'amend-agreement',
      subject: 'G1',
      stage: 'performance',
    })
  })

  it('what was recorded leads on to the next step: attempts, then service, then the reply', () => {
    const repository = repositoryAfter(notified)
    const step = (action: string, sets: readonly string[], today: string) =>
      advance(repository, action, '1/o2', sets, today).exit
    expect(step('record-failed-service', ['method=direct', 'result=无人在家'], '2026-06-30')).toBe(0)
    expect(step('reply', ['agrees=是'], '2026-07-01')).not.toBe(0)
    expect(step('serve', ['method=mail', 'servedOn=2026-07-03', 'receipt=E1'], '2026-07-03')).toBe(0)
    expect(step('reply', ['agrees=是'], '2026-07-08')).toBe(0)
    expect(parse(repository.read(`cases/${id}/consultation.yaml`)).rounds[0]).toMatchObject({
      services: [{ obligor: 'o2', method: 'mail', servedOn: '2026-07-03', attempts: [{ method: 'direct' }] }],
      replies: [{ obligor: 'o2', agrees: true }],
    })
  })
})

describe('ejc show', () => {
  it('tells the three conditions of a simple case, one line each', () => {
    const call = repositoryAfter(upTo.conclusion).ejc(['show', id, '--today', '2026-06-30'])
    expect(call.stdout).toContain('不属于简单案件（第十五条）')
    expect(call.stdout).toContain('✗ 损害较小：初步估算 480,000.00 元，超过 300,000.00 元')
    const simpleOne = repositoryAfter(simple).ejc(['show', id, '--today', '2026-06-30'])
    expect(simpleOne.lines).toEqual(
      expect.arrayContaining([
        expect.stringContaining('✓ 损害事实简单'),
        expect.stringContaining('✓ 损害较小'),
      ]),
    )
  })

  it('does not advise to fail a consultation that the facts do not show to have failed', () => {
    const call = repositoryAfter(served).ejc(['show', id, '--today', '2026-07-05'])
    expect(call.stdout.slice(call.stdout.indexOf('下一步'))).not.toContain('认定磋商')
    const late = repositoryAfter(served).ejc(['show', id, '--today', '2026-07-13'])
    expect(late.stdout.slice(late.stdout.indexOf('下一步'))).toContain('认定磋商未达成一致 1/o1')
  })
})
