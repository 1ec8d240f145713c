import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { formOf } from '../../src/core/forms/index.ts'
import { damagedIn, damageOf } from '../../src/documents/damage.ts'
import { folderDestination, makePapers } from '../../src/documents/deliver.ts'
import { openPackage } from '../../src/documents/package.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { first } from '../forms/support.ts'
import { docx, p } from './sample.ts'

/** A file in which the checksum of a part no longer fits what the part holds. */
function damagedAt(bytes: Uint8Array, part: string): Uint8Array {
  const content = openPackage(bytes, '文书').get(part) ?? new Uint8Array()
  const sum = Buffer.alloc(4)
  sum.writeUInt32LE(crc32(content))
  const damaged = Buffer.from(bytes)
  const at = damaged.lastIndexOf(sum)
  expect(at).toBeGreaterThan(0)
  damaged[at] = (damaged[at] ?? 0) ^ 1
  return new Uint8Array(damaged)
}

const view = first()
const form = formOf('initiation-register', view.regulation)
if (!form) throw new Error('no form')
const paper = preparePaper({ view, form, subject: null, draft: true }, () => undefined)
const sound = await paper.bytes()

describe.each(['word/document.xml', 'docProps/core.xml', 'word/styles.xml'])(
  'a paper whose %s has changed',
  (part) => {
    const damaged = damagedAt(sound, part)

    test('is told with the part', () => {
      expect(damageOf(sound)).toBeUndefined()
      expect(damageOf(damaged)).toContain(`文件已损坏：其中的 ${part}`)
      expect(
        damagedIn('X', ['documents/甲.docx', 'documents/乙.docx'], (file) =>
          file.endsWith('甲.docx') ? damaged : sound,
        ),
      ).toEqual([{ path: 'documents/甲.docx', why: expect.stringContaining(part) }])
    })

    test('is damaged, and nobody is said to have edited it', async () => {
      expect(paper.compare(damaged)).toBe('damaged')
      const to = { ...folderDestination('/'), read: () => damaged }
      const [made] = await makePapers([paper], to, () => undefined)
      expect(made).toMatchObject({ edited: true, damage: expect.stringContaining(part) })
    })
  },
)

test('a paper that somebody edited is not damaged, nor is what is no Word file', () => {
  expect(paper.compare(docx(p('另写')))).toBe('edited')
  expect(damageOf(strToU8('PDF'))).toBeUndefined()
  expect(damageOf(zipSync({ a: strToU8('b') }))).toBeUndefined()
  expect(damageOf(sound.slice(0, sound.length / 2))).toContain('文件已损坏')
})
