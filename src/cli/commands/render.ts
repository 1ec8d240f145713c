import { subjectLabel } from '../../core/facts/subjects.ts'
import type { FormDefinition, Missing } from '../../core/forms/define.ts'
import { formOf, forms, formTitle } from '../../core/forms/index.ts'
import { closest } from '../../core/schema/suggest.ts'
import type { CaseView } from '../../core/view.ts'
import { inCase, type MadePaper } from '../../documents/deliver.ts'
import { type Paper, preparePaper } from '../../documents/render.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { defineCommand, flag, type OptionValues } from '../command.ts'
import type { CommandContext } from '../context.ts'
import { Exit, type ExitCode, RefusedError, UsageError } from '../exit.ts'
import { namedCase } from '../named-case.ts'
import { clean } from '../output/output.ts'
import { printLong } from '../output/pager.ts'
import { type ListedPaper, listedJson, missingText, paperDetail, papersTable } from '../output/papers.ts'
import { openTerminal } from '../prompts/terminal.ts'
import { type Written, writePapers } from '../render/write.ts'

/** A form of the case and what it is about. */
interface Job {
  readonly form: FormDefinition
  readonly subject: string | null
}

const which = { words: ['render'], question: '生成哪个案件的文书？' }

/** `ejc render`: papers from the facts of a case. */
export const render = defineCommand({
  name: 'render',
  usage: '[案件] [文书] [对象]',
  summary: '生成文书（Word）',
  after: 'show',
  arguments: [
    { syntax: '[案件]', help: '案件编号；在终端里可以不写，从列表选择' },
    { syntax: '[文书]', help: '文书：编号（1 至 7）、名称或代码，配套文书用名称或代码；不写时在终端中选择' },
    { syntax: '[对象]', help: '对象，如 1/o2（第 1 轮、义务人 o2）、G1（协议）；唯一时可不写' },
  ],
  options: [
    { flags: '--all', help: '生成事实已齐备的全部文书' },
    { flags: '--list', help: '列出文书和状态；写明文书或加 --verbose 时列出缺什么、在哪里补、各栏内容' },
    { flags: '--draft', help: '生成草稿：缺项留横线，页眉标明草稿' },
    { flags: '--force', help: '覆盖手工修改过的文书' },
    { flags: '--pdf', help: '同时生成 PDF（需要 LibreOffice）' },
    { flags: '--out <文件夹>', help: '写到该文件夹，不记入案件库' },
    { flags: '--dry-run', help: '只说明将写什么，不写' },
    { flags: '--no-commit', help: '写入但不提交' },
  ],
  examples: [
    { call: 'ejc render NN-2026-0001 1', does: '生成索赔启动登记表' },
    { call: 'ejc render NN-2026-0001 磋商告知书 1/o2', does: '生成第 1 轮发给义务人 o2 的告知书' },
    { call: 'ejc render NN-2026-0001 5 --draft --out ~/桌面', does: '在桌面上生成赔偿协议草稿' },
    { call: 'ejc render NN-2026-0001 --all', does: '生成事实已齐备的全部文书' },
  ],
  async run(context, [given, word, subject], options) {
    const workspace = await context.workspace()
    const { view } = workspace.needCase(await namedCase(context, workspace, given, which))
    const draft = flag(options, 'draft')
    const prepare = (job: Job): Paper => preparePaper({ view, ...job, draft }, workspace.repository.readBytes)
    if (flag(options, 'list'))
      return list(context, workspace, listedJobs(view, word, subject).map(prepare), word)
    const all = flag(options, 'all')
    const jobs = all ? jobsOf(view, word, subject) : [await chosen(context, view, word, subject)]
    const code = await deliver(context, workspace, view, jobs.map(prepare), options)
    if (all && !context.global.json) noteIdle(context, view, word)
    return code
  },
})

