import { defineHistoryRule } from '../../define.ts'
import { sampleCommit, sayCommit } from '../../history.ts'

/** An action changes one case; only a new number, joining cases and parting a case also change files of other cases. */
export const otherCase = defineHistoryRule({
  id: 'history/other-case',
  severity: 'warning',
  matter: 'one-case-one-file',
  contradiction: true,
  title: '一次办理只改动本案',
  why: 'ejc 的一次办理只写本案的文件；提交里还有别案的改动，说明这个提交后来加进了东西。',
  mend: '核对别案的改动从哪里来，确有必要的另行说明。',
  *check(commit) {
    if (commit.transaction === null || commit.case === null || acrossCases.has(commit.action ?? '')) return
    for (const { case: id, document } of commit.changes) {
      if (id === commit.case) continue
      const message = `${sayCommit(commit)}是 ${commit.case} 的办理，却改动了本案的 ${document}.yaml。请核对。`
      yield { case: id, document, message }
    }
  },
  examples: {
    accept: [
      { title: '只改动本案', commit: {} },
      { title: '改号', commit: { action: 'renumber', ...elsewhere() } },
      { title: '并案', commit: { action: 'combine', ...elsewhere() } },
      { title: '分案', commit: { action: 'split', ...elsewhere() } },
    ],
    reject: [{ title: '送达的提交里有别案的改动', commit: elsewhere() }],
  },
})

/** `undo` of one of these changes the files of the same cases. */
const acrossCases: ReadonlySet<string> = new Set(['renumber', 'combine', 'split', 'undo'])

function elsewhere() {
  return { changes: sampleCommit.changes.map((each) => ({ ...each, case: 'NN-2026-0002' })) }
}
