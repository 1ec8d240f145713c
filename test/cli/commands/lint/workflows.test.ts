import { execFile, execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { sampleToday } from '../../../../src/core/lint/sample.ts'
import { createRepository, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { installedProgram } from '../../../support/installed.ts'
import { dropClause, putSample } from '../../../support/sample-case.ts'

interface Step {
  readonly if?: string
  readonly run?: string
}

interface Actions {
  readonly on: unknown
  readonly permissions: unknown
  readonly jobs: Readonly<Record<'lint' | 'count', { readonly steps: readonly Step[] }>> & {
    readonly rest: {
      readonly steps: readonly Step[]
      readonly strategy: { readonly matrix: { readonly part: readonly number[] } }
    }
  }
}

interface Gitlab {
  readonly 'ejc-lint': {
    readonly before_script: readonly string[]
    readonly script: readonly string[]
    readonly artifacts: { readonly reports: unknown }
  }
  readonly 'ejc-lint-rest': { readonly parallel: number; readonly script: readonly string[] }
}

/** More cases than these are very many: none of the tests has so many, so that they ask of fewer. */
const very = '-gt 10000'

/** A library with an error in each of six cases, and the scripts of a workflow as for more than five cases. */
function manyCases(): TestRepository {
  const repository = createRepository()
  for (const number of [1, 2, 3, 4, 5, 6]) putSample(repository.root, `NN-2025-000${number}`, dropClause)
  pin(repository)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '改')
  return repository
}

const forMany = (script: string): string => {
  expect(script).toContain(very)
  return script.replaceAll(very, '-gt 5')
}
const linesOf = (stdout: string): string[] => stdout.split('\n').filter(Boolean).sort()

/**
 * A package as an office pins it, with its line for ci/package: the program of this tree, on the day of the sample case.
 */
function packageOnSampleDay(): { readonly file: string; readonly sum: string } {
  const folder = temporaryFolder()
  const bin = join(folder, 'package/bin')
  mkdirSync(bin, { recursive: true })
  writeFileSync(join(folder, 'package/package.json'), '{ "type": "module" }\n')
  const real = pathToFileURL(resolve('bin/ejc.js'))
  writeFileSync(
    join(bin, 'ejc.js'),
    `if (process.argv[2] !== '--version') process.argv.push('--today', '${sampleToday}')\nawait import('${real}')\n`,
  )
  const file = join(folder, 'ejc.tgz')
  execFileSync('tar', ['-czf', file, '-C', folder, 'package'])
  return { file, sum: sumOf(file) }
}

const sumOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')

const pinned = packageOnSampleDay()

function run(repository: TestRepository, script: string, env: Record<string, string> = {}) {
  const home = { HOME: repository.root, NODE_DISABLE_COMPILE_CACHE: '1' }
  const variables = { PATH: process.env.PATH, ...home, GIT_CONFIG_NOSYSTEM: '1', ...env }
  const options = { cwd: repository.root, encoding: 'utf8', env: variables } as const
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], options)
  return { status, stderr, stdout: stdout.replace(`${version}\n`, '') }
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Pins the package in the repository itself, as its manual says. */
function pin(repository: TestRepository, { file, sum } = pinned): void {
  copyFileSync(file, join(repository.root, 'ci/ejc.tgz'))
  repository.write('ci/package', `${sum}  ci/ejc.tgz\n`)
}

/** A branch of a clone that changes one lawful case; on main lies a case with an error of old. */
function branch(change: 'loses a clause' | 'changes a word'): TestRepository {
  const repository = createRepository()
  const commit = (): void => {
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '改')
  }
  putSample(repository.root, 'NN-2025-0001', dropClause)
  putSample(repository.root, 'NN-2025-0002')
  pin(repository)
  commit()
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  repository.git('checkout', '--quiet', '-b', 'work')
  if (change === 'loses a clause') putSample(repository.root, 'NN-2025-0002', dropClause)
  else repository.replace('cases/NN-2025-0002/case.yaml', '暗管排放废水。', '暗管排放废水，已查清。')
  commit()
  return repository
}

