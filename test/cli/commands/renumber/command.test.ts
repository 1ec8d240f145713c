import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, dataOf } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const other = 'NN-2025-0003'
const day = ['--today', '2026-11-24', '--no-input']

function office() {
  const repository = createRepository('example-case', 'example-case-2')
  repository.ejc(['render', id, 'initiation-register', ...day])
  repository.replace(
    `cases/${other}/case.yaml`,
    'relatedProceedings:',
    `remarks: 与 ${id} 同一企业\nrelatedProceedings:\n  - { kind: penalty, reference: ${id} }`,
  )
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

describe('a case gets another number', () => {
  const repository = office()

  it('first shown, without writing: the number follows the highest of its year', () => {
    const call = repository.ejc(['renumber', id, '--dry-run', '--json', ...day])
    expect(dataOf(call, 'written')).toMatchObject({
      case: 'NN-2026-0002',
      subject: id,
      commit: null,
      dryRun: true,
    })
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('with its folder, its id, what names it and the names of its papers, in one commit', () => {
    const call = repository.ejc(['renumber', id, 'NN-2026-0012', ...day])
    expect(call.exit).toBe(0)
    expect(call.stdout).toContain(`引用随之更新：cases/${other}/case.yaml`)
    expect(call.stdout).toContain(`文中提到原编号，请核对：cases/${other}/case.yaml`)
    expect(call.stdout).toMatch(/请重新生成：cases\/NN-2026-0012\/documents\/.*NN-2026-0012.*\.docx/)
    expect(call.stderr).toContain('下一步：ejc render NN-2026-0012 --all')
    expect(existsSync(join(repository.root, 'cases', id))).toBe(false)
    expect(repository.read('cases/NN-2026-0012/case.yaml')).toMatch(/^id: NN-2026-0012/m)
    expect(repository.read(`cases/${other}/case.yaml`)).toMatch(
      /与 NN-2026-0001 同一企业[\s\S]*reference: NN-2026-0012/,
    )
    expect(repository.git('status', '--porcelain')).toBe('')
    const message = repository.git('log', '-1', '--format=%B')
    expect(message).toMatch(new RegExp(`Ejc-Action: renumber\nEjc-Case: NN-2026-0012\nEjc-Subject: ${id}`))
    const stale = repository.ejc(['lint', '--rule', 'document/stale', '--json', ...day])
    expect(dataOf(stale, 'lint')).toMatchObject([{ case: 'NN-2026-0012', rule: 'document/stale' }])
  })

  it.each([
    ['a case that is not there', ['NN-2026-0099'], '没有案件 NN-2026-0099'],
    ['a number that is taken', ['NN-2026-0012', other], `案件 ${other} 已经存在`],
    ['what is no number', ['NN-2026-0012', '../x'], '不合格式'],
  ])('but not %s', (_, args, says) => {
    const refused = repository.ejc(['renumber', ...args, ...day])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain(says)
  })
})
