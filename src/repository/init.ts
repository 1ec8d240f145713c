import { existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { ConfigDocument } from '../core/facts/documents.ts'
import { RepositoryError, systemErrorReason } from './errors.ts'
import { initGit } from './git-work-tree.ts'
import { locateGit } from './gitdir.ts'
import { executableFiles } from './init/hooks.ts'
import { editorSchemas, type PackForEditors } from './init/schemas.ts'
import { removeMade } from './init/settle.ts'
import { fixedFiles } from './init/texts.ts'
import { libraryAround } from './repository.ts'
import { commitTransaction } from './transaction.ts'
import { schemaStyle } from './yaml/style.ts'
import { editYaml } from './yaml/write.ts'

export interface InitResult {
  readonly root: string
  readonly files: readonly string[]
  /** The commit made; null with `commit: false`. */
  readonly commit: string | null
}

/** Every file of a new case repository: its relative path and its text. */
export function newRepositoryFiles(config: ConfigDocument, pack: PackForEditors): Map<string, string> {
  return new Map([['ejc.yaml', configText(config)], ...fixedFiles, ...editorSchemas(pack)])
}

function configText(config: ConfigDocument): string {
  const edits = Object.entries(config).map(([key, value]) => ({ kind: 'set', path: [key], value }) as const)
  return editYaml(undefined, edits, {
    header: 'yaml-language-server: $schema=schemas/config.schema.json',
    ...schemaStyle('config'),
  })
}

/**
 * Makes a case repository of `files` (by relative path) in the folder `root`, with a git repository where there is
 * none, and commits exactly them. Throws RepositoryError and leaves nothing behind when the folder is a case repository
 * already, lies in one, or holds one of the files; where it was stopped half way, `settleKilledInit` goes on from
 * there.
 */
export async function initRepository(
  root: string,
  files: ReadonlyMap<string, string>,
  options: { readonly commit: boolean },
): Promise<InitResult> {
  needFree(root, [...files.keys()])
  const made = firstMissing(root)
  const hadGit = locateGit(root) !== undefined
  try {
    mkdirSync(root, { recursive: true })
    const real = realpathSync(root)
    if (!hadGit) await initGit(real)
    const request = {
      action: 'init',
      caseId: null,
      subject: null,
      message: '新建案件库',
      files: new Map([...files].map(([path, text]) => [path, Buffer.from(text)])),
      expected: new Map([...files.keys()].map((path) => [path, null])),
      executable: executableFiles,
    }
    const { changed, commit } = await commitTransaction(real, request, options)
    return { root: real, files: changed, commit }
  } catch (error) {
    await removeMade(root, { made, hadGit })
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法在 ${root} 新建案件库：${systemErrorReason(error)}`, {
      cause: error,
    })
  }
}

/** Throws when the folder can't become a case repository. The check before writing, also for a preview. */
export function needFree(root: string, files: readonly string[]): void {
  const around = libraryAround(root)
  if (around !== undefined) throw alreadyOne(around, root)
  const state = lstatSync(root, { throwIfNoEntry: false })
  if (state && !state.isDirectory()) {
    throw new RepositoryError('io', `${root} 是文件，不是文件夹：请换一个位置`)
  }
  const present = files.filter((file) => lstatSync(join(root, file), { throwIfNoEntry: false }))
  if (!present.length) return
  const list = present.join('、')
  throw new RepositoryError('io', `${root} 中已有 ${list}，不会覆盖：请移走这些文件，或换一个文件夹`)
}

function alreadyOne(folder: string, root: string): RepositoryError {
  const where = folder === resolve(root) ? `${root} 已经是案件库` : `${root} 位于案件库 ${folder} 之内`
  return new RepositoryError('io', `${where}，不再新建：请换一个文件夹`)
}

/** The topmost folder on the path to `root` that is missing; undefined when all are there. */
function firstMissing(root: string): string | undefined {
  let missing: string | undefined
  for (let folder = resolve(root); !existsSync(folder); folder = dirname(folder)) missing = folder
  return missing
}
