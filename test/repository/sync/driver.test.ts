import { afterAll, describe, expect, test } from 'vitest'
import { setUpClone } from '../../../src/repository/sync/driver.ts'
import { git, removeTemporary, temporaryRepository } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

const driverIn = (root: string): string => git(root, 'config', '--get', 'merge.ejc.driver').trim()

describe('git is told in a clone how to call ejc', () => {
  test('on Windows by a path that the shell of git takes, and that paths may be long', async () => {
    const root = temporaryRepository()
    const program = ['C:\\Program Files\\nodejs\\node.exe', 'D:\\工具 100%\\ejc\\bin\\ejc.js']
    await setUpClone(root, program, 'win32')
    expect(driverIn(root)).toBe(
      "'C:/Program Files/nodejs/node.exe' 'D:/工具 100%%/ejc/bin/ejc.js' merge-driver %O %A %B %P",
    )
    expect(git(root, 'config', '--get', 'core.longpaths').trim()).toBe('true')
  })

  test('elsewhere to the letter, and the officer’s own setting of long paths stays', async () => {
    const root = temporaryRepository()
    git(root, 'config', 'core.longpaths', 'false')
    await setUpClone(root, ['/opt/a\\b/node', "/opt/it's/ejc.js"], 'linux')
    expect(driverIn(root)).toBe("'/opt/a\\b/node' '/opt/it'\\''s/ejc.js' merge-driver %O %A %B %P")
    await setUpClone(root, ['ejc'], 'win32')
    expect(git(root, 'config', '--get', 'core.longpaths').trim()).toBe('false')
  })
})
