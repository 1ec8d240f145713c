import { describe, expect, it } from 'vitest'
import { createRepository, dataOf, type TestRepository } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const sets = ['--set', 'closedOn=2026-11-24', '--set', 'result=other', '--set', 'summary=说明']

/** The example case, ended for both obligors, with notices left unserved and a term left unsaid. */
function endedCase(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

/** The errors and warnings that `ejc lint` finds in the case. */
function found(
  repository: TestRepository,
): { rule: string; message: string; severity: string; line: number }[] {
  const data = dataOf(repository.ejc(['lint', `cases/${id}`, '--json', ...day]), 'lint')
  const all = Array.isArray(data) ? data : []
  return all.filter(({ severity }) => severity !== 'notice')
}

describe('what is wrong in a case is said before it ends', () => {
  it('is listed before the archive is made, as lint finds it', () => {
    const repository = endedCase()
    const standing = found(repository)
    expect(standing.length).toBeGreaterThan(0)
    const call = repository.ejc(['archive', id, '--dry-run', ...day])
    expect(call.exit).toBe(0)
    expect(call.stderr).toMatch(/立卷前还有 (\d+ 处错误)?、?(\d+ 处警告)?：/)
    const [first] = standing
    expect(call.stderr).toContain(first?.message.slice(0, 12))
    expect(call.stderr).toContain(`全部：ejc lint cases/${id}`)
    const { data } = JSON.parse(repository.ejc(['archive', id, '--dry-run', '--json', ...day]).stdout)
    // What is lacking is said by itself.
    const wrong = standing.filter(({ message }) => !data.lacking.includes(message))
    expect(data.standing.map(({ rule }: { rule: string }) => rule).sort()).toEqual(
      wrong.map(({ rule }) => rule).sort(),
    )
    expect(data.lacking.length).toBeGreaterThan(standing.length - wrong.length)
  })

  it('is listed before the case is closed, and stands in --json', () => {
    const repository = endedCase()
    const open = ['--set', 'openDuties[]=见说明']
    const call = repository.ejc(['advance', id, '结案', ...sets, ...open, '--dry-run', ...day])
    expect(call.stderr).toMatch(/结案前还有 /)
    expect(call.stderr).toContain(found(repository)[0]?.message.slice(0, 12))
    const args = ['advance', id, '结案', ...sets, ...open, '--dry-run', '--json', ...day]
    expect(dataOf(repository.ejc(args), 'written')).toHaveProperty('standing')
  })

  it('tells before the case is closed what the archive will refuse, and what it will lack', () => {
    const repository = endedCase()
    const close = ['advance', id, '结案', ...sets, '--set', 'openDuties[]=见说明', ...day]
    const call = repository.ejc([...close, '--dry-run'])
    const said = call.stderr.replaceAll(/\n\s*/g, '')
    expect(said).toContain('结案以后，缺下列材料的不能立卷：')
    expect(repository.ejc([...close, '--yes']).exit).toBe(0)
    const refused = repository.ejc(['archive', id, '--no-pdf', ...day])
    expect(refused.exit).toBe(1)
    const lines = refused.stderr.split('\n').filter((line) => line.startsWith('  案卷里没有'))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(said).toContain(line.trim().split('。')[0])
  })

  it('is followed by the archive, which is named once the case is closed', () => {
    const repository = endedCase()
    const open = ['--set', 'openDuties[]=见说明']
    const call = repository.ejc(['advance', id, '结案', ...sets, ...open, '--yes', ...day])
    expect(call.stdout).toContain('已记录')
    expect(call.stderr).toContain(`接下来可以：ejc archive ${id}`)
  })
})
