import type { Missing } from '../../../core/forms/define.ts'
import { forms } from '../../../core/forms/index.ts'
import { markedInFields } from '../../../core/forms/public/marks.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import type { CaseView } from '../../../core/view.ts'
import type { MadePaper } from '../../../documents/deliver.ts'
import type { Paper } from '../../../documents/render.ts'
import type { CommandContext } from '../../shared/context.ts'
import { clean } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { messageText } from '../../shared/output/text.ts'
import {
  type ListedPaper,
  listedJson,
  missingText,
  paperDetail,
  papersTable,
} from '../../shared/wording/papers.ts'
import { namedForm } from './jobs.ts'
import type { WrittenPapers } from './write.ts'

/** Names the forms that have no subject yet, so that nobody waits for them. */
export function printIdle({ out }: CommandContext, view: CaseView, word: string | undefined): void {
  const wanted = word === undefined ? forms : [namedForm(view, word)]
  const idle = wanted.filter((form) => !form.subjects(view).length)
  const titles = idle.map(({ id }) => formTitle(view.regulation, id))
  if (titles.length) out.note(`本案还没有涉及，未生成：${titles.join('、')}。`)
}

/** What was done with one paper. */
interface PaperOutcome {
  readonly form: string
  readonly subject: string | null
  readonly file: string | null
  readonly status: 'written' | 'unchanged' | 'draft' | 'missing'
  readonly missing: readonly Missing[]
  /** What might be names, marked in it for a person to decide. */
  readonly undecided: readonly string[]
}

/** A paper that was made, for programs. */
export function madeOutcome({ paper, path, unchanged }: MadePaper): PaperOutcome {
  const status = unchanged ? 'unchanged' : paper.draft ? 'draft' : 'written'
  return {
    form: paper.form.id,
    subject: paper.subject,
    file: path,
    status,
    missing: paper.missing,
    undecided: markedInFields(paper.filled.fields),
  }
}

/** A paper that lacks something, for programs. */
export function lackingOutcome({ form, subject, missing }: Paper): PaperOutcome {
  return { form: form.id, subject, file: null, status: 'missing', missing, undecided: [] }
}

/** What might be names in a text that is to be published: where they stand, and how they are decided. */
function undecidedText({ title, view }: Paper, names: readonly string[]): string {
  const call = `ejc advance ${view.facts.id} 核定公开用名`
  return `${title}里有 ${names.length} 个姓名待核，已用〔姓名待核：…〕标出：${names.join('、')}。\n先办 ${call}，写明遮盖还是照登，再重新生成；核定以前不能登记公开。`
}

/** Says which files were written, what drafts lack, and which papers were not made. */
export function printPapers(
  { out }: CommandContext,
  { papers: made, pdfs }: WrittenPapers,
  lacking: readonly Paper[],
  dry: boolean,
): void {
  const done = dry ? '将写入' : '已写入'
  for (const { path, unchanged, paper } of made) {
    out.print(clean(`${unchanged ? '已是最新' : done} ${path}`))
    if (paper.draft && paper.missing.length) out.note(clean(missingText(paper)))
    const undecided = markedInFields(paper.filled.fields)
    if (undecided.length) out.note(messageText(clean(undecidedText(paper, undecided)), out.width))
  }
  for (const { path } of pdfs) out.print(clean(`${done} ${path}`))
  if (!made.length && !lacking.length) out.note('没有可以生成的文书。')
  const [written] = made.filter(({ unchanged, path }) => !dry && !unchanged && path.startsWith('cases/'))
  if (written) out.note(`接下来可以：ejc show ${written.paper.view.facts.id}（查看下一步）`)
  if (made.length) for (const paper of lacking) out.note(clean(`未生成 ${missingText(paper)}`))
  if (dry) out.note('未写入任何文件（--dry-run）。')
}

/**
 * Prints every form of the case, made or not, and how it stands; at length where one form is named, or with --verbose.
 */
export function printList(
  { out, global }: CommandContext,
  rows: readonly ListedPaper[],
  isNamed: boolean,
): void {
  const atLength = isNamed || global.verbose
  if (global.json) out.json('documents', rows.map(listedJson))
  else if (atLength) printLong(rows.map((row) => paperDetail(row, out, global.verbose)).join('\n\n'), out)
  else {
    printLong(papersTable(rows, out), out)
    out.note('缺什么、在哪里补：在命令中写明文书的序号或名称，全部详列加 --verbose。')
  }
}
