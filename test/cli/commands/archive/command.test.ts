import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { onCommitted, portableNames, writeArchive } from '../../../../src/repository/archive.ts'
import { createRepository, ejcIn, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const attachments = `cases/${id}/attachments`

function commitAll(repository: TestRepository): void {
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
}

/** A case with evidence, one of it under a name that Windows does not allow, and its papers, all committed. */
function committedCase(): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  mkdirSync(join(repository.root, attachments))
  repository.write(`${attachments}/E1-现场勘查笔录.pdf`, 'record')
  repository.write(`${attachments}/照片:甲?.jpg`, 'photo')
  commitAll(repository)
  repository.ejc(['render', id, '--all', ...day])
  return repository
}

const prepared = committedCase()

describe('ejc archive CASE (第三十八条)', () => {
  const volume = join(dirname(prepared.root), `${id}-案卷`)
  const made = prepared.ejc(['archive', id, ...day])
  const read = (file: string) => readFileSync(join(volume, file), 'utf8')
  const contents = () => JSON.parse(read('contents.json')).data
  const titles = () => contents().materials.map(({ title }: { title: string }) => title)

  it('makes one folder of the case beside the repository, which stays as it was', () => {
    expect(made).toMatchObject({ exit: 0, stdout: expect.stringContaining(`已立卷 ${volume}`) })
    expect(readdirSync(volume).sort()).toEqual(
      ['manifest.sha256', 'contents.json', '卷内目录.txt', '材料', '经过.txt'].sort(),
    )
    expect(prepared.git('status', '--porcelain')).toBe('')
    expect(readdirSync(dirname(volume)).filter((name) => name.includes('ejc-tmp'))).toEqual([])
  })

  it('copies every committed file of the case byte for byte', () => {
    for (const { file } of contents().materials) {
      if (file.includes('照片')) continue
      const source = join(prepared.root, 'cases', id, file.replace('材料/', ''))
      expect(readFileSync(join(volume, file)).equals(readFileSync(source))).toBe(true)
    }
    const committed = prepared.git('ls-tree', '-r', '--name-only', 'HEAD', `cases/${id}/`).trim().split('\n')
    expect(contents().materials).toHaveLength(committed.length)
  })

  it('numbers the materials in the order of the procedure', () => {
    const all: string[] = titles()
    const order = [
      '案件基本情况（案件记录）',
      '索赔启动登记表',
      '生态环境损害调查情况登记表',
      'E1 现场勘查笔录',
      '鉴定评估（案件记录）',
      '生态环境损害赔偿磋商告知书（第1轮 韦某）',
      '生态环境损害赔偿协议（协议 G1）',
      '司法确认申请书（协议 G1）',
      '修复与效果评估（案件记录）',
    ].map((title) => all.indexOf(title))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(contents().materials.map(({ number }: { number: number }) => number)).toEqual(
      all.map((_, index) => index + 1),
    )
  })

  it('dates papers and evidence by the facts', () => {
    const dates = new Map(
      contents().materials.map(({ title, date }: { title: string; date: string }) => [title, date]),
    )
    expect(dates.get('索赔启动登记表')).toBe('2026-02-25')
    expect(dates.get('生态环境损害赔偿协议（协议 G1）')).toBe('2026-09-28')
    expect(dates.get('E1 现场勘查笔录')).toBe('2026-02-12')
  })

  it('writes the same list for people, and names the evidence that has no file', () => {
    const text = read('卷内目录.txt')
    for (const title of titles()) expect(text).toContain(title)
    expect(text).toMatch(/未入卷的证据[\s\S]*E2 检测报告/)
    expect(made.stderr).toContain('E2 检测报告')
  })

  it('names files as Windows allows, keeping the true name as the title', () => {
    const photo = contents().materials.find(({ title }: { title: string }) =>
      title.startsWith('照片:甲?.jpg'),
    )
    expect(photo.file).toBe('材料/attachments/照片_甲_.jpg')
    expect(read(photo.file)).toBe('photo')
  })

  it('tells the course of the case by its facts and by its commits, the earliest first', () => {
    expect(read('经过.txt')).toMatch(
      /2026-02-25 +启动索赔[\s\S]*二、记录经过[\s\S]*直接修改：放入案件[\s\S]*生成文书：/,
    )
  })

  it('writes a manifest that sha256sum accepts, sorted, with every file but itself', () => {
    const check = spawnSync('sh', ['-c', 'sha256sum --check --strict --quiet manifest.sha256'], {
      cwd: volume,
    })
    expect(check.status).toBe(0)
    const paths = read('manifest.sha256')
      .trimEnd()
      .split('\n')
      .map((line) => Buffer.from(line.slice(66)))
    expect(paths).toEqual(paths.toSorted(Buffer.compare))
    expect(paths).toHaveLength(contents().materials.length + 3)
    expect(read('manifest.sha256')).not.toContain('\r')
  })

  it('refuses a folder that is there, exit 2, and leaves it alone', () => {
    const before = read('manifest.sha256')
    expect(prepared.ejc(['archive', id])).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('已经存在'),
    })
    expect(read('manifest.sha256')).toBe(before)
  })

  it('makes the same bytes again from the same commit', () => {
    const again = join(temporaryFolder(), 'again')
    expect(prepared.ejc(['archive', id, '--out', again, ...day]).exit).toBe(0)
    expect(readFileSync(join(again, 'manifest.sha256'), 'utf8')).toBe(read('manifest.sha256'))
  })

  it('says as JSON what it holds; with --dry-run writes nothing', () => {
    const out = join(temporaryFolder(), 'dry')
    const { kind, data } = JSON.parse(
      prepared.ejc(['archive', id, '--out', out, '--dry-run', '--json', ...day]).stdout,
    )
    expect(kind).toBe('archive')
    expect(data).toMatchObject({ case: id, folder: out, dryRun: true, manifest: null, absent: ['E2'] })
    expect(data.materials).toEqual(contents().materials)
    expect(prepared.ejc(['archive', id, '--out', out, '--dry-run']).stdout).toContain('卷内目录')
    expect(existsSync(out)).toBe(false)
  })
})

