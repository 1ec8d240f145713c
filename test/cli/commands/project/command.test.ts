import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Call, createRepository, dataOf, type TestRepository } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']
const sets = (...pairs: string[]) => pairs.flatMap((pair) => ['--set', pair])
const greening = sets('title=邕江岸线复绿', 'place=南宁市青秀区', 'kind=造林', 'estimatedCost=800000.00')
const add = (repository: TestRepository, ...args: string[]) =>
  repository.ejc(['project', 'add', ...args, ...day])
const list = (repository: TestRepository, ...args: string[]) =>
  repository.ejc(['project', 'list', ...args, ...day])
const listed = (call: Call) => JSON.parse(call.stdout).data

describe('ejc project add (第二十七条)', () => {
  it('writes one project under the next number and commits exactly that file', () => {
    const repository = createRepository()
    expect(add(repository, ...greening)).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('projects/L1.yaml'),
    })
    const shown = repository.git(
      'show',
      '--name-only',
      '--format=%s%n%(trailers:key=Ejc-Action)%(trailers:key=Ejc-Subject)',
      'HEAD',
    )
    expect(shown).toMatch(
      /^录入替代修复项目 L1\nEjc-Action: project-add\nEjc-Subject: L1\n\n+projects\/L1\.yaml\n$/,
    )
    expect(repository.read('projects/L1.yaml')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/schemas\/project\.schema\.json\n+id: L1 # 项目库编号\ntitle: 邕江岸线复绿/,
    )
    expect(repository.ejc(['lint', ...day]).exit).toBe(0)
    expect(add(repository, ...sets('title=第二个')).stdout).toContain('projects/L2.yaml')
  })

  it('gives no number twice, not even that of a file that cannot be read', () => {
    const repository = createRepository()
    repository.write('projects/L7.yaml', 'title: [')
    expect(add(repository, ...greening).stdout).toContain('projects/L8.yaml')
  })

  it('says as JSON what was written', () => {
    const data = dataOf(add(createRepository(), '--json', ...greening), 'written')
    expect(data).toMatchObject({
      case: null,
      action: 'project-add',
      subject: 'L1',
      files: ['projects/L1.yaml'],
      commit: expect.stringMatching(/^[0-9a-f]{40}$/),
      dryRun: false,
      item: { id: 'L1', title: '邕江岸线复绿', status: 'open', addedOn: '2026-11-24' },
    })
  })

  it('reads a project from a file, and lets --set win over it', () => {
    const repository = createRepository()
    repository.write('in.yaml', 'title: 旧\nplace: 某林场\n')
    expect(add(repository, '--from', 'in.yaml', ...sets('title=新')).exit).toBe(0)
    expect(repository.read('projects/L1.yaml')).toMatch(/title: 新[\s\S]*place: 某林场/)
  })

  it('shows with --dry-run and writes nothing; with --no-commit writes and does not commit', () => {
    const repository = createRepository()
    const head = repository.git('rev-parse', 'HEAD')
    expect(add(repository, '--dry-run', ...greening).stdout).toContain('title: 邕江岸线复绿')
    expect(readdirSync(join(repository.root, 'projects'))).toEqual(['README.md'])
    expect(add(repository, '--no-commit', ...greening).exit).toBe(0)
    expect(repository.git('status', '--porcelain')).toBe('?? projects/L1.yaml\n')
    expect(repository.git('rev-parse', 'HEAD')).toBe(head)
  })

  it.each([
    ['nothing given', [], /title（项目名称）/],
    ['an amount that is none', sets('title=甲', 'estimatedCost=八十来万'), /估算投资/],
    ['a department that is none', sets('title=甲', 'department=police'), /项目主管部门/],
    ['a number that would leave the folder', sets('title=甲', 'id=../x'), /id/],
    ['an unknown key', sets('title=甲', 'prise=1'), /prise/],
  ])('%s is refused, exit 2, and nothing is written', (_, args, says) => {
    const repository = createRepository()
    const refused = add(repository, ...args)
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toMatch(says)
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('refuses a number that is taken, in whatever letters', () => {
    const repository = createRepository()
    add(repository, ...greening)
    expect(add(repository, ...sets('title=乙', 'id=l1'))).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('已有 l1'),
    })
  })

  it('says which agreements already cite the number', () => {
    const { exit, stderr } = add(createRepository('example-case-2'), ...greening)
    expect({ exit, stderr }).toMatchObject({ exit: 0, stderr: expect.stringContaining('NN-2025-0003 G2') })
  })
})

describe('ejc project list (第二十七条)', () => {
  it('shows place, kind, cost and state, and which agreements cite a project', () => {
    const repository = createRepository('example-case', 'example-case-2')
    add(repository, ...greening)
    const { exit, lines } = list(repository)
    expect(exit).toBe(0)
    expect(lines[1]).toMatch(/^L1 +邕江岸线复绿 +南宁市青秀区 +造林 +800,000\.00 元 +可用 +NN-2025-0003 G2$/)
    expect(listed(list(repository, '--json'))).toEqual([
      {
        id: 'L1',
        title: '邕江岸线复绿',
        kind: '造林',
        place: '南宁市青秀区',
        estimatedCost: '800000.00',
        status: 'open',
        citedBy: [{ case: 'NN-2025-0003', agreement: 'G2' }],
      },
    ])
  })

  it('counts an agreement no more once another has replaced it', () => {
    const repository = createRepository('example-case-2')
    add(repository, ...greening)
    const file = 'cases/NN-2025-0003/agreements.yaml'
    repository.replace(file, '  - id: G2', '  - id: G2\n    status: rescinded')
    expect(listed(list(repository, '--json'))[0].citedBy).toEqual([])
  })

  it('orders L2 before L10', () => {
    const repository = createRepository()
    for (const id of ['L10', 'L2']) add(repository, ...sets(`title=${id}`, `id=${id}`))
    expect(listed(list(repository, '--json')).map(({ id }: { id: string }) => id)).toEqual(['L2', 'L10'])
  })

  it('names a cited project that is not in the library', () => {
    const { exit, stderr } = list(createRepository('example-case-2'))
    expect(exit).toBe(0)
    expect(stderr).toMatch(/NN-2025-0003 G2 引用的 L1 不在项目库里/)
  })

  it('prints the rest, names what cannot be read, and exits 2', () => {
    const repository = createRepository()
    add(repository, ...greening)
    repository.write('projects/L2.yaml', 'id: L2\ntitle: 乙\nestimatedCost: 一百\n')
    const call = list(repository)
    expect(call).toMatchObject({ exit: 2, stdout: expect.stringContaining('L1') })
    expect(call.stderr).toContain('projects/L2.yaml:3:')
  })

  it('refuses an unknown verb with what was meant', () => {
    expect(createRepository().ejc(['project', 'lits'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('ejc project list'),
    })
  })
})
