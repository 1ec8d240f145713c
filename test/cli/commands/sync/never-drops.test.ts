import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Clone, change, filesOf, openSharedOffice, textIn } from '../../../support/clones.ts'

const id = 'NN-2026-0001'
const file = `cases/${id}/case.yaml`

/** Commits a file of any name, also of one that git would not take from the work tree, and pushes it. */
function pushNamed(officer: Clone, folder: string, name: string): void {
  const blob = officer.git('rev-parse', `HEAD:${file}`).trim()
  const tree = (lines: string): string => {
    const made = spawnSync('git', ['mktree'], { cwd: officer.root, input: lines, encoding: 'utf8' })
    if (made.status !== 0) throw new Error(made.stderr)
    return made.stdout.trim()
  }
  const without = officer.git('ls-tree', `HEAD:${folder}`)
  let made = tree(`${without}100644 blob ${blob}\t${name}\n`)
  const parts = folder.split('/')
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const above = officer.git('ls-tree', depth === 0 ? 'HEAD' : `HEAD:${parts.slice(0, depth).join('/')}`)
    made = tree(above.replace(new RegExp(`(040000 tree )[0-9a-f]+(\t${parts[depth]}\n)`), `$1${made}$2`))
  }
  const commit = officer.git('commit-tree', made, '-p', 'HEAD', '-m', '放入附件').trim()
  officer.git('push', '--quiet', 'origin', `${commit}:refs/heads/main`)
}

describe('a file of a colleague never vanishes from the merge', { timeout: 60_000 }, () => {
  it('under a name that git refuses: the sync stops and names it, and nothing is changed or pushed', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    pushNamed(qin, `cases/${id}`, 'git~1')
    const shared = qin.git('rev-parse', 'origin/main')
    change(wei, file, (text) => `${text}# 韦某\n`)
    const before = [wei.git('rev-parse', 'HEAD'), filesOf(wei.root)]
    const refused = wei.ejc('sync', 2)
    expect(refused.stderr).toMatch(
      /cases\/NN-2026-0001\/git~1 git 不收这样的文件名：没有合并，本机没有改动；请对方改名/,
    )
    expect([wei.git('rev-parse', 'HEAD'), filesOf(wei.root)]).toEqual(before)
    expect(wei.git('ls-remote', 'origin', 'refs/heads/main')).toContain(shared.trim())
  })

  it('with changes by hand to commit: it says that these are committed, and that nothing is synced', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    pushNamed(qin, `cases/${id}`, 'git~1')
    writeFileSync(join(wei.root, file), `${textIn(wei, file)}# 韦某\n`)
    expect(wei.ejc('sync --commit', 2).stderr).toMatch(/已提交 1 个手工改动过的文件；还没有同步：.*git~1/)
    expect(wei.git('status', '--porcelain')).toBe('')
  })

  it('also where one has nothing of one’s own to merge', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    pushNamed(qin, `cases/${id}`, 'git~1')
    expect(wei.ejc('sync', 2).stderr).toMatch(/git~1/)
    expect(wei.git('status', '--porcelain')).toBe('')
  })
})

