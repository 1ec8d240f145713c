import type { AlteredFact } from '../../../facts/altered.ts'
import { defineHistoryRule } from '../../define.ts'
import { isByEjc, sampleCommit, sayCommit } from '../../history.ts'

/** A day or an amount must not change once later steps of the case have been recorded. */
export const factChanged = defineHistoryRule({
  id: 'history/fact-changed',
  severity: 'warning',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '案件继续办理以后，已记录的日期和金额不在 ejc 以外改动',
  why: '后面的期限、文书和决定都以原来的记录为依据；事后改动或者删除，案卷前后就对不上。',
  mend: '核对原始材料：改错了的改回；确属更正的，在案卷中说明理由并附材料。',
  *check(commit) {
    if (isByEjc(commit)) return
    for (const { case: id, document, altered } of commit.changes) {
      for (const fact of altered) {
        yield { case: id, document, message: `${sayCommit(commit)}${sayAltered(fact)}。请对照原始材料核对。` }
      }
    }
  },
  examples: {
    accept: [
      { title: '手工补记一项事实', commit: { transaction: null, action: null } },
      {
        title: '用 ejc 更正',
        commit: changed([{ title: '送达记录·送达日期', from: '2026-03-04', to: '2026-03-02' }], 'tx'),
      },
    ],
    reject: [
      {
        title: '送达日期事后提前',
        commit: changed([{ title: '送达记录·送达日期', from: '2026-03-04', to: '2026-03-02' }], null),
      },
      {
        title: '送达记录事后删除',
        commit: changed([{ title: '送达记录·送达日期', from: '2026-03-04', to: null }], null),
      },
    ],
  },
})

function changed(altered: readonly AlteredFact[], transaction: string | null) {
  return { transaction, action: null, changes: sampleCommit.changes.map((each) => ({ ...each, altered })) }
}

function sayAltered({ title, from, to }: AlteredFact): string {
  return to === null ? `删除了「${title}」${from}` : `把「${title}」由 ${from} 改为 ${to}`
}
