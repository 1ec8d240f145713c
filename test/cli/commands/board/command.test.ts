import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Call, dataOf, ejcIn, temporaryFolder } from '../../../support/cli.ts'

const usual = 'reports/看板-2026-11-24.html'
const folder = temporaryFolder()
const root = join(folder, 'repository')
cpSync(join(import.meta.dirname, '../../../../examples/repository'), root, { recursive: true })
const board = (...args: string[]): Call =>
  ejcIn(folder, ['board', '-C', root, '--today', '2026-11-24', ...args])

describe('ejc board', () => {
  it('writes one page for the day and overwrites another one only when forced', () => {
    expect(board()).toMatchObject({
      exit: 0,
      stdout: '',
      stderr: expect.stringContaining(`已写入 ${usual}：9 件`),
    })
    const page = readFileSync(join(root, usual), 'utf8')
    expect(page).toContain('截至2026年11月24日')
    expect(page).toContain('报送季度案件线索清单')
    writeFileSync(join(root, usual), '别人的看板')
    expect(board()).toMatchObject({ exit: 1, stderr: expect.stringContaining('--force') })
    expect(readFileSync(join(root, usual), 'utf8')).toBe('别人的看板')
    expect(board('--force').exit).toBe(0)
    expect(readFileSync(join(root, usual), 'utf8')).toBe(page)
  })

  it('gives programs the same, of its schema, and writes a file only when one is named', () => {
    rmSync(join(root, 'reports'), { recursive: true })
    expect(dataOf(board('--json'), 'board')).toMatchObject({
      file: null,
      figures: { cases: 9, late: 1 },
      overdue: [{ case: 'GC-2025-9001', deadline: 'payment' }, { case: 'GC-2025-9001' }],
    })
    expect(existsSync(join(root, 'reports'))).toBe(false)
  })

  it('shows the cases of one officer, and then nothing that the office owes as a whole', () => {
    const data = dataOf(board('--officer', '全某', '--json', '--out', 'own.html'), 'board')
    expect(data).toMatchObject({
      officer: '全某',
      office: [],
      cases: [{ case: 'GC-2025-9001' }],
      file: 'own.html',
    })
    const page = readFileSync(join(root, 'own.html'), 'utf8')
    expect(page).toContain('只列承办人 全某 的案件')
    expect(page).not.toContain('GC-2026-0001')
  })

  it('prints the rest when a case is unreadable, names it in the page and on stderr, and exits 2', () => {
    rmSync(join(root, 'cases/GC-2026-0005/case.yaml'))
    const call = board('--out', 'rest.html')
    expect(call).toMatchObject({ exit: 2, stderr: expect.stringContaining('案件 GC-2026-0005 无法读取') })
    expect(readFileSync(join(root, 'rest.html'), 'utf8')).toMatch(/1 件案件的文件无法读取[^<]*GC-2026-0005/)
  })
})