describe('an archive that cannot be relied on is not made', () => {
  const out = () => join(temporaryFolder(), 'volume')
  const refuse = (repository: TestRepository, says: RegExp, exit = 2, folder = out()) => {
    const call = repository.ejc(['archive', id, '--out', folder])
    expect(call).toMatchObject({ exit, stdout: '' })
    expect(call.stderr).toMatch(says)
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(dirname(folder)).filter((name) => name.includes('ejc-tmp'))).toEqual([])
  }

  it('from a case that was never committed', () => {
    refuse(createRepository('example-case'), /还没有提交[\s\S]*case\.yaml/)
  })

  it.each([
    ['changed', (at: string) => writeFileSync(`${at}/attachments/E1-现场勘查笔录.pdf`, 'other')],
    ['new', (at: string) => writeFileSync(`${at}/attachments/E3.pdf`, 'new')],
    ['removed', (at: string) => rmSync(`${at}/payments.yaml`)],
  ])('from a case with a file that is %s and not committed; another case does not matter', (_, change) => {
    const repository = committedCase()
    repository.replace('cases/NN-2025-0003/case.yaml', 'title: ', 'title: 新')
    expect(repository.ejc(['archive', id, '--out', out()]).exit).toBe(0)
    change(join(repository.root, 'cases', id))
    refuse(repository, /还没有提交/)
  })

  it('from evidence that is not what its SHA-256 says, exit 1 with the article', () => {
    const repository = committedCase()
    repository.replace(`cases/${id}/evidence.yaml`, 'sha256: ""', `sha256: "${'0'.repeat(64)}"`)
    commitAll(repository)
    refuse(repository, /校验值不符[\s\S]*第三十八条[\s\S]*E1 现场勘查笔录/, 1)
  })

  it('from a symbolic link', () => {
    const repository = committedCase()
    symlinkSync('/etc/hostname', join(repository.root, attachments, 'link.txt'))
    commitAll(repository)
    refuse(repository, /link\.txt/)
  })

  it('into the case repository, where it would be committed, not even by a link', () => {
    refuse(prepared, /在案件库内/, 2, join(prepared.root, 'volume'))
    const link = join(temporaryFolder(), 'link')
    symlinkSync(prepared.root, link)
    refuse(prepared, /在案件库内/, 2, join(link, 'volume'))
  })

  it('of a case that is not there, or of two words', () => {
    expect(prepared.ejc(['archive', 'NN-2026-0099']).exit).toBe(2)
    expect(prepared.ejc(['archive', id, 'x'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('--out x'),
    })
  })
})

it('a file that holds several pieces of evidence goes in once, under all their names', () => {
  const repository = committedCase()
  repository.replace(`cases/${id}/evidence.yaml`, 'E2-检测报告.pdf', 'E1-现场勘查笔录.pdf')
  commitAll(repository)
  const volume = join(temporaryFolder(), 'volume')
  const { data } = JSON.parse(repository.ejc(['archive', id, '--out', volume, '--json', ...day]).stdout)
  const titles = data.materials.map(({ title }: { title: string }) => title)
  expect(titles.filter((title: string) => title.includes('E1'))).toEqual(['E1 现场勘查笔录；E2 检测报告'])
  expect(repository.ejc(['archive', 'verify', volume]).exit).toBe(0)
})

