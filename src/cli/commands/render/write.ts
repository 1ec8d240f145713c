import type { CaseView } from '../../../core/view.ts'
import {
  caseDestination,
  folderDestination,
  type MadePaper,
  makePapers,
  makePdfs,
  type PlannedPdf,
  plannedPdfs,
  writeFiles,
} from '../../../documents/deliver.ts'
import type { Paper } from '../../../documents/render.ts'
import { digestOf } from '../../../repository/digest.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { RefusedError } from '../../shared/exit.ts'
import { clean, type Output } from '../../shared/output/output.ts'

/** What is written: papers, and their PDFs where these are wanted. */
export interface WrittenPapers {
  readonly papers: readonly MadePaper[]
  readonly pdfs: readonly PlannedPdf[]
  /** The commit that holds them; null where none was made. */
  readonly commit: string | null
}

/**
 * Writes the papers, all or none; in the case they are committed under the action `render`.
 * @throws RefusedError where that would destroy what somebody else has made of a file
 */
export async function writePapers(
  out: Output,
  workspace: Workspace,
  view: CaseView,
  papers: readonly Paper[],
  options: OptionValues,
): Promise<WrittenPapers> {
  const { repository } = workspace
  const folder = text(options, 'out')
  const to = folder === undefined ? caseDestination(repository, view.facts.id) : folderDestination(folder)
  const made = await makePapers(papers, to, out.progress('生成文书', papers.length).at)
  const force = flag(options, 'force')
  const wanted = flag(options, 'pdf') ? plannedPdfs(made, to) : []
  // The officer keeps the scan of a signed paper that has not changed.
  const kept = wanted.filter((pdf) => pdf.edited && pdf.unchanged && !force)
  const planned = wanted.filter((pdf) => !kept.includes(pdf))
  for (const { path } of kept)
    out.note(`${clean(path)} 不是 ejc 生成的（如盖章后的扫描件），已保留；确要重新生成的，请加 --force。`)
  const edited = [...made, ...planned].filter((each) => each.edited)
  if (edited.length && !force) throw editedByHand(edited)
  const written = { papers: made, pdfs: planned }
  if (flag(options, 'dryRun')) return { ...written, commit: null }
  const fresh = made.filter(({ unchanged }) => !unchanged)
  const pdfs = planned.length ? await makePdfs(planned, out.progress('转换 PDF', planned.length).at) : []
  const files = new Map([...fresh.map(({ path, bytes }) => [path, bytes] as const), ...pdfs])
  if (folder !== undefined) writeFiles(files)
  if (folder !== undefined || !files.size) return { ...written, commit: null }
  const recorded = { papers: fresh, pdfs: planned }
  return { ...written, commit: await record(workspace, view, recorded, files, options.commit !== false) }
}

async function record(
  workspace: Workspace,
  view: CaseView,
  { papers, pdfs }: Omit<WrittenPapers, 'commit'>,
  files: ReadonlyMap<string, Uint8Array>,
  commit: boolean,
): Promise<string | null> {
  // As they were when checked: somebody may have written on in Word while the papers were made.
  const expected = new Map(
    [...papers, ...pdfs].map(({ path, existing }) => [path, existing ? digestOf(existing) : null]),
  )
  const titles = [...new Set(papers.map(({ paper }) => paper.title))].join('、') || '文书'
  const [only, ...others] = papers
  const written = await commitTransaction(
    workspace.repository.root,
    {
      action: 'render',
      caseId: view.facts.id,
      subject: only && !others.length ? only.paper.subject : null,
      message: `${view.facts.id} 生成文书：${titles}`,
      files,
      expected,
    },
    { commit },
  )
  return written.commit
}

function editedByHand(edited: readonly { readonly path: string }[]): RefusedError {
  const files = edited.map(({ path }) => `  ${path}`).join('\n')
  return new RefusedError(
    `下列文件生成后经过手工修改，或者不是 ejc 生成的（如盖章后的扫描件），没有覆盖：\n${files}\n如确要覆盖，请加 --force；如要保留，请先另存，或用 --out 写到别处。`,
  )
}
