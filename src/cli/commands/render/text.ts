import type { Missing, Need } from '../../../core/forms/define.ts'
import { markedInFields } from '../../../core/forms/public/marks.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import type { MadePaper } from '../../../documents/deliver.ts'
import { hintFor } from '../../../documents/own/read.ts'
import type { PaperSet } from '../../../documents/own/shelf.ts'
import type { Paper } from '../../../documents/render.ts'
import type { CommandContext } from '../../shared/context.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { messageText } from '../../shared/output/text.ts'
import { lackingLines, lackingPaths } from '../../shared/wording/lacking.ts'
import {
  type ListedPaper,
  missingText,
  paperDetail,
  paperJson,
  papersTable,
} from '../../shared/wording/papers.ts'
import { type Choosing, namedForm } from './jobs.ts'
import type { DraftsBeside } from './replaced-drafts.ts'
import type { WrittenPapers } from './write.ts'

/** Names the forms that have no subject yet, so that nobody waits for them. */
export function printIdle({ out }: CommandContext, choosing: Choosing, word: string | undefined): void {
  const { view, papers } = choosing
  const wanted = word === undefined ? papers.forms : [namedForm(choosing, word)]
  const idle = wanted.filter((form) => !form.subjects(view).length)
  const titles = idle.map(({ id }) => formTitle(view.regulation, id))
  if (titles.length) out.note(`本案还没有涉及，未生成：${titles.join('、')}。`)
}

/** Names the templates of the office of which no paper can be made, and how to see why. */
export function printBroken({ out }: CommandContext, { broken, damaged = [] }: PaperSet): void {
  for (const { file, problems } of [...broken, ...damaged])
    out.note(
      messageText(
        clean(`${file} 有 ${problems.length} 处要改正，没有生成：ejc template check ${file}`),
        out.width,
      ),
    )
}

/** What an own paper leaves to be written by hand: facts that are not on record, and names that are no field. */
function openLinesText({ view, title, missing, filled }: Paper): string[] {
  const { unknown = [], gaps = [] } = filled.open ?? {}
  return [
    ...(missing.length ? [`${title}留了横线，还没有记录的：`, ...lackingLines(view, missing)] : []),
    ...(gaps.length ? [`${title}留了横线，有的项没有记录：${gaps.join('、')}。`] : []),
    ...(unknown.length
      ? [`${title}留了横线，字段表里没有的：${unknown.map((name) => `${name}${nearest(name)}`).join('、')}。`]
      : []),
  ]
}

function nearest(name: string): string {
  const hint = hintFor(name)
  return hint ? `（${hint}）` : ''
}

function printOpenLines(paper: Paper, out: Output): void {
  const lines = openLinesText(paper)
  if (lines.length) out.note(messageText(clean(lines.join('\n')), out.width))
}

/** What was done with one paper. */
interface PaperOutcome {
  readonly form: string
  readonly subject: string | null
  readonly file: string | null
  readonly status: 'written' | 'unchanged' | 'draft' | 'edited' | 'missing'
  readonly missing: readonly Missing[]
  /** What might be names, marked in it for a person to decide. */
  readonly undecided: readonly string[]
  /** Of a paper of the office: fields that are lines to write on, beside the facts that are missing. */
  readonly lines: readonly string[]
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
    lines: [...(paper.filled.open?.unknown ?? []), ...(paper.filled.open?.gaps ?? [])],
  }
}

/** A paper that stays as somebody has changed it, for programs. */
export function keptOutcome({ paper, path }: MadePaper): PaperOutcome {
  const { form, subject, missing } = paper
  return { form: form.id, subject, file: path, status: 'edited', missing, undecided: [], lines: [] }
}

/** A paper that lacks something, for programs. */
export function lackingOutcome({ form, subject, missing }: Paper): PaperOutcome {
  return { form: form.id, subject, file: null, status: 'missing', missing, undecided: [], lines: [] }
}

/** What might be names in a text that is to be published: where they stand, and how they are decided. */
function undecidedText({ title, view }: Paper, names: readonly string[]): string {
  const call = `ejc advance ${view.facts.id} 核定公开用名`
  return `${title}里有 ${names.length} 个姓名待核，已用〔姓名待核：…〕标出：${names.join('、')}。\n先办 ${call}，写明遮盖还是照登，再重新生成；核定以前不能登记公开。`
}