/** The forms that have nothing to be about yet, so that nobody waits for them. */
function noteIdle({ out }: CommandContext, view: CaseView, word: string | undefined): void {
  const wanted = word === undefined ? forms : [named(view, word)]
  const idle = wanted.filter((form) => !form.subjects(view).length)
  const titles = idle.map(({ id }) => formTitle(id, view.regulation))
  if (titles.length) out.note(`本案还没有涉及，未生成：${titles.join('、')}。`)
}

/** Every form of the case with each of its subjects, or those that were named. */
function jobsOf(view: CaseView, word: string | undefined, subject: string | undefined): Job[] {
  const wanted = word === undefined ? forms : [named(view, word)]
  const jobs = wanted.flatMap((form) => form.subjects(view).map((each): Job => ({ form, subject: each })))
  if (subject === undefined) return jobs
  const fitting = jobs.filter((job) => job.subject === subject)
  if (!fitting.length) throw noSubject(view, word, subject, jobs)
  return fitting
}

/** As `jobsOf`; a form that has no subject yet stands there too, to say what it waits for. */
function listedJobs(view: CaseView, word: string | undefined, subject: string | undefined): Job[] {
  if (subject !== undefined) return jobsOf(view, word, subject)
  return (word === undefined ? forms : [named(view, word)]).flatMap((form) => {
    const subjects = form.subjects(view)
    return (subjects.length ? subjects : [null]).map((each) => ({ form, subject: each }))
  })
}

function named(view: CaseView, word: string): FormDefinition {
  const found = formOf(word, view.regulation)
  if (found) return found
  const choices = forms.map(({ id }) => ({ code: id, label: formTitle(id, view.regulation) }))
  const near = closest(word, choices) ?? choices.find(({ label }) => label.includes(word))
  const hint = near ? `是否想写 ${near.label}（${near.code}）？` : ''
  throw new UsageError(`没有“${clean(word)}”这种文书。${hint}可用的有：\n${formLines(view)}`)
}

function formLines(view: CaseView): string {
  return forms
    .map(({ id }) => {
      const entry = view.regulation.forms.find((form) => form.id === id)
      return `  ${entry?.number ?? ' '}  ${entry?.title ?? id}（${id}）`
    })
    .join('\n')
}

/** The one form and subject that are meant; asked in a terminal where several could be. */
async function chosen(
  context: CommandContext,
  view: CaseView,
  word: string | undefined,
  subject: string | undefined,
): Promise<Job> {
  const form = word === undefined ? await askForm(context, view) : named(view, word)
  const subjects = form.subjects(view)
  if (subject !== undefined) {
    if (subjects.includes(subject)) return { form, subject }
    throw noSubject(
      view,
      form.id,
      subject,
      subjects.map((each) => ({ form, subject: each })),
    )
  }
  const [only = null] = subjects
  if (subjects.length <= 1) return { form, subject: only }
  return { form, subject: await askSubject(context, view, form, subjects) }
}

async function askForm({ interactive }: CommandContext, view: CaseView): Promise<FormDefinition> {
  if (!interactive) throw new UsageError(`请写明文书，或用 --all。可用的有：\n${formLines(view)}`)
  const choices = forms.map(({ id }) => ({ value: id, name: formTitle(id, view.regulation) }))
  return named(view, await openTerminal().select('生成哪种文书？', choices))
}

async function askSubject(
  { interactive }: CommandContext,
  view: CaseView,
  form: FormDefinition,
  subjects: readonly (string | null)[],
): Promise<string> {
  const codes = subjects.flatMap((subject) => subject ?? [])
  const label = (code: string): string => clean(subjectLabel(view.facts, code, view.regulation))
  if (interactive) {
    return openTerminal().select(
      '对象是哪一个？',
      codes.map((code) => ({ value: code, name: label(code) })),
    )
  }
  const lines = codes.map((code) => `  ${code}  ${label(code)}`).join('\n')
  throw new UsageError(`${formTitle(form.id, view.regulation)}有几个对象，请写明其一，或用 --all：\n${lines}`)
}

