import { expect } from 'vitest'
import { advance } from './advance.ts'
import { createRepository, type TestRepository } from './cli.ts'

/** A repository with the example case committed. */
export function committedExample(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('add', '.')
  repository.git('commit', '-qm', 'case')
  return repository
}

/** Does `action subject` on the example case on a day and expects exit 0 and a commit of the action; returns stderr. */
export function doAction(
  repository: TestRepository,
  today: string,
  address: string,
  ...sets: string[]
): string {
  const [action = '', subject = null] = address.split(' ')
  const { exit, stderr } = advance(repository, action, subject, sets, today)
  if (exit !== 0) throw new Error(`${address} ${sets.join(' ')}: ${stderr}`)
  const trailer = repository.git('log', '-1', '--format=%(trailers:key=Ejc-Action,valueonly)')
  expect(trailer.trim()).toBe(action)
  return stderr
}

/** The same for an action that the law refuses: expects exit 1 and no commit; returns stderr. */
export function refusedAction(
  repository: TestRepository,
  today: string,
  address: string,
  ...sets: string[]
): string {
  const [action = '', subject = null] = address.split(' ')
  const head = repository.git('rev-parse', 'HEAD')
  const { exit, stderr } = advance(repository, action, subject, sets, today)
  expect(exit).toBe(1)
  expect(repository.git('rev-parse', 'HEAD')).toBe(head)
  return stderr
}
