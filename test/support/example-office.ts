import { createHash } from 'node:crypto'
import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createRepository, listOf, type TestRepository } from './cli.ts'

const examples = resolve('examples/repository')

/** The day on which the example cases stand where their README says. */
export const exampleDay = ['--today', '2026-11-24', '--no-input']

/** A fresh case repository with all the example cases, committed. */
export function exampleOffice(): TestRepository {
  const repository = createRepository()
  cpSync(examples, repository.root, { recursive: true, force: true })
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

/** The SHA-256 of a file. */
export function sha256Of({ root }: TestRepository, file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex')
}

/** The errors that lint finds in a case. */
export function errorsIn({ ejc }: TestRepository, id: string): unknown[] {
  const found = listOf(ejc(['lint', `cases/${id}`, '--json', ...exampleDay]), 'lint')
  return found.filter(({ severity }) => severity === 'error')
}

/** The commit and everything that differs from it. */
export const stateOf = ({ git }: TestRepository): string =>
  git('rev-parse', 'HEAD^{tree}') + git('status', '--porcelain')
