import { bindingAgreements } from '../../../facts/agreements.ts'
import { standingAppraisals } from '../../../facts/appraisals.ts'
import type { Agreement, Suit } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Fen, fenOf, showYuan, sum } from '../../../facts/money.ts'
import { releasedOn } from '../../../facts/queries.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAppraisal, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const belowAppraisal = defineRule({
  id: 'agreement/below-appraisal',
  severity: 'warning',
  about: 'breach',
  matter: 'consultation-basis',
  title: '赔偿总额不低于鉴定评估的数额',
  why: '磋商以鉴定评估为依据，赔偿要赔到位；总额偏低的，应当有能够说明的理由。',
  mend: '核对是否漏项；确有理由的，写入协议或者会议纪要。',
  *check({ facts }) {
    const [agreement] = bindingAgreements(facts).filter(({ signedOn }) => signedOn)
    const claimed = claimedInAll(facts)
    const appraised = appraisedAmount(facts)
    if (!agreement?.compensation || claimed === undefined || claimed >= appraised) return
    yield at(agreement.compensation, [], below(claimed, appraised))
  },
  examples: {
    accept: [{ title: '与鉴定评估数额相同', change: unchanged }],
    reject: [
      {
        title: '低于鉴定评估数额',
        change: inAppraisal((appraisal) => {
          appraisal.amounts = [{ head: 'service-loss', amount: '300000.01' }]
        }),
      },
    ],
  },
})

/** The loss by the largest valid appraisal: several appraisals may be of the same loss. */
function appraisedAmount(facts: Facts): Fen {
  let most: Fen = 0n
  for (const { amounts } of standingAppraisals(facts)) {
    const total = sum((amounts ?? []).map(({ amount }) => amount))
    if (total > most) most = total
  }
  return most
}

/** The total that agreements and suits claim; undefined where one of them has no amount, or an obligor is still open. */
function claimedInAll(facts: Facts): Fen | undefined {
  const agreements = bindingAgreements(facts)
  const { suits } = facts.court
  const settled = new Set([...agreements, ...suits].flatMap(({ obligors }) => obligors))
  if (facts.obligors.some(({ id }) => !settled.has(id) && !releasedOn(facts, id))) return undefined
  const amounts = [...agreements.map(agreed), ...suits.map(sued)]
  let total: Fen = 0n
  for (const amount of amounts) {
    if (amount === undefined) return undefined
    total += amount
  }
  return total
}

function agreed({ compensation }: Agreement): Fen | undefined {
  if (!compensation) return undefined
  const { total, items } = compensation
  return total === undefined ? sum(items.map(({ amount }) => amount)) : fenOf(total)
}

function sued({ payments, claimAmount, agreement }: Suit): Fen | undefined {
  // A suit on the breach of an agreement claims an amount that is counted with the agreement already.
  if (agreement) return 0n
  if (claimAmount !== undefined) return fenOf(claimAmount)
  return payments && sum(payments.map(({ amount }) => amount))
}

const below = (claimed: Fen, appraised: Fen) =>
  `协议和诉讼主张合计 ${showYuan(claimed)}，低于鉴定评估的 ${showYuan(appraised)}。${cite('consultation-basis')}：磋商依据鉴定评估开展；请核对漏项，或者说明理由。`
