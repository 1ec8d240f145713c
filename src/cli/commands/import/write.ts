import { documentNames } from '../../../core/facts/documents.ts'
import { bareHeading } from '../../../core/ledger/intake/headings.ts'
import type { PlannedRow } from '../../../core/ledger/intake/plan.ts'
import { type BulkRequest, commitSeveral } from '../../../repository/bulk.ts'
import { digestOf } from '../../../repository/digest.ts'
import { IMPORT } from '../../../repository/imported.ts'
import { documentPath } from '../../../repository/paths.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import { textWith } from '../../../repository/two-cases.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { schemaStyle } from '../../../repository/yaml/style.ts'
import { editYaml } from '../../../repository/yaml/write.ts'
import type { Output } from '../../shared/output/output.ts'
import { messageWith } from '../../shared/wording/changes.ts'
import type { Ledger } from './ledger.ts'
import { columnChangeText } from './text.ts'

/** The most cases that are written at once: all of them, or none. */
const AT_ONCE = 2500

/** Writes the rows, one commit a case. Returns how many were written. */
export async function writeRows(
  workspace: Workspace,
  ledger: Ledger,
  rows: readonly PlannedRow[],
  out: Pick<Output, 'progress'>,
): Promise<number> {
  const progress = out.progress('写入案件', rows.length)
  let written = 0
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const requests = rows.slice(start, start + AT_ONCE).map((row) => requestOf(workspace, ledger, row))
    const commits = await commitSeveral(workspace.repository.root, requests)
    written += commits.filter((commit) => commit !== null).length
    progress.at(start + requests.length)
  }
  progress.end()
  return written
}

function requestOf({ repository }: Workspace, { source }: Ledger, row: PlannedRow): BulkRequest {
  const id = row.id ?? ''
  const files = new Map<string, Uint8Array>()
  const expected = new Map<string, string | null>()
  for (const name of documentNames) {
    const data = row.documents[name]
    if (data === undefined) continue
    const file = documentPath(id, name)
    const before = row.status === 'new' ? undefined : repository.readBytes(file)
    files.set(file, new TextEncoder().encode(textWith(name, before && Buffer.from(before).toString(), data)))
    expected.set(file, before ? digestOf(before) : null)
  }
  const title = `${id} ${row.status === 'new' ? '补录' : '按台账更正'}（${source} 第 ${row.intake.row} 行）`
  const message = row.changes.length > 0 ? messageWith(title, row.changes.map(columnChangeText)) : title
  return { action: IMPORT, caseId: id, subject: null, message, files, expected }
}

/** Keeps in ejc.yaml which column each heading means, in a commit of its own. */
export async function rememberHeadings(
  { repository, setting }: Workspace,
  said: ReadonlyMap<string, string>,
): Promise<void> {
  const known = setting.config.ledger?.columns ?? []
  const isKnown = ([heading, column]: readonly [string, string]): boolean =>
    known.some((each) => bareHeading(each.heading) === heading && each.column === column)
  if ([...said].every(isKnown)) return
  const config = repository.config()
  const columns = [
    ...known.filter(({ heading }) => !said.has(bareHeading(heading))),
    ...[...said].map(([heading, column]) => ({ heading, column })),
  ]
  const text = editYaml(
    config.text(),
    [{ kind: 'set', path: ['ledger', 'columns'], value: columns }],
    schemaStyle('config'),
  )
  await commitTransaction(
    repository.root,
    {
      action: 'remember-headings',
      caseId: null,
      subject: null,
      message: '记下台账标题对应的栏目',
      files: new Map([['ejc.yaml', new TextEncoder().encode(text)]]),
      expected: new Map([['ejc.yaml', config.digest()]]),
    },
    { commit: true },
  )
}
