import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, listOf, type TestRepository } from '../../../support/cli.ts'
import { dropClause, putSample } from '../../../support/sample-case.ts'

const day = ['--today', '2026-11-24']
const [first, second, third] = ['NN-2025-0007', 'NN-2025-0008', 'NN-2025-0009'] as const

/** Three cases, each without a clause, committed on the main branch. */
function threeCases(): TestRepository {
  const repository = createRepository()
  for (const id of [first, second, third]) putSample(repository.root, id, dropClause)
  commit(repository)
  return repository
}

function commit(repository: TestRepository): void {
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '改')
}

const note = (repository: TestRepository, id: string): void =>
  repository.replace(`cases/${id}/case.yaml`, '暗管排放废水。', '暗管排放废水，已查清。')

function casesIn(repository: TestRepository, ...args: string[]): unknown[] {
  const found = listOf(repository.ejc(['lint', '--json', ...args, ...day]), 'lint')
  return [...new Set(found.map((finding) => finding.case))]
}

describe('ejc lint --changed', () => {
  it('names no case when nothing changed, and exits 0', () => {
    const repository = threeCases()
    expect(repository.ejc(['lint', ...day]).exit).toBe(1)
    expect(repository.ejc(['lint', '--changed', ...day])).toMatchObject({ exit: 0, stdout: '' })
  })

  it('takes a case changed in the work tree, staged, new, or by a commit of the branch', () => {
    const repository = threeCases()
    note(repository, first)
    expect(casesIn(repository, '--changed')).toEqual([first])
    repository.git('add', '--all')
    expect(casesIn(repository, '--changed')).toEqual([first])
    repository.git('checkout', '--quiet', '-b', 'work')
    commit(repository)
    expect(casesIn(repository, '--changed')).toEqual([first])
    putSample(repository.root, 'NN-2025-0010', dropClause)
    expect(casesIn(repository, '--changed')).toEqual([first, 'NN-2025-0010'])
  })

  it('leaves out what only the other branch changed meanwhile', () => {
    const repository = threeCases()
    repository.git('checkout', '--quiet', '-b', 'work')
    note(repository, first)
    commit(repository)
    repository.git('checkout', '--quiet', 'main')
    note(repository, second)
    commit(repository)
    repository.git('checkout', '--quiet', 'work')
    expect(casesIn(repository, '--changed')).toEqual([first])
    expect(casesIn(repository, '--changed=main')).toEqual([first])
    expect(casesIn(repository, '--changed', 'HEAD')).toEqual([])
    expect(casesIn(repository, '--changed=HEAD~1')).toEqual([first])
  })

  it('compares with the upstream of the branch, where it has one', () => {
    const repository = threeCases()
    repository.git('checkout', '--quiet', '-b', 'shared')
    note(repository, first)
    commit(repository)
    repository.git('checkout', '--quiet', '-b', 'own')
    note(repository, second)
    commit(repository)
    expect(casesIn(repository, '--changed')).toEqual([first, second])
    repository.git('branch', '--quiet', '--set-upstream-to=shared')
    expect(casesIn(repository, '--changed')).toEqual([second])
  })

  it('finds in a changed case what another of its files says, and looks at paths given besides', () => {
    const repository = threeCases()
    note(repository, first)
    note(repository, second)
    const found = listOf(repository.ejc(['lint', second, '--json', '--changed', ...day]), 'lint')
    expect(found.map(({ file }) => file)).toEqual([`cases/${second}/agreements.yaml`])
  })

  it('asks the rules of the whole repository besides: a case that did not change may have the number of a new one', () => {
    const repository = threeCases()
    repository.replace(`cases/${third}/case.yaml`, third, 'NN-2025-0011')
    commit(repository)
    // Its number is wrong as before; what is old and in no changed case is for a check of the whole.
    expect(casesIn(repository, '--changed')).toEqual([])
    putSample(repository.root, 'NN-2025-0011')
    repository.write('cases/note.txt', '')
    const found = listOf(repository.ejc(['lint', '--json', '--changed', ...day]), 'lint')
    expect(found.map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      'repo/unknown-file cases/note.txt',
      `case/duplicate-id cases/${third}/case.yaml`,
    ])
  })

  it('takes every case when ejc.yaml, a calendar or a regulation changed', () => {
    const repository = threeCases()
    repository.replace('ejc.yaml', 'idPrefix: NN', 'idPrefix: NN # 编号前缀')
    expect(casesIn(repository, '--changed')).toEqual([first, second, third])
  })

  it('passes over a case that is gone, and names with spaces, quotes and Chinese', () => {
    const repository = threeCases()
    rmSync(join(repository.root, 'cases', first), { recursive: true })
    repository.write(`cases/${second}/attachments/说明 "一".txt`, '')
    expect(casesIn(repository, '--changed')).toEqual([second])
  })

  it('works in a subfolder of the git work tree', () => {
    const repository = createRepository()
    const folder = join(repository.root, '案 件')
    cpSync(threeCases().root, folder, { recursive: true })
    rmSync(join(folder, '.git'), { recursive: true })
    commit(repository)
    repository.replace(`案 件/cases/${first}/case.yaml`, '暗管排放废水。', '暗管排放废水，已查清。')
    const call = repository.ejc(['-C', folder, 'lint', '--json', '--changed', ...day])
    expect(listOf(call, 'lint').map(({ case: id, file }) => [id, file])).toEqual([
      [first, `cases/${first}/agreements.yaml`],
    ])
  })

  it.each([['--changed=nowhere'], ['--changed=--output=x'], ['--changed=HEAD^{tree}']])(
    'refuses %s, exit 2, and writes nothing',
    (option) => {
      const repository = threeCases()
      const refused = repository.ejc(['lint', option, ...day])
      expect(refused).toMatchObject({ exit: 2, stdout: '' })
      expect(refused.stderr).toContain('--changed 后面要写提交')
      expect(repository.git('status', '--porcelain')).toBe('')
    },
  )

  it('says that it needs git', () => {
    const repository = createRepository('example-case')
    rmSync(join(repository.root, '.git'), { recursive: true })
    expect(repository.ejc(['lint', '--changed'])).toMatchObject({ exit: 2, stdout: '' })
  })
})

