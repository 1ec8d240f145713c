import { findOffice, untriedPdfs } from '../../../documents/pdf.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { attempt } from '../../../repository/git.ts'
import { identity } from '../../../repository/git-work-tree.ts'
import { minttyHint } from '../../shared/output/mintty.ts'
import { type Check, checking } from './check.ts'
import { fontCheck } from './fonts.ts'

/** What ejc needs of this machine, in any folder. */
export async function machineChecks(folder: string): Promise<Check[]> {
  const git = await gitCheck(folder)
  return [
    nodeCheck(process.versions.node),
    git,
    ...(git.state === 'problem' ? [] : [await identityCheck(folder)]),
    ...terminalCheck(minttyHint()),
    fontCheck(),
    officeCheck(),
  ]
}

/** The window in which ejc was called; nothing where it can ask there. */
function terminalCheck(hint: string | undefined): Check[] {
  return hint === undefined ? [] : [checking('terminal', '终端').attention('Git Bash（mintty）', hint)]
}

/** The oldest version of each that can do what ejc needs. */
const FIRST_NODE = '20.19'
const FIRST_GIT = '2.30'

/** Whether node is new enough. */
export function nodeCheck(version: string): Check {
  const check = checking('node', 'Node.js')
  if (isAtLeast(version, FIRST_NODE)) return check.ok(version)
  return check.problem(
    `${version}，需要 ${FIRST_NODE} 以上`,
    '从 https://nodejs.org 安装新的长期支持版（LTS）。',
  )
}

async function gitCheck(folder: string): Promise<Check> {
  const check = checking('git', 'git')
  try {
    const version = /\d+(\.\d+)+/.exec(await attempt(folder, ['--version']))?.[0] ?? ''
    if (isAtLeast(version, FIRST_GIT)) return check.ok(version)
    return check.problem(`${version}，需要 ${FIRST_GIT} 以上`, '从 https://git-scm.com 安装新版本。')
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    return check.problem('不能运行', error.message)
  }
}

/** Whether a version `a.b.c` is `first` or later. */
function isAtLeast(version: string, first: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [firstMajor = 0, firstMinor = 0] = first.split('.').map(Number)
  return major === firstMajor ? minor >= firstMinor : major > firstMajor
}

async function identityCheck(folder: string): Promise<Check> {
  const check = checking('identity', '提交人')
  const person = await identity(folder)
  if (person) return check.ok(`${person.name} <${person.email}>`)
  return check.problem(
    'git 不知道提交人是谁，不能写入案件',
    '运行 ejc doctor --fix，填写姓名和邮箱（即 git config --global user.name、user.email）。',
  )
}

function officeCheck(): Check {
  const check = checking('libreoffice', 'LibreOffice')
  const program = findOffice()
  if (program !== undefined) return check.ok(program)
  const untried = untriedPdfs()
  if (untried !== undefined) return check.attention('没有安装', untried)
  return check.attention(
    '没有安装，ejc render --pdf 不能用',
    '需要 PDF 的，安装 LibreOffice，或在 Word、WPS 中另存为 PDF。',
  )
}
