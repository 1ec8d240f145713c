import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'

const project = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'ejc-demo-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A machine without git configuration: an empty home, no identity in the environment. */
const demo = spawnSync(process.execPath, ['--import', 'tsx', 'examples/demo.ts'], {
  cwd: project,
  env: {
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: folder,
    LANG: 'C.UTF-8',
    COLUMNS: '100',
    GIT_CONFIG_NOSYSTEM: '1',
    ...(process.env.EJC_BIN && { EJC_BIN: process.env.EJC_BIN }),
  },
  encoding: 'utf8',
  timeout: 120_000,
})

/** What the demo must show, worked out by hand from the text and the day table, in the order in which it appears. */
const goldenLines = [
  '初步核查：临期 2026-07-13（第十二条）',
  '第十三条：尚未启动索赔',
  '损害调查：进行中 2026-09-08（第十三条）',
  '损害调查：中止计算（第十三条）',
  '损害调查：进行中 2026-10-19（第十三条）',
  '损害调查：进行中 2026-11-18（第十三条）',
  '计 41 日：2026-10-19（第十三条）',
  '本案：损害调查 → 赔偿磋商',
  '赔偿磋商（第1轮 某金属制品有限公司）：进行中 2027-01-20 暂定（第二十条）',
  '赔偿磋商（第1轮 陆某）：进行中 2027-01-25 暂定（第二十条）',
  '本案：赔偿磋商 → 签订协议',
  '签署赔偿协议（第1轮 某金属制品有限公司）：进行中 2026-12-03（第二十一条）',
  '本案：签订协议 → 履行修复',
  '签署赔偿协议（协议 G1）：按期完成 2026-11-20（第二十一条）',
  '共 0 个错误，0 个警告，2 个提示',
  'agreement/clause-missing  breach  第二十一条',
  '（退出码 1，与预期相符）',
]

const papers = [
  { file: '索赔启动登记表-GC-2026-0003.docx', says: ['倾倒', '桂川环损启〔2026〕3号'] },
  {
    file: '生态环境损害赔偿磋商告知书-GC-2026-0003-1_o1.docx',
    says: ['2026年11月2日', '某金属制品有限公司'],
  },
  { file: '生态环境损害赔偿协议-GC-2026-0003-G1.docx', says: ['593,300.00', '不可抗力', '连带责任'] },
]

function textOf(docx: string): string {
  const part = unzipSync(readFileSync(docx))['word/document.xml']
  return part ? strFromU8(part).replace(/<[^>]+>/g, '') : ''
}

function repository(): string {
  const [made = ''] = readdirSync(folder).filter((name) => name.startsWith('ejc-demo-'))
  return join(folder, made, 'guichuan')
}

describe('npm run demo', () => {
  test('ends well, on a machine without a git identity', () => {
    expect(demo.stderr).toBe('')
    expect(demo.status, demo.stdout).toBe(0)
  })

  test('shows each date and each step in turn', () => {
    let from = 0
    for (const line of goldenLines) {
      const at = demo.stdout.indexOf(line, from)
      expect(at, `${line}\nnot found, or not after what comes before it`).toBeGreaterThanOrEqual(from)
      from = at
    }
  })

  test.each(papers)('writes $file, and it says what it must', ({ file, says }) => {
    const text = textOf(join(repository(), 'cases/GC-2026-0003/documents', file))
    for (const words of says) expect(text).toContain(words)
    expect(text).not.toMatch(/\{\{|\}\}|草稿/u)
  })

  test('leaves one commit a step and nothing uncommitted', () => {
    const git = (...args: string[]): string =>
      spawnSync('git', args, {
        cwd: repository(),
        env: { PATH: process.env.PATH, HOME: folder },
        encoding: 'utf8',
      }).stdout
    expect(git('status', '--porcelain')).toBe('')
    expect(
      git('log', '--format=%(trailers:key=Ejc-Action,valueonly)').split('\n').filter(Boolean),
    ).toHaveLength(19)
  })

  test('says where the case repository is and how long it took', () => {
    expect(demo.stdout).toContain(repository())
    expect(demo.stdout).toMatch(/用时 \d+\.\d 秒。/)
  })
})