describe('the workflow of GitHub, Gitea and Forgejo', () => {
  const read = (repository: TestRepository) => parse(repository.read('.github/workflows/ejc.yml')) as Actions
  const stepsFor = (repository: TestRepository, event: string): string[] =>
    read(repository).jobs.lint.steps.flatMap(({ if: condition = '', run: script }) => {
      const wanted = condition === '' || condition.includes('==') === (event === 'pull_request')
      return script !== undefined && wanted ? [script] : []
    })

  it('is one file that all three read, asks for no right but to read, and names no secret', () => {
    const repository = createRepository()
    const { permissions, on } = read(repository)
    expect(permissions).toEqual({ contents: 'read' })
    expect(on).toEqual({ push: { branches: ['main'] }, pull_request: null })
    // What a stranger writes in a proposal stands in no expression.
    const text = repository.read('.github/workflows/ejc.yml')
    expect(text).not.toContain('secrets')
    const named = [...text.matchAll(/\$\{\{ (.*?) \}\}/gu)].map(([, name]) => name)
    expect(named).toEqual(['steps.count.outputs.many', 'matrix.part'])
    // Gitea and Forgejo fall back to .github/workflows only while they have no folder of their own.
    for (const folder of ['.gitea', '.forgejo']) expect(existsSync(join(repository.root, folder))).toBe(false)
  })

  it('of a proposal fails on a clause that it loses, with an annotation, and on nothing older', () => {
    const repository = branch('loses a clause')
    const script = stepsFor(repository, 'pull_request').join('\n')
    const { status, stdout } = run(repository, script, { GITHUB_BASE_REF: 'main' })
    expect(status).toBe(1)
    expect(stdout).toMatch(/^::error file=cases\/NN-2025-0002\/agreements\.yaml,line=\d+,col=\d+,/)
    expect(stdout).not.toContain('NN-2025-0001')
    const lawful = branch('changes a word')
    expect(run(lawful, script, { GITHUB_BASE_REF: 'main' })).toMatchObject({ status: 0, stdout: '' })
  })

  it('of a push looks at every case', () => {
    const repository = branch('changes a word')
    const script = stepsFor(repository, 'push').join('\n')
    const { status, stdout } = run(repository, script)
    expect(status).toBe(1)
    expect(stdout).toContain('NN-2025-0001')
  })

  it('of a push to very many cases has four machines find what one would', () => {
    const repository = manyCases()
    const { jobs } = read(repository)
    const whole = stepsFor(repository, 'push').join('\n')
    const output = join(repository.root, '.git/output')
    const asked = (limit: (script: string) => string): string => {
      writeFileSync(output, '')
      const script = jobs.count.steps.map(({ run: each = '' }) => each).join('\n')
      expect(run(repository, limit(script), { GITHUB_OUTPUT: output }).status).toBe(0)
      return readFileSync(output, 'utf8')
    }
    expect(asked((script) => script)).toBe('')
    expect(asked(forMany)).toBe('many=true\n')
    const rest = jobs.rest.steps.map(({ run: each = '' }) => each).join('\n')
    const calls = [
      run(repository, forMany(whole)),
      ...jobs.rest.strategy.matrix.part.map((part) => run(repository, rest, { PART: String(part) })),
    ]
    expect(calls.map(({ status }) => status)).toEqual([1, 1, 1, 1])
    const all = linesOf(run(repository, whole).stdout)
    expect(calls.flatMap(({ stdout }) => linesOf(stdout)).sort()).toEqual(all)
    expect(linesOf(calls[0]?.stdout ?? '').length).toBeLessThan(all.length)
  })
})