function noSubject(
  view: CaseView,
  word: string | undefined,
  subject: string,
  jobs: readonly Job[],
): UsageError {
  const title = word === undefined ? '文书' : formTitle(named(view, word).id, view.regulation)
  const codes = [...new Set(jobs.flatMap((job) => job.subject ?? []))]
  const known = codes.length ? `可写：${codes.join('、')}。` : '这种文书不分对象，请去掉。'
  return new UsageError(`${title}没有“${clean(subject)}”这个对象。${known}`)
}

/** What was done with one paper. */
interface Outcome {
  readonly form: string
  readonly subject: string | null
  readonly file: string | null
  readonly status: 'written' | 'unchanged' | 'draft' | 'missing'
  readonly missing: readonly Missing[]
}

async function deliver(
  context: CommandContext,
  workspace: Workspace,
  view: CaseView,
  papers: readonly Paper[],
  options: OptionValues,
): Promise<ExitCode> {
  const { out, global } = context
  const ready = papers.filter((paper) => paper.draft || !paper.missing.length)
  const lacking = papers.filter((paper) => !ready.includes(paper))
  const refused = lacking.length > 0 && !flag(options, 'all')
  const written = refused ? { papers: [], pdfs: [] } : await writePapers(out, workspace, view, ready, options)
  if (global.json) out.json('render', [...written.papers.map(outcomeOf), ...lacking.map(lackingOutcome)])
  else report(context, written, lacking, flag(options, 'dryRun'))
  if (!global.json && refused) throw new RefusedError(lacking.map((paper) => missingText(paper)).join('\n'))
  return refused ? Exit.Findings : Exit.Ok
}

function outcomeOf({ paper, path, unchanged }: MadePaper): Outcome {
  const status = unchanged ? 'unchanged' : paper.draft ? 'draft' : 'written'
  return { form: paper.form.id, subject: paper.subject, file: path, status, missing: paper.missing }
}

function lackingOutcome({ form, subject, missing }: Paper): Outcome {
  return { form: form.id, subject, file: null, status: 'missing', missing }
}

function report(
  { out }: CommandContext,
  { papers: made, pdfs }: Written,
  lacking: readonly Paper[],
  dry: boolean,
): void {
  const done = dry ? '将写入' : '已写入'
  for (const { path, unchanged, paper } of made) {
    out.print(clean(`${unchanged ? '已是最新' : done} ${path}`))
    if (paper.draft && paper.missing.length) out.note(clean(missingText(paper)))
  }
  for (const { path } of pdfs) out.print(clean(`${done} ${path}`))
  if (!made.length && !lacking.length) out.note('没有可以生成的文书。')
  const [written] = made.filter(({ unchanged, path }) => !dry && !unchanged && path.startsWith('cases/'))
  if (written) out.note(`接下来可以：ejc show ${written.paper.view.facts.id}（查看下一步）`)
  if (made.length) for (const paper of lacking) out.note(clean(`未生成 ${missingText(paper)}`))
  if (dry) out.note('未写入任何文件（--dry-run）。')
}

/** Every form of the case, made or not, and how it stands; at length where one form is named, or with --verbose. */
async function list(
  { out, global }: CommandContext,
  { repository }: Workspace,
  papers: readonly Paper[],
  word: string | undefined,
): Promise<ExitCode> {
  const rows = papers.map((paper): ListedPaper => {
    const path = inCase(repository, paper.view.facts.id).pathOf(paper.file)
    const existing = repository.readBytes(path)
    return { paper, file: existing ? path : null, state: paper.compare(existing) }
  })
  const atLength = word !== undefined || global.verbose
  if (global.json) out.json('documents', rows.map(listedJson))
  else if (atLength) printLong(rows.map((row) => paperDetail(row, out, global.verbose)).join('\n\n'), out)
  else {
    printLong(papersTable(rows, out), out)
    out.note('缺什么、在哪里补：在命令中写明文书的序号或名称，全部详列加 --verbose。')
  }
  return Exit.Ok
}
