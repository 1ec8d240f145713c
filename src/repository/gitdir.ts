import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { RepositoryError, systemCode } from './errors.ts'
import { slashed } from './paths.ts'

/** Where git keeps what belongs to one work tree, found without starting git. */
export interface GitLocation {
  /** The work tree's root. */
  readonly top: string
  /** The git folder of this very work tree (`.git`, or `.git/worktrees/<name>`). */
  readonly gitDir: string
  /** What `git rev-parse --git-path ejc` answers: our lock, journal and staged files. */
  readonly ejcDir: string
  /** The case repository's path inside the work tree, posix, empty when they are the same. */
  readonly prefix: string
}

/** The git work tree around `root`, or undefined when there is none. */
export function locateGit(root: string): GitLocation | undefined {
  for (let folder = resolve(root); ; folder = dirname(folder)) {
    const gitDir = gitDirOf(folder)
    if (gitDir) {
      const prefix = slashed(relative(folder, resolve(root)))
      return { top: folder, gitDir, ejcDir: join(gitDir, 'ejc'), prefix }
    }
    if (dirname(folder) === folder) return undefined
  }
}

/** A linked work tree and a submodule have a file `.git` that names the folder. */
function gitDirOf(folder: string): string | undefined {
  const dotGit = join(folder, '.git')
  try {
    if (statSync(dotGit).isDirectory()) return dotGit
    const named = /^gitdir: (.+?)\s*$/m.exec(readFileSync(dotGit, 'utf8'))?.[1]
    return named === undefined ? undefined : resolve(folder, named)
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return undefined
    throw error
  }
}

/** Like `locateGit`, for those who write. Throws `not-a-git-repository`. */
export function needGit(root: string): GitLocation {
  const git = locateGit(root)
  if (git) return git
  throw new RepositoryError(
    'not-a-git-repository',
    `${root} 不在 git 库中，无法安全写入：请运行 ejc init，或在案件库内运行 git init`,
    { file: root },
  )
}

/** The git folder that all work trees of a repository share. */
export function commonFolderOf({ gitDir }: GitLocation): string {
  const file = join(gitDir, 'commondir')
  return existsSync(file) ? resolve(gitDir, readFileSync(file, 'utf8').trim()) : gitDir
}