describe('where ejc comes from', () => {
  const lint = 'sh ci/ejc lint --format github'

  it("is the office's to name: without it the workflow stops and says so, and runs nothing", () => {
    const repository = createRepository()
    const { status, stderr, stdout } = run(repository, lint)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('ci/package 没有写明 ejc 的安装包')
  })

  it('is a file of the repository, as whoever clones the bare repository of the office gets it', () => {
    const repository = createRepository()
    const folder = temporaryFolder()
    const npmPack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]
    const packed = execFileSync('npm', npmPack, { encoding: 'utf8', cwd: installedProgram() })
    const file = join(folder, packed.trim())
    pin(repository, { file, sum: sumOf(file) })
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '写明流水线用的 ejc')
    const bare = join(folder, 'library.git')
    const clone = join(folder, 'clone')
    execFileSync('git', ['clone', '--quiet', '--bare', repository.root, bare])
    execFileSync('git', ['clone', '--quiet', bare, clone])
    const cloned: TestRepository = { ...repository, root: clone }
    // Nothing but node, git, tar and the shell's own tools: no npm, no ejc, no network.
    expect(run(cloned, lint)).toMatchObject({ status: 0, stderr: '' })
    expect(existsSync(join(clone, '.git/ejc'))).toBe(true)
    expect(execFileSync('git', ['-C', clone, 'status', '--porcelain'], { encoding: 'utf8' })).toBe('')
  })

  it('is an address, from which it is fetched once', async () => {
    const repository = createRepository()
    const asked: string[] = []
    const server = createServer(({ url }, response) => {
      asked.push(url ?? '')
      response.end(readFileSync(pinned.file))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    repository.write('ci/package', `# 说明\n${pinned.sum}  http://127.0.0.1:${port}/ejc.tgz\r\n`)
    const home = { HOME: repository.root, NODE_DISABLE_COMPILE_CACHE: '1' }
    const env = { ...process.env, no_proxy: '127.0.0.1', ...home }
    for (const _ of [1, 2]) {
      const { stdout } = await promisify(execFile)('sh', ['ci/ejc', '--version'], {
        cwd: repository.root,
        env,
      })
      expect(stdout).toBe(`${version}\n`)
    }
    server.close()
    expect(asked).toEqual(['/ejc.tgz'])
  })

  it('is not run where it is another than was pinned, or not to be had', () => {
    const repository = createRepository()
    pin(repository, {
      file: pinned.file,
      sum: pinned.sum.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    })
    expect(run(repository, lint)).toMatchObject({ status: 2, stdout: '' })
    expect(run(repository, lint).stderr).toContain(`校验值不符（实际是 ${pinned.sum}）`)
    repository.write('ci/package', `${pinned.sum}  ci/no-such.tgz\n`)
    expect(run(repository, lint).stderr).toContain('取不到 ejc 的安装包 ci/no-such.tgz')
  })
})

describe('the pipeline of GitLab', () => {
  const read = (repository: TestRepository) =>
    (parse(repository.read('.gitlab-ci.yml')) as Gitlab)['ejc-lint']
  const reportOf = ({ root }: TestRepository) =>
    JSON.parse(readFileSync(join(root, 'gl-code-quality-report.json'), 'utf8')) as {
      check_name: string
    }[]
  const baseOf = (repository: TestRepository) => ({
    CI_MERGE_REQUEST_DIFF_BASE_SHA: repository.git('rev-parse', 'origin/main').trim(),
  })

  it('of a merge request fails on a clause that it loses, and leaves the report that it names', () => {
    const repository = branch('loses a clause')
    const { before_script, script, artifacts } = read(repository)
    expect(artifacts.reports).toEqual({ codequality: 'gl-code-quality-report.json' })
    const { status, stdout } = run(repository, [...before_script, ...script].join('\n'), baseOf(repository))
    expect(status).toBe(1)
    expect(stdout).toContain('cases/NN-2025-0002/agreements.yaml')
    expect(reportOf(repository).map((violation) => violation.check_name)).toEqual([
      'agreement/clause-missing',
    ])
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('passes when nothing is lost, and without a merge request looks at every case', () => {
    const repository = branch('changes a word')
    const script = read(repository).script.join('\n')
    expect(run(repository, script, baseOf(repository)).status).toBe(0)
    expect(reportOf(repository)).toEqual([])
    expect(run(repository, script).status).toBe(1)
  })

  it('of very many cases has four machines find what one would, and of few lets three rest', () => {
    const repository = manyCases()
    const whole = read(repository).script.join('\n')
    const { parallel, script } = (parse(repository.read('.gitlab-ci.yml')) as Gitlab)['ejc-lint-rest']
    const rest = script.join('\n')
    const report = (text: string, node: number): string[] => {
      run(repository, text, { CI_NODE_INDEX: String(node) })
      return reportOf(repository).map((violation) => JSON.stringify(violation))
    }
    expect(run(repository, rest, { CI_NODE_INDEX: '1' })).toMatchObject({ status: 0, stdout: '' })
    const nodes = Array.from({ length: parallel }, (_, at) => at + 1)
    const parts = [report(forMany(whole), 1), ...nodes.flatMap((node) => [report(forMany(rest), node)])]
    expect(parts.map((part) => part.length > 0)).toEqual([true, true, true, true])
    expect(parts.flat().sort()).toEqual(report(whole, 1).sort())
  })
})
