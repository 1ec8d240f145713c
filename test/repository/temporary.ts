import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { removeTemporaryFolders, temporaryFolder } from '../support/folders.ts'

export { removeTemporaryFolders as removeTemporary, temporaryFolder }

export function put(root: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}

export function textOf(root: string, path: string): string | null {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile()
    ? readFileSync(join(root, path), 'utf8')
    : null
}

/** The real git, without the developer's own configuration. */
export function git(root: string, ...args: string[]): string {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** A case repository with one committed case of three documents. */
export function temporaryRepository(): string {
  const root = temporaryFolder()
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'user.name', '覃某')
  git(root, 'config', 'user.email', 'qin@example.invalid')
  put(root, {
    'ejc.yaml': 'schema: 1\nidPrefix: NN\n',
    'cases/NN-2026-0001/case.yaml': 'id: NN-2026-0001\nstate: old\n',
    'cases/NN-2026-0001/closing.yaml': 'old: true\n',
  })
  git(root, 'add', '.')
  git(root, 'commit', '--quiet', '-m', '起始')
  return root
}

let bundled: string | undefined

/** The child process as one script: starting it through a loader would take seconds for twenty of them. */
export function childScript(): string {
  if (bundled && existsSync(bundled)) return bundled
  bundled = join(temporaryFolder(), 'child.cjs')
  const entry = join(import.meta.dirname, 'child.ts')
  buildSync({
    entryPoints: [entry],
    outfile: bundled,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // Packages that are loaded late are searched from here.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(entry).href) },
    logLevel: 'error',
  })
  return bundled
}

export function runChild(...args: string[]): {
  signal: string | null
  code: number | null
  stdout: string
  stderr: string
} {
  const { signal, status, stdout, stderr } = spawnSync(process.execPath, [childScript(), ...args], {
    encoding: 'utf8',
  })
  return { signal, code: status, stdout, stderr }
}

export function startChild(...args: string[]): Promise<number | null> {
  const script = childScript()
  return new Promise((resolve) => {
    spawn(process.execPath, [script, ...args], { stdio: 'inherit' }).on('exit', resolve)
  })
}
