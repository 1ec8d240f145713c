import { RepositoryError, type RepositoryErrorCode } from '../../../repository/errors.ts'
import { filesWithLines, staleSchemas } from '../../../repository/format/own-files.ts'
import { findRepository } from '../../../repository/repository.ts'
import { commitTransaction } from '../../../repository/transaction.ts'
import type { Workspace } from '../../../repository/workspace.ts'
import { fixClone } from '../../shared/clone.ts'
import type { CommandContext } from '../../shared/context.ts'
import { fixIdentity } from '../../shared/identity.ts'
import { type Check, checking } from './check.ts'
import { machineChecks } from './machine.ts'
import { gitChecks, repositoryChecks } from './repository.ts'
import { safetyChecks } from './safety.ts'

/** Looks at this machine, at the git repository and at the case repository in it. */
export async function runChecks(context: CommandContext): Promise<readonly Check[]> {
  const { checks: inside, workspace } = await inspectRepository(context)
  const own = workspace
    ? [
        ...(await repositoryChecks(workspace)),
        ...(await safetyChecks(workspace.repository.root, context.global.today)),
      ]
    : []
  return [...(await machineChecks(context.folder)), ...inside, ...own]
}

/**
 * The repository around the folder and the checks of its git; no workspace where there is no repository or it can't be
 * read.
 */
async function inspectRepository(
  context: CommandContext,
): Promise<{ readonly checks: readonly Check[]; readonly workspace?: Workspace }> {
  const check = checking('repository', '案件库')
  let checks: readonly Check[] = []
  try {
    checks = await gitChecks(await findRepository(context.folder))
    return { checks, workspace: await context.workspace() }
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    const { code, file, line, message } = error
    if (code === 'not-a-repository')
      return { checks: [check.attention('当前文件夹不在案件库内，只检查了本机', message)] }
    const place = [file, line].filter((part) => part !== undefined).join(':')
    return { checks: [...checks, check.problem(place === '' ? '打不开' : `${place} 有误`, message)] }
  }
}

/** Corrects what ejc can correct by itself, before the checks run. */
export async function fixAll(context: CommandContext): Promise<void> {
  await fixIdentity(context, { doubt: true })
  const workspace = await workspaceToFix(context)
  if (!workspace) return
  await fixFiles(workspace, context.out)
  // Last: from then on, the hooks check the commits of cases.
  await fixClone(workspace.repository.root, context.out)
}

/** What the checks tell of, and ejc can't correct. Any other failure means that nothing was corrected. */
const TOLD: readonly RepositoryErrorCode[] = ['not-a-repository', 'yaml', 'invalid-document', 'other-format']

async function workspaceToFix(context: CommandContext): Promise<Workspace | undefined> {
  try {
    return await context.workspace()
  } catch (error) {
    if (error instanceof RepositoryError && TOLD.includes(error.code)) return undefined
    throw error
  }
}

/** Commits the files that this ejc would write otherwise, and only these. */
async function fixFiles({ repository, setting }: Workspace, { note }: CommandContext['out']): Promise<void> {
  const schemas = staleSchemas(repository, setting.regulation)
  const files = new Map([...schemas, ...filesWithLines(repository.root)])
  if (!files.size) return
  const message = schemas.size ? '更新编辑器用的 schema' : `补上 ${[...files.keys()].join('、')} 的设置`
  const request = { action: 'doctor', caseId: null, subject: null, message, files }
  await commitTransaction(repository.root, request, { commit: true })
  note(`已更新 ${[...files.keys()].join('、')}。`)
}
