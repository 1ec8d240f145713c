import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createRepository, listOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
let repository: TestRepository

beforeEach(() => {
  repository = createRepository('example-case')
  commit()
})

function commit(): void {
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
}

/** The whole history as one commit. */
function squash(): void {
  const [root = ''] = String(repository.git('rev-list', '--max-parents=0', 'HEAD'))
    .trim()
    .split('\n')
  repository.git('reset', '--quiet', '--soft', root)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--amend', '-m', '合并')
}

/** What lint says of papers that no longer say what is recorded. */
const stale = (...words: readonly string[]) =>
  listOf(repository.ejc(['lint', ...words, '--rule', 'document/stale', '--json', ...day]), 'lint')

const amendPlace = (place: string) =>
  repository.ejc(['amend', id, 'sign', 'G1', '--set', `place=${place}`, '--reason', '录错', '--yes', ...day])

const render = () => repository.ejc(['render', id, 'agreement', 'G1', ...day])

const sign = () => {
  const file = join(temporaryFolder(), '扫描.pdf')
  writeFileSync(file, '%PDF-1.4 盖章')
  const scan = `signedCopy=@${file}`
  return repository.ejc(['amend', id, 'sign', 'G1', '--set', scan, '--reason', '补入扫描件', '--yes', ...day])
}

describe('第三十八条: papers that no longer say what is recorded', () => {
  it('names what changed in a paper since it was made, old and new, at the correction and by lint', () => {
    expect(render()).toMatchObject({ exit: 0 })
    expect(stale()).toEqual([])
    const call = amendPlace('市局三楼')
    expect(call.stdout + call.stderr).toMatch(/签订\s*地点：南宁市生态环境局\s*→\s*市局三楼/u)
    for (const words of [[], [id]]) {
      const [finding, ...others] = stale(...words)
      expect(others).toEqual([])
      expect(finding).toMatchObject({ severity: 'warning' })
      expect(finding?.message).toContain('签订地点：南宁市生态环境局 → 市局三楼')
    }
  })

  it('says that nothing tells what a paper printed which is in no commit', () => {
    expect(repository.ejc(['render', id, 'agreement', 'G1', '--no-commit', ...day])).toMatchObject({
      exit: 0,
    })
    amendPlace('市局三楼')
    expect(stale(id)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('案卷里查不到生成时的记录') },
    ])
  })

  it('names what the record says otherwise since a signed copy came, though no other paper is on file', () => {
    expect(sign()).toMatchObject({ exit: 0 })
    expect(stale(id)).toEqual([])
    const call = amendPlace('市局三楼')
    expect(call.stdout + call.stderr).toContain('签署件')
    expect(stale(id)).toMatchObject([
      {
        severity: 'warning',
        message: expect.stringMatching(/签署件.*签订地点：南宁市生态环境局 → 市局三楼/u),
      },
    ])
    amendPlace('南宁市生态环境局')
    expect(stale(id)).toEqual([])
  })

  it('compares a copy that took the place of another with the record of its own day', () => {
    sign()
    amendPlace('市局三楼')
    expect(stale(id)).toHaveLength(1)
    // The agreement was signed again: the new scan says what the record says.
    const file =
      repository.read(`cases/${id}/agreements.yaml`).match(/attachments\/[^\s"']+\.pdf/u)?.[0] ?? ''
    writeFileSync(join(repository.root, 'cases', id, file), '%PDF-1.4 重新盖章')
    commit()
    expect(stale(id)).toEqual([])
    amendPlace('市局四楼')
    expect(stale(id)).toMatchObject([{ message: expect.stringContaining('签订地点：市局三楼 → 市局四楼') }])
  })

  it('says it once where both the paper and its signed copy are on file', () => {
    render()
    sign()
    amendPlace('市局三楼')
    expect(stale(id)).toMatchObject([{ message: expect.stringContaining('签署件') }])
  })

  it('in a clone without its beginning, says that nothing can be told', () => {
    sign()
    amendPlace('市局三楼')
    const clone = join(temporaryFolder(), '浅克隆')
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.root}`, clone)
    rmSync(join(repository.root, '.git'), { recursive: true })
    repository.git('init', '--quiet')
    repository.git('fetch', '--quiet', '--depth', '1', `file://${clone}`)
    repository.git('reset', '--quiet', 'FETCH_HEAD')
    expect(stale(id)).toMatchObject([{ severity: 'notice', message: expect.stringContaining('无从核对') }])
  })

  it('of many cases, says of a paper whose signed copy is on file what holds for signed ones', () => {
    render()
    sign()
    amendPlace('市局三楼')
    const [finding, ...others] = stale()
    expect(others).toEqual([])
    expect(finding?.message).toContain('签署件')
    expect(finding?.message).toContain('签订地点：南宁市生态环境局 → 市局三楼')
    expect(finding?.message).not.toContain('请用 ejc render 重新生成')
  })

  it('never calls an exemption unused where the signed copies were not compared', () => {
    sign()
    amendPlace('市局三楼')
    const suppress = '\nlint:\n  suppress:\n    - rule: document/stale\n      reason: 已核对\nobligors:'
    repository.replace(`cases/${id}/case.yaml`, '\nobligors:', suppress)
    const unused = (...words: readonly string[]) =>
      listOf(repository.ejc(['lint', ...words, '--json', ...day]), 'lint').filter(
        ({ rule }) => rule === 'case/unused-suppression',
      )
    expect(unused()).toEqual([])
    expect(unused(id)).toEqual([])
    expect(stale(id)).toEqual([])
    amendPlace('南宁市生态环境局')
    expect(unused()).toEqual([])
    expect(unused(id)).toHaveLength(1)
  })

  it('follows the papers of a case that was renumbered', () => {
    render()
    sign()
    amendPlace('市局三楼')
    const to = 'NN-2026-0009'
    expect(repository.ejc(['renumber', id, to, '--yes', ...day])).toMatchObject({ exit: 0 })
    for (const words of [[], [to]])
      expect(stale(...words)).toMatchObject([
        { severity: 'warning', message: expect.stringContaining('南宁市生态环境局 → 市局三楼') },
      ])
  })

  it('says that nothing can be told where the commits were put together', () => {
    render()
    amendPlace('市局三楼')
    squash()
    expect(stale(id)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('案卷里查不到生成时的记录') },
    ])
    sign()
    squash()
    expect(stale(id)).toMatchObject([{ severity: 'notice', message: expect.stringContaining('无从核对') }])
  })

  it('asks git as often for many outdated papers as for one', () => {
    const calls = () => {
      const trace = join(temporaryFolder(), 'trace')
      repository.ejc(['lint', '--rule', 'document/stale', '--no-cache', ...day], {
        env: { GIT_TRACE: trace },
      })
      return readFileSync(trace, 'utf8').match(/built-in: git /gu)?.length ?? 0
    }
    render()
    amendPlace('市局三楼')
    const one = calls()
    const papers = join(repository.root, 'cases', id, 'documents')
    const [paper = ''] = readdirSync(papers)
    for (const copy of ['副本一.docx', '副本二.docx']) copyFileSync(join(papers, paper), join(papers, copy))
    commit()
    expect(stale().length).toBeGreaterThan(1)
    expect(calls()).toBe(one)
  })
})
