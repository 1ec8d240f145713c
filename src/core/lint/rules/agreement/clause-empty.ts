import { isUnfilledText } from '../../../drafts/unfilled.ts'
import { bindingAgreements } from '../../../facts/agreements.ts'
import type { Agreement, Clause } from '../../../facts/documents.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

/** Whether a clause has no content yet. */
function isUnfilled(clause: Clause): boolean {
  const text = typeof clause === 'string' ? clause : (clause?.notApplicable ?? '')
  return isUnfilledText(text)
}

export const clauseEmpty = defineRule({
  id: 'agreement/clause-empty',
  severity: 'error',
  about: 'breach',
  unrecorded: '协议条款',
  matter: 'agreement-contents',
  title: '协议的必备内容都已写明',
  why: '留空、省略号、待定和占位符等于没有约定。',
  mend: '写明该项的实际内容；本案确实没有的，写明「不适用的理由」。',
  *check({ facts, regulation }) {
    for (const { clauses, id } of bindingAgreements(facts)) {
      if (!clauses) continue
      for (const { code, title, article } of regulation.requiredClauses) {
        const clause = clauses[code]
        if (clause === undefined || !isUnfilled(clause)) continue
        yield at(clauses, code, unfilled(id, title, article), { code, article, keys: ['notApplicable'] })
      }
    }
  },
  examples: {
    accept: [
      { title: '都已写明；「其他事项」可以空着', change: unchanged },
      { title: '「等待定期监测」不是待定', change: withClause('修复后等待定期监测结果再行验收。') },
      { title: '写明不适用的理由', change: withClause({ notApplicable: '当即履行完毕。' }) },
    ],
    reject: [
      {
        title: '空文字',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause(''),
      },
      {
        title: '空值',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause(null),
      },
      {
        title: '省略号',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause('……'),
      },
      {
        title: '只有标题的省略号',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause('违约责任：……'),
      },
      {
        title: '占位的叉',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause('按日支付 ××× 元。'),
      },
      {
        title: '括号里的无',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause('(无)'),
      },
      {
        title: '待定',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause('违约金标准待定。'),
      },
      {
        title: '没有替换的占位符',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause('按日支付 {{违约金}}。'),
      },
      {
        title: '没有理由的不适用',
        finds: ['error breach agreements.agreements.0.clauses.breach'],
        change: withClause({ notApplicable: ' ' }),
      },
    ],
  },
})

function withClause(breach: Clause) {
  return inAgreement((agreement: Agreement) => {
    agreement.clauses = { ...agreement.clauses, breach }
  })
}

const unfilled = (id: string, title: string, article: string) =>
  `协议 ${id} 的「${title}」没有写明实际内容（留空、省略或者占位）。${article}；请补写，本案没有的写明「不适用的理由」。`
