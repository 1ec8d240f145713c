import { spawnSync } from 'node:child_process'
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { docx, p } from '../../../documents/sample.ts'
import { createRepository, ejcIn, listOf, temporaryFolder } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const draft = docx(p('损害事实'), p('2026年1月倾倒废酸，污染水塘和农田的土壤。'), p('违约责任'), p('×××'))
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
const office = has('soffice')
const reader = has('pdftotext')
if (!office) console.log('skipped without LibreOffice: drafts as .odt, .rtf and .doc')
if (!office || !reader) console.log('skipped without LibreOffice and pdftotext: drafts as .pdf')

/** The draft in other formats, in a folder of their own. */
function convertedTo(...formats: string[]): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'draft.docx'), draft)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  for (const format of formats)
    spawnSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', folder, 'draft.docx'], {
      cwd: folder,
    })
  return folder
}

const codes = (call: ReturnType<typeof ejcIn>): string[] =>
  listOf(call, 'lint').map(({ code }) => String(code))

describe('ejc lint of a draft in another format', () => {
  it.skipIf(!office)('reads .odt, .rtf and .doc by LibreOffice as it reads the Word file', () => {
    const folder = convertedTo('odt', 'rtf', 'doc')
    const asWord = codes(ejcIn(folder, ['lint', 'draft.docx', '--json', ...day]))
    expect(asWord).toContain('breach')
    for (const format of ['odt', 'rtf', 'doc']) {
      const call = ejcIn(folder, ['lint', `draft.${format}`, '--json', ...day])
      expect(call.exit).toBe(1)
      expect(codes(call)).toEqual(asWord)
    }
  })

  it.skipIf(!office || !reader)('reads a PDF with text, in a case and outside of it', () => {
    const folder = convertedTo('pdf')
    const outside = codes(ejcIn(folder, ['lint', 'draft.pdf', '--json', ...day]))
    const repository = createRepository('example-case')
    copyFileSync(join(folder, 'draft.pdf'), join(repository.root, 'cases/NN-2026-0001/来稿.pdf'))
    const inside = codes(repository.ejc(['lint', 'cases/NN-2026-0001/来稿.pdf', '--json', ...day]))
    for (const found of [outside, inside]) {
      expect(found).toEqual(expect.arrayContaining(['evidence', 'forceMajeure']))
      expect(found).not.toContain('facts')
      expect(found).not.toContain('unreadable')
    }
  })

  it('says that it could not read a file, and how to make it readable, and never that nothing was found', () => {
    const repository = createRepository('example-case')
    repository.write('cases/NN-2026-0001/协议.pdf', '%PDF-1.4 盖章')
    repository.write('cases/NN-2026-0001/协议.rtf', 'no rich text')
    for (const name of ['协议.pdf', '协议.rtf']) {
      const call = repository.ejc(['lint', `cases/NN-2026-0001/${name}`, '--json', ...day])
      const unread = listOf(call, 'lint').filter(({ code }) => code === 'unreadable')
      if (name.endsWith('.rtf') && office) expect(call.exit).toBe(1)
      else {
        expect(unread).toHaveLength(1)
        expect(unread[0]?.message).toMatch(/Word/u)
      }
    }
  })

  it('says of a picture that its text was not read', () => {
    const repository = createRepository('example-case')
    repository.write('cases/NN-2026-0001/协议.jpg', 'a picture')
    const call = repository.ejc([
      ...['lint', 'cases/NN-2026-0001/协议.jpg', '--rule', 'evidence/hash'],
      ...day,
    ])
    expect(call.stderr).toContain('没有读内容')
    expect(call.stderr).toContain('协议.jpg')
    expect(call.stderr).toContain('不能说没有问题')
    expect(call.stderr).not.toContain('未发现问题')
  })

  it('gives no clean bill to what it can read nothing of, in a library and outside of one', () => {
    const repository = createRepository('example-case')
    const folder = temporaryFolder()
    for (const name of ['协议.txt', '协议.png', '协议.ofd', '协议']) {
      repository.write(name, 'text')
      writeFileSync(join(folder, name), 'text')
      for (const call of [repository.ejc(['lint', name, ...day]), ejcIn(folder, ['lint', name, ...day])]) {
        expect(call).toMatchObject({ exit: 2, stdout: '' })
        expect(call.stderr).toContain(`没有检查“${name}”`)
        expect(call.stderr).toContain('另存为 .docx')
      }
    }
  })
})
