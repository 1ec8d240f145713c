import type { Agreement, Documents } from '../../../facts/documents.ts'
import type { Facts } from '../../../facts/facts.ts'
import { versionsOf } from '../../../facts/queries.ts'
import { all, inAgreement, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const agreementStatus = defineRule({
  id: 'agreement/status',
  severity: 'warning',
  about: 'omission',
  severityStays: 'record',
  matter: 'agreement',
  contradiction: true,
  title: '协议状态与解除、变更的记录相符',
  why: '协议是否有效决定付款、修复、时效是否还在计算；状态与记录不符的，该催的不催，不该催的反而在催。',
  mend: '已经解除的写明协议状态；被取代的登记并签订变更后的协议；变更关系写反的改正。',
  *check({ facts }) {
    for (const agreement of facts.agreements) {
      const { id, status, rescindedOn } = agreement
      if (rescindedOn !== undefined && status !== 'rescinded')
        yield at(agreement, 'rescindedOn', rescinded(id, status === undefined), { code: 'rescinded' })
      if (status === 'superseded' && !isReplaced(facts, agreement))
        yield at(agreement, 'status', superseded(id), { code: 'superseded' })
      if (isInCircle(facts, agreement))
        yield at(agreement, 'amends', circle(id), { code: 'circle', severity: 'error' })
    }
  },
  examples: {
    accept: [
      { title: '协议有效', change: unchanged },
      {
        title: '已经解除，状态和日期都有',
        change: inAgreement((agreement) => {
          Object.assign(agreement, {
            status: 'rescinded',
            rescindedOn: '2025-09-30',
            rescissionReason: '情势变更',
          })
        }),
      },
      { title: '已被变更协议取代', change: all(replaced, amending({ amends: 'G1' })) },
      { title: '后一轮与其中一人另签', change: all(replaced, amending({ round: 2, obligors: ['o2'] })) },
      {
        title: '没有写明轮次的第一份协议，后一轮另签',
        change: all(
          replaced,
          inAgreement((agreement) => {
            delete agreement.round
          }),
          amending({ round: 2 }),
        ),
      },
      {
        title: '变更后的协议又变更了一次',
        change: all(amending({ amends: 'G1' }), amending({ id: 'G3', amends: 'G2' })),
      },
    ],
    reject: [
      {
        title: '有解除日期而没有写状态',
        finds: ['warning rescinded agreements.agreements.0.rescindedOn'],
        change: inAgreement((agreement) => {
          agreement.rescindedOn = '2025-09-30'
        }),
      },
      {
        title: '写明有效，又有解除日期',
        finds: ['warning rescinded agreements.agreements.0.rescindedOn'],
        change: inAgreement((agreement) => {
          Object.assign(agreement, { status: 'in-force', rescindedOn: '2025-09-30' })
        }),
      },
      {
        title: '写明已被取代，没有取代它的协议',
        finds: ['warning superseded agreements.agreements.0.status'],
        change: inAgreement((agreement) => {
          agreement.status = 'superseded'
        }),
      },
      {
        title: '两份协议互相变更',
        finds: ['error circle agreements.agreements.0.amends', 'error circle agreements.agreements.1.amends'],
        change: all(
          inAgreement((agreement) => {
            agreement.amends = 'G2'
          }),
          (documents) => {
            const [agreement] = documents.agreements?.agreements ?? []
            if (agreement)
              documents.agreements?.agreements.push({
                ...structuredClone(agreement),
                id: 'G2',
                amends: agreement.id,
              })
          },
        ),
      },
      {
        title: '取代它的协议还没有签署',
        finds: ['warning superseded agreements.agreements.0.status'],
        change: all(replaced, amending({ amends: 'G1', signedOn: undefined })),
      },
      {
        title: '同一轮的另一份协议不取代它',
        finds: ['warning superseded agreements.agreements.0.status'],
        change: all(replaced, amending({ round: 1 })),
      },
      {
        title: '没有写明轮次的另一份协议不取代它',
        finds: ['warning superseded agreements.agreements.0.status'],
        change: all(replaced, amending({ round: undefined })),
      },
      {
        title: '后一轮与别人签的协议不取代它',
        finds: ['warning superseded agreements.agreements.0.status'],
        change: all(
          replaced,
          inAgreement((agreement) => {
            agreement.obligors = ['o1']
          }),
          amending({ round: 2, obligors: ['o2'] }),
        ),
      },
      {
        title: '协议变更它自己',
        finds: ['error circle agreements.agreements.0.amends'],
        change: inAgreement((agreement) => {
          agreement.amends = 'G1'
        }),
      },
    ],
  },
})

/** Whether a signed agreement amends this one, or a later round made another with one of its parties. */
function isReplaced({ agreements }: Facts, { id, round = 1, obligors }: Agreement): boolean {
  return agreements.some(
    (other) =>
      other.id !== id &&
      other.signedOn !== undefined &&
      (other.amends === id ||
        ((other.round ?? 1) > round && other.obligors.some((each) => obligors.includes(each)))),
  )
}

/** Whether an agreement amends itself, directly or by way of others. */
function isInCircle(facts: Facts, agreement: Agreement): boolean {
  const first = versionsOf(facts, agreement).at(-1)
  const before = facts.agreements.find(({ id }) => id === first?.amends)
  return before?.id === agreement.id
}

const rescinded = (id: string, isUnsaid: boolean) =>
  isUnsaid
    ? `协议 ${id} 记有解除日期，没有写“协议状态”，暂按已经解除计算。请核对：已经解除的，状态写明已解除；没有解除的，删去解除日期。`
    : `协议 ${id} 记有解除日期，“协议状态”却不是已解除，暂按写明的状态计算。请核对后改正其中之一。`

const superseded = (id: string) =>
  `协议 ${id} 写明已被取代，却没有已经签订的变更协议取代它，其付款、修复和时效都没有计算。请登记变更后的协议，或者删去这一状态。`

const circle = (id: string) => `协议 ${id} 经过“变更的协议”又变更了它自己，分不清哪一份在后。请改正变更关系。`

function replaced({ agreements }: Documents): void {
  part(agreements?.agreements[0]).status = 'superseded'
}

/** Another agreement like the first, without what is undefined. */
function amending(other: { readonly [Key in keyof Agreement]?: Agreement[Key] | undefined }) {
  return ({ agreements }: Documents): void => {
    const { status: _, ...first } = structuredClone(part(agreements?.agreements[0]))
    const next: Agreement = { ...first, id: 'G2' }
    for (const [key, value] of Object.entries(other)) {
      if (value === undefined) Reflect.deleteProperty(next, key)
      else Reflect.set(next, key, value)
    }
    agreements?.agreements.push(next)
  }
}
