import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { matching } from '../../../../../src/cli/commands/evidence/add/sources.ts'
import { temporaryFolder } from '../../../../support/cli.ts'

describe('a name with * or ?, which the shells of Windows leave as it is', () => {
  const folder = temporaryFolder()
  for (const name of ['E1.JPG', 'E2.jpg', 'E10.jpg', '笔录(一).pdf', '.hidden.jpg', '原[1]*.txt'])
    writeFileSync(join(folder, name), name)
  mkdirSync(join(folder, 'folder.jpg'))
  const found = (pattern: string): string[] =>
    matching(join(folder, pattern)).map((path) => path.slice(folder.length + 1))

  it.each([
    ['*.jpg', ['E1.JPG', 'E10.jpg', 'E2.jpg']],
    ['E?.jpg', ['E1.JPG', 'E2.jpg']],
    ['笔录(*).pdf', ['笔录(一).pdf']],
    ['原[1]*.txt', ['原[1]*.txt']],
    ['E2.jpg', ['E2.jpg']],
    ['none.jpg', ['none.jpg']],
  ])('%s stands for %j', (pattern, names) => {
    expect(found(pattern)).toEqual(names)
  })

  it('that nothing is like, or in a folder that is not there, is told', () => {
    for (const pattern of ['*.mp4', 'none/*.jpg']) expect(() => found(pattern)).toThrow('没有与')
  })
})
