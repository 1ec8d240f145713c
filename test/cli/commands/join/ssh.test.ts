import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Call, createRepository, ejcIn, temporaryFolder } from '../../../support/cli.ts'
import {
  gitoliteIsMissing,
  newKey,
  publicKeyOf,
  type SshServer,
  sshIsMissing,
  startSsh,
} from '../../../support/ssh-server.ts'

const id = 'NN-2026-0001'
const [noSsh, noGitolite] = [sshIsMissing(), gitoliteIsMissing()]
if (noSsh) process.stderr.write(`skipped, the tests over ssh: ${noSsh}\n`)
else if (noGitolite) process.stderr.write(`skipped, the tests with rights: ${noGitolite}\n`)

/** An officer at a machine of his own. */
interface Officer {
  readonly home: string
  ejc(folder: string, args: readonly string[]): Call
  git(folder: string, ...args: string[]): string
}

function officerAt(server: SshServer, key: string, name: string): Officer {
  const env = server.environment(key, name)
  const home = env.HOME ?? ''
  return {
    home,
    ejc: (folder, args) => ejcIn(folder, [...args, '--no-input'], { env, process: true }),
    git(folder, ...args) {
      const all = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', ...env }
      const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env: all, encoding: 'utf8' })
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
      return stdout
    },
  }
}

/** The cases of an officer, committed. */
function casesOf({ git }: Officer): string {
  const { root } = createRepository('example-case')
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--no-verify', '-m', '放入案件')
  return root
}

const ok = (call: Call): Call => {
  if (call.exit !== 0) throw new Error(`exit ${call.exit}\n${call.stdout}${call.stderr}`)
  return call
}

/** Each has a fact of his own; after an exchange both have both, in one history with one root. */
function workTogether(one: Officer, first: string, other: Officer, second: string): void {
  ok(one.ejc(first, ['advance', id, 'add-evidence', '--set', 'title=甲的照片']))
  ok(other.ejc(second, ['advance', id, 'add-evidence', '--set', 'title=乙的照片']))
  for (const [officer, folder] of [
    [one, first],
    [other, second],
    [one, first],
  ] as const)
    ok(officer.ejc(folder, ['sync']))
  const heads = [one.git(first, 'rev-parse', 'HEAD'), other.git(second, 'rev-parse', 'HEAD')]
  expect(heads[0]).toBe(heads[1])
  const text = one.git(first, 'show', `HEAD:cases/${id}/evidence.yaml`)
  expect(text).toContain('甲的照片')
  expect(text).toContain('乙的照片')
}

describe.skipIf(noSsh !== undefined)('an office with an ssh server', { timeout: 180_000 }, () => {
  let server: SshServer
  let one: Officer
  let other: Officer

  beforeAll(async () => {
    server = await startSsh()
    const keys = temporaryFolder()
    const mine = newKey(keys, 'one')
    writeFileSync(join(server.home, '.ssh/authorized_keys'), publicKeyOf(mine), { mode: 0o600 })
    one = officerAt(server, mine, '覃某')
    other = officerAt(server, mine, '李某')
  })
  afterAll(() => server?.stop())

  const address = (name: string): string => server.url(join(server.home.slice(1), name))

  it('makes the library there, and a colleague joins it', () => {
    const first = casesOf(one)
    expect(ok(one.ejc(first, ['sync', '--remote', address('made.git'), '--create'])).stderr).toContain(
      '已新建共享库',
    )
    expect(one.git(join(server.home, 'made.git'), 'symbolic-ref', 'HEAD').trim()).toBe('refs/heads/main')
    expect(one.git(join(server.home, 'made.git'), 'branch', '--list').trim()).toBe('* main')
    expect(ok(other.ejc(other.home, ['join', address('made.git'), 'made'])).stdout).toContain('共 1 件案件')
    workTogether(one, first, other, join(other.home, 'made'))
  })

  it('has one library where the empty one there has HEAD master', () => {
    const bare = join(server.home, 'master.git')
    one.git(server.home, 'init', '--quiet', '--bare', '--initial-branch=master', bare)
    const first = casesOf(one)
    ok(one.ejc(first, ['sync', '--remote', address('master.git')]))
    ok(other.ejc(other.home, ['join', address('master.git'), 'master']))
    workTogether(one, first, other, join(other.home, 'master'))
    expect(one.git(bare, 'branch', '--list').trim()).toBe('* master')
    expect(one.git(bare, 'rev-list', '--max-parents=0', '--count', 'master').trim()).toBe('1')
  })

  it('has one library where the page has put a README there, and lets nobody make another', () => {
    const bare = join(server.home, 'page.git')
    one.git(server.home, 'init', '--quiet', '--bare', '--initial-branch=master', bare)
    const page = temporaryFolder()
    one.git(page, 'clone', '--quiet', bare, 'page')
    writeFileSync(join(page, 'page/README.md'), '# 案件库\n')
    one.git(join(page, 'page'), 'add', '.')
    one.git(join(page, 'page'), 'commit', '--quiet', '-m', 'Initial commit')
    one.git(join(page, 'page'), 'push', '--quiet', 'origin', 'HEAD:master')
    const first = casesOf(one)
    ok(one.ejc(first, ['sync', '--remote', address('page.git')]))
    ok(other.ejc(other.home, ['join', address('page.git'), 'page']))
    workTogether(one, first, other, join(other.home, 'page'))
    expect(one.git(bare, 'branch', '--list').trim()).toBe('* master')
    expect(existsSync(join(first, 'README.md'))).toBe(true)
    // A library of his own: the others here are copies of one.
    const stranger = join(other.home, 'own')
    ok(other.ejc(other.home, ['init', 'own', '--set', 'unit.name=某市生态环境局']))
    const refused = other.ejc(stranger, ['sync', '--remote', address('page.git')])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('共享库里已有另一个案件库')
    expect(refused.stderr).toContain('没有推送')
  })

  it('refuses there a case with an error of the record, and says why', () => {
    const first = casesOf(one)
    ok(one.ejc(first, ['sync', '--remote', address('hook.git'), '--create']))
    const bare = join(server.home, 'hook.git')
    const hook = join(bare, 'hooks/pre-receive')
    mkdirSync(join(bare, 'hooks'), { recursive: true })
    writeFileSync(hook, one.git(first, 'show', 'HEAD:hooks/pre-receive'))
    chmodSync(hook, 0o755)
    one.git(bare, 'config', 'ejc.command', `'${process.execPath}' '${resolve('bin/ejc.js')}'`)
    const before = one.git(bare, 'rev-parse', 'main')
    const file = join(first, `cases/${id}/case.yaml`)
    appendFileSync(file, '\nunknownKey: 1\n')
    one.git(first, 'commit', '--quiet', '--no-verify', '-am', '手工修改')
    const refused = one.ejc(first, ['sync'])
    expect(refused.exit).toBeGreaterThan(0)
    expect(refused.stdout + refused.stderr).toContain('unknownKey')
    expect(one.git(bare, 'rev-parse', 'main')).toBe(before)
  })

  it('tells who may not come in what to do', () => {
    const stranger = officerAt(server, newKey(temporaryFolder(), 'stranger'), '外人')
    const refused = stranger.ejc(stranger.home, ['join', address('made.git'), 'mine'])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('服务器不认识本机的 SSH 密钥')
    expect(existsSync(join(stranger.home, 'mine'))).toBe(false)
  })
})

