import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createRepository, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { dropClause, ejcOnSampleDay, putSample } from '../../../support/sample-case.ts'

interface Step {
  readonly if?: string
  readonly run?: string
}

interface Actions {
  readonly on: unknown
  readonly permissions: unknown
  readonly jobs: { readonly lint: { readonly steps: readonly Step[] } }
}

interface Gitlab {
  readonly 'ejc-lint': {
    readonly before_script: readonly string[]
    readonly script: readonly string[]
    readonly artifacts: { readonly reports: unknown }
  }
}

/** A folder with the program of this tree as `ejc`, and an `npm` that installs only what the office named. */
function programs(): string {
  const folder = temporaryFolder()
  const scripts = {
    npm: `#!/bin/sh\n[ "$*" = 'install --global ${PACKAGE}' ] || exit 99\n`,
    ejc: `#!/bin/sh\nexec '${ejcOnSampleDay()}' "$@"\n`,
  }
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), script)
    chmodSync(join(folder, name), 0o755)
  }
  return folder
}

const PACKAGE = 'https://example.invalid/ejc.tgz'

const path = `${programs()}:${process.env.PATH}`

function run(repository: TestRepository, script: string, env: Record<string, string> = {}) {
  const variables = {
    PATH: path,
    HOME: repository.root,
    GIT_CONFIG_NOSYSTEM: '1',
    EJC_PACKAGE: PACKAGE,
    ...env,
  }
  const options = { cwd: repository.root, encoding: 'utf8', env: variables } as const
  return spawnSync('bash', ['-e', '-c', script], options)
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
    expect(repository.read('.github/workflows/ejc.yml')).not.toMatch(/secrets|\$\{\{/)
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
})

describe('where ejc comes from', () => {
  it("is the office's to name: without it the workflow stops and says so, and runs nothing", () => {
    const repository = branch('changes a word')
    const steps = (parse(repository.read('.github/workflows/ejc.yml')) as Actions).jobs.lint.steps
    const script = steps.flatMap(({ run: line }) => line ?? []).join('\n')
    const { status, stderr, stdout } = run(repository, script, { EJC_PACKAGE: '' })
    expect(status).not.toBe(0)
    expect(stderr).toContain('请在本文件中写明 EJC_PACKAGE')
    expect(stdout).toBe('')
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
})