describe('a file of one’s own', { timeout: 60_000 }, () => {
  const withCrLf = (officer: Clone): void =>
    writeFileSync(join(officer.root, file), textIn(officer, file).replaceAll('\n', '\r\n'))

  it('that differs in line ends alone stops neither a sync nor its --commit', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    change(qin, file, (text) => text.replace(/^title: .*$/m, 'title: 覃某改的名称'))
    qin.ejc('sync')
    withCrLf(wei)
    expect(wei.git('status', '--porcelain')).toContain(file)
    expect(wei.ejc('sync --commit').stdout).toContain('已收到 1 项')
    expect(textIn(wei, file)).toContain('title: 覃某改的名称')
    withCrLf(wei)
    const [head] = [wei.git('rev-parse', 'HEAD')]
    wei.ejc('sync')
    wei.ejc('sync --commit')
    expect(wei.git('rev-parse', 'HEAD')).toBe(head)
  })

  it('that is read-only is replaced all the same', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    change(qin, file, (text) => text.replace(/^title: .*$/m, 'title: 覃某改的名称'))
    qin.ejc('sync')
    chmodSync(join(wei.root, file), 0o444)
    wei.ejc('sync')
    expect(textIn(wei, file)).toContain('title: 覃某改的名称')
  })

  it('in a folder that is a git repository of its own is not taken for committed', () => {
    const office = openSharedOffice('example-case')
    const wei = office.clone('韦某')
    const folder = `cases/${id}/attachments/现场`
    wei.git('init', '--quiet', folder)
    writeFileSync(join(wei.root, folder, '照片说明.txt'), '手工放入\n')
    const refused = (): void => {
      const before = wei.git('rev-parse', 'HEAD')
      expect(wei.ejc('sync --commit', 2).stderr).toMatch(
        /自己是一个 git 库，里面的文件提交不了：\n {2}cases\/NN-2026-0001\/attachments\/现场[\s\S]*不带其中的 \.git 文件夹/,
      )
      expect(wei.git('rev-parse', 'HEAD')).toBe(before)
    }
    refused()
    // With a commit of its own, git would take the name of that commit for the folder.
    wei.git('-C', folder, 'add', '--all')
    wei.git('-C', folder, 'commit', '--quiet', '-m', '照片')
    refused()
    rmSync(join(wei.root, folder, '.git'), { recursive: true })
    wei.ejc('sync --commit')
    expect(wei.git('-c', 'core.quotePath=false', 'ls-files', folder)).toContain('照片说明.txt')
  })

  it('that programs left behind is no change and is never committed', () => {
    const office = openSharedOffice('example-case')
    const wei = office.clone('韦某')
    // A library of before, whose .gitignore does not know of them.
    change(wei, '.gitignore', () => 'node_modules/\n')
    const left = [
      '.~lock.协议.docx#',
      '._协议.docx',
      'desktop.ini',
      '~WRL0001.tmp',
      'case.yaml.bak',
      '~$议.docx',
    ]
    for (const name of left) writeFileSync(join(wei.root, 'cases', id, name), 'x')
    wei.ejc('sync')
    mkdirSync(join(wei.root, 'cases', id, 'attachments'), { recursive: true })
    for (const name of ['desktop.ini', '说明.txt'])
      writeFileSync(join(wei.root, 'cases', id, 'attachments', name), 'x')
    const listed = wei.ejc('lint --rule evidence/unlisted-file').stdout
    expect(listed).toContain('说明.txt')
    expect(listed).not.toContain('desktop.ini')
    expect(wei.ejc('doctor').stdout).toMatch(/\.gitignore：缺少 [\s\S]*\.~lock\.\*#/)
    writeFileSync(join(wei.root, 'cases', id, '说明.txt'), '手工放入\n')
    wei.ejc('sync --commit')
    const committed = wei.git('-c', 'core.quotePath=false', 'ls-files', `cases/${id}`)
    expect(committed).toContain('说明.txt')
    for (const name of left) expect(committed).not.toContain(name)
    for (const name of left) expect(existsSync(join(wei.root, 'cases', id, name))).toBe(true)
    wei.ejc('doctor --fix')
    expect(textIn(wei, '.gitignore')).toMatch(/^node_modules\/\n[\s\S]*^\.~lock\.\*#$/m)
    expect(wei.git('status', '--porcelain')).toBe('')
  })
})

describe('the first syncs of an office', { timeout: 60_000 }, () => {
  it('two at once from one folder: both end, and the shared library has the cases', async () => {
    const office = openSharedOffice('example-case')
    const wei = office.clone('韦某')
    wei.git('remote', 'remove', 'origin')
    const fresh = join(wei.root, '../fresh.git')
    const { startEjc } = await import('../../../support/at-once.ts')
    const done = await Promise.all(
      [0, 1, 2].map(() => startEjc(wei.root, ['sync', '--remote', fresh, '--create', '--no-input'])),
    )
    for (const { exit, stderr } of done) expect(`${exit} ${stderr}`).toMatch(/^0 /)
    expect(wei.git('ls-remote', fresh, 'refs/heads/main')).toContain(wei.git('rev-parse', 'HEAD').trim())
    expect(wei.git('config', 'branch.main.remote').trim()).toBe('origin')
    expect(statSync(fresh).isDirectory()).toBe(true)
  })
})

describe('one number that two officers gave to evidence', { timeout: 60_000 }, () => {
  it('is a conflict of plain git that keeps both and says the way, and sync gives one of them anew', () => {
    const office = openSharedOffice('example-case')
    const [qin, wei] = [office.clone('覃某'), office.clone('韦某')]
    qin.ejc(`advance ${id} add-evidence --set title=覃某的照片`)
    qin.ejc('sync')
    wei.ejc(`advance ${id} add-evidence --set title=韦某的照片`)
    wei.ejc('sync --dry-run')
    const evidence = `cases/${id}/evidence.yaml`
    const driver = `'${process.execPath}' '${resolve('bin/ejc.js')}' merge-driver %O %A %B %P`
    wei.git('config', 'merge.ejc.driver', driver)
    wei.git('fetch', '--quiet', 'origin')
    expect(() => wei.git('merge', '--quiet', '--no-edit', 'origin/main')).toThrow(
      /evidence\.yaml：双方写得不同（或者给了同一个编号），两边都留在文件里。[\s\S]*git merge --abort/,
    )
    expect(textIn(wei, evidence)).toMatch(/覃某的照片[\s\S]*韦某的照片|韦某的照片[\s\S]*覃某的照片/)
    wei.git('merge', '--abort')
    expect(wei.ejc('sync').stdout).toMatch(/双方各有一项 E\d+：本机的已改为 E\d+/)
    expect(textIn(wei, evidence)).toMatch(/覃某的照片/)
    expect(textIn(wei, evidence)).toMatch(/韦某的照片/)
  })
})
