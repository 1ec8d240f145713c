import type { Agreement, Confirmation, Documents, Suit } from '../../../facts/documents.ts'
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
import { all, inConfirmation, inCourt, part, unchanged } from '../../change.ts'
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
      {
        title: '重新磋商不成的当天起诉',
        change: all(
          refuse,
          failedAgain(2, '2025-10-20'),
          suing({ obligors: ['o1', 'o2'], filedOn: '2025-10-20' }),
        ),
      },
      {
        title: '写明先行起诉的理由',
        change: all(
          refuse,
          suing({ obligors: ['o1', 'o2'], filedOn: '2025-10-20', overrideReason: '时效将满' }),
        ),
      },
      {
        title: '已经签订变更协议',
        change: all(refuse, ({ agreements }) => {
          const first = part(agreements?.agreements[0])
          agreements?.agreements.push({ ...first, id: 'G0' }, { ...first, id: 'G2', amends: 'G1' })
        }),
      },
      {
        title: '已经对各义务人终止索赔',
        change: all(refuse, (documents) => {
          documents.closing = {
            terminations: [{ obligors: ['o1', 'o2'], decidedOn: '2025-10-01', ground: 'no-assets' }],
          }
        }),
      },
      {
        title: '不予确认以后再次申请，已经确认',
        change: ({ court }) => {
          court?.confirmations?.unshift({
            agreement: 'G1',
            appliedOn: '2025-08-01',
            ruledOn: '2025-08-04',
            result: 'refused',
          })
        },
      },
    ],
    reject: [
      { title: '没有新一轮磋商', finds: ['warning round court.confirmations.0.result'], change: refuse },
      {
        title: '不经新一轮磋商直接起诉',
        finds: ['error suit court.suits.0.filedOn', 'warning round court.confirmations.0.result'],
        change: all(refuse, suing({ obligors: ['o1'], filedOn: '2025-10-20' })),
      },
      {
        title: '不予确认的前一日起诉，与重新磋商无关',
        finds: ['warning round court.confirmations.0.result'],
        says: ['尚未与某造纸有限公司、郑某重新磋商'],
        change: all(refuse, suing({ obligors: ['o1'], filedOn: '2025-09-19' })),
      },
      {
        title: '不予确认的当天起诉',
        finds: ['error suit court.suits.0.filedOn', 'warning round court.confirmations.0.result'],
        says: ['没有与某造纸有限公司重新磋商不成的记录就起诉'],
        change: all(refuse, suing({ obligors: ['o1'], filedOn: '2025-09-20' })),
      },
      {
        title: '重新磋商不成的前一日起诉',
        finds: ['error suit court.suits.0.filedOn'],
        change: all(refuse, failedAgain(2, '2025-10-21'), suing({ obligors: ['o1'], filedOn: '2025-10-20' })),
      },
      {
        title: '起诉状还没有提交',
        finds: ['warning round court.confirmations.0.result'],
        says: ['尚未与某造纸有限公司、郑某重新磋商'],
        change: all(refuse, suing({ obligors: ['o1'] })),
      },
      {
        title: '只与一人开始新一轮磋商',
        finds: ['warning round court.confirmations.0.result'],
        says: ['尚未与郑某重新磋商'],
        change: all(refuse, ({ consultation }) => {
          consultation?.rounds.push({
            round: 2,
            services: [{ obligor: 'o1', method: 'direct', servedOn: '2025-10-10' }],
          })
        }),
      },
      {
        title: '另一份协议的变更与它无关',
        finds: ['warning round court.confirmations.0.result'],
        change: all(refuse, ({ agreements }) => {
          const first = part(agreements?.agreements[0])
          agreements?.agreements.push({ ...first, id: 'G2', amends: 'G9' })
        }),
      },
    ],
  },
})

function refuse(documents: Documents): void {
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

function suing(suit: Pick<Suit, 'obligors'> & Partial<Suit>) {
  return inCourt((court) => {
    court.suits = [{ id: 'S1', ...suit }]
  })
}

/** A further round failed with both. */
function failedAgain(round: number, decidedOn: string) {
  return ({ consultation }: Documents): void => {
    const outcomes = ['o1', 'o2'].map((obligor) => ({
      obligor,
      kind: 'failed' as const,
      decidedOn,
      by: '许某',
    }))
    consultation?.rounds.push({ round, outcomes })
  }
}
