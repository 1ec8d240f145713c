import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkOfFaces, facesAmong } from '../../../../src/cli/commands/doctor/fonts.ts'
import { nodeCheck } from '../../../../src/cli/commands/doctor/machine.ts'
import {
  createRepository,
  ejcIn,
  listOf,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { failingGit } from '../../../support/failing-git.ts'

const day = ['--today', '2026-11-24']

/** The checks by their ids. */
function checksOf(repository: TestRepository, env = {}): Map<string, Record<string, unknown>> {
  const checks = listOf(repository.ejc(['doctor', '--json', ...day], { env }), 'doctor')
  return new Map(checks.map((check) => [String(check.id), check]))
}

describe('ejc doctor of a repository in order', () => {
  const repository = createRepository()
  repository.git('config', 'core.hooksPath', 'hooks')
  const call = repository.ejc(['doctor', ...day])

  it('exits 0 and finds nothing wrong', () => {
    expect(call.exit).toBe(0)
    expect(call.stdout).toContain('共 0 项有问题')
    expect(call.stdout).toMatch(/^正常 +Node\.js：\d+/m)
    expect(call.stdout).toMatch(/^正常 +提交人：覃某/m)
    expect(call.stdout).toMatch(/^正常 +git 状态：在分支 main 上/m)
  })

  it('says that next year is not published yet, and what to do then', () => {
    expect(call.stdout).toMatch(/^注意 +2027 年放假安排/m)
    expect(call.stdout).toContain('ejc calendar add 2027')
  })
})

describe('ejc doctor names what is wrong and how to mend it', () => {
  const repository = createRepository('example-case')
  repository.replace('.gitattributes', '*.docx binary\n', 'cases/*/*.yaml merge=ejc\n')
  appendFileSync(join(repository.root, 'schemas/case.schema.json'), '\n')
  repository.git('config', 'core.hooksPath', 'hooks')
  chmodSync(join(repository.root, 'hooks/pre-commit'), 0o644)
  writeFileSync(join(repository.root, 'templates/赔偿协议.docx'), 'not a document')
  mkdirSync(join(repository.root, '.git/ejc'), { recursive: true })
  writeFileSync(join(repository.root, '.git/ejc/lock'), '?')
  writeFileSync(join(repository.root, '.git/MERGE_HEAD'), `${repository.git('rev-parse', 'HEAD')}`)
  appendFileSync(join(repository.root, 'ejc.yaml'), '\nevidence:\n  outside: ../没有\n')
  const checks = checksOf(repository, { GIT_COMMITTER_NAME: '', GIT_COMMITTER_EMAIL: '' })

  it.each([
    ['identity', 'problem', /git config --global user\.name/],
    ['lock', 'attention', /删除该文件/],
    ['branch', 'problem', /git merge --abort/],
    ['uncommitted', 'attention', /git restore/],
    ['attributes', 'attention', /\.gitattributes/],
    ['hooks', 'problem', /chmod \+x hooks\/pre-commit/],
    ['schemas', 'attention', /ejc doctor --fix/],
    ['outside', 'attention', /EJC_EVIDENCE/],
    ['templates', 'problem', /Word/],
  ])('%s: %s', (id, state, mend) => {
    expect(checks.get(id)).toMatchObject({ state, mend: expect.stringMatching(mend) })
  })

  it('exits 1', () => {
    expect(repository.ejc(['doctor', ...day]).exit).toBe(1)
  })
})

describe('ejc doctor', () => {
  it('--fix writes the schemas of this version, in a commit of exactly them', () => {
    const repository = createRepository()
    appendFileSync(join(repository.root, 'schemas/case.schema.json'), '\n')
    repository.git('commit', '--quiet', '--all', '-m', '旧版')
    expect(repository.ejc(['doctor', '--fix', ...day]).exit).toBe(0)
    expect(repository.git('show', '--name-only', '--format=%s')).toBe(
      '更新编辑器用的 schema\n\nschemas/case.schema.json\n',
    )
    expect(checksOf(repository).get('schemas')).toMatchObject({ state: 'ok' })
  })

  it('--fix switches the check before a commit on, lets hooks run, and puts lines of .gitattributes back', () => {
    const repository = createRepository()
    repository.replace('.gitattributes', '*.docx binary\n', '')
    chmodSync(join(repository.root, 'hooks/pre-commit'), 0o644)
    repository.git('commit', '--quiet', '--all', '-m', '改动')
    repository.git('config', '--unset', 'merge.ejc.driver')
    const fixed = repository.ejc(['doctor', '--fix', ...day])
    expect(fixed.exit, fixed.stdout).toBe(0)
    expect(fixed.stderr).toContain('已启用提交前检查')
    expect(repository.git('config', 'ejc.command')).toContain('bin/ejc.js')
    expect(repository.read('.gitattributes')).toMatch(/^\*\.docx binary$/m)
    const checks = checksOf(repository)
    for (const id of ['hooks', 'attributes']) expect(checks.get(id)).toMatchObject({ state: 'ok' })
    expect(repository.git('show', '--name-only', '--format=%s')).toBe(
      '补上 .gitattributes 的设置\n\n.gitattributes\n',
    )
  })

  it('--fix corrects what it can where a check fails, and never ends well with nothing corrected', () => {
    const repository = createRepository()
    appendFileSync(join(repository.root, 'schemas/case.schema.json'), '\n')
    repository.git('commit', '--quiet', '--all', '-m', '旧版')
    const fix = (words: string) =>
      repository.ejc(['doctor', '--fix', ...day], { process: true, env: failingGit(words, 'fail') })
    expect(fix('*status*--porcelain*').stderr).toContain('已更新 schemas/case.schema.json')
    repository.git('reset', '--quiet', '--hard', 'HEAD~1')
    expect(fix('*" commit "*--include*').exit).toBe(2)
    expect(repository.git('log', '-1', '--format=%s')).toBe('旧版\n')
  })

  it('tells an officer first what ejc does, and keeps words of git for whoever knows them', () => {
    const repository = createRepository()
    repository.write('cases/备注.txt', '')
    const mends = [...checksOf(repository).values()].flatMap(({ mend }) =>
      typeof mend === 'string' ? mend : [],
    )
    expect(mends.filter((mend) => /^(?:运行|用|请运行) ?git/.test(mend))).toEqual([])
    expect(mends).toContainEqual(expect.stringContaining('ejc doctor --fix'))
  })

  it('outside of a repository looks at the machine alone', () => {
    const call = ejcIn(temporaryFolder(), ['doctor'])
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('只检查了本机') })
  })

  it('tells an office in another province that the text is that of Guangxi, and how to make its own', () => {
    const repository = createRepository()
    expect(checksOf(repository).get('region')).toMatchObject({ state: 'ok' })
    repository.replace('ejc.yaml', '"450100"', '"530102"')
    expect(checksOf(repository).get('region')).toMatchObject({
      state: 'attention',
      message: expect.stringContaining('适用于 450000（广西壮族自治区），本库在 530102（云南省）'),
      mend: expect.stringContaining('--from guangxi-2025-draft --region 530000'),
    })
  })

  it('tells of a journal that cannot be read, which keeps every case from being read', () => {
    const repository = createRepository()
    mkdirSync(join(repository.root, '.git/ejc'), { recursive: true })
    writeFileSync(join(repository.root, '.git/ejc/journal.json'), '{')
    const state = { state: 'problem', mend: expect.stringContaining('journal.json') }
    expect(checksOf(repository).get('interrupted')).toMatchObject(state)
  })

  it('tells of an ejc.yaml that cannot be relied on, with its line', () => {
    const repository = createRepository()
    repository.write('ejc.yaml', 'schema: 1\nschema: 2\n')
    expect(checksOf(repository).get('repository')).toMatchObject({
      state: 'problem',
      message: expect.stringContaining('ejc.yaml:2'),
    })
  })

  it.each([
    ['20.19.0', 'ok'],
    ['24.1.0', 'ok'],
    ['20.18.3', 'problem'],
    ['18.20.0', 'problem'],
  ])('node %s: %s', (version, state) => {
    expect(nodeCheck(version).state).toBe(state)
  })

  it('takes the faces that stand in for those of the standard, and names those without any', () => {
    const has = (family: string) => ['黑体', 'FangSong', '宋体'].includes(family)
    const faces = facesAmong({ has, inPlaceOf: () => undefined })
    expect(faces.there).toEqual(['黑体', '宋体'])
    expect(faces.replaced).toEqual([
      ['仿宋_GB2312', 'FangSong'],
      ['方正小标宋简体', '宋体'],
    ])
    expect(faces.missing).toEqual(['楷体_GB2312'])
    expect(checkOfFaces(faces)).toMatchObject({
      state: 'attention',
      message: expect.stringContaining('没有 楷体_GB2312，也没有可以代替的字体'),
    })
  })

  it('names the font with Chinese letters that the system takes where there is none of the kind', () => {
    const inPlaceOf = (family: string) => (family === '黑体' ? 'Noto Sans CJK SC' : 'Noto Serif CJK SC')
    const faces = facesAmong({ has: (family) => family === '宋体', inPlaceOf })
    expect(faces.missing).toEqual([])
    const { state, message } = checkOfFaces(faces)
    expect(state).toBe('attention')
    expect(message).toContain('没有 仿宋_GB2312、楷体_GB2312，本机以 Noto Serif CJK SC 代替')
    expect(message).toContain('没有 黑体，本机以 Noto Sans CJK SC 代替')
    expect(message).not.toContain('没有可以代替')
  })

  it.runIf(chineseFont())('names what fontconfig takes for a font that is not installed', () => {
    expect(checksOf(createRepository()).get('fonts')?.message).not.toContain('没有可以代替的字体')
  })
})

/** Whether this machine has a font with Chinese letters, as fontconfig knows. */
function chineseFont(): boolean {
  return Boolean(spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout?.trim())
}
