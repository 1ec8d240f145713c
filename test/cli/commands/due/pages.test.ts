import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

const present = ['soffice', 'pdftotext'].every((tool) => spawnSync('which', [tool]).status === 0)

/** The texts of the pages of a Word file, as LibreOffice lays them out. */
function pagesOf(folder: string, file: string): string[] {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, file)],
    {
      stdio: 'ignore',
    },
  )
  const pdf = join(folder, file.replace(/docx$/u, 'pdf'))
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
  return text.split('\f').filter((page) => page.trim() !== '')
}

/** Whose lines to sign on a text holds. */
function signingIn(text: string): string[] {
  return [...text.matchAll(/(\S+?)\s*（(\d+)\s*项）\s*(?:签收|经办人)：/gu)].map(([, name]) => name ?? '')
}

describe.runIf(present)("Monday's list on paper", () => {
  const repository = createRepository('example-case', 'example-case-2')
  const list = repository.ejc(['due', '--format', 'docx', '--out', 'list.docx', '--today', '2026-11-24'])
  const pages = list.exit === 0 ? pagesOf(repository.root, 'list.docx') : []

  it('is several pages long, and none wider than its head, which stands on each', () => {
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages)
      for (const title of ['到期日', '状态', '期限', '案件名称', '赔偿义务人', '承办人', '依据', '办理情况'])
        expect(page).toContain(title)
  })

  it('has a line to sign on above what each officer has, last, for whom it will be, what the office as a whole owes', () => {
    const all = signingIn(pages.join('\n'))
    expect([...new Set(all)]).toEqual(['陆某', '覃某', '本单位'])
  })

  it('has that line on each page again, so that a page that is handed on alone says whose it is', () => {
    const [first, ...others] = pages.map((page) => signingIn(page))
    expect(first).toContain('陆某')
    // The page begins with whose list goes on there, and no line to sign on stands without rows below it.
    for (const [index, names] of others.entries()) {
      const rows = (pages[index + 1] ?? '').split('\n').filter((line) => line.trim() !== '')
      expect(signingIn(rows.slice(0, 3).join('\n'))).toEqual(names.slice(0, 1))
      expect(signingIn(rows.slice(-3, -1).join('\n'))).toEqual([])
    }
  })

  it('parts neither a date nor the number of a case', () => {
    expect(pages.join('\n')).toMatch(/2026\s*年\s*12\s*月\s*15\s*日/u)
    expect(pages.join('\n')).toContain('NN-2025-0003')
  })
})
