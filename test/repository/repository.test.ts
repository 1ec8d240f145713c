import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentNames } from '../../src/core/facts/documents.ts'
import { findRepository, nextCaseId, openRepository } from '../../src/repository/repository.ts'
import { git, put, removeTemporary, temporaryFolder, temporaryRepository } from './temporary.ts'

afterAll(removeTemporary)

describe('finding the repository', () => {
  test('from any folder within', async () => {
    const root = temporaryRepository()
    expect(await findRepository(join(root, 'cases/NN-2026-0001'))).toBe(root)
  })

  test('a folder that does not exist is not looked for in those above it', async () => {
    const inside = join(temporaryRepository(), 'cases/NN-2026-0404')
    await expect(findRepository(inside)).rejects.toMatchObject({
      message: expect.stringMatching(/没有文件夹/),
    })
  })

  test('a folder that is none says how to make one', async () => {
    await expect(findRepository(temporaryFolder())).rejects.toMatchObject({
      code: 'not-a-repository',
      message: expect.stringMatching(/不是案件库.*ejc init/),
    })
  })
})

describe('reading', () => {
  test('a case gives its documents in the order of the proceedings and every file', async () => {
    const root = temporaryRepository()
    const folder = 'cases/NN-2026-0001'
    put(root, Object.fromEntries(documentNames.map((name) => [`${folder}/${name}.yaml`, `${name}: 1\n`])))
    put(root, {
      [`${folder}/attachments/深/E1.pdf`]: '',
      [`${folder}/notes.txt`]: '',
      [`${folder}/unknown.yaml`]: 'a: 1',
    })
    const read = (await openRepository(root)).readCase('NN-2026-0001')
    expect(Object.keys(read.documents)).toEqual([...documentNames])
    expect(read.documents.court).toMatchObject({
      file: `${folder}/court.yaml`,
      result: { ok: true, data: { court: 1 } },
    })
    expect(read.files).toEqual(
      [
        ...documentNames.map((name) => `${name}.yaml`),
        'attachments/深/E1.pdf',
        'notes.txt',
        'unknown.yaml',
      ].sort(),
    )
  })

  test('only folders with a case id are cases, the rest is named', async () => {
    const root = temporaryRepository()
    put(root, { 'cases/README.md': '', 'cases/草稿/case.yaml': '', 'cases/NN-2025-0007/case.yaml': 'id: x' })
    const repository = await openRepository(root)
    expect(repository.caseIds()).toEqual(['NN-2025-0007', 'NN-2026-0001'])
    expect(repository.strayEntries()).toEqual(['cases/README.md', 'cases/草稿'])
    expect(repository.caseExists('NN-2025-0007')).toBe(true)
    expect(repository.caseExists('NN-2025-0008')).toBe(false)
    expect(repository.caseExists('..')).toBe(false)
  })

  test('the next number follows the highest of the year', async () => {
    const root = temporaryRepository()
    put(root, {
      'cases/NN-2026-0041/case.yaml': '',
      'cases/NN-2025-0099/case.yaml': '',
      'cases/XX-2026-0500/case.yaml': '',
    })
    const repository = await openRepository(root)
    expect(nextCaseId(repository.folderNames(), 'NN', 2026)).toBe('NN-2026-0042')
    expect(nextCaseId(repository.folderNames(), 'NN', 2027)).toBe('NN-2027-0001')
    expect(() => nextCaseId(repository.folderNames(), '../x', 2026)).toThrow(/idPrefix/)
  })

  test('files beside the cases are read when they are there', async () => {
    const root = temporaryRepository()
    put(root, {
      'calendar/2027.yaml': 'year: 2027',
      'calendar/2026.yaml': 'year: 2026',
      'projects/L1.yaml': 'id: L1',
      'submissions.yaml': 'submissions: []',
    })
    const repository = await openRepository(root)
    expect(repository.readCalendars().map(({ file }) => file)).toEqual([
      'calendar/2026.yaml',
      'calendar/2027.yaml',
    ])
    expect(repository.readProjects()).toHaveLength(1)
    expect(repository.readRegulations()).toEqual([])
    expect(repository.readSubmissions()?.result).toEqual({ ok: true, data: { submissions: [] } })
    expect(repository.config().result).toEqual({ ok: true, data: { schema: 1, idPrefix: 'NN' } })
  })

  test('one broken document is a problem of that document alone', async () => {
    const root = temporaryRepository()
    put(root, { 'cases/NN-2026-0001/court.yaml': 'a: [' })
    const { documents } = (await openRepository(root)).readCase('NN-2026-0001')
    expect(documents.court?.result.ok).toBe(false)
    expect(documents.case?.result.ok).toBe(true)
  })

  test('a case that is not there, or no case id, is refused', async () => {
    const repository = await openRepository(temporaryRepository())
    expect(() => repository.readCase('NN-2026-0404')).toThrow(/没有案件/)
    expect(() => repository.readCase('../../etc')).toThrow(/不合格式/)
  })

  test('links out of the repository and pipes are not opened', { timeout: 5000 }, async () => {
    const root = temporaryRepository()
    const outside = temporaryFolder()
    put(outside, { 'secret.yaml': 'secret: 1' })
    const folder = join(root, 'cases/NN-2026-0001')
    symlinkSync(join(outside, 'secret.yaml'), join(folder, 'court.yaml'))
    symlinkSync(outside, join(root, 'cases/NN-2026-0002'))
    execFileSync('mkfifo', [join(folder, 'payments.yaml')])
    mkdirSync(join(folder, 'evidence.yaml'))
    const repository = await openRepository(root)
    const { documents } = repository.readCase('NN-2026-0001')
    expect(documents.court?.result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/符号链接/) }],
    })
    expect(documents.payments?.result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/不是普通文件/) }],
    })
    expect(documents.evidence?.result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/文件夹/) }],
    })
    expect(() => repository.readCase('NN-2026-0002')).toThrow(/符号链接/)
  })

  test('pipes beside the cases are not opened either', { timeout: 5000 }, async () => {
    const root = temporaryRepository()
    mkdirSync(join(root, 'calendar'))
    execFileSync('mkfifo', [join(root, 'calendar/2030.yaml'), join(root, 'form.docx')])
    const repository = await openRepository(root)
    expect(repository.readCalendars()[0]?.result).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/不是普通文件/) }],
    })
    expect(() => repository.readBytes('form.docx')).toThrow(/不是普通文件/)
    expect(() => repository.digest('form.docx')).toThrow(/不是普通文件/)
  })

  test('in a linked work tree, whose journal is its own', async () => {
    const root = temporaryRepository()
    const linked = join(temporaryFolder(), 'linked')
    git(root, 'worktree', 'add', '--quiet', linked, '-b', 'other')
    expect((await openRepository(linked)).caseIds()).toEqual(['NN-2026-0001'])
  })
})
