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

/** Carries out `action subject` on the example case on a day: fine, with a commit of the action; and what is said. */
export function does(repository: TestRepository, today: string, address: string, ...sets: string[]): string {
  const [action = '', subject = null] = address.split(' ')
  const { exit, stderr } = advance(repository, action, subject, sets, today)
  if (exit !== 0) throw new Error(`${address} ${sets.join(' ')}: ${stderr}`)
  const trailer = repository.git('log', '-1', '--format=%(trailers:key=Ejc-Action,valueonly)')
  expect(trailer.trim()).toBe(action)
  return stderr
}

/** The same for what the law refuses: exit 1, nothing committed, and what is said. */
export function refused(
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
