import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { addRemote } from '../../../src/repository/sync/remote.ts'
import { git, removeTemporary, temporaryFolder, temporaryRepository } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

describe('the address of the shared repository', () => {
  test('is kept when something answers there, and not when it is mistyped', async () => {
    const root = temporaryRepository()
    const mistyped = addRemote(root, join(temporaryFolder(), 'office.git'), false)
    await expect(mistyped).rejects.toMatchObject({ code: 'git' })
    expect(git(root, 'remote')).toBe('')
    await addRemote(root, temporaryRepository(), false)
    expect(git(root, 'remote').trim()).toBe('origin')
  })

  test('is shown without the password, whatever signs that has', async () => {
    const root = temporaryRepository()
    git(root, 'remote', 'add', 'origin', 'https://qin:p@ss@host/a.git https://wei:p@ss@host/b.git')
    await expect(addRemote(root, 'https://host/c.git', false)).rejects.toThrow(
      'https://host/a.git https://host/b.git',
    )
  })
})
