import type { Decision } from '../../../core/merge/merge.ts'
import { needCommittable } from '../../../repository/preflight.ts'
import { recover } from '../../../repository/recover.ts'
import { findRepository } from '../../../repository/repository.ts'
import { setUpClone } from '../../../repository/sync/driver.ts'
import { hasRemote, remoteOf } from '../../../repository/sync/remote.ts'
import { homeOf } from '../../../repository/sync/shared-library.ts'
import { openWorkspace } from '../../../repository/workspace.ts'
import { defineCommand, flag, type OptionValues, several, text, texts } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { Exit, type ExitCode, UsageError } from '../../shared/exit.ts'
import { finishing } from '../../shared/finishing.ts'
import { ownProgram } from '../../shared/own-program.ts'
import { settleUncommitted } from '../../shared/uncommitted.ts'
import { useAddress } from './address.ts'
import { nobody, officer } from './arbiter.ts'
import { synchronise } from './run.ts'
import { printSync } from './text.ts'

/** `ejc sync`: takes in the work of the others and hands over one's own. */
export const sync = defineCommand({
  name: 'sync',
  usage: '',
  summary: '与共享库同步：收取、合并、推送',
  after: 'completion',
  options: [
    { flags: '--remote <地址>', help: '共享库的地址，第一次同步、换共享库时写明' },
    {
      flags: '--create',
      help: '该地址还没有共享库的，先新建（单位的共享文件夹、ssh 服务器）；与 --remote 同用',
    },
    { flags: '--hook', help: '在新建的共享文件夹里装上拒收错误的钩子；与 --create 同用' },
    { flags: '-y, --yes', help: '换共享库时不再确认' },
    { flags: '--commit', help: '先提交手工改动过的文件，再同步' },
    {
      flags: '--take <地址=一方>',
      help: '同一事实双方写得不同的，取哪一方：local、remote 或 both，可多次',
      parse: several,
    },
    { flags: '--dry-run', help: '只显示将收发的内容，不合并，不推送' },
    { flags: '--no-push', help: '只收取并合并，不推送' },
  ],
  examples: [
    {
      call: 'ejc sync',
      does: '收取同事的办理记录，与本机的合并，再推送；双方对同一事实写得不同的，并排列出询问',
    },
    { call: 'ejc sync --dry-run', does: '先看看会收到什么、发出什么' },
    {
      call: 'ejc sync --remote /mnt/nas/案件库.git --create',
      does: '管理员做一次：在共享文件夹新建共享库，把本机的案件放进去；其他人用 ejc join 加入',
    },
    {
      call: "ejc sync --no-input --take 'cases/NN-2026-0001/case.yaml#title=remote'",
      does: '不提问，案件名称以对方的为准',
    },
  ],
  async run(context, _args, options) {
    const root = await findRepository(context.folder)
    const decided = new Map(texts(options, 'take').map(decisionOf))
    const dryRun = flag(options, 'dryRun')
    const commit = flag(options, 'commit')
    const address = text(options, 'remote')
    needSense(options)
    await recover(root)
    await needCommittable(root)
    if (!dryRun) await setUpClone(root, ownProgram())
    const settling = dryRun ? 'refuse' : commit ? 'commit' : 'ask'
    if (address === undefined && commit && !(await hasRemote(root))) return commitAlone(context, root)
    if (address !== undefined) {
      const create = flag(options, 'create') ? { hook: flag(options, 'hook') } : undefined
      await useAddress(context, root, { address, yes: flag(options, 'yes'), create })
    }
    const known = await remoteOf(root)
    const committed = await settleUncommitted(context, root, settling)
    const work = (): Promise<ExitCode> => exchange(context, root, { known, decided, options })
    if (!committed) return work()
    const stands = `已提交 ${committed} 个手工改动过的文件`
    return finishing(stands, '处理以后再运行 ejc sync。', work, '还没有同步')
  },
})

interface Exchange {
  readonly known: Awaited<ReturnType<typeof remoteOf>>
  readonly decided: ReadonlyMap<string, Decision>
  readonly options: OptionValues
}

/** Receives and sends, once everything is committed. */
async function exchange(
  context: CommandContext,
  root: string,
  { known, decided, options }: Exchange,
): Promise<ExitCode> {
  const dryRun = flag(options, 'dryRun')
  const remote = await homeOf(root, known, context.interactive, dryRun)
  const { lists } = (await openWorkspace(root, context.global.today)).setting.regulation
  const result = await synchronise(
    root,
    remote,
    {
      dryRun,
      push: options.push !== false,
      mayAsk: context.interactive,
      today: context.global.today,
      decided,
      lists,
    },
    context.interactive && !dryRun ? officer(context, root, lists) : nobody,
  )
  await printSync(context, root, result, dryRun)
  return result.standing || result.findings.length ? Exit.Findings : Exit.Ok
}

/** Commits changes by hand in a clone without a shared repository. */
async function commitAlone(context: CommandContext, root: string): Promise<ExitCode> {
  const count = await settleUncommitted(context, root, 'commit')
  context.out.note(
    count ? `已提交 ${count} 个手工改动过的文件。${NO_REMOTE}` : `没有要提交的改动。${NO_REMOTE}`,
  )
  return Exit.Ok
}

const NO_REMOTE = '还没有共享库：只提交在本机，请定期运行 ejc backup 备份。'

function needSense(options: OptionValues): void {
  const [given, create] = [text(options, 'remote') !== undefined, flag(options, 'create')]
  if (flag(options, 'dryRun') && (flag(options, 'commit') || given))
    throw new UsageError('--dry-run 不作任何改动，不能与 --commit、--remote 同用：请去掉其中之一。')
  if (create && !given) throw new UsageError('--create 要与 --remote 地址 同用：请写明共享库建在哪里。')
  if (flag(options, 'hook') && !create) throw new UsageError('--hook 要与 --create 同用。')
}

const decisionBySide: Readonly<Record<string, Decision>> = { local: 'ours', remote: 'theirs', both: 'both' }

function decisionOf(given: string): [string, Decision] {
  const at = given.lastIndexOf('=')
  const decision = decisionBySide[given.slice(at + 1)]
  if (at > 0 && decision) return [given.slice(0, at), decision]
  throw new UsageError(`--take 写的是“${given}”，应为 位置=local、位置=remote 或 位置=both。`)
}
