import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { attempt } from '../../src/repository/git.ts'
import { adviceOn } from '../../src/repository/git-trouble.ts'
import { fetchFrom } from '../../src/repository/sync/remote.ts'
import { git, removeTemporary, temporaryFolder, temporaryRepository } from './temporary.ts'

afterAll(removeTemporary, 60_000)

/** What git says when a call of it fails. */
function saidBy(root: string, ...args: string[]): string {
  const { status, stderr } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      HOME: root,
      NODE_DISABLE_COMPILE_CACHE: '1',
      GIT_CONFIG_NOSYSTEM: '1',
    },
  })
  if (status === 0) throw new Error(`git ${args.join(' ')} does not fail`)
  return stderr
}

describe('what git itself says is known, with what to do', () => {
  test('no shared repository at the address', () => {
    expect(adviceOn(saidBy(temporaryFolder(), 'ls-remote', join(temporaryFolder(), 'none.git')))).toContain(
      'ejc sync --remote 新地址',
    )
  })

  test('nobody listens at the address', () => {
    expect(adviceOn(saidBy(temporaryFolder(), 'ls-remote', 'http://127.0.0.1:9/office.git'))).toContain(
      '连不上服务器',
    )
    expect(adviceOn(saidBy(temporaryFolder(), 'ls-remote', 'git://127.0.0.1:9/office.git'))).toContain(
      '连不上服务器',
    )
  })

  test('no such server', () => {
    const said = saidBy(temporaryFolder(), 'ls-remote', 'https://office.invalid/cases.git')
    expect(adviceOn(said)).toContain('找不到服务器 office.invalid')
  })

  test('the index is locked: the file is named', () => {
    const root = temporaryRepository()
    writeFileSync(join(root, '.git/index.lock'), '')
    expect(adviceOn(saidBy(root, 'add', '.'))).toMatch(/删除 \S+\.git\/index\.lock 再试/)
  })

  test('a lock on the settings that a stopped git has left, by its file', () => {
    const root = temporaryRepository()
    writeFileSync(join(root, '.git/config.lock'), '')
    expect(adviceOn(saidBy(root, 'config', 'user.name', '覃某'))).toContain('删除 .git/config.lock 再试')
  })

  test('no upstream, no repository, nobody to commit as', () => {
    const root = temporaryRepository()
    git(root, 'remote', 'add', 'origin', temporaryRepository())
    expect(adviceOn(saidBy(root, 'push'))).toContain('ejc sync')
    expect(adviceOn(saidBy(temporaryFolder(), 'status'))).toContain('ejc init')
    git(root, 'config', 'user.useConfigOnly', 'true')
    git(root, 'config', '--unset', 'user.email')
    expect(adviceOn(saidBy(root, 'commit', '--allow-empty', '-m', 'x'))).toContain('user.email')
  })

  test('a folder of another owner: git’s own words to trust it, with its quotation marks', () => {
    const folder = join(temporaryFolder(), '案件 库')
    git('.', 'init', '--quiet', folder)
    const env = { ...process.env, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', LC_ALL: 'C' }
    const { stderr } = spawnSync('git', ['status'], { cwd: folder, encoding: 'utf8', env })
    expect(adviceOn(stderr)).toContain(`--add safe.directory '${realpathSync(folder)}'，再试`)
  })

  test('a name that is too long', () => {
    const root = temporaryRepository()
    const entry = `100644,${git(root, 'rev-parse', 'HEAD:ejc.yaml').trim()},${'甲'.repeat(100)}`
    git(root, 'update-index', '--add', '--cacheinfo', entry)
    expect(adviceOn(saidBy(root, 'checkout-index', '--all'))).toContain('core.longpaths')
  })

  test.skipIf(!existsSync('/dev/full'))('a full disk', () => {
    const root = temporaryRepository()
    const { stderr } = spawnSync('sh', ['-c', 'git log > /dev/full'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    })
    expect(adviceOn(stderr)).toContain('磁盘空间不足')
  })

  test('data that are damaged', () => {
    const root = temporaryRepository()
    const blob = git(root, 'rev-parse', 'HEAD:ejc.yaml').trim()
    const file = join(root, '.git/objects', blob.slice(0, 2), blob.slice(2))
    spawnSync('chmod', ['u+w', file])
    writeFileSync(file, '')
    expect(adviceOn(saidBy(root, 'cat-file', '-p', blob))).toContain('先备份')
  })
})

describe('what only servers and other systems say', () => {
  test.each([
    ["fatal: Authentication failed for 'https://git.example.cn/office.git/'", '身份验证'],
    ["fatal: could not read Username for 'https://git.example.cn': terminal prompts disabled", '身份验证'],
    ['remote: HTTP Basic: Access denied\nfatal: Authentication failed', '凭据管理器'],
    [
      'git@git.example.cn: Permission denied (publickey,password).\nfatal: Could not read from remote repository.',
      'SSH 密钥',
    ],
    ['Host key verification failed.\nfatal: Could not read from remote repository.', '确认过服务器的身份'],
    ['remote: GitLab: You are not allowed to push code to protected branches on this project.', '没有推送'],
    ["fatal: unable to access 'https://h/a.git/': The requested URL returned error: 403", '没有推送'],
    [
      'FATAL: W any cases reader DENIED by fallthru\nfatal: Could not read from remote repository.',
      '没有推送',
    ],
    [
      'FATAL: R any other writer DENIED by fallthru\nfatal: Could not read from remote repository.',
      '没有共享库，或者没有权限',
    ],
    ["remote: Not Found\nfatal: repository 'https://h/a.git/' not found", '没有共享库'],
    ['SSL certificate problem: unable to get local issuer certificate', '根证书'],
    [
      'schannel: next InitializeSecurityContext failed: SEC_E_UNTRUSTED_ROOT - The certificate chain was issued',
      '根证书',
    ],
    ['ssh: connect to host git.example.cn port 22: Connection timed out', '连不上服务器'],
    ['error: unable to create file cases/NN-2026-0001/attachments/长: Filename too long', 'core.longpaths'],
    [
      "error: invalid path 'cases/NN-2026-0001/attachments/现场:照片.jpg'",
      '“cases/NN-2026-0001/attachments/现场:照片.jpg”',
    ],
    ["error: unable to unlink old 'cases/a.docx': Invalid argument", '关闭 Word'],
    ['fatal: write error: No space left on device', '磁盘空间不足'],
    ["fatal: sha1 file '/c/.git/index.lock' write error. Out of diskspace", '磁盘空间不足'],
    ['error: unable to write file cases/NN-2026-0001/case.yaml', '写不进磁盘'],
    ["error: cannot lock ref 'refs/x': unable to create directory for .git/refs/x", '写不进磁盘'],
    [
      "fatal: cannot lock ref 'HEAD': Unable to create '.git/refs/heads/main.lock': Permission denied",
      '没有写入权限',
    ],
    ["fatal: could not create work tree dir '/mnt/x': Permission denied", '没有写入权限'],
    [
      'error: remote unpack failed: unable to create temporary object directory',
      '请管理员检查那里的写入权限',
    ],
    ["fatal: repository '/mnt/nas/office.git' does not exist", '没有共享库，或者没有权限'],
    [
      "fatal: cannot update ref 'refs/heads/main': couldn't write '/c/.git/refs/heads/main.lock'",
      '写不进磁盘',
    ],
  ])('%s', (said, advice) => {
    expect(adviceOn(said)).toContain(advice)
  })

  test.each([
    'fatal: bad object deadbeef',
    "fatal: path 'cases/a' does not exist in 'HEAD'",
    'remote: No space left on device, says a hook\n ! [remote rejected] main -> main (pre-receive hook declined)',
  ])('%s is none of them', (said) => {
    expect(adviceOn(said)).toBeUndefined()
  })

  test('what is none of them is left to its own words, as those of a hook', () => {
    expect(
      adviceOn('remote: 案件有错误，拒收\n ! [remote rejected] main -> main (pre-receive hook declined)'),
    ).toBeUndefined()
  })
})

describe('a failure is told in Chinese, and keeps what git said', () => {
  test('of the usual kind', async () => {
    const remote = { name: '/none.git', branch: 'main', tracking: 'refs/remotes/x/main', isUpstream: false }
    const failed = fetchFrom(temporaryRepository(), remote, false)
    await expect(failed).rejects.toMatchObject({
      code: 'git',
      message: expect.not.stringMatching(/fatal|repository/),
      said: expect.stringContaining('does not appear to be a git repository'),
    })
  })

  test('of any other kind: it is all that there is to say', async () => {
    const failed = attempt(temporaryRepository(), ['rev-parse', '--verify', 'nothing'])
    await expect(failed).rejects.toThrow(/git rev-parse 失败：\n.*single revision/)
  })
})
