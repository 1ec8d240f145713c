import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type BulkRequest, commitSeveral } from '../../src/repository/bulk.ts'
import { digestOf } from '../../src/repository/digest.ts'
import type { TransactionStep } from '../../src/repository/journal.ts'
import {
  git,
  put,
  removeTemporary,
  runChild,
  temporaryFolder,
  temporaryRepository,
  textOf,
} from './temporary.ts'

afterAll(removeTemporary)

const paths = ['NN-2026-0001/case', 'NN-2026-0002/case', 'NN-2026-0002/closing', 'NN-2026-0003/case'].map(
  (name) => `cases/${name}.yaml`,
)
const oldState = ['id: NN-2026-0001\nstate: old\n', null, null, null]
const newState = [
  'id: NN-2026-0001\nstate: new\n',
  'id: NN-2026-0002\n',
  'fresh: true\n',
  'id: NN-2026-0003\n',
]
const messages = ['补录 NN-2026-0003', '补录 NN-2026-0001', '补录 NN-2026-0002', '起始']

const stateOf = (root: string): (string | null)[] => paths.map((path) => textOf(root, path))
const commits = (root: string): string[] => git(root, 'log', '--format=%s').trim().split('\n')
const leftovers = (root: string): string[] => {
  const folder = join(root, '.git/ejc')
  return existsSync(folder)
    ? readdirSync(folder)
        .flatMap((name) => (name === 'tx' ? readdirSync(join(folder, 'tx')) : name))
        .filter((name) => name !== 'generation')
    : []
}

const request = (
  id: string,
  files: Record<string, string>,
  more: Partial<BulkRequest> = {},
): BulkRequest => ({
  action: 'import',
  caseId: id,
  subject: null,
  message: `补录 ${id}`,
  files: new Map(
    Object.entries(files).map(([name, text]) => [`cases/${id}/${name}.yaml`, Buffer.from(text)]),
  ),
  ...more,
})

describe('many commits at once', () => {
  test('are one a case, each of its own files alone, with the trailers of every action', async () => {
    const root = temporaryRepository()
    put(root, { 'note.txt': 'mine\n' })
    git(root, 'add', 'note.txt')
    const made = await commitSeveral(root, [
      request('NN-2026-0002', { case: 'id: NN-2026-0002\n', closing: 'fresh: true\n' }),
      request('NN-2026-0001', { case: 'id: NN-2026-0001\nstate: old\n' }),
      request('NN-2026-0003', { case: 'id: NN-2026-0003\n' }),
    ])
    expect(made[1]).toBeNull()
    expect(commits(root)).toEqual(['补录 NN-2026-0003', '补录 NN-2026-0002', '起始'])
    expect(
      git(root, 'show', '--format=', '--name-only', made[0] ?? '')
        .trim()
        .split('\n'),
    ).toEqual([paths[1], paths[2]])
    expect(git(root, 'log', '-1', '--format=%an %cn%n%b')).toMatch(
      /^覃某 覃某\nEjc-Action: import\nEjc-Case: NN-2026-0003\nEjc-Tx: [0-9a-f-]{36}\n/u,
    )
    expect(git(root, 'status', '--porcelain').trim()).toBe('A  note.txt')
    expect(git(root, 'for-each-ref', '--format=%(refname)').trim()).toBe('refs/heads/main')
    expect(leftovers(root)).toEqual([])
    git(root, 'fsck', '--strict')
  })

  test('in a repository below the top of the work tree', async () => {
    const top = temporaryFolder()
    git(top, 'init', '--quiet', '--initial-branch=main')
    git(top, 'config', 'user.name', '覃某')
    git(top, 'config', 'user.email', 'qin@example.invalid')
    put(top, { '案件 "库"/ejc.yaml': 'schema: 1\n' })
    git(top, 'add', '.')
    git(top, 'commit', '--quiet', '-m', '起始')
    const root = join(top, '案件 "库"')
    await commitSeveral(root, [request('NN-2026-0002', { case: 'id: NN-2026-0002\n' })])
    expect(textOf(root, 'cases/NN-2026-0002/case.yaml')).toBe('id: NN-2026-0002\n')
    expect(git(top, 'status', '--porcelain')).toBe('')
  })

  test('none is made where one file has changed since it was read', async () => {
    const root = temporaryRepository()
    const expected = new Map([['cases/NN-2026-0001/case.yaml', digestOf(Buffer.from('other'))]])
    await expect(
      commitSeveral(root, [
        request('NN-2026-0002', { case: 'id: NN-2026-0002\n' }),
        request('NN-2026-0001', { case: 'id: x\n' }, { expected }),
      ]),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(stateOf(root)).toEqual(oldState)
    expect(commits(root)).toEqual(['起始'])
  })
})

const steps: readonly (readonly [TransactionStep, 'old' | 'new'])[] = [
  ['staged', 'old'],
  ['journal-placed', 'new'],
  ['generation-bumped', 'new'],
  ['file-moved', 'new'],
  ['files-moved', 'new'],
  ['committed', 'new'],
  ['journal-removed', 'new'],
]

describe('killed at any moment', () => {
  test.each(steps)('after %s, the next process finds all %s', (step, kept) => {
    const root = temporaryRepository()
    expect(runChild('several', root, step).signal).toBe('SIGKILL')
    expect(runChild('recover', root).stderr).toBe('')
    expect(stateOf(root)).toEqual(kept === 'new' ? newState : oldState)
    expect(commits(root)).toEqual(kept === 'new' ? messages : ['起始'])
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(leftovers(root)).toEqual([])
    expect(runChild('several', root).stderr).toBe('')
    expect(stateOf(root)).toEqual(newState)
    expect(commits(root)).toEqual(messages)
    expect(git(root, 'status', '--porcelain')).toBe('')
  })
})
