import type { Enforcement } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { confirmationOf } from '../../../facts/queries.ts'
import { type EnforceableTitle, enforceableTitles, titleOf } from '../../../facts/titles.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, inConfirmation, inCourt, part, unchanged } from '../../change.ts'
import { at, defineRule, type FindingDraft } from '../../define.ts'

export const enforcementInstrument = defineRule({
  id: 'court/enforcement-instrument',
  severity: 'error',
  about: 'breach',
  matter: 'enforcement',
  title: '申请强制执行有生效的执行依据',
  why: '只有生效判决、经司法确认的协议等可以强制执行；未经确认的协议只能起诉，法院不会受理执行。',
  mend: '改为申请司法确认或者提起诉讼；执行依据已经生效的，补录裁定和生效日期。',
  *check({ facts, regulation }) {
    for (const enforcement of facts.court.enforcements) {
      const titles = enforceableTitles(facts, enforcement.instrument)?.filter(concerns(enforcement))
      // 公证债权文书 is not recorded in the case: the officer is responsible for it.
      if (!titles) continue
      const effective = titles.flatMap(({ effectiveOn }) => effectiveOn ?? [])
      const label = regulation.label('enforcementInstruments', enforcement.instrument)
      const { appliedOn, reference } = enforcement
      if (reference === undefined && effective.length)
        yield at(enforcement, 'instrument', unnamed(label, titleOf(facts, enforcement)), {
          code: 'reference',
          severity: 'warning',
        })
      if (effective.length === 0)
        yield at(enforcement, 'instrument', noTitle(label, reference, enforcement.instrument))
      else if (appliedOn && effective.every((on) => on > appliedOn)) {
        yield at(enforcement, 'appliedOn', tooEarly(label, appliedOn, effective.join('、')), {
          code: 'early',
        })
      }
    }
    yield* suedInstead(facts)
  },
  examples: {
    accept: [
      { title: '没有申请执行', change: unchanged },
      { title: '执行经司法确认的协议', change: enforce('confirmation', 'G1') },
      { title: '公证债权文书不在本案登记', change: enforce('notarized', 'X1') },
      { title: '裁定当天申请执行', change: all(ruledOn('2026-09-01'), enforce('confirmation', 'G1')) },
      {
        title: '协议没有确认，就其违约起诉',
        change: all(
          suing('G1'),
          inConfirmation((confirmation) => {
            confirmation.result = 'refused'
          }),
        ),
      },
      {
        title: '协议没有申请确认，就其违约起诉',
        change: all(
          suing('G1'),
          inCourt((court) => {
            delete court.confirmations
          }),
        ),
      },
      {
        title: '另一份协议已经确认，不影响这一份',
        change: all(suing('G2'), ({ agreements }) => {
          const first = part(agreements?.agreements[0])
          agreements?.agreements.push({ ...first, id: 'G2' })
        }),
      },
    ],
    reject: [
      {
        title: '协议没有经司法确认',
        finds: ['error - court.enforcements.0.instrument'],
        change: (documents) => {
          inConfirmation((confirmation) => {
            confirmation.result = 'refused'
          })(documents)
          enforce('confirmation', 'G1')(documents)
        },
      },
      {
        title: '没有生效判决',
        finds: ['error - court.enforcements.0.instrument'],
        change: enforce('judgment', 'S1'),
      },
      {
        title: '没有写执行依据编号',
        finds: ['warning reference court.enforcements.0.instrument'],
        change: all(
          enforce('confirmation', 'G1'),
          inCourt((court) => {
            delete court.enforcements?.[0]?.reference
          }),
        ),
      },
      {
        title: '协议已经确认，却就其违约起诉',
        finds: ['warning suit court.suits.0.agreement'],
        change: inCourt((court) => {
          court.suits = [{ id: 'S1', agreement: 'G1', obligors: ['o1'], filedOn: '2025-10-20' }]
        }),
      },
      {
        title: '申请执行早于确认裁定',
        finds: ['error early court.enforcements.0.appliedOn'],
        change: (documents) => {
          inConfirmation((confirmation) => {
            confirmation.ruledOn = '2026-09-02'
          })(documents)
          enforce('confirmation', 'G1')(documents)
        },
      },
      {
        title: '编号是另一份文书的',
        finds: ['error - court.enforcements.0.instrument'],
        says: ['（G9），但没有其生效的记录', '未经司法确认的赔偿协议，依法提起诉讼'],
        change: enforce('confirmation', 'G9'),
      },
      {
        title: '没有编号，也没有生效判决',
        finds: ['error - court.enforcements.0.instrument'],
        says: ['判决，但没有其生效的记录', '生效判决和经司法确认的协议可以申请强制执行'],
        change: all(enforce('judgment', 'S1'), unnumbered('o1')),
      },
      {
        title: '没有编号，依据不约束被申请人',
        finds: ['error - court.enforcements.0.instrument'],
        change: all(enforce('confirmation', 'G1'), unnumbered('o1', 'o9')),
      },
      {
        title: '没有编号，依据没有写明约束谁',
        finds: ['warning reference court.enforcements.0.instrument'],
        change: all(
          enforce('payment-order', 'Z1'),
          unnumbered('o1'),
          inCourt((court) => {
            court.paymentOrders = [
              {
                id: 'Z1',
                agreement: 'G1',
                court: '南宁市青秀区人民法院',
                appliedOn: '2026-03-01',
                effectiveOn: '2026-04-01',
              },
            ]
          }),
        ),
      },
      {
        title: '没有编号，也没有被申请人',
        finds: ['warning reference court.enforcements.0.instrument'],
        says: ['暂按唯一的'],
        change: all(
          enforce('confirmation', 'G1'),
          inCourt((court) => {
            const enforcement = part(court.enforcements?.[0])
            delete enforcement.reference
            delete enforcement.obligors
          }),
        ),
      },
      {
        title: '没有编号，生效的裁定有两份',
        finds: ['warning reference court.enforcements.0.instrument'],
        says: ['不止一个或者对不上被申请人'],
        change: all(enforce('confirmation', 'G1'), unnumbered('o1'), ({ agreements, court }) => {
          const first = part(agreements?.agreements[0])
          agreements?.agreements.push({ ...first, id: 'G2' })
          court?.confirmations?.push({
            agreement: 'G2',
            appliedOn: '2025-08-05',
            ruledOn: '2026-09-30',
            result: 'confirmed',
          })
        }),
      },
      {
        title: '裁定在申请的次日',
        finds: ['error early court.enforcements.0.appliedOn'],
        says: ['于 2026-09-02 生效，却在 2026-09-01 申请执行'],
        change: all(ruledOn('2026-09-02'), enforce('confirmation', 'G1')),
      },
    ],
  },
})

