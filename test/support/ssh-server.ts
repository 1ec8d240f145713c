import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { temporaryFolder } from './folders.ts'

/** A real ssh server on the loopback, whose home folder is a temporary one. */
export interface SshServer {
  /** The home folder there. */
  readonly home: string
  /** The address of a path below that home folder. */
  url(path: string): string
  /** The environment of an officer who has this key; `name` commits. */
  environment(key: string, name: string): Record<string, string>
  stop(): void
}

const SSHD = '/usr/sbin/sshd'
/** Where a server that runs as root keeps its empty folder. */
const SEPARATION = '/run/sshd'

/** Why no server can be started here; undefined where one can. */
export function sshIsMissing(): string | undefined {
  if (!existsSync(SSHD)) return 'openssh-server is not installed'
  if (spawnSync('ssh', ['-V']).error) return 'ssh is not installed'
  return undefined
}

export const gitoliteIsMissing = (): string | undefined =>
  sshIsMissing() ?? (spawnSync('gitolite', ['version']).error && 'gitolite3 is not installed')

/** A new pair of keys; the path of the private one. */
export function newKey(folder: string, name: string): string {
  const key = join(folder, name)
  need('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', key])
  return key
}

export const publicKeyOf = (key: string): string => readFileSync(`${key}.pub`, 'utf8')

function need(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`)
}

/** Starts a server for the user who runs the tests; who may come in stands in `.ssh/authorized_keys` below its home. */
export async function startSsh(): Promise<SshServer> {
  const folder = temporaryFolder()
  const home = join(folder, 'home')
  mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 })
  if (userInfo().uid === 0) mkdirSync(SEPARATION, { recursive: true, mode: 0o755 })
  const port = await freePort()
  const config = join(folder, 'sshd_config')
  writeFileSync(config, configuration(port, newKey(folder, 'host'), home))
  const child = spawn(SSHD, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await answering(port, () => child.exitCode !== null && said)
  return {
    home,
    url: (path) => `ssh://${userInfo().username}@127.0.0.1:${port}/${path}`,
    environment: (key, name) => environmentOf(temporaryFolder(), key, name),
    stop: () => void child.kill(),
  }
}

function configuration(port: number, hostKey: string, home: string): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${hostKey}`,
    `AuthorizedKeysFile ${home}/.ssh/authorized_keys`,
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'KbdInteractiveAuthentication no',
    'PidFile none',
    `SetEnv HOME=${home} GIT_CONFIG_NOSYSTEM=1 LANG=C.UTF-8`,
    '',
  ].join('\n')
}

function environmentOf(home: string, key: string, name: string): Record<string, string> {
  const known = ['-o StrictHostKeyChecking=no', '-o UserKnownHostsFile=/dev/null', '-o LogLevel=ERROR']
  const ssh = ['ssh -F /dev/null', '-o BatchMode=yes', '-o IdentitiesOnly=yes', ...known, `-i ${key}`]
  writeFileSync(join(home, '.gitconfig'), `[core]\n\tsshCommand = "${ssh.join(' ')}"\n`)
  const email = `${Buffer.from(name).toString('hex')}@example.invalid`
  return {
    HOME: home,
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Waits until the server answers; throws what it said when it ended instead. */
async function answering(port: number, ended: () => string | false): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await connects(port)) return
    const said = ended()
    if (said !== false) throw new Error(`sshd: ${said}`)
    await sleep(50)
  }
  throw new Error('sshd does not answer')
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
