import { addPeriod, showPeriod } from '../../../deadlines/period.ts'
import {
  bindingAgreements,
  firstInInstalments,
  instalmentTerms,
  isPaidInInstalments,
} from '../../../facts/agreements.ts'
import type { Agreement } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'
import { says } from '../../support.ts'

export const agreementInstalments = defineRule({
  id: 'agreement/instalments',
  severity: 'error',
  article: '第二十六条',
  title: '分期赔付不超过规定的期限',
  why: '拖得越久，越难收回；一般期限以内为原则，最长期限是上限。',
  mend: '缩短付款安排；超过一般期限的，写明理由。',
  *check({ facts, regulation, calendar }) {
    const normal = regulation.period('instalments-normal')
    const longest = regulation.period('instalments-max')
    for (const agreement of bindingAgreements(facts)) {
      const { signedOn, payments } = agreement
      if (!isPaidInInstalments(agreement) || !signedOn) continue
      const [last] = [...(payments ?? [])].sort((a, b) => (a.dueOn > b.dueOn ? -1 : 1))
      if (!last) {
        yield at(agreement, 'substitutes', noSchedule, { code: 'schedule', severity: 'warning' })
      } else if (last.dueOn > addPeriod(calendar, signedOn, longest).date) {
        yield at(last, 'dueOn', tooLong(last.dueOn, signedOn, showPeriod(longest)), { code: 'longest' })
      } else if (last.dueOn > addPeriod(calendar, firstSignedOn(facts, agreement), longest).date) {
        const message = tooLongInAll(last.dueOn, firstSignedOn(facts, agreement), showPeriod(longest))
        yield at(last, 'dueOn', message, { code: 'amended', severity: 'warning' })
      } else if (last.dueOn > addPeriod(calendar, signedOn, normal).date && !reasoned(agreement)) {
        const message = needsReason(last.dueOn, signedOn, showPeriod(normal))
        yield at(last, 'dueOn', message, { code: 'normal', severity: 'warning' })
      }
    }
  },
  examples: {
    accept: [
      { title: '一次付清', change: unchanged },
      { title: '恰好一年', change: lastDueOn('2026-07-24') },
      { title: '超过一年而写明理由，恰好三年', change: lastDueOn('2028-07-24', '资金周转困难。') },
    ],
    reject: [
      { title: '一年零一天而没有理由', change: lastDueOn('2026-07-25') },
      { title: '三年零一天', change: lastDueOn('2028-07-25', '资金周转困难。') },
    ],
  },
})

/** The day from which the instalments were agreed in the first place: an amendment may not begin the years anew. */
function firstSignedOn(facts: Facts, agreement: Agreement): string {
  return firstInInstalments(facts, agreement).signedOn ?? agreement.signedOn ?? ''
}

function reasoned(agreement: Agreement): boolean {
  return instalmentTerms(agreement).some(({ reason, basis }) => says(reason) || says(basis))
}

function lastDueOn(dueOn: string, reason?: string) {
  return inAgreement((agreement) => {
    const substitute = { mode: 'instalments', consentedOn: '2025-07-24' }
    agreement.substitutes = [reason === undefined ? substitute : { ...substitute, reason }]
    for (const payment of agreement.payments?.slice(1) ?? []) payment.dueOn = dueOn
  })
}

const noSchedule = '约定分期赔付，没有付款安排。第二十六条第四项；请在「付款安排」写明每期的日期和金额。'

const tooLong = (dueOn: string, signedOn: string, period: string) =>
  `最后一期 ${dueOn} 距签约（${signedOn}）超过 ${period}。第二十六条第四项：最长不得超过 ${period}；请缩短付款安排。`

const tooLongInAll = (dueOn: string, signedOn: string, period: string) =>
  `协议变更以后，最后一期 ${dueOn} 距首次约定分期（${signedOn}）超过 ${period}。第二十六条第四项：最长不得超过 ${period}，变更协议是否重新起算条文未明；请从严掌握，或者说明理由。`

const needsReason = (dueOn: string, signedOn: string, period: string) =>
  `最后一期 ${dueOn} 距签约（${signedOn}）超过 ${period}，没有写明理由。第二十六条第四项：一般不得超过 ${period}；请写明「采用理由」，或者缩短。`
