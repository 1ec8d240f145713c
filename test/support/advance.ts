import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse, stringify } from 'yaml'
import { type DocumentName, documentNames } from '../../src/core/facts/documents.ts'
import type { Change } from './actions.ts'
import { type Call, createRepository, type TestRepository } from './cli.ts'
import { documentsOf } from './setting.ts'

/** The number of the example case. */
export const id = 'NN-2026-0001'

/** A repository with the example case after some changes. */
export function repositoryAfter(change: Change): TestRepository {
  const repository = createRepository('example-case')
  const documents = documentsOf('example-case')
  change(documents)
  for (const name of documentNames) {
    const file = `cases/${id}/${name}.yaml`
    if (documents[name]) repository.write(file, stringify(documents[name]))
    else if (existsSync(join(repository.root, file))) rmSync(join(repository.root, file))
  }
  return repository
}

/** `ejc advance` without a terminal; each set is `key=value`. Without any, what ejc fills in is said to be so. */
export function advance(
  repository: TestRepository,
  action: string,
  subject: string | null,
  sets: readonly string[],
  today: string,
): Call {
  const args = ['advance', id, action, ...(subject === null ? [] : [subject]), '--today', today]
  const said = sets.length ? sets.flatMap((set) => ['--set', set]) : ['--yes']
  return repository.ejc([...args, ...said])
}

/** An action on the example case after some changes, and what it writes. */
export type Written = readonly [
  action: string,
  subject: string | null,
  change: Change,
  today: string,
  sets: readonly string[],
  document: DocumentName,
  expected: object,
]

/** Runs the action and expects its document to hold what it should, in one commit of only that file. */
export function expectWritten(...[action, subject, change, today, sets, document, expected]: Written): void {
  const repository = repositoryAfter(change)
  const call = advance(repository, action, subject, sets, today)
  expect(call.stderr).not.toContain('没有写入')
  expect(call.exit).toBe(0)
  const file = `cases/${id}/${document}.yaml`
  expect(parse(repository.read(file))).toMatchObject(expected)
  expect(repository.git('log', '-1', '--format=%s')).toContain(id)
  expect(repository.git('show', '--name-only', '-z', '--format=').split('\0').filter(Boolean)).toEqual([file])
}

/** An action on the example case that the law refuses, and the article that does. */
export type Refused = readonly [
  action: string,
  subject: string | null,
  change: Change,
  sets: readonly string[],
  article: string,
]

/** Runs the action and expects exit 1, the article, and nothing written. */
export function expectRefused(...[action, subject, change, sets, article]: Refused): void {
  const repository = repositoryAfter(change)
  const state = () =>
    repository.git('add', '-AN') + repository.git('diff') + repository.git('log', '--format=%H')
  const before = state()
  const call = advance(repository, action, subject, sets, '2026-11-24')
  expect(call.exit).toBe(1)
  expect(call.stderr).toContain(`${article}：`)
  expect(state()).toBe(before)
}
