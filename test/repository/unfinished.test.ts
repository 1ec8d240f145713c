import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isSafeFileName } from '../../src/repository/paths.ts'
import { unfinishedAnswers } from '../../src/repository/unfinished.ts'
import { removeTemporary, temporaryRepository } from './temporary.ts'

afterAll(removeTemporary)

test('answers for 1/o2 are not those for 1_o2, and lie in files that Windows allows too', () => {
  const root = temporaryRepository()
  const kept = (subject: string) => unfinishedAnswers(root, 'NN-2026-0001', 'serve', subject)
  for (const subject of ['1/o2', '1_o2', '信息公开*?']) kept(subject).save({ subject })
  expect(kept('1/o2').load()).toEqual({ subject: '1/o2' })
  expect(kept('1_o2').load()).toEqual({ subject: '1_o2' })
  expect(kept('1/o2').savedAt()).toEqual(
    statSync(join(root, '.git/ejc/unfinished/NN-2026-0001~serve~1%2Fo2.json')).mtime,
  )
  expect(kept('1/o9').savedAt()).toBeUndefined()
  const names = readdirSync(join(root, '.git/ejc/unfinished'))
  expect(names).toHaveLength(3)
  expect(names.filter((name) => !isSafeFileName(name))).toEqual([])
})
