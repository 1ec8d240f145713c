import { describe, expect, it } from 'vitest'
import { titledLines } from '../../../../src/cli/commands/undo/titled.ts'

describe('the lines of a file that an undo takes back', () => {
  it('have the titles of their keys, in lists and sections too; a text keeps what looks like a key', () => {
    const lines = [
      'damage:',
      '  knownOn: 2026-01-02',
      'officers:',
      '  - name: 覃某',
      '    phone: x',
      'note: |',
      '  abc: x',
    ]
    expect(titledLines('cases/NN-2026-0001/case.yaml', lines)).toEqual([
      expect.stringMatching(/^\S*损害\S*：$/),
      '  知道损害日期：2026-01-02',
      expect.stringMatching(/^办案人员：$/),
      expect.stringMatching(/^ {2}- \S*姓名\S*：覃某$/),
      expect.stringMatching(/^ {4}\S*电话\S*：x$/),
      'note: |',
      '  abc: x',
    ])
    expect(titledLines('notes.txt', ['damage:'])).toEqual(['damage:'])
  })
})
