import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { git } from '../../../repository/temporary.ts'
import { type CallOptions, ejcIn, temporaryFolder } from '../../../support/cli.ts'
import { type Failing, failingGit } from '../../../support/failing-git.ts'

const unit = ['--set', 'unit.name=南宁市生态环境局']

/** A folder, and `ejc init cases` in it. */
function place() {
  const folder = temporaryFolder()
  const root = join(folder, 'cases')
  const init = (options: CallOptions = {}, more: readonly string[] = unit) =>
    ejcIn(folder, ['init', 'cases', '--no-input', ...more], { process: true, ...options })
  const broken = (words: string, how: Failing) => init({ env: failingGit(words, how) })
  return { folder, root, init, broken }
}

const commits = (root: string): string => git(root, 'log', '--format=%s').trim()

describe('ejc init that was stopped', { timeout: 60_000 }, () => {
  it.each([
    ['before git is there', '*init*--quiet*', 'kill'],
    ['when git is there', '*init*--quiet*', 'kill-late'],
    ['before the commit', '*commit*--include*', 'kill'],
    ['after the commit', '*commit*--include*', 'kill-late'],
    ['before git is told how to merge', '*config*merge.ejc.driver*', 'kill'],
  ] as const)('%s is run again, and the library stands', (_, words, how) => {
    const { root, init, broken } = place()
    expect(broken(words, how).exit).toBe(null)
    const again = init()
    expect(again.exit).toBe(0)
    expect(again.stderr).toMatch(/在 \S+ 新建案件库|与已有的配置相同/)
    expect(commits(root)).toBe('新建案件库')
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'config', '--get', 'merge.ejc.driver')).toContain('merge-driver')
  })

  it('says that it finished what was begun, and asks for nothing again', () => {
    const { root, init, broken } = place()
    broken('*commit*--include*', 'kill')
    const again = init({}, [])
    expect(again).toMatchObject({ exit: 0 })
    expect(again.stderr).toContain('新建案件库时中断，现已续完')
    expect(again.stderr).toContain('下一步：ejc -C cases new')
    expect(commits(root)).toBe('新建案件库')
  })

  it('leaves the office where it was, when its new name holds no place', () => {
    const { root, init } = place()
    init()
    const settings = () => readFileSync(join(root, 'ejc.yaml'), 'utf8')
    const before = settings()
    expect(init({}, ['--set', 'unit.name=第一执法大队', '--yes']).exit).toBe(0)
    expect(settings()).toBe(before.replace('name: 南宁市生态环境局', 'name: 第一执法大队'))
  })

  it('says of a person corrected his name and post, each where it stands', () => {
    const { init } = place()
    const head = (post: string) => [
      '--set',
      'unit.representative.name=覃某',
      '--set',
      `unit.representative.post=${post}`,
    ]
    expect(init({}, [...unit, ...head('局长').slice(0, 2)]).exit).toBe(0)
    const again = init({}, [...unit, ...head('局长'), '--yes'])
    expect(again.stderr).toContain('职务：（无） → 局长')
    expect(again.stderr).not.toContain('承办单位负责人：（无） → 职务')
  })

  it('keeps what was recorded of a person when one value of his is given alone', () => {
    const { init, root } = place()
    const of = (...sets: string[]) => sets.flatMap((each) => ['--set', each])
    const agents = ['unit.agents.0.name=韩某', 'unit.agents.1.name=宁某']
    expect(init({}, [...unit, ...of('unit.representative.name=覃某', ...agents)]).exit).toBe(0)
    const later = of('unit.representative.post=局长', 'unit.agents.1.phone=0771-1234567')
    expect(init({}, [...later, '--yes'])).toMatchObject({ exit: 0 })
    const written = readFileSync(join(root, 'ejc.yaml'), 'utf8')
    expect(written).toMatch(/覃某/)
    expect(written).toMatch(/局长/)
    expect(written).toMatch(/韩某[\s\S]*宁某[\s\S]*0771-1234567/)
    expect(init({}, [...of('unit.representative.post='), '--yes'])).toMatchObject({ exit: 0 })
    expect(readFileSync(join(root, 'ejc.yaml'), 'utf8')).not.toMatch(/局长/)
  })

  it('names the option that gives what can’t be, and the section once', () => {
    const { init } = place()
    init()
    const wrong = init({}, ['--set', 'unit.representative.post=局长'])
    expect(wrong.exit).toBe(2)
    expect(wrong.stderr).toContain('--set unit.representative.post=局长：「承办单位负责人')
    expect(wrong.stderr.match(/承办单位/g)).toHaveLength(1)
  })

  it('takes other answers of the second call for a correction', () => {
    const { root, init, broken } = place()
    broken('*commit*--include*', 'kill')
    expect(init({}, [...unit, '--set', 'idPrefix=NNX']).stdout).toContain('已更正设置')
    expect(commits(root)).toBe('更正配置：案件编号前缀\n新建案件库')
  })
})

