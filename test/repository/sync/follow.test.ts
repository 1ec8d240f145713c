import { afterAll, describe, expect, test } from 'vitest'
import { needGit } from '../../../src/repository/gitdir.ts'
import { followRenumbering, renumberedCommit } from '../../../src/repository/sync/follow.ts'
import { commitsBetween } from '../../../src/repository/sync/remote.ts'
import { git, put, removeTemporary, temporaryRepository } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

const id = 'NN-2026-0001'
const documents = {
  [`cases/${id}/documents/协议-${id}.docx`]: '文书',
  [`cases/${id}/attachments/E1.jpg`]: '照片',
  'cases/NN-2026-0002/case.yaml': `id: NN-2026-0002\nrelatedCases: [${id}]\n`,
}

interface Office {
  readonly root: string
  commit(files: Record<string, string>, message?: string): string
  on(branch: string): void
}

function office(): Office {
  const root = temporaryRepository()
  const commit = (files: Record<string, string>, message = '手工修改'): string => {
    put(root, files)
    git(root, 'add', '--all')
    git(root, 'commit', '--quiet', '--allow-empty', '-m', message)
    return git(root, 'rev-parse', 'HEAD').trim()
  }
  commit(documents)
  git(root, 'branch', 'theirs')
  return { root, commit, on: (branch) => void git(root, 'switch', '--quiet', branch) }
}

/** A case given another number on the branch that is checked out, as `ejc renumber` records it. */
async function renumber({ root, on }: Office, branch: string, from: string, to: string): Promise<string> {
  const head = git(root, 'rev-parse', branch).trim()
  const commit = await renumberedCommit(needGit(root), head, [{ from, to }])
  on('main')
  git(root, 'branch', '--force', branch === 'main' ? 'unused' : branch, commit)
  if (branch === 'main') git(root, 'reset', '--quiet', '--hard', commit)
  return commit
}

async function following(root: string) {
  const [ours, theirs] = ['main', 'theirs'].map((branch) => git(root, 'rev-parse', branch).trim())
  const base = git(root, 'merge-base', 'main', 'theirs').trim()
  const heads = { base, ours: ours ?? '', theirs: theirs ?? '' }
  const records = {
    ours: await commitsBetween(root, base, heads.ours),
    theirs: await commitsBetween(root, base, heads.theirs),
  }
  return { ...(await followRenumbering(needGit(root), heads, records)), before: heads }
}

const namesIn = (root: string, commit: string): string[] =>
  git(root, '-c', 'core.quotepath=false', 'ls-tree', '-r', '--name-only', commit).trim().split('\n')

test('a case of a commit gets another number, its papers and what refers to it with it', async () => {
  const { root } = office()
  const commit = await renumberedCommit(needGit(root), git(root, 'rev-parse', 'main').trim(), [
    { from: id, to: 'NN-2026-0009' },
  ])
  expect(namesIn(root, commit)).toEqual([
    'cases/NN-2026-0002/case.yaml',
    'cases/NN-2026-0009/attachments/E1.jpg',
    'cases/NN-2026-0009/case.yaml',
    'cases/NN-2026-0009/closing.yaml',
    'cases/NN-2026-0009/documents/协议-NN-2026-0009.docx',
    'ejc.yaml',
  ])
  expect(git(root, 'show', `${commit}:cases/NN-2026-0009/case.yaml`)).toContain('id: NN-2026-0009')
  expect(git(root, 'show', `${commit}:cases/NN-2026-0002/case.yaml`)).toContain('NN-2026-0009')
  expect(git(root, 'status', '--porcelain')).toBe('')
})

describe('given a case renumbered on one side', () => {
  test('and changed on neither or on that one alone, nothing is to be followed', async () => {
    const place = office()
    await renumber(place, 'main', id, 'NN-2026-0009')
    place.on('theirs')
    place.commit({ 'cases/NN-2026-0002/closing.yaml': 'new: true\n' })
    const { heads, ours, followed, before } = await following(place.root)
    expect({ heads, ours, followed }).toEqual({ heads: before, ours: [], followed: [] })
  })

  test('by us and changed by them: base and theirs are seen under our number', async () => {
    const place = office()
    place.on('theirs')
    place.commit({ [`cases/${id}/closing.yaml`]: 'new: true\n' })
    await renumber(place, 'main', id, 'NN-2026-0009')
    const { heads, ours, followed } = await following(place.root)
    expect({ ours, followed }).toEqual({ ours: [], followed: [{ from: id, to: 'NN-2026-0009' }] })
    expect(git(place.root, 'show', `${heads.theirs}:cases/NN-2026-0009/closing.yaml`)).toBe('new: true\n')
    expect(git(place.root, 'show', `${heads.base}:cases/NN-2026-0009/closing.yaml`)).toBe('old: true\n')
  })

  test('by them and changed by us: ours is to follow', async () => {
    const place = office()
    await renumber(place, 'theirs', id, 'NN-2026-0009')
    place.commit({ [`cases/${id}/closing.yaml`]: 'new: true\n' })
    expect((await following(place.root)).ours).toEqual([{ from: id, to: 'NN-2026-0009', followed: true }])
    await renumber(place, 'main', id, 'NN-2026-0009')
    const { heads, ours, followed } = await following(place.root)
    expect({ ours, followed }).toEqual({ ours: [], followed: [{ from: id, to: 'NN-2026-0009' }] })
    expect(namesIn(place.root, heads.base)).not.toContain(`cases/${id}/case.yaml`)
  })

  test('by both to different numbers: ours takes theirs, which others know', async () => {
    const place = office()
    await renumber(place, 'theirs', id, 'NN-2026-0009')
    await renumber(place, 'main', id, 'NN-2026-0007')
    expect((await following(place.root)).ours).toEqual([
      { from: 'NN-2026-0007', to: 'NN-2026-0009', followed: true },
    ])
  })

  test('to a number that the other side has given to a new case: ours makes way', async () => {
    const theirs = office()
    await renumber(theirs, 'theirs', id, 'NN-2026-0009')
    theirs.commit({
      [`cases/${id}/closing.yaml`]: 'new: true\n',
      'cases/NN-2026-0009/case.yaml': 'id: NN-2026-0009\n',
    })
    expect((await following(theirs.root)).ours).toEqual([
      { from: 'NN-2026-0009', to: 'NN-2026-0010' },
      { from: id, to: 'NN-2026-0009', followed: true },
    ])
    const mine = office()
    mine.on('theirs')
    mine.commit({
      [`cases/${id}/closing.yaml`]: 'new: true\n',
      'cases/NN-2026-0009/case.yaml': 'id: NN-2026-0009\n',
    })
    await renumber(mine, 'main', id, 'NN-2026-0009')
    expect((await following(mine.root)).ours).toEqual([{ from: 'NN-2026-0009', to: 'NN-2026-0010' }])
  })

  test('and back again, there is nothing to follow', async () => {
    const place = office()
    place.on('theirs')
    place.commit({ [`cases/${id}/closing.yaml`]: 'new: true\n' })
    await renumber(place, 'main', id, 'NN-2026-0009')
    await renumber(place, 'main', 'NN-2026-0009', id)
    expect(await following(place.root)).toMatchObject({ ours: [], followed: [] })
  })

  test('and deleted on the other, it stays a question for a person', async () => {
    const place = office()
    place.on('theirs')
    git(place.root, 'rm', '-r', '--quiet', `cases/${id}`)
    place.commit({})
    await renumber(place, 'main', id, 'NN-2026-0009')
    expect(await following(place.root)).toMatchObject({ ours: [], followed: [] })
  })
})
