import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, test } from 'vitest'

/** Scripts that git runs with the shell that it brings along on every system. */
const shellScripts = 'src/repository/init/hooks.ts'
/** The one place that renames and removes: it waits for what another program has open, as only Windows has it. */
const movers = [
  'src/repository/durable.ts',
  // What it can't rename or remove stays: what is kept there is made anew at any time, and no call waits for it.
  'src/cli/load/kept-parts.ts',
]
/** The places that look at the system on purpose: each has a branch for every system, and a test of each branch. */
const aware = ['src/repository/process.ts', 'src/cli/commands/doctor/fonts.ts', 'src/documents/pdf.ts']

/** Looks at owner and modes of a folder where the system has them, and otherwise at its place. */
const trusting = 'src/cli/load/own-folder.ts'

const posixPaths = /^\/(?:dev|tmp|proc|etc|usr|var|bin|home|Applications|Library)\b/u
/** Signals that Windows knows, if only by the closing of a window. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK']
const posixCalls = [
  ['process', ['getuid', 'geteuid', 'getgid', 'setuid', 'umask']],
  ['fs', ['chownSync', 'lchownSync', 'mkfifoSync']],
] as const
const moving = ['renameSync', 'rmSync', 'unlinkSync', 'rename', 'rm', 'unlink']
const shells = ['exec', 'execSync']
/** Set on some systems only. */
const home = ['HOME', 'USERPROFILE']

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith(`generated${sep}`))
    .map((name) => join(folder, name).split(sep).join('/'))

/** What a source does that another system does not know, or does otherwise. */
function offences(file: string, source: string): string[] {
  const found: string[] = []
  const at = (what: string, start: number): void =>
    void found.push(`${file}:${source.slice(0, start).split('\n').length} ${what}`)
  const text = (value: string, start: number): void => {
    if (posixPaths.test(value) && !aware.includes(file) && file !== shellScripts) at(`path ${value}`, start)
    const signal = /^SIG[A-Z]+\d?$/u.exec(value)?.[0]
    if (signal !== undefined && !signals.includes(signal)) at(`signal ${signal}`, start)
  }
  new Visitor({
    Literal: ({ value, start }) => {
      if (typeof value === 'string') text(value, start)
    },
    TemplateElement: ({ value, start }) => text(value.raw, start),
    ImportDeclaration: ({ source: { value: from }, specifiers, start }) => {
      for (const each of specifiers) {
        const name = each.type === 'ImportSpecifier' ? each.local.name : ''
        if (/^node:fs/u.test(from) && moving.includes(name) && !movers.includes(file))
          at(`${name}, which durable.ts does`, start)
        if (from === 'node:child_process' && shells.includes(name)) at(`${name} with a shell`, start)
        if (from === 'node:fs' && /chown|mkfifo/u.test(name)) at(name, start)
      }
    },
    CallExpression: ({ callee, arguments: given, start }) => {
      const name = callee.type === 'Identifier' ? callee.name : ''
      if (!/^(?:spawn|spawnSync|execFile|execFileSync)$/u.test(name)) return
      const call = source.slice(start, given.at(-1)?.end ?? start)
      if (!call.includes('windowsHide')) at(`${name} without windowsHide`, start)
      if (/shell:\s*true/u.test(call)) at(`${name} with a shell`, start)
    },
    MemberExpression: ({ object, property, start }) => {
      if (property.type !== 'Identifier') return
      const of = object.type === 'Identifier' ? object.name : ''
      for (const [owner, names] of posixCalls)
        if (of === owner && file !== trusting && names.some((name) => name === property.name))
          at(`${of}.${property.name}`, start)
      if (source.slice(object.start, object.end) === 'process.env' && home.includes(property.name))
        at(`process.env.${property.name}, for which there is os.homedir`, start)
    },
    BinaryExpression: ({ operator, left, right, start }) => {
      if (operator !== '+') return
      for (const side of [left, right])
        if (side.type === 'Literal' && (side.value === '/' || side.value === '\\'))
          at('a path put together with +', start)
    },
  }).visit(parseSync(file, source).program)
  for (const way of joinedBySlash(source))
    at(`a path of the system put together with /: ${way.text}`, way.start)
  return found
}

/** Folders of the system by the names that they have here: after them, a path goes on with `join`. */
const folders = String.raw`(?:root|top|gitDir|ejcDir|tmpdir\(\)|homedir\(\)|process\.cwd\(\)|import\.meta\.dirname)`

function joinedBySlash(source: string): { text: string; start: number }[] {
  const pattern = new RegExp(String.raw`\$\{(?:\w+\.)*${folders}\}/`, 'gu')
  return [...source.matchAll(pattern)].map(({ 0: text, index }) => ({ text, start: index }))
}

describe('the scan', () => {
  /** Of a template. */
  const hole = String.fromCharCode(36, 123)
  test.each([
    ["const nothing = '/dev/null'", 'path /dev/null'],
    [`const aside = \`/tmp/ejc-${hole}id}\``, 'path /tmp/ejc-'],
    ["child.kill('SIGKILL')", 'signal SIGKILL'],
    ["process.on('SIGUSR1', stop)", 'signal SIGUSR1'],
    ["import { renameSync } from 'node:fs'", 'renameSync, which durable.ts does'],
    ["import { rmSync } from 'node:fs'", 'rmSync, which durable.ts does'],
    ["import { execSync } from 'node:child_process'", 'execSync with a shell'],
    ["spawn('git', ['status'])", 'spawn without windowsHide'],
    ["spawn('git', [], { shell: true, windowsHide: true })", 'spawn with a shell'],
    ['const user = process.getuid()', 'process.getuid'],
    ['const folder = process.env.HOME', 'process.env.HOME, for which there is os.homedir'],
    ["const file = folder + '/' + name", 'a path put together with +'],
    [
      `const file = \`${hole}repository.root}/ejc.yaml\``,
      `a path of the system put together with /: ${hole}repository.root}/`,
    ],
  ])('sees %s', (source, offence) => {
    expect(offences('x.ts', source)).toContain(`x.ts:1 ${offence}`)
  })

  test.each([
    "const file = join(root, 'cases', id)",
    `const file = \`cases/${hole}id}/case.yaml\``,
    "process.once('SIGINT', halt)",
    "spawn('git', [], { windowsHide: true })",
  ])('lets %s pass', (source) => {
    expect(offences('x.ts', source)).toEqual([])
  })
})

test('the program does nothing that only one system knows', () => {
  const files = ['src/cli', 'src/core', 'src/documents', 'src/office', 'src/repository'].flatMap(sources)
  expect(files.length).toBeGreaterThan(300)
  expect(files.flatMap((file) => offences(file, readFileSync(file, 'utf8')))).toEqual([])
})

test('no source has a name that Windows does not allow, or that differs from another by capitals only', () => {
  const names = ['src', 'schemas', 'templates', 'examples', 'docs', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  expect(
    names.filter((name) => /[<>:"|?*]|[. ](?:\/|$)|(?:^|\/)(?:con|prn|aux|nul)(?:\.|\/|$)/iu.test(name)),
  ).toEqual([])
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
})
