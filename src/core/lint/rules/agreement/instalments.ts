import { addPeriod, showPeriod } from '../../../deadlines/period.ts'
import {
  bindingAgreements,
  firstInInstalments,
  instalmentTerms,
  isPaidInInstalments,
} from '../../../facts/agreements.ts'
import type { Agreement, ScheduledPayment } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { cite } from '../../../regulation/cite.ts'
import { saysSomething } from '../../../stages/define.ts'
import { all, inAgreement, part, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const agreementInstalments = defineRule({
  id: 'agreement/instalments',
  severity: 'error',
  about: 'breach',
  matter: 'instalments',
  title: '分期赔付不超过规定的期限',
  why: '拖得越久，越难收回；一般期限以内为原则，最长期限是上限。',
  mend: '缩短付款安排；超过一般期限的，写明理由。',
  *check({ facts, regulation, calendar }) {
    const past: Past = (id, from, on) => {
      const period = regulation.period(id)
      return period && on > addPeriod(calendar, from, period).date ? showPeriod(period) : undefined
    }
    for (const agreement of bindingAgreements(facts)) {
      const { signedOn, payments } = agreement
      if (!isPaidInInstalments(agreement) || !signedOn) continue
      const [last] = [...(payments ?? [])].sort((a, b) => ((a.dueOn ?? '') > (b.dueOn ?? '') ? -1 : 1))
      if (last) yield* tooLate(last, { ...agreement, signedOn }, firstSignedOn(facts, agreement), past)
      else yield at(agreement, 'substitutes', noSchedule, { code: 'schedule', severity: 'warning' })
    }
  },
  examples: {
    accept: [
      { title: '一次付清', change: unchanged },
      { title: '恰好是一般期限', change: lastDueOn('2026-07-24') },
      { title: '超过一般期限而写明理由，恰好是最长期限', change: lastDueOn('2028-07-24', '资金周转困难。') },
      {
        title: '超过一般期限，依据写在协议里',
        change: all(
          lastDueOn('2026-07-25'),
          inAgreement(({ substitutes }) => {
            Object.assign(part(substitutes?.[0]), { basis: '会议纪要' })
          }),
        ),
      },
      {
        title: '还没有签署',
        change: all(
          lastDueOn('2026-07-25'),
          inAgreement((agreement) => {
            delete agreement.signedOn
          }),
        ),
      },
    ],
    reject: [
      {
        title: '超过一般期限一天而没有理由',
        finds: ['warning normal agreements.agreements.0.payments.1.dueOn'],
        change: lastDueOn('2026-07-25'),
      },
      {
        title: '超过最长期限一天',
        finds: ['error longest agreements.agreements.0.payments.1.dueOn'],
        change: lastDueOn('2028-07-25', '资金周转困难。'),
      },
      {
        title: '最后一期列在前面',
        finds: ['warning normal agreements.agreements.0.payments.0.dueOn'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments' }]
          part(agreement.payments?.[0]).dueOn = '2026-07-25'
        }),
      },
      {
        title: '约定分期而没有付款安排',
        finds: ['warning schedule agreements.agreements.0.substitutes'],
        change: inAgreement((agreement) => {
          agreement.substitutes = [{ mode: 'instalments' }]
          delete agreement.payments
        }),
      },
      {
        title: '变更以后，距首次约定分期超过最长期限',
        finds: ['warning amended agreements.agreements.1.payments.1.dueOn'],
        change: (documents) => {
          lastDueOn('2028-07-25', '资金周转困难。')(documents)
          const first = part(documents.agreements?.agreements[0])
          documents.agreements?.agreements.push({
            ...structuredClone(first),
            id: 'G2',
            amends: 'G1',
            signedOn: '2025-07-25',
          })
          delete documents.court
        },
      },
    ],
  },
})

/** A period in words, where a day is after its end; undefined where it is not, or the text has no such period. */
type Past = (id: 'instalments-normal' | 'instalments-max', from: string, on: string) => string | undefined

/** What is wrong with the day of the last instalment; only the gravest fault. */
function* tooLate(
  last: ScheduledPayment,
  agreement: Agreement & { readonly signedOn: string },
  firstOn: string,
  past: Past,
): Iterable<FindingDraft> {
  const { dueOn } = last
  const { signedOn } = agreement
  if (dueOn === undefined) return
  const longest = past('instalments-max', signedOn, dueOn)
  const longestInAll = past('instalments-max', firstOn, dueOn)
  const normal = past('instalments-normal', signedOn, dueOn)
  if (longest) yield at(last, 'dueOn', tooLong(dueOn, signedOn, longest), { code: 'longest' })
  else if (longestInAll) {
    const message = tooLongInAll(dueOn, firstOn, longestInAll)
    yield at(last, 'dueOn', message, { code: 'amended', severity: 'warning' })
  } else if (normal && !reasoned(agreement)) {
    const message = needsReason(dueOn, signedOn, normal)
    yield at(last, 'dueOn', message, { code: 'normal', severity: 'warning' })
  }
}

/** The day of the first agreement on instalments: an amendment does not start the years again. */
function firstSignedOn(facts: Facts, agreement: Agreement): string {
  return firstInInstalments(facts, agreement).signedOn ?? agreement.signedOn ?? ''
}

function reasoned(agreement: Agreement): boolean {
  return instalmentTerms(agreement).some(({ reason, basis }) => saysSomething(reason) || saysSomething(basis))
}

function lastDueOn(dueOn: string, reason?: string) {
  return inAgreement((agreement) => {
    const substitute = { mode: 'instalments', consentedOn: '2025-07-24' }
    agreement.substitutes = [reason === undefined ? substitute : { ...substitute, reason }]
    for (const payment of agreement.payments?.slice(1) ?? []) payment.dueOn = dueOn
  })
}

const noSchedule = `约定分期赔付，没有付款安排。${cite('instalments')}；请在「付款安排」写明每期的日期和金额。`

const tooLong = (dueOn: string, signedOn: string, period: string) =>
  `最后一期 ${dueOn} 距签约（${signedOn}）超过 ${period}。${cite('instalments')}：最长不得超过 ${period}；请缩短付款安排。`

const tooLongInAll = (dueOn: string, signedOn: string, period: string) =>
  `协议变更以后，最后一期 ${dueOn} 距首次约定分期（${signedOn}）超过 ${period}。${cite('instalments')}：最长不得超过 ${period}，变更协议是否重新起算条文未明；请从严掌握，或者说明理由。`

const needsReason = (dueOn: string, signedOn: string, period: string) =>
  `最后一期 ${dueOn} 距签约（${signedOn}）超过 ${period}，没有写明理由。${cite('instalments')}：一般不得超过 ${period}；请写明「采用理由」，或者缩短。`
