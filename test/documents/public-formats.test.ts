import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { papersIn } from '../../src/documents/inspect.ts'
import { first } from '../forms/support.ts'
import { docx, p } from './sample.ts'

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
const [office, reader] = [has('soffice'), has('pdftotext')]
if (!office || !reader)
  console.log('skipped without LibreOffice and pdftotext: public texts as .odt, .rtf, .pdf')

const textsOf = (files: Readonly<Record<string, Uint8Array>>) => {
  const view = first()
  return papersIn(view, Object.keys(files), (path) => files[path.replace(`cases/${view.facts.id}/`, '')])
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('a text for the public in another format', () => {
  it.skipIf(!office || !reader)('is read for names as the Word file is', { timeout: 300_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'ejc-test-public-'))
    writeFileSync(join(folder, '信息公开稿.docx'), docx(p('信息公开'), p('司机李四海倾倒废酸。')))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    for (const format of ['odt', 'rtf', 'pdf'])
      spawnSync('soffice', [profile, '--headless', '--convert-to', format, '信息公开稿.docx'], {
        cwd: folder,
      })
    for (const format of ['odt', 'rtf', 'pdf']) {
      const path = `documents/上网/信息公开稿.${format}`
      const [paper] = textsOf({ [path]: new Uint8Array(readFileSync(join(folder, `信息公开稿.${format}`))) })
      expect(paper).toMatchObject({ path, form: 'disclosure-text', savedAnew: true })
      expect(paper?.unread).toBeUndefined()
      expect(paper?.texts.join('')).toContain('司机李四海倾倒废酸。')
    }
    rmSync(folder, { recursive: true })
  })

  it.each([
    ['信息公开稿.pdf', 'pdftotext'],
    ['挂网公示.odt', 'LibreOffice'],
    ['挂网公示.RTF', 'LibreOffice'],
  ])('%s is named as unread where there is no %s', (name, program) => {
    vi.stubEnv('PATH', '')
    const [paper] = textsOf({ [`documents/${name}`]: new TextEncoder().encode('信息公开') })
    expect(paper).toMatchObject({ form: 'disclosure-text', texts: [] })
    expect(paper?.unread).toContain(program)
  })

  it('is told by its name: other PDFs and notes of the office are not opened', () => {
    const bytes = new TextEncoder().encode('%PDF-1.4')
    expect(textsOf({ 'documents/检测报告.pdf': bytes, 'documents/信息公开申请答复.pdf': bytes })).toEqual([])
    expect(textsOf({ 'documents/信息公开稿.txt': bytes })).toEqual([])
  })
})
