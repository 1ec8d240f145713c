import { bindingAgreements } from '../../../facts/agreements.ts'
import { cite } from '../../../regulation/cite.ts'
import { inAgreement, unchanged } from '../../change.ts'
import { at, defineRule } from '../../define.ts'

export const clauseMissing = defineRule({
  id: 'agreement/clause-missing',
  severity: 'error',
  about: 'breach',
  unrecorded: '协议条款',
  matter: 'agreement-contents',
  title: `协议包含${cite('agreement-contents')}要求的全部内容`,
  why: '缺少必备内容的协议，履行和司法确认时会发生争议。',
  mend: '在「协议条款」补写该项；本案确实没有的，写明「不适用的理由」。',
  *check({ facts, regulation }) {
    for (const agreement of bindingAgreements(facts)) {
      const { clauses, id } = agreement
      for (const { code, title, article } of regulation.requiredClauses) {
        if (clauses && Object.hasOwn(clauses, code)) continue
        const message = missingClause(id, title, article)
        yield clauses
          ? at(agreement, 'clauses', message, { code, article })
          : at(agreement, [], message, { code, article, keys: ['clauses'] })
      }
    }
  },
  examples: {
    accept: [
      { title: '内容齐全', change: unchanged },
      {
        title: '写明本案没有该项',
        change: inAgreement((agreement) => {
          agreement.clauses = {
            ...agreement.clauses,
            restorationPlan: { notApplicable: '损害无法修复，改为替代修复。' },
          }
        }),
      },
      {
        title: '已被取代的协议不再检查',
        change: inAgreement((agreement) => {
          agreement.status = 'superseded'
          delete agreement.clauses
        }),
      },
    ],
    reject: [
      {
        title: '没有违约责任',
        finds: ['error breach agreements.agreements.0.clauses'],
        change: inAgreement(({ clauses }) => {
          delete clauses?.breach
        }),
      },
      {
        title: '没有任何条款',
        change: inAgreement((agreement) => {
          delete agreement.clauses
        }),
      },
    ],
  },
})

const missingClause = (id: string, title: string, article: string) =>
  `协议 ${id} 缺少「${title}」（${article}）。请在「协议条款」补写；本案没有的，写明「不适用的理由」。`
