import { daysBetween, type IsoDate } from '../../../core/calendar/dates.ts'
import { commitsSince, lastBackup } from '../../../repository/backup.ts'
import { beijingTime } from '../../../repository/beijing.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { knownAddress, remoteOf, withoutSecret } from '../../../repository/sync/remote.ts'
import { libraryBranches, lookAt, type SharedState } from '../../../repository/sync/shared-library.ts'
import { type Check, checking } from './check.ts'

/** Where else the cases are: the shared repository, and backups. */
export async function safetyChecks(root: string, today: IsoDate): Promise<Check[]> {
  const shared = await knownAddress(root)
  return [await sharedCheck(root, shared?.url), await backupCheck(root, today, shared !== undefined)]
}

async function sharedCheck(root: string, address: string | undefined): Promise<Check> {
  const check = checking('shared', '共享库')
  if (address === undefined)
    return check.attention(
      '没有，案件只在本机',
      '几个人办案的，运行 ejc sync --remote 地址 --create 新建；一个人的，定期运行 ejc backup。',
    )
  try {
    const { branch } = await remoteOf(root)
    const state = await lookAt(root, address, false)
    return (await splitCheck(root, address, { branch, state })) ?? check.ok(withoutSecret(address))
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    return check.attention(`连不上 ${withoutSecret(address)}`, error.message)
  }
}

/** What makes others get another library, or none, from the same address. */
async function splitCheck(
  root: string,
  address: string,
  { branch, state }: { readonly branch: string; readonly state: SharedState },
): Promise<Check | undefined> {
  const check = checking('shared', '共享库')
  if (!state.branches.has(branch)) return undefined
  const libraries = (await libraryBranches(root, address, state, false)).map((each) => each.branch)
  const others = libraries.filter((each) => each !== branch)
  if (others.length)
    return check.problem(
      `${[branch, ...others].join('、')} 分支上都有案件，各用各的，互相看不见`,
      `请管理员留下一个分支，其余的案件移进来（编号相同的用 ejc renumber 改号），再删除其余分支。`,
    )
  if (state.head === branch) return undefined
  return check.attention(
    `默认分支不是 ${branch}：用 git clone 取不到案件`,
    `请管理员在共享库运行 git symbolic-ref HEAD refs/heads/${branch}（网页上改“默认分支”）；同事用 ejc join 加入不受影响。`,
  )
}

/** 天 after which a backup is old, where it is the only other copy. */
const OLD_BACKUP_DAYS = 30

async function backupCheck(root: string, today: IsoDate, isShared: boolean): Promise<Check> {
  const check = checking('backup', '备份')
  const last = lastBackup(root)
  if (!last) {
    if (isShared) return check.ok('本机没有备份过；共享库里另有一份')
    return check.attention('没有备份过', '运行 ejc backup，把备份文件放到另一块盘上。')
  }
  const on = beijingTime(last.at).slice(0, 'YYYY-MM-DD'.length)
  const since = await commitsSince(root, last.commit)
  const beyond = since === undefined ? '' : `，其后又有 ${since} 项`
  const said = `${on}（${last.file}）${beyond}`
  if (isShared || since === 0 || daysBetween(on, today) <= OLD_BACKUP_DAYS) return check.ok(said)
  return check.attention(`已过 ${OLD_BACKUP_DAYS} 天：${said}`, '运行 ejc backup，再备份一次。')
}