it('a case repository in a folder of a larger git repository is archived as well', () => {
  const home = temporaryFolder()
  const repository = createRepository('example-case')
  cpSync(repository.root, join(home, 'office/cases'), { recursive: true })
  renameSync(join(home, 'office/cases/.git'), join(home, 'office/.git'))
  const inner = join(home, 'office/cases')
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=覃某', '-c', 'user.email=q@example.invalid', ...args], { cwd: inner })
  git('add', '--all')
  git('commit', '--quiet', '-m', '搬家')
  expect(ejcIn(inner, ['archive', id, ...day])).toMatchObject({ exit: 0 })
  expect(existsSync(join(home, `${id}-案卷/材料/case.yaml`))).toBe(true)
  expect(readFileSync(join(home, `${id}-案卷/经过.txt`), 'utf8')).toContain('搬家')
})

describe('ejc archive verify DIR (第三十八条)', () => {
  let volume: string
  const verify = (...args: string[]) => ejcIn(dirname(volume), ['archive', 'verify', volume, ...args])
  beforeEach(() => {
    volume = join(temporaryFolder(), 'volume')
    prepared.ejc(['archive', id, '--out', volume, ...day])
  })

  it('is content with an archive as it was made, outside any case repository', () => {
    expect(verify()).toMatchObject({ exit: 0, stdout: expect.stringContaining('与清单一致') })
    expect(ejcIn(volume, ['archive', 'verify', '.']).exit).toBe(0)
  })

  it('counts the files as the archive did when it was made', () => {
    const again = join(temporaryFolder(), 'again')
    const made = prepared.ejc(['archive', id, '--out', again, ...day]).stdout
    const counted = /清单所列文件 \d+ 个/.exec(made)?.[0]
    expect(counted).toBeDefined()
    expect(verify().stdout).toContain(counted)
  })

  it('names every file that is missing, changed or too many, exit 1', () => {
    rmSync(join(volume, '经过.txt'))
    writeFileSync(join(volume, '材料/case.yaml'), 'id: x\n')
    writeFileSync(join(volume, '材料/attachments/补充.pdf'), 'x')
    const { exit, lines } = verify()
    expect(exit).toBe(1)
    expect(lines).toEqual(['缺少  经过.txt', '已改动  材料/case.yaml', '多出  材料/attachments/补充.pdf'])
    expect(JSON.parse(verify('--json').stdout)).toMatchObject({
      kind: 'archive-verify',
      data: {
        intact: false,
        missing: ['经过.txt'],
        changed: ['材料/case.yaml'],
        extra: ['材料/attachments/补充.pdf'],
      },
    })
  })

  it('takes a link in the place of a file for a change, whatever it leads to', () => {
    const file = join(volume, '材料/case.yaml')
    renameSync(file, join(dirname(volume), 'case.yaml'))
    symlinkSync(join(dirname(volume), 'case.yaml'), file)
    expect(verify()).toMatchObject({ exit: 1, stdout: '已改动  材料/case.yaml\n' })
  })

  it.each([
    ['leads out of the archive', `${'0'.repeat(64)}  ../secret`],
    ['names no SHA-256', '材料/case.yaml'],
  ])('takes no line of the manifest that %s', (_, line) => {
    const manifest = join(volume, 'manifest.sha256')
    writeFileSync(manifest, `${line}\n${readFileSync(manifest, 'utf8')}`)
    expect(verify()).toMatchObject({ exit: 1, stdout: '清单有误  manifest.sha256 第 1 行\n' })
  })

  it('of a folder without manifest, or without folder, cannot run: exit 2', () => {
    rmSync(join(volume, 'manifest.sha256'))
    expect(verify()).toMatchObject({ exit: 2, stderr: expect.stringContaining('manifest.sha256') })
    expect(ejcIn(volume, ['archive', 'verify']).exit).toBe(2)
  })
})

describe('what happens while an archive is made', () => {
  it('a change of the case meanwhile leaves nothing behind', async () => {
    const repository = committedCase()
    const folder = temporaryFolder()
    const items = [{ path: '材料/case.yaml', source: `cases/${id}/case.yaml` }]
    const making = onCommitted(repository.root, id, (_, confirm) => {
      repository.replace(`cases/${id}/case.yaml`, 'title: ', 'title: 新')
      return writeArchive(repository.root, join(folder, 'volume'), items, confirm)
    })
    await expect(making).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('names that Windows takes for the same are told apart, and none is reserved there', () => {
    const paths = ['a/图.JPG', 'a/图.jpg', 'a/图:.jpg', 'a/con.txt', 'a/末尾.', 'b']
    expect([...portableNames(paths).values()]).toEqual([
      'a/图.JPG',
      'a/图-2.jpg',
      'a/图_.jpg',
      'a/_con.txt',
      'a/末尾',
      'b',
    ])
  })
})