/** The articles that a paper cites and that nobody has read in their own text, as the pack says. */
function unreadLaws({ view, filled }: Paper): string[] {
  const { citation, provisionOf } = view.regulation
  const unread = (filled.cited ?? []).filter((matter) => provisionOf(matter).verified === false)
  return [...new Set(unread.map(citation))]
}

function unreadText({ title }: Paper, unread: readonly string[]): string {
  return `${title}引用的${unread.join('、')}未核对原文，发出以前请核对。`
}

/** What could go with a paper and is not in the case, and how it is put there. */
function unattachedText({ title, view }: Paper, unattached: readonly Need[]): string {
  const names = unattached.map(({ field }) => field).join('、')
  return [
    `案卷里没有${names}，${title}没有把它列为已附的材料。有的，补录以后重新生成：`,
    ...lackingPaths(view, unattached),
  ].join('\n')
}

/** What bears no day, and whether the paper names it; and how its day is recorded. */
function undatedText({ title, view, filled }: Paper): string[] {
  const { listed = [], leftOut = [] } = filled.undated ?? {}
  const said = (needs: readonly Need[], how: string): string[] => {
    if (!needs.length) return []
    const names = needs.map(({ field }) => field).join('、')
    const first = `没有写明取得日期，${title}${how}：${names}。写明取得日期以后重新生成：`
    return [[first, ...lackingPaths(view, needs)].join('\n')]
  }
  return [...said(leftOut, '没有列入（看来是后来取得的）'), ...said(listed, '照列（请核对当日是否已经取得）')]
}

/** Why a file stays as it is. */
function keptText({ path, damage }: MadePaper): string {
  return damage === undefined
    ? `${path} 经过手工修改或者已有盖章的扫描件，已保留，没有覆盖。确要重新生成的，请加 --force。`
    : `${path} 文件损坏，没有覆盖：${damage}要重新生成的，请加 --force。`
}

/** What happens to the drafts beside the papers for signature. */
function draftTexts({ replaced, edited }: DraftsBeside, dry: boolean): string[] {
  return [
    ...replaced.map(({ path }) => `${path} 已有正式的代替，${dry ? '将删去' : '已删去'}。`),
    ...edited.map((path) => `${path} 生成后经过手工修改，没有删。草稿不能入卷：用不着的，请移出案件文件夹。`),
  ]
}

/** Says which files were written, what drafts lack, and which papers were not made. */
export function printPapers(
  { out }: CommandContext,
  { papers: made, pdfs, kept, drafts, substitutes }: WrittenPapers,
  lacking: readonly Paper[],
  dry: boolean,
): void {
  const done = dry ? '将写入' : '已写入'
  for (const { path, unchanged, paper } of made) {
    out.print(clean(`${unchanged ? '已是最新' : done} ${path}`))
    if (paper.draft && paper.missing.length) out.note(clean(missingText(paper)))
    else if (paper.form.own) printOpenLines(paper, out)
    const unread = unreadLaws(paper)
    if (unread.length) out.note(messageText(clean(unreadText(paper, unread)), out.width))
    const undecided = markedInFields(paper.filled.fields)
    const { unattached = [] } = paper.filled
    if (unattached.length) out.note(messageText(clean(unattachedText(paper, unattached)), out.width))
    for (const text of undatedText(paper)) out.note(messageText(clean(text), out.width))
    if (undecided.length) out.note(messageText(clean(undecidedText(paper, undecided)), out.width))
  }
  for (const { path } of pdfs) out.print(clean(`${done} ${path}`))
  for (const text of draftTexts(drafts, dry)) out.note(messageText(clean(text), out.width))
  for (const each of kept) out.note(messageText(clean(keptText(each)), out.width))
  if (substitutes.length)
    out.note(
      messageText(
        `本机没有公文的标准字体，PDF 用 ${clean(substitutes.join('、'))} 代替。\n装有仿宋、小标宋、楷体、黑体的电脑上，换行、分页可能不同；正式用印请用那样的电脑另存 PDF。`,
        out.width,
      ),
    )
  if (!made.length && !kept.length && !lacking.length) out.note('没有可以生成的文书。')
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
  if (global.json) out.json('documents', rows.map(paperJson))
  else if (atLength) printLong(rows.map((row) => paperDetail(row, out, global.verbose)).join('\n\n'), out)
  else {
    printLong(papersTable(rows, out), out)
    out.note('缺什么、在哪里补：在命令中写明文书的序号或名称，全部详列加 --verbose。')
  }
}
