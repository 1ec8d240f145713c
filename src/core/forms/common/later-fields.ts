import { agreementsBindingAnyone } from '../../facts/agreements.ts'
import { appraisedSum, standingAppraisals } from '../../facts/appraisals.ts'
import type { Notice } from '../../facts/documents.ts'
import type { Facts } from '../../facts/facts.ts'
import { sum, sumFen } from '../../facts/money.ts'
import { compensationTotal } from '../../facts/shares.ts'
import { amountInFull } from '../amounts.ts'
import { chineseDateTime, dateOrBlank, joinedNames } from '../fields.ts'
import { type CommonGroup, recordedBy } from './define.ts'

/** The notice of the last round that has one. */
function lastNotice({ rounds }: Facts): Notice | undefined {
  return rounds.findLast(({ notice }) => notice)?.notice
}

/** What the appraisals that stand found, together. */
function appraised(facts: Facts): string | undefined {
  const received = standingAppraisals(facts).filter(({ receivedOn }) => receivedOn)
  const fen = sumFen(received.map(appraisedSum))
  return fen > 0n ? amountInFull(fen) : undefined
}

/** What the agreements in force come to. */
function agreed(facts: Facts): string | undefined {
  const totals = agreementsBindingAnyone(facts).flatMap(({ compensation }) =>
    compensation ? [compensationTotal(compensation)] : [],
  )
  return totals.length ? amountInFull(sumFen(totals)) : undefined
}

export const settlementGroup: CommonGroup = {
  title: '鉴定评估、磋商、协议、结案',
  fields: [
    ...recordedBy('receive-appraisal', [
      '鉴定损害数额',
      '有效的鉴定评估认定的损害数额，数字和大写',
      'appraisals.appraisals',
      ({ facts }) => appraised(facts),
    ]),
    ...recordedBy(
      'notify',
      [
        '告知书文号',
        '最近一轮磋商告知书的文号',
        'consultation.rounds.notice.number',
        ({ facts }) => lastNotice(facts)?.number,
      ],
      [
        '告知书日期',
        '最近一轮磋商告知书的日期',
        'consultation.rounds.notice.issuedOn',
        ({ facts }) => dateOrBlank(lastNotice(facts)?.issuedOn),
      ],
      [
        '答复截止日期',
        '最近一轮磋商告知书规定的答复日期',
        'consultation.rounds.notice.replyBy',
        ({ facts }) => dateOrBlank(lastNotice(facts)?.replyBy),
      ],
      [
        '磋商时间',
        '告知书约定的会议时间',
        'consultation.rounds.notice.meeting',
        ({ facts }) => chineseTime(lastNotice(facts)),
      ],
      [
        '磋商地点',
        '告知书约定的会议地点',
        'consultation.rounds.notice.meeting',
        ({ facts }) => lastNotice(facts)?.meeting?.place,
      ],
      [
        '磋商小组',
        '磋商小组成员，几个的并列',
        'consultation.rounds.notice.panel',
        ({ facts }) => joinedNames(lastNotice(facts)?.panel),
      ],
    ),
    ...recordedBy('sign', [
      '协议赔偿总额',
      '现行有效的赔偿协议的总额，数字和大写',
      'agreements.agreements',
      ({ facts }) => agreed(facts),
    ]),
    ...recordedBy('pay', [
      '已付总额',
      '已经支付的款项合计，数字和大写',
      'payments.payments',
      ({ facts }) =>
        facts.payments.length ? amountInFull(sum(facts.payments.map(({ amount }) => amount))) : undefined,
    ]),
    ...recordedBy(
      'close',
      [
        '结案日期',
        '结案的日期',
        'closing.closed.closedOn',
        ({ facts }) => dateOrBlank(facts.closing.closed?.closedOn),
      ],
      ['结案情况', '结案的情况', 'closing.closed.summary', ({ facts }) => facts.closing.closed?.summary],
    ),
  ],
}

function chineseTime(notice: Notice | undefined): string | undefined {
  return notice?.meeting && chineseDateTime(notice.meeting.at)
}
