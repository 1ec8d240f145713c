import { bindingAgreements } from '../../../facts/agreements.ts'
import { appraisedSum, standingAppraisals } from '../../../facts/appraisals.ts'
import type { Agreement, Documents, Suit } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { type Fen, fenOf, showYuan, sum } from '../../../facts/money.ts'
import { releasedOn } from '../../../facts/queries.ts'
import { compensationTotal } from '../../../facts/shares.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inAgreement, inCourt, part, unchanged } from '../../change.ts'
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
    accept: [
      { title: '与鉴定评估数额相同', change: unchanged },
      { title: '几份鉴定评估，不低于最大的一份', change: appraisedAt('300000.00', '1.00') },
      {
        title: '一份鉴定评估没有数额',
        change: ({ appraisals }) => {
          part(appraisals).appraisals.push({ id: 'A2', kind: 'expert-opinion', receivedOn: '2025-04-20' })
        },
      },
      {
        title: '协议还没有签署',
        change: all(
          appraisedAt('300000.01'),
          inAgreement((agreement) => {
            delete agreement.signedOn
          }),
        ),
      },
      {
        title: '协议没有写明赔偿',
        change: all(
          appraisedAt('300000.01'),
          inAgreement((agreement) => {
            delete agreement.compensation
          }),
        ),
      },
      {
        title: '对另一义务人的处理还没有着落',
        change: all(
          appraisedAt('300000.01'),
          inAgreement((agreement) => {
            agreement.obligors = ['o1']
          }),
        ),
      },
      {
        title: '协议和诉讼合计与鉴定评估相同',
        change: all(appraisedAt('400000.00'), suing({ claimAmount: '100000.00' })),
      },
      { title: '诉讼没有写明数额', change: all(appraisedAt('900000.00'), suing({})) },
      {
        title: '诉讼的判项与协议合计与鉴定评估相同',
        change: all(
          appraisedAt('400000.00'),
          suing({ payments: [{ id: 'J1', dueOn: '2026-06-01', amount: '100000.00' }] }),
        ),
      },
    ],
    reject: [
      {
        title: '低于鉴定评估数额',
        finds: ['warning - agreements.agreements.0.compensation'],
        change: appraisedAt('300000.01'),
      },
      {
        title: '第二份鉴定评估更高',
        finds: ['warning - agreements.agreements.0.compensation'],
        change: appraisedAt('1.00', '300000.01'),
      },
      {
        title: '总额按分项计算',
        finds: ['warning - agreements.agreements.0.compensation'],
        change: all(
          appraisedAt('300000.01'),
          inAgreement(({ compensation }) => {
            delete part(compensation).total
          }),
        ),
      },
      {
        title: '对另一义务人已经终止索赔',
        finds: ['warning - agreements.agreements.0.compensation'],
        change: all(
          appraisedAt('300000.01'),
          inAgreement((agreement) => {
            agreement.obligors = ['o1']
          }),
          (documents) => {
            documents.closing = {
              terminations: [{ obligors: ['o2'], decidedOn: '2025-09-01', ground: 'no-assets' }],
            }
          },
        ),
      },
      {
        title: '协议和诉讼合计少一分',
        finds: ['warning - agreements.agreements.0.compensation'],
        change: all(appraisedAt('400000.01'), suing({ claimAmount: '100000.00' })),
      },
      {
        title: '就协议违约的诉讼，不另计数额',
        finds: ['warning - agreements.agreements.0.compensation'],
        change: all(appraisedAt('300000.01'), suing({ agreement: 'G1', claimAmount: '100000.00' })),
      },
    ],
  },
})

/** The loss by the largest valid appraisal: several appraisals may be of the same loss. */
function appraisedAmount(facts: Facts): Fen {
  let most: Fen = 0n
  for (const appraisal of standingAppraisals(facts)) {
    const total = appraisedSum(appraisal)
    if (total > most) most = total
  }
  return most
}

/**
 * The total that agreements and suits claim; undefined where one of them has no amount, or an obligor is still open.
 */
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
  return compensation && compensationTotal(compensation)
}

function sued({ payments, claimAmount, agreement }: Suit): Fen | undefined {
  // A suit on the breach of an agreement claims an amount that is counted with the agreement already.
  if (agreement) return 0n
  if (claimAmount !== undefined) return fenOf(claimAmount)
  return payments && sum(payments.map(({ amount }) => amount))
}

const below = (claimed: Fen, appraised: Fen) =>
  `协议和诉讼主张合计 ${showYuan(claimed)}，低于鉴定评估的 ${showYuan(appraised)}。${cite('consultation-basis')}：磋商依据鉴定评估开展；请核对漏项，或者说明理由。`

/** Appraisals of the same loss, each of an amount. */
function appraisedAt(...amounts: readonly string[]) {
  return ({ appraisals }: Documents): void => {
    const first = part(appraisals?.appraisals[0])
    part(appraisals).appraisals = amounts.map((amount, index) => ({
      ...first,
      id: `A${index + 1}`,
      amounts: [{ head: 'service-loss', amount }],
    }))
  }
}

/** The second obligor is sued beside the agreement. */
function suing(suit: Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [{ id: 'S1', obligors: ['o2'], filedOn: '2026-01-05', ...suit }]
  })
}
