import type { CommitSummary } from '../../../repository/commits.ts'
import { openWorkspace, type Workspace } from '../../../repository/workspace.ts'
import type { CommandContext } from '../../shared/context.ts'
import type { Layout } from '../../shared/output/output.ts'
import { textTable } from '../../shared/output/table.ts'
import { findingsText } from '../../shared/wording/findings.ts'
import { historyLine } from '../../shared/wording/history.ts'
import { conflictsText } from './arbiter.ts'
import type { SyncResult } from './run.ts'

const MOST_COMMITS = 20

/** What was received and sent, in the words of the law, and what needs attention. */
function syncText(result: SyncResult, workspace: Workspace, out: Layout, dryRun: boolean): string {
  const { received, sent, pushed, remote } = result
  const sentHead = pushed ? '已发出' : dryRun ? '将发出' : '待发出'
  const parts = [
    commitsText(`${dryRun ? '将收到' : '已收到'} ${received.length} 项`, received, workspace, out),
    commitsText(`${sentHead} ${sent.length} 项`, sent, workspace, out),
    syncRemarks(result, dryRun).join('\n'),
    result.findings.length ? `合并后新出现的错误：\n${findingsText(result.findings, out)}` : '',
  ]
  const said = parts.filter((part) => part !== '').join('\n\n')
  return said || `与共享库（${remote}）一致，没有要收发的。`
}

function commitsText(
  title: string,
  commits: readonly CommitSummary[],
  workspace: Workspace,
  { style, width }: Layout,
): string {
  if (!commits.length) return ''
  const heads = [
    { title: '时间' },
    { title: '案件' },
    { title: '事项', flexible: true },
    { title: '对象', flexible: true },
    { title: '记录人', flexible: true },
  ]
  const rows = commits.slice(0, MOST_COMMITS).map((each) => commitRow(each, workspace))
  const more = commits.length > MOST_COMMITS ? [`……另有 ${commits.length - MOST_COMMITS} 项`] : []
  return [style.bold(title), textTable(heads, rows, width, style.dim), ...more].join('\n')
}

function commitRow(entry: CommitSummary, workspace: Workspace): string[] {
  const { caseId } = entry
  const known = caseId !== null && workspace.repository.caseExists(caseId)
  const reading = known ? workspace.readCase(caseId) : undefined
  const facts = reading?.ok ? reading.view.facts : undefined
  const { at, what, about, by } = historyLine(entry, caseId ?? '', facts, workspace.setting.regulation)
  return [at, caseId ?? '', what, about, by]
}

function syncRemarks(
  { renumberedCases, followed, renumbered, moved, papers }: SyncResult,
  dryRun: boolean,
): string[] {
  const done = dryRun ? '将' : '已'
  return [
    ...renumberedCases.map(
      ({ from, to }) => `两件新案同为 ${from}：对方的保留原号，本机的${done}改为 ${to}。`,
    ),
    ...followed.map(
      ({ from, to }) => `案件 ${from} 一方改号为 ${to}，另一方又有改动：改动${done}并入 ${to}。`,
    ),
    ...renumbered.map(
      ({ caseId, from, to }) => `${caseId} 双方各有一项 ${from}：本机的${done}改为 ${to}，引用随之更新。`,
    ),
    ...moved.map(({ file, to }) => `${file} 双方各有一份：本机的${done}另存为 ${to}。`),
    ...papers.map(
      (file) => `${file} 双方都生成过，现为对方的一份：请重新生成（ejc render ${caseOf(file)} --all）。`,
    ),
  ]
}

const caseOf = (file: string): string => file.split('/')[1] ?? ''

/** The result for programs. */
function syncJson(result: SyncResult, dryRun: boolean) {
  const { remote, branch, merge, commit, pushed } = result
  return {
    remote,
    branch,
    dryRun,
    merge,
    commit,
    pushed,
    received: result.received.map(commitJson),
    sent: result.sent.map(commitJson),
    conflicts: result.conflicts.map(({ address, caseId, file, base, ours, theirs, both }) => ({
      address,
      case: caseId,
      file,
      base: base ?? null,
      local: ours ?? null,
      remote: theirs ?? null,
      both,
    })),
    renumberedCases: result.renumberedCases,
    followed: result.followed,
    renumbered: result.renumbered.map(({ caseId, document, from, to }) => ({
      case: caseId,
      document,
      from,
      to,
    })),
    moved: result.moved,
    papers: result.papers,
    findings: result.findings,
  }
}

function commitJson({ commit, committedAt: on, author: by, title, action, caseId, subject }: CommitSummary) {
  return { commit, on, by, case: caseId, action, subject, title }
}

/** Prints what was received and sent; where both sides differ, the conflicts and how to decide them. */
export async function printSync(
  { global, out }: CommandContext,
  root: string,
  result: SyncResult,
  dryRun: boolean,
): Promise<void> {
  const { conflicts, standing, findings, followed, renumberedCases } = result
  const workspace = await openWorkspace(root, global.today)
  const isRenumbered = !dryRun && followed.length + renumberedCases.length > 0
  const unmerged = isRenumbered ? '没有合并；本机除改号以外没有改动。' : '没有合并，本机没有改动。'
  if (global.json) out.json('sync', syncJson(result, dryRun))
  else if (standing && conflicts.length) {
    const { lists } = workspace.setting.regulation
    out.print(await conflictsText(root, result, standing, lists, out.width))
    out.note(`\n以上事实双方写得不同，${unmerged}`)
    out.note(
      '请在终端里运行 ejc sync 逐项选择，或者逐项写明 --take 位置=local（本机的）或 remote（对方的）。',
    )
  } else if (standing) out.note(unmerged)
  else {
    out.print(syncText(result, workspace, out, dryRun))
    if (findings.length) out.note('双方的事实都已保留；上列错误请双方核对后改正（ejc lint）。')
    else out.note(dryRun ? '下一步：ejc sync' : '下一步：ejc due')
  }
}
