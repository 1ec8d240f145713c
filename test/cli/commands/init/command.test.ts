import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository, dataOf, ejcIn, temporaryFolder } from '../../../support/cli.ts'

const unit = ['--set', 'unit.name=南宁市生态环境局']

describe('ejc init', () => {
  it('makes a whole case repository from the name of the office alone, in one commit', () => {
    const folder = temporaryFolder()
    const made = ejcIn(folder, ['init', 'my-cases', '--no-input', ...unit])
    expect(made).toMatchObject({ exit: 0, stdout: '' })
    const config = readFileSync(join(folder, 'my-cases/ejc.yaml'), 'utf8')
    expect(config).toContain('# yaml-language-server: $schema=schemas/config.schema.json')
    expect(config).toMatch(
      /code: "450100"[\s\S]*name: 南宁市[\s\S]*idPrefix: NN[\s\S]*obligee: 南宁市人民政府/,
    )
    expect(readdirSync(join(folder, 'my-cases')).sort()).toEqual(
      [
        '.git',
        '.gitattributes',
        '.github',
        '.gitignore',
        '.gitlab-ci.yml',
        'calendar',
        'cases',
        'ci',
        'ejc.yaml',
      ]
        .concat(['hooks', 'projects', 'schemas', 'templates'])
        .sort(),
    )
    const clean = ejcIn(join(folder, 'my-cases'), ['lint'])
    expect(clean).toMatchObject({ exit: 0, stdout: '', stderr: '未发现问题。\n' })
  })

  it('commits exactly its files and leaves what else is staged alone', () => {
    const repository = createRepository()
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.git('log', '--format=%B')).toContain('Ejc-Action: init')
    expect(repository.git('branch', '--show-current')).toBe('main\n')
  })

  it('fills the lists of the law into the schemas for editors', () => {
    const repository = createRepository()
    const schema = repository.read('schemas/case.schema.json')
    expect(schema).toContain('"routine-supervision"')
    expect(schema).toContain('enumDescriptions')
  })

  it('writes the articles of the law into the descriptions for editors', () => {
    const schema = createRepository().read('schemas/agreements.schema.json')
    expect(schema).toContain('各方签署的日期；应在磋商会议后规定的期限内（第二十一条）。')
  })

  it('runs the check in the workflow files of GitHub and GitLab', () => {
    const repository = createRepository()
    expect(repository.read('.github/workflows/ejc.yml')).toContain('ejc lint')
    expect(repository.read('.gitlab-ci.yml')).toContain('ejc lint')
  })

  it('reads ejc.yaml from stdin, and --set wins over it', () => {
    const folder = temporaryFolder()
    const input = 'unit: { name: 柳州市水利局 }\nidPrefix: LZSL\n'
    const made = ejcIn(folder, ['init', '--from', '-', '--set', 'court=柳州铁路运输中级法院'], { input })
    expect(made.exit).toBe(0)
    const config = readFileSync(join(folder, 'ejc.yaml'), 'utf8')
    expect(config).toMatch(/name: 柳州市水利局/)
    expect(config).toMatch(/idPrefix: LZSL/)
    expect(config).toMatch(/court: 柳州铁路运输中级法院/)
  })

  it('names the missing name of the office and writes nothing, exit 2', () => {
    const folder = temporaryFolder()
    const refused = ejcIn(folder, ['init', 'x', '--no-input'])
    expect(refused).toMatchObject({ exit: 2, stdout: '' })
    expect(refused.stderr).toContain('unit.name')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it.each([
    [['--set', 'idPrefix=1n'], '案件编号前缀'],
    [['--set', 'level=village'], '案件库层级'],
    [['--set', 'colour=red'], 'colour'],
    [['--set', 'regulation=hunan'], 'hunan'],
    [['--set', 'remind.withinDays=soon'], 'withinDays'],
  ])('refuses %j with a clear message, exit 2', (wrong, named) => {
    const folder = temporaryFolder()
    const refused = ejcIn(folder, ['init', 'x', ...unit, ...wrong])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain(named)
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it('refuses a folder that is a case repository, or lies in one', () => {
    const repository = createRepository()
    expect(repository.ejc(['init'])).toMatchObject({ exit: 1 })
    expect(repository.ejc(['init']).stderr).toContain('--set')
    const inside = repository.ejc(['init', 'cases/inner', ...unit])
    expect(inside.exit).toBe(2)
    expect(inside.stderr).toContain('案件库')
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('run again corrects an answer, in a commit of its own, and leaves comments as they are', () => {
    const repository = createRepository()
    repository.write('ejc.yaml', `# 本局自用\n${repository.read('ejc.yaml')}`)
    repository.git('commit', '-qam', '注')
    const args = ['init', '--set', 'unit.kind=县级部门', '--set', 'court=某市中级人民法院']
    expect(repository.ejc([...args, '--dry-run']).stdout).toContain('kind: county-department')
    expect(repository.git('log', '-1', '--format=%s')).toBe('注\n')
    const corrected = repository.ejc(args)
    expect(corrected.exit).toBe(0)
    expect(corrected.stderr).toContain('承办单位类型：指定的职能部门 → 县级部门')
    expect(corrected.stdout).toContain('已更正设置')
    expect(repository.read('ejc.yaml')).toContain('# 本局自用')
    expect(repository.git('log', '-1', '--format=%s')).toMatch(/^更正配置：.*承办单位类型/)
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.ejc(['lint']).exit).toBe(0)
    expect(repository.ejc(args).stderr).toContain('没有要更正的')
  })

  it('never overwrites a file that is there', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, '.gitignore'), 'mine\n')
    const refused = ejcIn(folder, ['init', ...unit])
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('.gitignore')
    expect(readdirSync(folder)).toEqual(['.gitignore'])
  })

  it('leaves nothing behind when git does not know who commits', () => {
    const folder = temporaryFolder()
    const nobody = {
      GIT_AUTHOR_NAME: '',
      GIT_AUTHOR_EMAIL: '',
      GIT_COMMITTER_NAME: '',
      GIT_COMMITTER_EMAIL: '',
    }
    const refused = ejcIn(folder, ['init', 'x', ...unit], { env: nobody })
    expect(refused.exit).toBe(2)
    expect(refused.stderr).toContain('git config')
    expect(existsSync(join(folder, 'x'))).toBe(false)
  })

  it('joins the git repository around it', () => {
    const folder = temporaryFolder()
    ejcIn(folder, ['init', 'first', ...unit])
    mkdirSync(join(folder, 'outer'))
    const { root, git } = createRepository()
    expect(existsSync(join(root, '.git'))).toBe(true)
    expect(git('rev-list', '--count', 'HEAD')).toBe('1\n')
  })

  it('with --dry-run shows what it would write and writes nothing; with --no-commit commits nothing', () => {
    const folder = temporaryFolder()
    const preview = ejcIn(folder, ['init', 'x', ...unit, '--dry-run', '--json'])
    expect(dataOf(preview, 'written')).toMatchObject({ action: 'init', commit: null, dryRun: true })
    expect(existsSync(join(folder, 'x'))).toBe(false)
    const uncommitted = ejcIn(folder, ['init', 'y', ...unit, '--no-commit', '--json'])
    expect(dataOf(uncommitted, 'written')).toMatchObject({ commit: null, dryRun: false })
    expect(existsSync(join(folder, 'y/ejc.yaml'))).toBe(true)
  })
})
