import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { yearOf } from '../../../core/calendar/dates.ts'
import { holdsFor, provinceCode, regionName } from '../../../core/regulation/region.ts'
import { templateFindings } from '../../../office/lint/papers.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import {
  attributesOf,
  missingAttributes,
  missingIgnores,
  staleSchemas,
} from '../../../repository/format/own-files.ts'
import { planMigration } from '../../../repository/format/plan.ts'
import { answerOf } from '../../../repository/git.ts'
import { status } from '../../../repository/git-work-tree.ts'
import { type GitLocation, needGit } from '../../../repository/gitdir.ts'
import { readJournal } from '../../../repository/journal.ts'
import { lockLeft } from '../../../repository/lock.ts'
import { OUTSIDE_VARIABLE, outsideFolder } from '../../../repository/outside.ts'
import { needCommittable } from '../../../repository/preflight.ts'
import { absentCases } from '../../../repository/sparse.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { PARTIAL_MEND, partialText } from '../../shared/cases/absent.ts'
import { closedHooks, hookProgram, hooksState } from '../../shared/clone.ts'
import {
  calendarSources,
  coverageOf,
  isUnrecorded,
  regionalStateOf,
} from '../../shared/law/calendar-sources.ts'
import { type Check, checking } from './check.ts'

const FIX = '运行 ejc doctor --fix'

/** How the git repository around a case repository stands; its files need not be readable. */
export async function gitChecks(root: string): Promise<Check[]> {
  const git = gitOf(root)
  if (!git) return [outsideGit(root)]
  return [
    interruptedCheck(git),
    lockCheck(root),
    await branchCheck(root),
    await uncommittedCheck(root),
    ...(await absentChecks(root)),
    await attributesCheck(root),
    ...ignoredChecks(root),
    await hooksCheck(root, git),
  ]
}

/** What the work needs of a case repository. */
export async function repositoryChecks(workspace: Workspace): Promise<Check[]> {
  const own = [
    ...regionChecks(workspace),
    ...calendarChecks(workspace),
    schemasCheck(workspace),
    ...outsideChecks(workspace),
  ]
  return [...own, await filesCheck(workspace), await templatesCheck(workspace)]
}

