import { allPapersUnder, papersUnder } from '../../../documents/own/shelf.ts'
import { isReady, type Paper, preparePaper } from '../../../documents/render.ts'
import { openWorkspace, type Workspace } from '../../../repository/workspace.ts'
import { namedCase } from '../../shared/cases/named.ts'
import { namesSeveral } from '../../shared/cases/several.ts'
import { defineCommand, flag, type OptionValues } from '../../shared/command.ts'
import { casesArgument } from '../../shared/common-options.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit } from '../../shared/exit.ts'
import { chosen, type Job, jobsOf, listedJobs } from './jobs.ts'
import { deliverPapers, listPapers } from './run.ts'
import { printBroken, printIdle, printList } from './text.ts'

const caseQuestion = { words: ['render'], question: '生成哪个案件的文书？' }

/** In a terminal, a paper that lacks facts asks for them; the papers as they are then. */
async function completed(
  context: CommandContext,
  workspace: Workspace,
  jobs: readonly Job[],
  papers: readonly Paper[],
  options: OptionValues,
): Promise<Prepared> {
  const [paper, ...others] = papers
  // What an own paper lacks is a line to write on.
  if (!paper?.missing.length || others.length || isReady(paper, false) || !context.interactive)
    return { workspace, papers }
  const { completeFacts } = await import('./complete.ts')
  const decision = await completeFacts(context, workspace, paper, options)
  // The settings of the office may have been completed too.
  const now = await openWorkspace(workspace.repository.root, context.global.today)
  const { view } = now.needCase(paper.view.facts.id)
  const draft = decision === 'draft'
  const again = jobs.map((job) => preparePaper({ view, ...job, draft }, now.repository.readBytes))
  // What is lacking still is offered again: to be completed, or left open in a draft.
  return completed(context, now, jobs, again, options)
}

/** In a terminal, the one letter that has no number yet gets one: it goes out with it, and is recorded afterwards. */
async function numbered(
  { interactive }: CommandContext,
  { workspace, papers }: Prepared,
): Promise<readonly Paper[]> {
  const [paper, ...others] = papers
  if (!paper?.isUnnumbered || others.length || !interactive || !isReady(paper, false)) return papers
  const { askNumber } = await import('./number.ts')
  const number = await askNumber(paper)
  return [preparePaper({ ...paper, number }, workspace.repository.readBytes)]
}

/** Papers, and the library as it was when they were prepared. */
interface Prepared {
  readonly workspace: Workspace
  readonly papers: readonly Paper[]
}

/** `ejc render`: papers from the facts of a case. */
export const render = defineCommand({
  name: 'render',
  usage: '[案件] [文书] [对象]',
  summary: '生成文书（Word）',
  after: 'show',
  arguments: [
    casesArgument('生成'),
    { syntax: '[文书]', help: '文书：编号（1 至 7）、名称或代码，配套文书用名称或代码；不写时在终端中选择' },
    { syntax: '[对象]', help: '对象，如 1/o2（第 1 轮、义务人 o2）、G1（协议）；唯一时可不写' },
  ],
  options: [
    { flags: '--all', help: '生成事实已齐备的全部文书' },
    { flags: '--list', help: '列出文书和状态；写明文书或加 --verbose 时列出缺什么、在哪里补、各栏内容' },
    { flags: '--draft', help: '生成草稿：缺项留横线，页眉标明草稿' },
    { flags: '--force', help: '覆盖手工修改过的文书' },
    { flags: '--pdf', help: '同时生成 PDF（需要 LibreOffice；Windows 上没有的，用 Word、WPS）' },
    { flags: '--out <文件夹>', help: '写到该文件夹，不记入案件库' },
    { flags: '--dry-run', help: '只说明将写什么，不写' },
    { flags: '--no-commit', help: '写入但不提交' },
  ],
  examples: [
    { call: 'ejc render NN-2026-0001 1', does: '生成索赔启动登记表' },
    { call: 'ejc render NN-2026-0001 磋商告知书 1/o2', does: '生成第 1 轮发给义务人 o2 的告知书' },
    { call: 'ejc render NN-2026-0001 5 --draft --out ~/桌面', does: '在桌面上生成赔偿协议草稿' },
    { call: 'ejc render NN-2026-0001 --all', does: '生成事实已齐备的全部文书' },
    { call: 'ejc render "1,3,5" --all', does: '几件案件的文书一起生成，每件一次提交，最后列出办成没有' },
  ],
  async run(context, [given, word, subject], options) {
    const workspace = await context.workspace()
    if (namesSeveral(given)) {
      const { renderSeveral } = await import('./several.ts')
      return renderSeveral(context, workspace, given, [word, subject], options)
    }
    const { view } = workspace.needCase(await namedCase(context, workspace, given, caseQuestion))
    const all = flag(options, 'all')
    // A form that is asked for by itself says what is wrong with its template.
    const known = all && word === undefined ? allPapersUnder : papersUnder
    const choosing = { view, papers: known(view.regulation, workspace.repository) }
    const draft = flag(options, 'draft')
    const prepare = (job: Job): Paper => preparePaper({ view, ...job, draft }, workspace.repository.readBytes)
    if (flag(options, 'list')) {
      const papers = listedJobs(choosing, word, subject).map(prepare)
      printList(context, listPapers(workspace, papers), word !== undefined)
      printBroken(context, choosing.papers)
      return Exit.Ok
    }
    const jobs = all ? jobsOf(choosing, word, subject) : [await chosen(context, choosing, word, subject)]
    const complete = await completed(context, workspace, jobs, jobs.map(prepare), options)
    const done = { ...complete, papers: await numbered(context, complete) }
    const code = await deliverPapers(context, done.workspace, view, done.papers, options)
    if (all && !context.global.json) printIdle(context, choosing, word)
    if (all) printBroken(context, choosing.papers)
    return code
  },
})