/** Finds a suit on the breach of an agreement that the court has confirmed: this can be enforced without a suit. */
function* suedInstead(facts: Facts): Iterable<FindingDraft> {
  for (const suit of facts.court.suits) {
    const agreement = facts.agreements.find(({ id }) => id === suit.agreement)
    if (!agreement || confirmationOf(facts, agreement)?.result !== 'confirmed') continue
    yield at(suit, 'agreement', enforceIt(suit.id, agreement.id), { code: 'suit', severity: 'warning' })
  }
}

/** Whether an application is about a title: by its reference, where it gives one; else by the obligors. */
function concerns({ reference, obligors }: Enforcement): (title: EnforceableTitle) => boolean {
  return (title) => {
    if (reference !== undefined) return title.reference === reference
    return !obligors || title.obligors.length === 0 || obligors.every((id) => title.obligors.includes(id))
  }
}

function enforce(instrument: string, reference: string) {
  return inCourt((court) => {
    court.enforcements = [{ id: 'F1', instrument, reference, obligors: ['o1'], appliedOn: '2026-09-01' }]
  })
}

const enforceIt = (suit: string, agreement: string) =>
  `诉讼 ${suit} 起诉的是协议 ${agreement} 的违约，该协议已经司法确认。${cite('enforcement')}：经确认的协议不履行的，直接申请强制执行；请核对。`

const noTitle = (label: string, reference: string | undefined, instrument: string) =>
  `申请执行的依据是${label}${reference === undefined ? '' : `（${reference}）`}，但没有其生效的记录。${
    instrument === 'confirmation'
      ? `${cite('breach-suit')}：未经司法确认的赔偿协议，依法提起诉讼`
      : `${cite('enforcement')}：生效判决和经司法确认的协议可以申请强制执行`
  }；请核对执行依据。`

const unnamed = (label: string, only: string | undefined) =>
  `强制执行没有写“执行依据编号”，${
    only === undefined
      ? `${label}不止一个或者对不上被申请人，没有计入任何债务`
      : `暂按唯一的${label} ${only} 计算`
  }。${cite('enforcement')}；请补录执行依据编号。`

const tooEarly = (label: string, appliedOn: string, effectiveOn: string) =>
  `${label}于 ${effectiveOn} 生效，却在 ${appliedOn} 申请执行。${cite('enforcement')}；请核对日期。`

function ruledOn(day: string) {
  return inConfirmation((confirmation) => {
    confirmation.ruledOn = day
  })
}

/** The application does not name its title; it names the obligors. */
function unnumbered(...obligors: string[]) {
  return inCourt((court) => {
    const enforcement = part(court.enforcements?.[0])
    delete enforcement.reference
    enforcement.obligors = obligors
  })
}

function suing(agreement: string) {
  return inCourt((court) => {
    court.suits = [{ id: 'S1', agreement, obligors: ['o1'], filedOn: '2025-10-20' }]
  })
}
