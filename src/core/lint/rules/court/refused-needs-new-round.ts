import type { Agreement, Confirmation } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import {
  endedOn,
  involves,
  isNewRoundFailed,
  isRefused,
  obligorName,
  roundNumber,
} from '../../../facts/queries.ts'
import { suitsAgainst } from '../../../facts/suits.ts'
import { cite } from '../../../regulation/cite.ts'
import { inConfirmation, inCourt, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const refusedNeedsNewRound = defineRule({
  id: 'court/refused-needs-new-round',
  severity: 'error',
  about: 'breach',
  matter: 'new-round',
  title: '不予司法确认的，先重新磋商再起诉',
  why: '法院不予确认的，应当根据裁判核实情况后重新磋商，重新磋商不成才起诉；跳过的，起诉缺少前提。',
  mend: '发出新一轮磋商告知书；确需直接起诉的，写明「先行起诉的理由」。',
  *check({ facts }) {
    for (const confirmation of facts.court.confirmations) {
      if (confirmation.result !== 'refused') continue
      const agreement = facts.agreements.find(({ id }) => id === confirmation.agreement)
      if (agreement && isRefused(facts, agreement)) yield* withoutNewRound(facts, confirmation, agreement)
    }
  },
  examples: {
    accept: [
      { title: '已予确认', change: unchanged },
      {
        title: '已开始新一轮磋商',
        change: (documents) => {
          refuse(documents)
          documents.consultation?.rounds.push({
            round: 2,
            services: [
              { obligor: 'o1', method: 'direct', servedOn: '2025-10-10' },
              { obligor: 'o2', method: 'direct', servedOn: '2025-10-10' },
            ],
          })
        },
      },
    ],
    reject: [
      { title: '没有新一轮磋商', change: refuse },
      {
        title: '不经新一轮磋商直接起诉',
        change: (documents) => {
          refuse(documents)
          inCourt((court) => {
            court.suits = [{ id: 'S1', obligors: ['o1'], filedOn: '2025-10-20' }]
          })(documents)
        },
      },
    ],
  },
})

function refuse(documents: Parameters<ReturnType<typeof inConfirmation>>[0]): void {
  inConfirmation((confirmation) => {
    confirmation.result = 'refused'
  })(documents)
}

function* withoutNewRound(
  facts: Facts,
  confirmation: Confirmation,
  agreement: Agreement,
): Iterable<FindingDraft> {
  const refusedOn = confirmation.ruledOn ?? ''
  const later = facts.rounds.filter(({ round }) => round > roundNumber(agreement))
  const waiting: string[] = []
  for (const obligor of agreement.obligors) {
    const suits = suitsAgainst(facts, obligor).filter(({ filedOn }) => filedOn && filedOn >= refusedOn)
    const [early] = suits.filter(
      ({ filedOn, overrideReason }) =>
        !overrideReason && !isNewRoundFailed(facts, agreement, obligor, filedOn),
    )
    if (early)
      yield at(early, 'filedOn', suedEarly(obligorName(facts, obligor), agreement.id), { code: 'suit' })
    const settled =
      suits.length > 0 || later.some((round) => involves(round, obligor)) || endedOn(facts, obligor)
    if (!settled) waiting.push(obligorName(facts, obligor))
  }
  if (waiting.length > 0 && !facts.agreements.some(({ amends }) => amends === agreement.id)) {
    const message = noNewRound(agreement.id, waiting.join('、'))
    yield at(confirmation, 'result', message, { code: 'round', severity: 'warning' })
  }
}

const suedEarly = (name: string, agreement: string) =>
  `协议 ${agreement} 未予司法确认，没有与${name}重新磋商不成的记录就起诉。${cite('new-round')}：重新磋商不成的才起诉；请先重新磋商，或者写明「先行起诉的理由」。`

const noNewRound = (agreement: string, obligors: string) =>
  `协议 ${agreement} 未予司法确认，尚未与${obligors}重新磋商。${cite('new-round')}：应当核实有关情况后重新组织磋商；请发出新一轮告知书。`