describe('ejc init whose git fails', { timeout: 60_000 }, () => {
  it.each([
    ['to make the repository', '*init*--quiet*', 'fail'],
    ['after it has made the repository', '*init*--quiet*', 'fail-late'],
    ['to commit', '*commit*--include*', 'fail'],
  ] as const)('%s leaves nothing, and is run again', (_, words, how) => {
    const { root, init, broken } = place()
    expect(broken(words, how).exit).toBe(2)
    expect(existsSync(root)).toBe(false)
    expect(init().exit).toBe(0)
    expect(commits(root)).toBe('新建案件库')
  })

  it('leaves what was in the folder', () => {
    const { root, broken } = place()
    mkdirSync(root)
    writeFileSync(join(root, '旧台账.txt'), '一')
    expect(broken('*commit*--include*', 'fail').exit).toBe(2)
    expect(existsSync(join(root, '旧台账.txt'))).toBe(true)
    expect(existsSync(join(root, '.git'))).toBe(false)
    expect(existsSync(join(root, 'ejc.yaml'))).toBe(false)
  })

  it('once the commit is made keeps it, and says what is lacking', () => {
    const { root, broken } = place()
    const failed = broken('*config*merge.ejc.driver*', 'fail')
    expect(failed.exit).toBe(2)
    expect(failed.stderr).toContain(`案件库已在 ${root}；还没有设好`)
    expect(failed.stderr).toContain('ejc doctor --fix')
    expect(commits(root)).toBe('新建案件库')
    expect(ejcIn(root, ['doctor', '--fix', '--no-input'], { process: true }).exit).toBeLessThan(2)
    expect(git(root, 'config', '--get', 'merge.ejc.driver')).toContain('merge-driver')
  })
})

describe('a case repository that git does not hold yet', { timeout: 60_000 }, () => {
  it('such as a folder that was copied without its git folder, is committed by ejc init', () => {
    const { root, init } = place()
    expect(init().exit).toBe(0)
    rmSync(join(root, '.git'), { recursive: true })
    expect(ejcIn(root, ['new', '--from', 'none.yaml']).exit).toBe(2)
    const again = init({}, [])
    expect(again).toMatchObject({ exit: 0 })
    expect(again.stderr).toMatch(/还没有提交过，现已提交 \d+ 个文件。[\s\S]*下一步：ejc -C cases new/)
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(git(root, 'config', '--get', 'merge.ejc.driver')).toContain('merge-driver')
    expect(init({}, []).stderr).toContain('已经是案件库')
  })

  it('is committed by the next call where the first was not to', () => {
    const { root, init } = place()
    expect(init({}, [...unit, '--no-commit']).exit).toBe(0)
    expect(init({}, [...unit, '--no-commit']).exit).toBe(0)
    expect(git(root, 'rev-list', '--all', '--count')).toBe('0\n')
    expect(init().exit).toBe(0)
    expect(git(root, 'ls-files', 'ejc.yaml')).toBe('ejc.yaml\n')
  })
})
