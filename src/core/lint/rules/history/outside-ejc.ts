import { defineHistoryRule } from '../../define.ts'
import type { HistoryChange } from '../../history.ts'
import { isByEjc, sayCommit } from '../../history.ts'

/** 一案一档: a change by hand is reported with who, when and where, so that it can be checked. */
export const outsideEjc = defineHistoryRule({
  id: 'history/outside-ejc',
  severity: 'notice',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '案件事实由 ejc 记录',
  why: '手工改动不经过办理条件的检查，提交里也没有办理事项，事后只能靠人核对。',
  mend: '核对该提交的内容；以后用 ejc advance 记录，改错用 ejc undo 撤销后重录。',
  *check(commit) {
    if (isByEjc(commit)) return
    for (const [id, changes] of byCase(commit.changes)) {
      const [first] = changes
      if (!first) continue
      const files = changes.map(({ document }) => `${document}.yaml`).join('、')
      const message = `${sayCommit(commit)}没有经过 ejc，改动了 ${files}。请核对。`
      yield { case: id, document: first.document, message }
    }
  },
  examples: {
    accept: [
      { title: '用 ejc 办理的提交', commit: {} },
      { title: 'ejc sync 的合并', commit: { action: 'sync', transaction: null } },
    ],
    reject: [{ title: '手工修改后提交', commit: { action: null, case: null, transaction: null } }],
  },
})

function byCase(changes: readonly HistoryChange[]): ReadonlyMap<string, HistoryChange[]> {
  const cases = new Map<string, HistoryChange[]>()
  for (const change of changes) cases.set(change.case, [...(cases.get(change.case) ?? []), change])
  return cases
}
