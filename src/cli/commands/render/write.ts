import type { CaseView } from '../../../core/view.ts'
import {
  caseDestination,
  type Destination,
  folderDestination,
  type MadePaper,
  makePapers,
  makePdfs,
  type PlannedPdf,
  plannedPdfs,
  writeFiles,
} from '../../../documents/deliver.ts'
import { untriedPdfs } from '../../../documents/pdf.ts'
import { substitutesIn } from '../../../documents/pdf-faces.ts'
import type { Paper } from '../../../documents/render.ts'
import { digestOf } from '../../../repository/digest.ts'
import { placeOfProblem } from '../../../repository/place.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { flag, type OptionValues, text } from '../../shared/command.ts'
import { RefusedError } from '../../shared/exit.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { type DraftsBeside, draftsBeside } from './replaced-drafts.ts'

/** What is written: papers, and their PDFs where these are wanted. */
export interface WrittenPapers {
  readonly papers: readonly MadePaper[]
  readonly pdfs: readonly PlannedPdf[]
  /** The papers that are not written, because somebody changed them by hand. */
  readonly kept: readonly MadePaper[]
  /** The drafts of these papers: those as ejc wrote them go when the papers are written. */
  readonly drafts: DraftsBeside
  /** The faces that stand in the PDFs for those of the standard. */
  readonly substitutes: readonly string[]
  /** The commit that holds them; null where none was made. */
  readonly commit: string | null
}

/** Makes the PDFs, and says what the officer has to know of the program that made them. */
async function madePdfs(
  out: Output,
  planned: readonly PlannedPdf[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (!planned.length) return new Map()
  const pdfs = await makePdfs(planned, out.progress('转换 PDF', planned.length).at)
  const untried = untriedPdfs()
  if (untried !== undefined) out.note(untried)
  return pdfs
}

/**
 * Writes the papers, all or none; in the case they are committed under the action `render`. With --all those changed by
 * hand stay as they are, and the others are written.
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
  noteUnread(workspace, view.facts.id, out)
  const folder = text(options, 'out')
  const to = folder === undefined ? caseDestination(repository, view.facts.id) : folderDestination(folder)
  const all = await makePapers(papers, to, out.progress('生成文书', papers.length).at)
  const force = flag(options, 'force')
  const left = stayingAsTheyAre(all, to, options)
  const made = all.filter((each) => !left.includes(each))
  const planned = flag(options, 'pdf') ? withoutScans(plannedPdfs(made, to), force, out) : []
  const edited = [...made, ...planned].filter((each) => each.edited)
  if (edited.length && !force) throw notOverwritten(edited)
  // Elsewhere than in the case nothing is taken away: no history keeps it there.
  const drafts = draftsBeside(folder === undefined ? made : [], to)
  const written = { papers: made, pdfs: planned, kept: left, drafts, substitutes: [] }
  if (flag(options, 'dryRun')) return { ...written, commit: null }
  const fresh = made.filter(({ unchanged }) => !unchanged)
  const pdfs = await madePdfs(out, planned)
  const files = new Map([...fresh.map(({ path, bytes }) => [path, bytes] as const), ...pdfs])
  const substitutes = substitutesIn([...pdfs.values()])
  if (folder !== undefined) writeFiles(files)
  if (folder !== undefined || (!files.size && !drafts.replaced.length))
    return { ...written, substitutes, commit: null }
  const recorded = { papers: fresh, pdfs: planned, drafts }
  const commit = await record(workspace, view, recorded, files, options.commit !== false)
  return { ...written, substitutes, commit }
}

/** The PDFs to make without the scans of signed papers that have not changed: the officer keeps those. */
function withoutScans(planned: readonly PlannedPdf[], force: boolean, out: Output): PlannedPdf[] {
  const scans = planned.filter((each) => each.edited && each.unchanged && !force)
  for (const { path } of scans)
    out.note(`${clean(path)} 不是 ejc 生成的（如盖章后的扫描件），已保留；确要重新生成的，请加 --force。`)
  return planned.filter((each) => !scans.includes(each))
}

/** With --all, the papers that somebody has changed or signed: the others are written without them. */
function stayingAsTheyAre(
  made: readonly MadePaper[],
  to: Destination,
  options: OptionValues,
): readonly MadePaper[] {
  if (!flag(options, 'all') || flag(options, 'force')) return []
  return made.filter((each) => each.edited || (flag(options, 'pdf') && isScanned(each, to)))
}

/** Whether the PDF beside a changed paper is a scan, or else not by ejc. */
function isScanned(made: MadePaper, to: Destination): boolean {
  return plannedPdfs([made], to).some(({ edited, unchanged }) => edited && !unchanged)
}

/** Names what stands in the files of a case under no known key: no paper prints it. */
function noteUnread(workspace: Workspace, id: string, out: Output): void {
  const { raw, problems } = workspace.readCase(id)
  for (const problem of problems.filter(({ rule }) => rule === 'schema/unknown-key')) {
    const document = Object.values(raw?.documents ?? {}).find((each) => each?.file === problem.file)
    const { line } = placeOfProblem(problem, document)
    const text = `这一项没有读入，文书里不会有：${problem.file} 第 ${line} 行，${problem.message}`
    out.note(wrapIndented(clean(text), out.width, '  ', ''))
  }
}

async function record(
  workspace: Workspace,
  view: CaseView,
  { papers, pdfs, drafts }: Pick<WrittenPapers, 'papers' | 'pdfs' | 'drafts'>,
  written: ReadonlyMap<string, Uint8Array>,
  commit: boolean,
): Promise<string | null> {
  // As they were when checked: somebody may have written on in Word while the papers were made.
  const expected = new Map(
    [...papers, ...pdfs, ...drafts.replaced].map(({ path, existing }) => [
      path,
      existing ? digestOf(existing) : null,
    ]),
  )
  const files = new Map([...written, ...drafts.replaced.map(({ path }) => [path, null] as const)])
  const titles = [...new Set(papers.map(({ paper }) => paper.title))].join('、') || '文书'
  const [only, ...others] = papers
  const done = await commitTransaction(
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
  return done.commit
}

/** Files that stay as they are: those that somebody has changed, and those that are damaged. */
function notOverwritten(found: readonly (MadePaper | PlannedPdf)[]): RefusedError {
  const damaged = found.flatMap((each) =>
    'damage' in each && each.damage !== undefined ? [`  ${each.path}：${each.damage}`] : [],
  )
  const edited = found.flatMap((each) =>
    'damage' in each && each.damage !== undefined ? [] : [`  ${each.path}`],
  )
  return new RefusedError(
    [
      ...(damaged.length ? ['下列文件损坏，没有覆盖：', ...damaged] : []),
      ...(edited.length
        ? ['下列文件生成后经过手工修改，或者不是 ejc 生成的（如盖章后的扫描件），没有覆盖：', ...edited]
        : []),
      '如确要覆盖，请加 --force；如要保留，请先另存，或用 --out 写到别处。',
    ].join('\n'),
  )
}
