import { statedRule } from '../../../../../src/cli/shared/wording/stated-rule.ts'
import type { Finding } from '../../../../../src/core/lint/define.ts'
import { caseRules, housekeepingRules } from '../../../../../src/core/lint/index.ts'
import { settingOn } from '../../../../support/setting.ts'

const { regulation } = settingOn('2026-11-24')

/** Text of a case that would do harm if it were written as it is. */
export const hostile =
  '第一行\n::error::假的\r\n"双"\'单\'<b>&amp;]]>,:%0A\u202e反\u0000\u001b[31m\u2028\ud800\uffff完'

export const rules = [...housekeepingRules, ...caseRules].map((rule) => statedRule(rule, regulation))

function finding(more: Partial<Finding>): Finding {
  return {
    rule: 'agreement/clause-missing',
    code: 'breach',
    severity: 'error',
    message: '协议缺少违约责任。',
    article: '第二十一条',
    case: 'NN-2025-0007',
    file: 'cases/NN-2025-0007/agreements.yaml',
    line: 9,
    column: 5,
    path: 'agreements.0.clauses',
    ...more,
  }
}

/** One finding of each severity, two that differ only in their message, one without a case, one full of hostile text. */
export const findings: readonly Finding[] = [
  finding({}),
  finding({ message: '协议缺少违约责任条款。' }),
  finding({ rule: 'deadline/soon', code: 'payment', severity: 'notice', message: '还剩 3 天。' }),
  finding({ rule: 'repo/unknown-file', severity: 'warning', case: null, article: null, code: null }),
  finding({ rule: 'evidence/missing-file', message: hostile, file: `cases/NN-2025-0007/附件 #1:${hostile}` }),
]
