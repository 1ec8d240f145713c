import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { isCaseId, isSafeFileName, resolveInside, safeFileName } from '../../src/repository/paths.ts'
import { removeTemporary, temporaryFolder } from './temporary.ts'

afterAll(removeTemporary)

describe('case ids', () => {
  test.each(['NN-2026-0001', 'A-2026-9999', 'GX450100-2026-0042'])('%s is one', (id) =>
    expect(isCaseId(id)).toBe(true),
  )
  test.each([
    'nn-2026-0001',
    'NN-2026-001',
    'NN-26-0001',
    '1N-2026-0001',
    'TOOLONGID-2026-0001',
    '../NN-2026-0001',
    'NN-2026-0001/',
    'NN-2026-0001\n',
    'NN-2026-０００１',
    '',
    '-C',
  ])('%j is none', (id) => expect(isCaseId(id)).toBe(false))
})

describe('file names', () => {
  test.each(['E1-现场勘查笔录.pdf', '磋商告知书-NN-2026-0001-o1.docx', '.hidden', 'a b.txt'])(
    '%j is safe',
    (name) => expect(isSafeFileName(name)).toBe(true),
  )
  test.each([
    '',
    '.',
    '..',
    'a/b',
    'a\\b',
    'a:b',
    'a?',
    'CON',
    'nul.txt',
    'COM1',
    'conout$',
    'NUL .txt',
    'lpt¹.docx',
    'end.',
    'end ',
    'a\nb',
    'a\u202egnp.exe',
    'x'.repeat(256),
    '甲'.repeat(86),
  ])('%j is not', (name) => expect(isSafeFileName(name)).toBe(false))

  test('any text becomes a safe name, and a safe one stays', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 400, unit: 'grapheme' })),
        (name) => {
          expect(isSafeFileName(safeFileName(name))).toBe(true)
          const stays = isSafeFileName(name) && !/^[.]/.test(name) && name.length <= 120
          if (stays) expect(safeFileName(name)).toBe(name.normalize('NFC'))
        },
      ),
    )
  })

  test('the extension stays when a long name is cut', () => {
    expect(safeFileName(`${'甲'.repeat(200)}.pdf`)).toMatch(/甲\.pdf$/)
    expect(safeFileName(`${'x'.repeat(200)}.pdf`)).toBe(`${'x'.repeat(116)}.pdf`)
    expect(safeFileName('关于“a/b”的函?.docx')).toBe('关于“a_b”的函_.docx')
  })
})

describe('a path inside the repository', () => {
  const root = temporaryFolder()
  const outside = temporaryFolder()
  mkdirSync(join(root, 'cases'))
  writeFileSync(join(root, 'cases/a'), '')
  symlinkSync(outside, join(root, 'cases/out'))
  symlinkSync(join(outside, 'nothing'), join(root, 'dangling'))
  symlinkSync('cases', join(root, 'in'))

  test('may not exist yet', () => {
    expect(resolveInside(root, 'cases/b/c.yaml')).toBe(join(root, 'cases/b/c.yaml'))
  })

  test('may pass a link that stays inside', () => {
    expect(resolveInside(root, 'in/a')).toBe(join(root, 'cases/a'))
  })

  test.each([
    '../x',
    'cases/../../x',
    '/etc/passwd',
    'C:/x',
    'cases/out/x',
    'cases/out',
    'dangling',
    'dangling/x',
    '.git/config',
    'a\\..\\x',
    'a\u0000',
    './a',
    'a//b',
    '',
  ])('%j is refused', (path) => expect(() => resolveInside(root, path)).toThrow(/路径/))
})