describe('ejc lint --at', () => {
  it('checks a commit, whatever the work tree holds, and with --changed only what it changes', () => {
    const repository = threeCases()
    note(repository, second)
    commit(repository)
    note(repository, first)
    rmSync(join(repository.root, 'cases', second), { recursive: true })
    expect(casesIn(repository, '--at', 'HEAD')).toEqual([first, second, third])
    expect(casesIn(repository, '--at', 'HEAD', '--changed=HEAD~1')).toEqual([second])
    expect(casesIn(repository, '--at=HEAD^{tree}', '--changed=HEAD~1')).toEqual([second])
    expect(casesIn(repository, '--at', 'HEAD~1', '--changed=HEAD~1')).toEqual([])
  })

  it('knows the numbers of the other cases, and reads none of them', () => {
    const repository = threeCases()
    repository.replace(`cases/${third}/case.yaml`, third, 'NN-2025-0011')
    repository.write(`cases/${second}/case.yaml`, 'id: [\n')
    commit(repository)
    putSample(repository.root, 'NN-2025-0011')
    putSample(repository.root, first, ({ case: theCase }) => {
      theCase.id = second
    })
    commit(repository)
    const call = ['lint', '--json', '--at', 'HEAD', '--changed=HEAD~1', '--rule', 'case/duplicate-id', ...day]
    expect(listOf(repository.ejc(call), 'lint').map(({ rule, file }) => `${rule} ${file}`)).toEqual([
      `case/duplicate-id cases/${first}/case.yaml`,
      `case/duplicate-id cases/${third}/case.yaml`,
    ])
  })

  it('sees what is new and unfit outside of the cases, and an attachment as the commit has it', () => {
    const repository = threeCases()
    for (const name of ['一.txt', '二.txt']) repository.write(`cases/${first}/attachments/${name}`, '甲')
    repository.write('cases/note.txt', '')
    commit(repository)
    repository.write(`cases/${first}/attachments/二.txt`, '乙')
    const call = ['lint', '--json', '--at', 'HEAD', '--changed=HEAD~1', ...day]
    const found = listOf(repository.ejc(call), 'lint').map(({ rule, file }) => `${rule} ${file}`)
    expect(found).toContain('repo/unknown-file cases/note.txt')
    expect(found.filter((each) => each.startsWith('evidence/unlisted-file'))).toHaveLength(2)
    expect(repository.git('-c', 'core.quotePath=off', 'status', '--porcelain', '--ignored')).toBe(
      ` M cases/${first}/attachments/二.txt\n`,
    )
  })

  it.each([
    [['--at', 'nowhere'], '没有“nowhere”这个提交'],
    [['--at', 'HEAD', first], '请分开运行'],
    [['--at', 'HEAD', '--verify-history'], '请分开运行'],
    [['--changed', '--at', 'HEAD'], '写明与哪个提交相比'],
  ])('refuses %j, exit 2', (args, why) => {
    const refused = threeCases().ejc(['lint', ...args, ...day])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain(why)
  })
})

describe('ejc lint --changed --fail-on new-record, where a file has very many old errors', () => {
  const file = `cases/${first}/screening.yaml`
  const call = ['lint', '--changed', 'HEAD', '--fail-on', 'new-record', ...day]
  const keys = (count: number): string =>
    Array.from({ length: count }, (_, index) => `t${'x'.repeat(index)}: 1\n`).join('')

  it('passes with the old ones, and names a new one that the list leaves out', () => {
    const repository = createRepository()
    putSample(repository.root, first, () => {})
    const text = repository.read(file)
    repository.write(file, `${text}\n${keys(150)}`)
    commit(repository)
    repository.write(file, `${text}\n${keys(150)}# 补记\n`)
    expect(repository.ejc(call)).toMatchObject({ exit: 0 })
    // One of the old ones is mended, so that the number stays the same.
    repository.write(file, `${text}\n${keys(149)}zz: 1\n`)
    const refused = repository.ejc(call)
    expect(refused.exit).toBe(1)
    expect(refused.stderr).toContain(`${file} zz（schema/unknown-key）`)
  })
})
