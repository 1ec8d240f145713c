import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import {
  addRemote,
  changeRemote,
  knownAddress,
  needShared,
  withoutSecret,
} from '../../../src/repository/sync/remote.ts'
import { needOurs } from '../../../src/repository/sync/shared-library.ts'
import { git, removeTemporary, temporaryFolder, temporaryRepository } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

describe('the address of the shared repository', () => {
  test('is one where something answers, and none when it is mistyped or of other cases', async () => {
    const root = temporaryRepository()
    const mistyped = needShared(root, join(temporaryFolder(), 'office.git'), false)
    await expect(mistyped).rejects.toMatchObject({
      code: 'git',
      message: expect.stringMatching(/^[^a-z]*ejc sync --remote 新地址，[^a-z]*ejc\.yaml 的 libraries。$/),
    })
    const other = temporaryRepository()
    writeFileSync(join(other, 'ejc.yaml'), 'schema: 1\n')
    git(other, 'add', 'ejc.yaml')
    git(other, 'commit', '--quiet', '--amend', '-m', '另一处')
    await expect(needOurs(root, other, false)).rejects.toThrow('没有共同的来历')
    await needOurs(root, root, false)
    const empty = temporaryFolder()
    git(empty, 'init', '--quiet', '--bare')
    await needShared(root, empty, false)
    expect(git(root, 'remote')).toBe('')
  })

  test('gives way to another one, and stays with what was fetched from it', async () => {
    const [root, old, fresh] = [temporaryRepository(), temporaryFolder(), temporaryFolder()]
    for (const shared of [old, fresh]) git(shared, 'init', '--quiet', '--bare')
    await addRemote(root, old)
    git(root, 'push', '--quiet', '--set-upstream', 'origin', 'main')
    expect(await changeRemote(root, 'origin', fresh)).toBe('former')
    expect(await knownAddress(root)).toEqual({ name: 'origin', url: fresh })
    expect(git(root, 'remote', 'get-url', 'former').trim()).toBe(old)
    expect(git(root, 'for-each-ref', '--format=%(refname)', 'refs/remotes').trim()).toBe(
      'refs/remotes/former/main',
    )
    // A clone that has two, of which somebody called the shared one otherwise.
    git(root, 'remote', 'add', 'gitee', old)
    git(root, 'push', '--quiet', '--set-upstream', 'gitee', 'main')
    const third = temporaryFolder()
    git(third, 'init', '--quiet', '--bare')
    expect(await changeRemote(root, 'gitee', third)).toBe('former-2')
    expect(await knownAddress(root)).toEqual({ name: 'origin-2', url: third })
    expect(git(root, 'remote', 'get-url', 'origin').trim()).toBe(fresh)
  })

  test('is shown without the password, whatever signs that has', async () => {
    const root = temporaryRepository()
    git(root, 'remote', 'add', 'origin', 'https://qin:p@ss@host/a.git https://wei:p@ss@host/b.git')
    const known = await knownAddress(root)
    expect(withoutSecret(known?.url ?? '')).toBe('https://host/a.git https://host/b.git')
  })
})
