import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import {
  createRepository,
  dataOf,
  listOf,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { hasTmux, openOfficerTerminal } from '../../terminal/officer.ts'

const id = 'NN-2026-0001'
const list = `cases/${id}/evidence.yaml`
const day = ['--today', '2026-11-24']

interface Entry {
  id: string
  title: string
  file?: string
  outside?: string
  sha256?: string
  [key: string]: unknown
}

const entriesOf = (repository: TestRepository): Entry[] => parse(repository.read(list)).evidence
const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

function committed(): TestRepository {
  const repository = createRepository('example-case')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return path
}

const add = (repository: TestRepository, ...args: string[]) =>
  repository.ejc(['evidence', 'add', id, ...args, ...day])

const findings = (repository: TestRepository, rule: string, env = {}) =>
  listOf(repository.ejc(['lint', id, '--rule', rule, '--json', ...day], { env }), 'lint')

describe('ejc evidence add', () => {
  const repository = committed()
  const before = entriesOf(repository).length

  it('writes no kind that nobody was asked about', () => {
    const { exit, stdout } = add(repository, file('许可证.pdf', '丙'), '--set', 'source=某局', '--dry-run')
    expect(exit).toBe(0)
    expect(stdout).toContain('许可证')
    expect(stdout).not.toContain('kind')
  })

  it('copies files in, hashes and lists them in one commit, what was said of all with each', () => {
    const [one, two] = [file('现场 照片.jpg', '甲'), file('笔录?.pdf', '乙')]
    const { exit, stdout } = add(repository, one, two, '--set', 'source=南宁市', '--set', 'kind=audiovisual')
    expect(exit).toBe(0)
    const [first, second] = entriesOf(repository).slice(before)
    expect(first).toMatchObject({ title: '现场 照片', sha256: sha256('甲'), source: '南宁市' })
    expect(second).toMatchObject({ title: '笔录?', sha256: sha256('乙'), kind: 'audiovisual' })
    expect(first?.file).toBe(`attachments/${first?.id}-现场 照片.jpg`)
    expect(second?.file).toBe(`attachments/${second?.id}-笔录_.pdf`)
    expect(repository.read(`cases/${id}/${second?.file}`)).toBe('乙')
    expect(stdout).toContain(`${first?.id} 现场 照片：${first?.file}`)
    expect(repository.git('status', '--porcelain')).toBe('')
    const changed = repository.git('show', '--name-only', '-z', '--format=').split('\0').filter(Boolean)
    expect(changed).toHaveLength(3)
    expect(repository.git('log', '-1', '--format=%(trailers:only)')).toContain('Ejc-Action: add-evidence')
    expect(findings(repository, 'evidence/hash').filter(({ code }) => code === first?.id)).toEqual([])
  })

  it('is taken back by undo, files and all', () => {
    const listed = entriesOf(repository).at(-1)
    expect(repository.ejc(['undo', id, ...day])).toMatchObject({ exit: 0 })
    expect(entriesOf(repository)).toHaveLength(before)
    expect(existsSync(join(repository.root, `cases/${id}/${listed?.file}`))).toBe(false)
    repository.ejc(['undo', id, ...day])
    expect(entriesOf(repository)).toHaveLength(before + 2)
  })

  it('says of the same content that it is listed, and writes nothing', () => {
    const head = repository.git('rev-parse', 'HEAD')
    const { exit, stderr } = add(repository, file('另一个名字.jpg', '甲'))
    expect({ exit, head: repository.git('rev-parse', 'HEAD') }).toEqual({ exit: 0, head })
    expect(stderr).toMatch(/“另一个名字.jpg”已在证据清单中（E\d+）/)
  })

  it('gives other content under the same name a name of its own', () => {
    add(repository, file('现场 照片.jpg', '丙'), '--set', 'title=补拍')
    const last = entriesOf(repository).at(-1)
    expect(last).toMatchObject({ title: '补拍', file: `attachments/${last?.id}-现场 照片.jpg` })
  })

  it('with --dry-run shows the list as it would be, and writes nothing', () => {
    const call = add(repository, file('试.jpg', '丁'), '--dry-run')
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('title: 试') })
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('with --json names every file written', () => {
    const data = dataOf(add(repository, file('五.jpg', '戊'), '--json'), 'written')
    expect(data).toMatchObject({ action: 'add-evidence', files: [list, expect.stringMatching(/五\.jpg$/)] })
  })

  it('takes a file that lies in attachments/ where it lies', () => {
    repository.write(`cases/${id}/attachments/手工放入.pdf`, '己')
    expect(findings(repository, 'evidence/unlisted-file')).toHaveLength(1)
    add(repository, join(repository.root, `cases/${id}/attachments/手工放入.pdf`))
    expect(entriesOf(repository).at(-1)).toMatchObject({ file: 'attachments/手工放入.pdf' })
    expect(findings(repository, 'evidence/unlisted-file')).toEqual([])
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('puts a listed file back that the folder had lost', () => {
    const lost = entriesOf(repository).at(-1)
    const path = `cases/${id}/${lost?.file}`
    rmSync(join(repository.root, path))
    const call = add(repository, file('备份.pdf', '己'))
    expect(call.stdout).toContain(`已补回 ${path}`)
    expect(repository.read(path)).toBe('己')
  })

  it('gives an entry written by hand the SHA-256 that it lacks', () => {
    const path = 'attachments/补录.pdf'
    repository.write(`cases/${id}/${path}`, '庚')
    appendFileSync(join(repository.root, list), `  - id: E90\n    title: 补录\n    file: ${path}\n`)
    repository.git('commit', '--quiet', '--all', '-m', '手工登记')
    expect(add(repository, join(repository.root, `cases/${id}/${path}`)).exit).toBe(0)
    expect(entriesOf(repository).at(-1)).toEqual({
      id: 'E90',
      title: '补录',
      file: path,
      sha256: sha256('庚'),
    })
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it.each([
    ['a file that is not there', () => ['没有.jpg'], /没有文件“没有.jpg”/],
    ['an empty folder', () => [temporaryFolder()], /没有可以登记的文件/],
    ['a folder beside a file', () => [temporaryFolder(), file('乙.pdf', '乙')], /是文件夹/],
    ['an empty file', () => [file('空.jpg', '')], /是空文件/],
    ['no file', () => [], /缺少参数/],
    [
      'one name for several files',
      () => [file('a.jpg', '1a'), file('b.jpg', '2b'), '--set', 'title=照片'],
      /名称取自文件名/,
    ],
    [
      'a SHA-256 that somebody gives',
      () => [file('a.jpg', '3c'), '--set', `sha256=${'a'.repeat(64)}`],
      /sha256/,
    ],
  ])('%s is refused, exit 2, and nothing is written', (_, args, says) => {
    const state = repository.git('rev-parse', 'HEAD') + repository.git('status', '--porcelain')
    const call = add(repository, ...args())
    expect(call.stderr).toMatch(says)
    expect(call.exit).toBe(2)
    expect(repository.git('rev-parse', 'HEAD') + repository.git('status', '--porcelain')).toBe(state)
  })
})

describe('evidence above the size that the office sets', () => {
  const repository = committed()
  const outside = join(repository.root, '../外存')
  const film = Buffer.alloc(1024 * 1024 + 1, 7)
  const name = file('航拍.mp4', film)
  appendFileSync(join(repository.root, 'ejc.yaml'), '\nevidence:\n  outside: ../外存\n  overMegabytes: 1\n')
  repository.git('commit', '--quiet', '--all', '-m', '外存')
  let path = ''

  it('is refused where this machine lacks the folder, saying what to do', () => {
    const call = add(repository, name)
    expect(call).toMatchObject({ exit: 2, stderr: expect.stringContaining('EJC_EVIDENCE') })
    expect(existsSync(outside)).toBe(false)
  })

  it('goes to the folder outside; the repository holds its path and SHA-256', () => {
    mkdirSync(outside)
    expect(add(repository, name)).toMatchObject({ exit: 0 })
    const entry = entriesOf(repository).at(-1)
    path = entry?.outside ?? ''
    expect(entry).toMatchObject({ outside: `${id}/${entry?.id}-航拍.mp4`, sha256: sha256(film) })
    expect(entry).not.toHaveProperty('file')
    expect(readFileSync(join(outside, path)).equals(film)).toBe(true)
    const changed = repository.git('show', '--name-only', '-z', '--format=').split('\0').filter(Boolean)
    expect(changed).toEqual([list])
    expect(findings(repository, 'evidence/missing-file')).toHaveLength(
      findings(committed(), 'evidence/missing-file').length,
    )
  })

  it('leaves nothing outside when the commit is refused', () => {
    const hook = join(repository.root, '.git/hooks/pre-commit')
    writeFileSync(hook, '#!/bin/sh\nexit 1\n', { mode: 0o755 })
    const before = readdirSync(join(outside, id))
    expect(add(repository, file('再拍.mp4', Buffer.alloc(film.length, 8))).exit).toBe(2)
    expect(readdirSync(join(outside, id))).toEqual(before)
    rmSync(hook)
  })

  it('is a notice, not an error, on a machine without the folder', () => {
    const found = findings(repository, 'evidence/missing-file', { EJC_EVIDENCE: '/不存在' })
    expect(found.filter(({ severity }) => severity === 'notice')).toMatchObject([
      { path: expect.stringMatching(/outside$/) },
    ])
  })

  it('goes into the archive', () => {
    const target = join(temporaryFolder(), '案卷')
    const call = repository.ejc(['archive', id, '--working', '--no-pdf', '--out', target, ...day])
    expect(call).toMatchObject({ exit: 0 })
    const { data } = JSON.parse(readFileSync(join(target, '元数据/contents.json'), 'utf8'))
    const kept = data.materials.find(({ title }: { title: string }) => title.includes('航拍'))
    expect(readFileSync(join(target, kept.files[0].file)).equals(film)).toBe(true)
    expect(repository.ejc(['archive', 'verify', target]).exit).toBe(0)
  })

  it('that was changed is an error, and no archive is made of it', () => {
    appendFileSync(join(outside, path), 'x')
    expect(findings(repository, 'evidence/hash')).toContainEqual(
      expect.objectContaining({ severity: 'error' }),
    )
    const target = join(temporaryFolder(), '案卷')
    const call = repository.ejc(['archive', id, '--working', '--no-pdf', '--out', target, ...day])
    expect(call).toMatchObject({ exit: 2, stderr: expect.stringContaining('校验值') })
    expect(existsSync(target)).toBe(false)
  })

  it('that is gone is an error', () => {
    rmSync(join(outside, path))
    expect(findings(repository, 'evidence/missing-file')).toContainEqual(
      expect.objectContaining({ severity: 'error', path: expect.stringMatching(/outside$/) }),
    )
  })
})

describe.skipIf(!hasTmux())('in a terminal', () => {
  it('the name of the file is proposed, the list shown, and nothing left of what was not confirmed', async () => {
    const repository = committed()
    const before = entriesOf(repository).length
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`evidence add ${id} ${file('勘查笔录.pdf', '辛')} --today 2026-11-24`)
      await office.answers('证据名称')
      await office.chooses('证据种类', '勘验笔录')
      await office.answers('证据来源', '南宁市生态环境局')
      await office.answers('取得日期')
      await office.answers('取证人员')
      await office.answers('证明内容')
      await office.chooses('写入并提交吗？', '不写入')
      expect(await office.exits()).toBe(130)
      expect(office.screen()).toContain('已保留')
      expect(entriesOf(repository)).toHaveLength(before)
      expect(repository.git('status', '--porcelain')).toBe('')
    } finally {
      office.close()
    }
  })
})
