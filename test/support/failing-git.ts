import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './folders.ts'

/**
 * What a git does whose words match: nothing but fail, or its work and fail; `kill` ends it and the program that called
 * it.
 */
export type Failing = 'fail' | 'fail-late' | 'kill' | 'kill-late'

/** The environment of a call of the program in which a git whose words match a pattern of the shell fails. */
export function failingGit(words: string, how: Failing): Readonly<Record<string, string>> {
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
  const folder = join(temporaryFolder(), 'bin')
  mkdirSync(folder)
  const end = how.startsWith('kill') ? 'kill -9 $PPID; kill -9 $$' : 'echo "fatal: broken" >&2; exit 128'
  const first = how.endsWith('late') ? `'${real}' "$@";` : ''
  const text = `#!/bin/sh\ncase "$*" in ${words}) ${first} ${end} ;; esac\nexec '${real}' "$@"\n`
  writeFileSync(join(folder, 'git'), text)
  chmodSync(join(folder, 'git'), 0o755)
  return { PATH: `${folder}:${process.env.PATH}` }
}