describe.skipIf(noGitolite !== undefined)('an office with gitolite', { timeout: 180_000 }, () => {
  let server: SshServer
  let writer: Officer
  let reader: Officer

  beforeAll(async () => {
    server = await startSsh()
    const keys = temporaryFolder()
    const [admin, write, read] = ['admin', 'writer', 'reader'].map((name) => newKey(keys, name))
    const env = { PATH: process.env.PATH, HOME: server.home, GIT_CONFIG_NOSYSTEM: '1', ...person('管理员') }
    const set = (...args: string[]): void => {
      const { status, stderr } = spawnSync('gitolite', args, { cwd: server.home, env, encoding: 'utf8' })
      if (status !== 0) throw new Error(`gitolite ${args.join(' ')}: ${stderr}`)
    }
    set('setup', '-pk', `${admin}.pub`)
    for (const [key, name] of [
      [write, 'writer'],
      [read, 'reader'],
    ] as const) {
      mkdirSync(join(server.home, '.gitolite/keydir'), { recursive: true })
      writeFileSync(join(server.home, `.gitolite/keydir/${name}.pub`), publicKeyOf(key ?? ''))
    }
    const rules = 'repo cases\n    RW = writer\n    R = reader\n'
    writeFileSync(join(server.home, '.gitolite/conf/gitolite.conf'), rules)
    set('compile')
    set('trigger', 'POST_COMPILE')
    writer = officerAt(server, write ?? '', '覃某')
    reader = officerAt(server, read ?? '', '李某')
  })
  afterAll(() => server?.stop())

  it('lets who may write fill the library, and who may read join it; his own work stays with him', () => {
    const first = casesOf(writer)
    ok(writer.ejc(first, ['sync', '--remote', server.url('cases')]))
    expect(ok(reader.ejc(reader.home, ['join', server.url('cases'), 'mine'])).stdout).toContain('共 1 件案件')
    const mine = join(reader.home, 'mine')
    ok(reader.ejc(mine, ['advance', id, 'add-evidence', '--set', 'title=乙的照片']))
    const refused = reader.ejc(mine, ['sync'])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('没有推送到这个共享库的权限')
    expect(reader.git(mine, 'show', `HEAD:cases/${id}/evidence.yaml`)).toContain('乙的照片')
    expect(reader.git(mine, 'status', '--porcelain')).toBe('')
  })

  it('never gives way to force, and says what to do about a library that it does not have', () => {
    const refused = writer.ejc(casesOf(writer), ['sync', '--remote', server.url('other'), '--create'])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toMatch(/[\u4e00-\u9fff]/)
    expect(refused.stderr).not.toContain('程序出错')
  })
})

function person(name: string): Record<string, string> {
  const email = 'x@example.invalid'
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}