function gitOf(root: string): GitLocation | undefined {
  try {
    return needGit(root)
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

function outsideGit(root: string): Check {
  const mend = `请懂 git 的同事在 ${root} 运行 git init，再提交已有的文件；或用 ejc init 另建案件库，把 cases 移过去。`
  return checking('repository', '案件库').problem('不在 git 库中，不能安全写入', mend)
}

function interruptedCheck(git: GitLocation): Check {
  const check = checking('interrupted', '上次写入')
  try {
    const journal = readJournal(git)
    if (!journal) return check.ok('已完整结束')
    const files = journal.entries.map(({ path }) => path).join('、')
    return check.attention(`曾被中断（${files}）`, '不必处理：下一次写入时自动续完。')
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    return check.problem('写入日志已损坏', error.message)
  }
}

function lockCheck(root: string): Check {
  const check = checking('lock', '案件库的锁')
  const held = lockLeft(root)
  return held === undefined ? check.ok('没有被占用') : check.attention('被占用', held)
}

/** Any identity will do: who commits is a check of its own. */
const anybody = { name: '-', email: '-' }

async function branchCheck(root: string): Promise<Check> {
  const check = checking('branch', 'git 状态')
  try {
    const { branch } = await needCommittable(root, anybody, 0)
    return check.ok(`在分支 ${branch} 上`)
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    return check.problem('暂不能提交', error.message)
  }
}

/** The most paths that a message names. */
const MOST_NAMED_PATHS = 5

function namedOf(paths: readonly string[]): string {
  const more = paths.length > MOST_NAMED_PATHS ? ` 等 ${paths.length} 个文件` : ''
  return `${paths.slice(0, MOST_NAMED_PATHS).join('、')}${more}`
}

async function uncommittedCheck(root: string): Promise<Check> {
  const check = checking('uncommitted', '没有提交的改动')
  const paths = (await status(root)).map(({ path }) => path)
  if (!paths.length) return check.ok('没有')
  return check.attention(
    namedOf(paths),
    '核对后运行 ejc sync --commit 提交并同步；不要的改动，请懂 git 的同事用 git restore 还原。',
  )
}

/** Cases that a sparse checkout keeps away: nothing where there is none. */
async function absentChecks(root: string): Promise<Check[]> {
  const check = checking('absent', '不在这台电脑上的案件')
  const { absent, partial } = await absentCases(root)
  if (partial.length) return [check.problem(partialText(partial), PARTIAL_MEND)]
  if (!absent.length) return []
  return [check.ok(`${absent.length} 件（git sparse-checkout 没有取出）：各类清单、报表不含这些案件`)]
}

/** The lines that `ejc init` writes into .gitattributes, and the merge drivers that they name. */
async function attributesCheck(root: string): Promise<Check> {
  const check = checking('attributes', '.gitattributes')
  const missing = missingAttributes(root)
  if (missing.length)
    return check.attention(
      `缺少 ${missing.join('；')}：不同系统之间换行和附件可能被改动`,
      `${FIX}，把这些行补到案件库的 .gitattributes 并提交。`,
    )
  const there = attributesOf(root)
  for (const line of there) {
    const driver = /\smerge=([\w-]+)/.exec(line)?.[1]
    if (driver === undefined || builtInDrivers.has(driver)) continue
    if (await answerOf(root, ['config', '--get', `merge.${driver}.driver`])) continue
    return check.attention(
      `合并方式 ${driver} 在这个克隆里没有设置，git 会按普通文本合并`,
      `${FIX}，在本机设好；合并用 ejc sync。`,
    )
  }
  return check.ok('齐全')
}

/**
 * Patterns of files that office programs leave beside others, where .gitignore lacks them: a git without ejc commits
 * these.
 */
function ignoredChecks(root: string): Check[] {
  const missing = missingIgnores(root)
  if (!missing.length) return []
  const what = `缺少 ${missing.join('、')}：用 git 提交时会带上办公软件的临时文件（ejc 不会提交）`
  return [checking('ignored', '.gitignore').attention(what, `${FIX}，补上并提交。`)]
}

const builtInDrivers: ReadonlySet<string> = new Set(['text', 'binary', 'union'])

async function hooksCheck(root: string, git: GitLocation): Promise<Check> {
  const check = checking('hooks', '提交前检查')
  const { state, folder, own } = await hooksState(root, git)
  if (state === 'none') return check.ok('案件库没有提供 hooks/pre-commit')
  if (state === 'off')
    return check.attention(
      '没有启用，有错误的案件也能提交',
      `要启用的，${FIX}（即 git config core.hooksPath ${own}）。`,
    )
  if (state === 'elsewhere')
    return check.attention(
      `没有启用（钩子在 ${folder}），有错误的案件也能提交`,
      `要改用案件库的，请管理员运行 git config core.hooksPath ${own}。`,
    )
  if ((await hookProgram(root)) === 'gone')
    return check.problem(
      '要运行的 ejc 找不到了（node 或 ejc 换过位置），提交都会被拒',
      `${FIX}，写入现在的位置。`,
    )
  const closed = closedHooks(root)
  if (!closed.length) return check.ok(`已启用（${folder}）`)
  return check.problem(`${closed.join('、')} 不能执行`, `${FIX}（即 chmod +x ${closed.join(' ')}）。`)
}

/** Whether the text that the office follows is made for the place where the office is; nothing where it names none. */
function regionChecks({ setting: { regulation, config } }: Workspace): Check[] {
  const { id, shortTitle, region } = regulation.pack
  if (region === undefined) return []
  const check = checking('region', '规范的适用地区')
  if (holdsFor(region, config.region.code)) return [check.ok(`${shortTitle}：${regionName(region)}`)]
  const mend = `改用本地区的规范：ejc init --set regulation=编号；还没有的，先运行 ejc regulation new 编号 --from ${id} --region ${provinceCode(config.region.code)} 新建。${id} 是本库自己的，改正它的 region。`
  return [
    check.attention(
      `${shortTitle}适用于 ${regionName(region)}，本库在 ${regionName(config.region.code)}`,
      mend,
    ),
  ]
}

/** This year and the next: what the State Council published, and the rest days of the region. */
function calendarChecks(workspace: Workspace): Check[] {
  const sources = calendarSources(workspace)
  const year = yearOf(workspace.setting.today)
  return [year, year + 1].flatMap((each) => {
    const check = checking(`calendar-${each}`, `${each} 年放假安排`)
    const notice = coverageOf(sources, each)
    const add = `见到通知后运行 ejc calendar add ${each}。`
    if (!notice) return check.attention('没有录入，跨入该年的期限为暂定', `国务院办公厅公布以后，${add}`)
    const region = regionalStateOf(sources, each)
    const name = sources.regional?.name ?? '地方节假日'
    if (isUnrecorded(region))
      return check.attention(`${notice.title}；${name}未录入`, `${name}的安排，${add}`)
    if (region === 'secondary')
      return check.attention(
        `${notice.title}；${name}的日期据报道，未见通知`,
        `核对通知后运行 ejc calendar add ${each}。`,
      )
    return check.ok(notice.number ?? notice.title)
  })
}

/** The schemas for editors are those of the ejc that made the repository, until they are written anew. */
function schemasCheck({ repository, setting }: Workspace): Check {
  const check = checking('schemas', '编辑器用的 schema')
  const old = staleSchemas(repository, setting.regulation)
  if (!old.size) return check.ok('与本版 ejc 一致')
  return check.attention(
    `${namedOf([...old.keys()])} 与本版 ejc 不一致，编辑器的提示可能有出入（检查不受影响）`,
    '运行 ejc doctor --fix，写入新的并提交。',
  )
}

/** The files that an older ejc wrote for this repository, or did not write yet: hooks, workflows, pages. */
async function filesCheck({ repository }: Workspace): Promise<Check> {
  const check = checking('format', '数据格式')
  const { to, files, kept } = await planMigration(repository)
  const own = [...files.keys()].filter((path) => !path.startsWith('schemas/') && !/^\.git\w+$/.test(path))
  const missing = own.filter((path) => !existsSync(join(repository.root, path)))
  const older = own.filter((path) => !missing.includes(path))
  const said = [
    ...(older.length ? [`${namedOf(older)} 是较早版本的 ejc 写的`] : []),
    ...(missing.length ? [`还没有 ${namedOf(missing)}`] : []),
  ]
  if (said.length)
    return check.attention([to, ...said].join('；'), '由一个人运行 ejc migrate，先列出，再确认。')
  return check.ok(kept.length ? `${to}；${namedOf(kept)} 由本单位自己改过` : String(to))
}

function outsideChecks({ repository, setting }: Workspace): Check[] {
  const folder = outsideFolder(repository.root, setting.config)
  if (folder === undefined) return []
  const check = checking('outside', '外存文件夹')
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [check.ok(folder)]
  const mend = `接上存储设备，或者用环境变量 ${OUTSIDE_VARIABLE} 写明它在本机的位置。`
  return [check.attention(`本机没有 ${folder}，大文件不能核对、登记、入卷`, mend)]
}

async function templatesCheck(workspace: Workspace): Promise<Check> {
  const check = checking('templates', '自用模板')
  const [first, ...others] = await templateFindings(workspace.repository, () => Promise.resolve(workspace))
  if (!first) return check.ok('没有问题')
  const more = others.length ? `（另有 ${others.length} 处，见 ejc lint）` : ''
  return check.problem(
    `${first.file}：${first.message}${more}`,
    '在 Word 中改正，用 ejc template check 复查；或者移走该模板。',
  )
}
