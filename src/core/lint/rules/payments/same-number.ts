import type { Agreement } from '../../../facts/documents.ts'
import { instalments, namesakes } from '../../../facts/instalments.ts'
import { obligationId } from '../../../facts/performance.ts'
import { cite } from '../../../regulation/cite.ts'
import { all, part, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const sameNumber = defineRule({
  id: 'payments/same-number',
  severity: 'warning',
  about: 'breach',
  severityStays: 'record',
  matter: 'performance-terms',
  contradiction: true,
  title: '两份协议、裁判的应付款项不用同一个编号',
  why: '付款按款项编号计入；两笔债务同一个编号，一次付款就可能两头计算，或者记到另一笔上。',
  mend: '把其中一份的款项另行编号，已付的款写明“付款所依协议”或者“付款所依判决”。',
  *check({ facts }) {
    const ids = new Set(instalments(facts).map(({ payment }) => payment.id))
    for (const id of ids) {
      const [first, ...others] = namesakes(facts, id)
      if (!first) continue
      for (const { payment, source } of others) {
        const references = [obligationId(first.source), obligationId(source)]
        yield at(payment, 'id', taken(id, references), { code: id })
      }
    }
  },
  examples: {
    accept: [
      { title: '只有一份协议', change: unchanged },
      { title: '两份协议各用各的编号', change: second('P9') },
      {
        title: '变更后的协议沿用原来的编号',
        change: all(second('P1'), ({ agreements }) => {
          part(agreements?.agreements[1]).amends = 'G1'
        }),
      },
    ],
    reject: [
      {
        title: '两份协议都有 P1',
        says: ['G1、G2 的应付款项都编为 P1'],
        finds: ['warning P1 agreements.agreements.1.payments.0.id'],
        change: second('P1'),
      },
    ],
  },
})

function second(id: string) {
  return ({ agreements }: { agreements?: { agreements: Agreement[] } }): void => {
    const first = part(agreements?.agreements[0])
    const payment = part(first.payments?.[0])
    agreements?.agreements.push({
      ...structuredClone(first),
      id: 'G2',
      payments: [{ ...payment, id }],
    })
  }
}

const taken = (id: string, references: readonly string[]) =>
  `${references.join('、')} 的应付款项都编为 ${id}；没有写明所依协议或者裁判的付款，只能计入其中一笔。请另行编号（${cite('performance-terms')}），并在付款上写明所依的协议或者裁判。`
