import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { dropClause, ejcOnSampleDay, putSample } from '../../../support/sample-case.ts'

const id = 'NN-2025-0007'
const ejc = ejcOnSampleDay()
const scratch = temporaryFolder()

interface Git {
  readonly status: number | null
  readonly output: string
}

/** git in a folder, with the hooks' ejc in the environment. */
function git(folder: string, args: readonly string[], env: Record<string, string> = { EJC: ejc }): Git {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      // The home is the library: what is kept for the next call would lie in it.
      NODE_DISABLE_COMPILE_CACHE: '1',
      TMPDIR: scratch,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: '覃某',
      GIT_AUTHOR_EMAIL: 'qin@example.invalid',
      GIT_COMMITTER_NAME: '覃某',
      GIT_COMMITTER_EMAIL: 'qin@example.invalid',
      ...env,
    },
  })
  return { status, output: stdout + stderr }
}

const commit = (repository: TestRepository, ...more: string[]): Git => {
  git(repository.root, ['add', '--all'])
  return git(repository.root, ['commit', '--quiet', '-m', '改', ...more])
}

/** A repository with the sample case, and a bare one behind it in which the hook refuses. */
function withServer(): { repository: TestRepository; bare: string; push: (...args: string[]) => Git } {
  const repository = createRepository()
  const bare = join(temporaryFolder(), '案件 库.git')
  git(repository.root, ['init', '--quiet', '--bare', '--initial-branch=main', bare])
  cpSync(join(repository.root, 'hooks/pre-receive'), join(bare, 'hooks/pre-receive'))
  git(repository.root, ['remote', 'add', 'origin', bare])
  putSample(repository.root, id)
  commit(repository)
  const push = (...args: string[]): Git => git(repository.root, ['push', '--quiet', 'origin', ...args])
  expect(push('main')).toEqual({ status: 0, output: expect.stringContaining('未发现问题') })
  return { repository, bare, push }
}

const headOf = (bare: string, ref: string): string => git(bare, ['rev-parse', '--verify', ref]).output.trim()

describe('the server-side hook of ejc init', () => {
  it('is a program, and so is the other', () => {
    const { root } = createRepository()
    for (const name of ['pre-receive', 'pre-commit'])
      expect(statSync(join(root, 'hooks', name)).mode & 0o111).not.toBe(0)
    const modes = git(root, ['ls-files', '--stage', 'hooks']).output
    expect(modes.match(/^100755/gm)).toHaveLength(2)
    expect(spawnSync('sh', ['-n', join(root, 'hooks/pre-receive')]).status).toBe(0)
    expect(spawnSync('sh', ['-n', join(root, 'hooks/pre-commit')]).status).toBe(0)
  })

  it('refuses a push that loses a clause, showing the finding, and accepts it mended', () => {
    const { repository, bare, push } = withServer()
    const before = headOf(bare, 'main')
    putSample(repository.root, id, dropClause)
    commit(repository)
    const refused = push('main')
    expect(refused.status).not.toBe(0)
    expect(refused.output).toContain('agreement/clause-missing')
    expect(refused.output).toContain(`cases/${id}/agreements.yaml:`)
    expect(refused.output).toContain('refs/heads/main 被拒收')
    expect(headOf(bare, 'main')).toBe(before)
    putSample(repository.root, id, ({ case: theCase }) => {
      theCase.summary = '某造纸有限公司和郑某经暗管排放废水，已修复。'
    })
    commit(repository)
    expect(push('main').status).toBe(0)
    expect(headOf(bare, 'main')).toBe(headOf(repository.root, 'main'))
    expect(readdirSync(scratch)).toEqual([])
  })

  it('looks at what the push changes: an old error elsewhere does not stop it, one on a new branch does', () => {
    const { repository, bare, push } = withServer()
    chmodSync(join(bare, 'hooks/pre-receive'), 0o644)
    putSample(repository.root, 'NN-2025-0008', dropClause)
    commit(repository)
    expect(push('main').status).toBe(0)
    chmodSync(join(bare, 'hooks/pre-receive'), 0o755)
    putSample(repository.root, 'NN-2025-0009')
    commit(repository)
    expect(push('main').status).toBe(0)
    git(repository.root, ['checkout', '--quiet', '-b', 'draft'])
    putSample(repository.root, 'NN-2025-0010', dropClause)
    commit(repository)
    const refused = push('draft')
    expect(refused.status).not.toBe(0)
    expect(refused.output).toContain('cases/NN-2025-0010/agreements.yaml')
    expect(refused.output).not.toContain('NN-2025-0008')
    expect(headOf(bare, 'draft')).toContain('fatal')
  })

  it('lets a branch be deleted and tags be pushed', () => {
    const { repository, bare, push } = withServer()
    expect(push('main:other').status).toBe(0)
    expect(push('--delete', 'other').status).toBe(0)
    git(repository.root, ['tag', 'v1'])
    expect(push('v1').status).toBe(0)
    expect(headOf(bare, 'other')).toContain('fatal')
  })

  it('refuses everything when it can not find ejc, and says so', () => {
    const { repository, push, bare } = withServer()
    git(bare, ['config', 'ejc.command', '/nowhere/ejc'])
    repository.write('README.md', '改\n')
    commit(repository)
    const refused = git(repository.root, ['push', '--quiet', 'origin', 'main'], {})
    expect(refused.status).not.toBe(0)
    expect(refused.output).toContain('找不到 /nowhere/ejc')
    expect(push('main').status).toBe(0)
  })

  it('finds an ejc that is not installed by its whole call', () => {
    const { repository, push, bare } = withServer()
    git(bare, ['config', 'ejc.command', `sh '${ejc}'`])
    repository.write('README.md', '改\n')
    commit(repository)
    const pushed = git(repository.root, ['push', '--quiet', 'origin', 'main'], {})
    expect(pushed.output).not.toContain('找不到')
    expect(pushed.status).toBe(0)
    expect(push('main').status).toBe(0)
  })

  it('works for a case repository in a subfolder, as git config ejc.folder says', () => {
    const { repository, bare, push } = withServer()
    const files = readdirSync(repository.root).filter((name) => name !== '.git')
    git(repository.root, ['checkout', '--quiet', '-b', 'moved'])
    for (const name of files) {
      cpSync(join(repository.root, name), join(repository.root, '案 件', name), { recursive: true })
      git(repository.root, ['rm', '-r', '--quiet', '--ignore-unmatch', name])
    }
    commit(repository)
    git(bare, ['config', 'ejc.folder', '案 件'])
    expect(push('moved').status).toBe(0)
    putSample(join(repository.root, '案 件'), id, dropClause)
    commit(repository)
    expect(push('moved').output).toContain('agreement/clause-missing')
  })
})

