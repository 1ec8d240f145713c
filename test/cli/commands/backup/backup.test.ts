import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  createRepository,
  dataOf,
  ejcIn,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { type Failing, failingGit } from '../../../support/failing-git.ts'

const id = 'NN-2026-0001'
const today = ['--today', '2026-11-24']

function office(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

describe('an office without a server', { timeout: 60_000 }, () => {
  it('commits its changes by hand by sync --commit', () => {
    const { ejc, git, replace } = office()
    replace(`cases/${id}/case.yaml`, 'title: ', 'title: 改名后的')
    const call = ejc(['sync', '--commit'])
    expect(call.exit).toBe(0)
    expect(call.stderr).toContain('已提交 1 个手工改动过的文件')
    expect(git('status', '--porcelain')).toBe('')
    expect(git('log', '-1', '--format=%s').trim()).toBe(`${id} 手工修改`)
  })

  it('says that they are committed where git fails after that, and leaves them alone where it fails before', () => {
    const { ejc, git, replace } = office()
    replace(`cases/${id}/case.yaml`, 'title: ', 'title: 改名后的')
    const call = (how: Failing) =>
      ejc(['sync', '--commit'], { process: true, env: failingGit('*" commit --quiet "*', how) })
    expect(call('fail').exit).toBe(2)
    expect(git('status', '--porcelain')).toBe(` M cases/${id}/case.yaml\n`)
    const late = call('fail-late')
    expect(late.exit).toBe(0)
    expect(late.stderr).toContain('已提交 1 个手工改动过的文件')
    expect(git('status', '--porcelain')).toBe('')
    expect(git('log', '--format=%s').match(/手工修改/g)).toHaveLength(1)
  })

  it('files a case whose changes are committed on the way', () => {
    const { ejc, git, root, replace } = office()
    replace(`cases/${id}/case.yaml`, 'title: ', 'title: 改名后的')
    replace('ejc.yaml', 'schema: 1', '# 别的文件\nschema: 1')
    const refused = ejc(['archive', id, '--working'])
    expect(refused.stderr).toContain(`ejc archive ${id} --working --commit`)
    const filed = ejc([
      'archive',
      id,
      '--working',
      '--no-pdf',
      '--commit',
      '--out',
      join(dirname(root), '案卷'),
    ])
    expect(filed.exit).toBe(0)
    expect(git('status', '--porcelain').trim()).toBe('M ejc.yaml')
  })

  it('backs up to one file, from which all comes back: cases, history, branches', () => {
    const { ejc, git, root } = office()
    git('branch', '旁支')
    const file = join(temporaryFolder(), '备份 1.bundle')
    expect(dataOf(ejc(['backup', file, '--json', ...today]), 'backup')).toMatchObject({
      file,
      taken: [],
      left: [],
    })
    const home = temporaryFolder()
    const restored = ejcIn(home, ['join', file, '恢复'])
    expect(restored.stdout).toContain('已从备份恢复')
    const log = (folder: string): string => ejcIn(folder, ['log', id, '--json']).stdout
    expect(log(join(home, '恢复'))).toBe(log(root))
    expect(ejcIn(join(home, '恢复'), ['sync']).stderr).toContain('还没有共享库')
  })

  it('takes evidence outside of the repository along, or lists it', () => {
    const { ejc, git, root, write } = office()
    const outside = join(dirname(root), '外存')
    mkdirSync(join(outside, '某案'), { recursive: true })
    const film = Buffer.from('录像')
    writeFileSync(join(outside, '某案/E9.mp4'), film)
    const sha256 = createHash('sha256').update(film).digest('hex')
    const evidence = readFileSync(join(root, `cases/${id}/evidence.yaml`), 'utf8')
    write(
      `cases/${id}/evidence.yaml`,
      `${evidence}  - id: E9\n    title: 录像\n    outside: 某案/E9.mp4\n    sha256: ${sha256}\n`,
    )
    write('ejc.yaml', `${readFileSync(join(root, 'ejc.yaml'), 'utf8')}evidence:\n  outside: ../外存\n`)
    git('commit', '--quiet', '--all', '-m', '外存')
    const folder = temporaryFolder()
    const listed = ejc(['backup', join(folder, 'a.bundle'), ...today])
    expect(listed.stderr).toContain('某案/E9.mp4')
    expect(readFileSync(join(folder, 'a.bundle.evidence.sha256'), 'utf8')).toBe(`${sha256}  某案/E9.mp4\n`)
    ejc(['backup', join(folder, 'b.bundle'), '--evidence', ...today])
    const home = temporaryFolder()
    expect(ejcIn(home, ['join', join(folder, 'b.bundle'), '恢复']).stderr).toContain(
      '外存证据 1 个文件已放到',
    )
    expect(readFileSync(join(home, '外存/某案/E9.mp4'))).toEqual(film)
  })

  it('is simply run again after a call that was killed, whatever that has left', () => {
    const { ejc } = office()
    const folder = temporaryFolder()
    const file = join(folder, 'a.bundle')
    for (const left of ['a.bundle.part', 'a.bundle.part.lock']) writeFileSync(join(folder, left), '一半')
    mkdirSync(join(folder, 'a.bundle.evidence'))
    writeFileSync(join(folder, 'a.bundle.evidence.sha256'), '')
    expect(ejc(['backup', file, ...today]).exit).toBe(0)
    expect(readdirSync(folder).filter((name) => name.startsWith('a.'))).toEqual(['a.bundle'])
  })

  it('never replaces a backup, and tells doctor of it', () => {
    const { ejc, git } = office()
    expect(ejc(['doctor', ...today]).stdout).toContain('没有备份过')
    const file = join(temporaryFolder(), 'a.bundle')
    ejc(['backup', file, ...today])
    expect(ejc(['backup', file, ...today]).stderr).toContain('已经存在，不会覆盖')
    expect(ejc(['doctor', ...today]).stdout).not.toContain('没有备份过')
    expect(ejc(['doctor', '--today', '2029-01-01']).stdout).not.toContain('已过 30 天')
    git('commit', '--quiet', '--allow-empty', '-m', '又一项')
    expect(ejc(['doctor', '--today', '2029-01-01']).stdout).toContain('已过 30 天')
  })

  it('refuses a backup that was cut off, and leaves no half of a library', () => {
    const { ejc } = office()
    const file = join(temporaryFolder(), 'a.bundle')
    ejc(['backup', file, ...today])
    truncateSync(file, 2000)
    const home = temporaryFolder()
    expect(ejcIn(home, ['join', file, '恢复']).exit).toBe(2)
    expect(existsSync(join(home, '恢复'))).toBe(false)
  })
})
