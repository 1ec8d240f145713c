import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { git, temporaryFolder } from '../temporary.ts'

/** The example repository with these cases alone, under git. */
export function templateOf(ids: readonly string[]): string {
  const root = temporaryFolder()
  cpSync('examples/repository', root, { recursive: true })
  const others = readdirSync(join(root, 'cases')).filter((name) => !ids.includes(name))
  for (const other of others) rmSync(join(root, 'cases', other), { recursive: true })
  git(root, 'init', '--quiet', '--initial-branch=main', '--template=')
  git(root, 'config', 'user.name', '覃某')
  git(root, 'config', 'user.email', 'qin@example.invalid')
  commit(root)
  return root
}

export function commit(root: string): void {
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '-m', '改动')
}
