import { existsSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { ConfigDocument } from '../core/facts/documents.ts'
import { removeFolder } from './durable.ts'
import { RepositoryError, systemErrorReason } from './errors.ts'
import { initGit } from './git-work-tree.ts'
import { locateGit } from './gitdir.ts'
import { executableFiles } from './init/hooks.ts'
import { editorSchemas, type OfThePack } from './init/schemas.ts'
import { fixedFiles } from './init/texts.ts'
import { journalFile } from './journal.ts'
import { recover } from './recover.ts'
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
export function newRepositoryFiles(config: ConfigDocument, pack: OfThePack): Map<string, string> {
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
 * Makes a case repository of `files` (by relative path) in the folder `root`, with a git repository where there is none,
 * and commits exactly them. Throws RepositoryError and leaves nothing behind when the folder is a case repository
 * already, lies in one, or holds one of the files.
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
    // What this call made is removed again; what was there before stays.
    if (made !== undefined) removeFolder(made)
    else if (!hadGit) removeFolder(join(root, '.git'))
    if (error instanceof RepositoryError) throw error
    throw new RepositoryError('io', `无法在 ${root} 新建案件库：${systemErrorReason(error)}`, {
      cause: error,
    })
  }
}

/** Clears away, or finishes, what an `ejc init` in this folder has left that was killed. */
export async function settleKilledInit(root: string): Promise<void> {
  removeHalfMadeGit(root)
  const git = locateGit(root)
  if (git && existsSync(journalFile(git))) await recover(root)
}

/**
 * Removes the `.git` of an `ejc init` that was killed while git made it: one in which git sees no repository, and that holds
 * nothing of anybody yet. Any other stays.
 */
function removeHalfMadeGit(root: string): void {
  const folder = join(root, '.git')
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const isWhole = ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)))
  const isUsed = ['objects', 'refs', 'logs', 'ejc', 'modules', 'worktrees'].some((name) =>
    holdsFile(join(folder, name)),
  )
  if (!isWhole && !isUsed && !existsSync(join(folder, 'index'))) removeFolder(folder)
}

function holdsFile(folder: string): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some((entry) => !entry.isDirectory())
}

/** Throws when the folder can't become a case repository. The check before writing, also for a preview. */
export function needFree(root: string, files: readonly string[]): void {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'ejc.yaml'))) throw alreadyOne(folder, root)
    if (dirname(folder) === folder) break
  }
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