describe('the pre-commit hook of ejc init', () => {
  const withHook = (): TestRepository => {
    const repository = createRepository()
    git(repository.root, ['config', 'core.hooksPath', 'hooks'])
    putSample(repository.root, id)
    expect(commit(repository)).toMatchObject({ status: 0 })
    return repository
  }

  it('refuses a commit that loses a clause, and accepts one that does not', () => {
    const repository = withHook()
    putSample(repository.root, id, dropClause)
    const refused = commit(repository)
    expect(refused.status).not.toBe(0)
    expect(refused.output).toContain('agreement/clause-missing')
    putSample(repository.root, id, ({ case: theCase }) => {
      theCase.summary = '已修复。'
    })
    expect(commit(repository).status).toBe(0)
  })

  it('judges what is staged, not what lies in the work tree', () => {
    const repository = withHook()
    putSample(repository.root, id, dropClause)
    git(repository.root, ['add', '--all'])
    putSample(repository.root, id)
    expect(git(repository.root, ['commit', '-m', '缺条款']).output).toContain('agreement/clause-missing')
    git(repository.root, ['add', '--all'])
    repository.write('README.md', '说明\n')
    git(repository.root, ['add', 'README.md'])
    putSample(repository.root, id, dropClause)
    const accepted = git(repository.root, ['commit', '-m', '说明'])
    expect(accepted.status).toBe(0)
    expect(repository.git('show', '--stat', '--format=')).toContain('README.md')
    expect(repository.git('status', '--porcelain')).toContain('agreements.yaml')
  })

  it('judges the first commit of all', () => {
    const repository = withHook()
    git(repository.root, ['checkout', '--quiet', '--orphan', 'fresh'])
    putSample(repository.root, id, dropClause)
    expect(commit(repository).output).toContain('agreement/clause-missing')
    putSample(repository.root, id)
    expect(commit(repository).status).toBe(0)
  })

  it('lets a late case go on: what is overdue is listed and stops no step', () => {
    const repository = withHook()
    const late = ejcOnSampleDay('late', '2031-03-03')
    const said = git(repository.root, ['commit', '--quiet', '--allow-empty', '-m', '空'], { EJC: late })
    expect(said.status).toBe(0)
    const done = [
      'advance',
      id,
      'disclose',
      '--set',
      'matter=public-interest',
      '--set',
      'publishedOn=2031-03-03',
    ]
    const call = [
      ...done,
      '--set',
      'url=https://example.gov.cn/10',
      '--set',
      'readBy=覃某',
      '--today',
      '2031-03-03',
      '--no-input',
    ]
    expect(repository.ejc(call, { env: { EJC: late } }).exit).toBe(0)
    putSample(repository.root, id, dropClause)
    expect(commit(repository).output).toContain('agreement/clause-missing')
  })

  it('lets a change pass that leaves an old error as it was', () => {
    const repository = withHook()
    putSample(repository.root, id, dropClause)
    expect(commit(repository, '--no-verify').status).toBe(0)
    putSample(repository.root, id, (documents) => {
      dropClause(documents)
      documents.case.summary = '已修复。'
    })
    const passed = commit(repository)
    expect(passed.output).toContain('其中新出现的案卷错误 0 个')
    expect(passed.status).toBe(0)
  })

  it('lets ejc itself commit, beside other changes that nobody has staged', () => {
    const repository = withHook()
    repository.write('notes.txt', '未提交的笔记\n')
    const sets = [
      'matter=public-interest',
      'publishedOn=2026-11-20',
      'url=https://example.gov.cn/10',
      'readBy=覃某',
    ]
    const call = ['advance', id, 'disclose', ...sets.flatMap((set) => ['--set', set])]
    const done = repository.ejc([...call, '--today', '2026-11-24', '--no-input'], { env: { EJC: ejc } })
    expect(done.stderr).not.toContain('拒绝')
    expect(done.exit).toBe(0)
    expect(repository.git('log', '-1', '--format=%B')).toContain('Ejc-Action: disclose')
    expect(repository.git('status', '--porcelain')).toBe('?? notes.txt\n')
  })
})
