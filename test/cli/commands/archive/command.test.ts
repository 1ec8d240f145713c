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
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { onCommitted, portableNames, writeArchive } from '../../../../src/repository/archive.ts'
import { createRepository, ejcIn, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
/** A working copy without PDFs, which would take LibreOffice seconds for each. */
const quick = ['--working', '--no-pdf']
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

/** What a Word file says, its cells apart. */
function wordText(path: string): string {
  const xml = strFromU8(
    unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml'] ?? new Uint8Array(),
  )
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')
}

const prepared = committedCase()

describe('ejc archive CASE (第三十八条)', () => {
  const volume = join(dirname(prepared.root), `${id}-工作卷`)
  const made = prepared.ejc(['archive', id, ...quick, ...day])
  const read = (file: string) => readFileSync(join(volume, file), 'utf8')
  const contents = () => JSON.parse(read('元数据/contents.json')).data
  const titles = () => contents().materials.map(({ title }: { title: string }) => title)

  it('makes one folder of the case beside the repository, which stays as it was', () => {
    expect(made).toMatchObject({ exit: 0, stdout: expect.stringContaining(`已立工作卷 ${volume}`) })
    expect(readdirSync(volume).sort()).toEqual(
      ['01-封面.docx', '02-卷内文件目录.docx', '03-卷内备考表.docx', '元数据', '材料'].sort(),
    )
    expect(prepared.git('status', '--porcelain')).toBe('')
    expect(readdirSync(dirname(volume)).filter((name) => name.includes('ejc-tmp'))).toEqual([])
  })

  it('copies every committed file of the case byte for byte, its data apart from its papers', () => {
    const copied = new Map<string, string>()
    for (const { files } of contents().materials)
      for (const { file, source } of files) if (source !== null) copied.set(source, file)
    for (const name of readdirSync(join(volume, '元数据/案件数据')))
      copied.set(name, `元数据/案件数据/${name}`)
    for (const [source, file] of copied)
      expect(
        readFileSync(join(volume, file)).equals(readFileSync(join(prepared.root, 'cases', id, source))),
      ).toBe(true)
    const committed = prepared.git(
      '-c',
      'core.quotePath=false',
      'ls-tree',
      '-r',
      '--name-only',
      'HEAD',
      `cases/${id}/`,
    )
    expect([...copied.keys()].sort()).toEqual(
      committed
        .trim()
        .split('\n')
        .map((path) => path.slice(`cases/${id}/`.length))
        .sort(),
    )
  })

  it('numbers the documents in the order of the procedure, one number for a document with its copies', () => {
    const all: string[] = titles()
    const order = [
      '索赔启动登记表',
      '生态环境损害调查情况登记表',
      '现场勘查笔录',
      '生态环境损害赔偿磋商告知书（第1轮 韦某）',
      '生态环境损害赔偿协议（某化工有限公司、韦某）',
      '司法确认申请书（某化工有限公司、韦某）',
      '案件记录（案件库导出）',
    ].map((title) => all.indexOf(title))
    expect(order).not.toContain(-1)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    expect(contents().materials.map(({ number }: { number: number }) => number)).toEqual(
      all.map((_, index) => index + 1),
    )
    for (const { number, files } of contents().materials)
      for (const { file } of files)
        expect(file).toMatch(new RegExp(`^材料/${String(number).padStart(3, '0')}-`))
  })

  it('says of each who made it, under what number', () => {
    const of = (title: string) => contents().materials.find((each: { title: string }) => each.title === title)
    expect(of('索赔启动登记表')).toMatchObject({
      documentNumber: '南环损启〔2026〕1号',
      responsible: '南宁市生态环境局',
    })
    expect(of('生态环境损害赔偿协议（某化工有限公司、韦某）')).toMatchObject({
      documentNumber: null,
      responsible: '南宁市生态环境局、某化工有限公司、韦某',
    })
  })

  it('dates papers and evidence by the facts', () => {
    const dates = new Map(
      contents().materials.map(({ title, date }: { title: string; date: string }) => [title, date]),
    )
    expect(dates.get('索赔启动登记表')).toBe('2026-02-25')
    expect(dates.get('生态环境损害赔偿协议（某化工有限公司、韦某）')).toBe('2026-09-28')
    expect(dates.get('现场勘查笔录')).toBe('2026-02-12')
  })

  it('writes the same list for people, and names the evidence that has no file', () => {
    const text = wordText(join(volume, '02-卷内文件目录.docx'))
    for (const title of titles()) expect(text).toContain(title)
    for (const head of ['顺序号', '文号', '责任者', '题名', '日期', '页号', '备注'])
      expect(text).toContain(head)
    expect(text).not.toMatch(/\b[EGAR]\d\b/)
    const notes = wordText(join(volume, '03-卷内备考表.docx'))
    expect(notes).toContain('没有电子文件，未入卷：检测报告')
    expect(notes).toMatch(/本卷为工作卷，尚未归档[\s\S]*案件还没有结案/)
    expect(made.stderr).toContain('E2 检测报告')
  })

  it('invents no number: what the office has not settled stays empty on the cover', () => {
    const cover = wordText(join(volume, '01-封面.docx'))
    for (const label of ['全宗名称', '全 宗 号', '档　　号', '年　　度', '保管期限', '密　　级'])
      expect(cover).toContain(label)
    expect(cover).toContain('工作卷（尚未归档）')
    expect(cover).not.toMatch(/永久|30年|2026年度/)
  })

  it('names files as Windows allows, keeping the true name as the title', () => {
    const photo = contents().materials.find(({ title }: { title: string }) =>
      title.startsWith('照片:甲?.jpg'),
    )
    const [{ file }] = photo.files
    expect(file).toMatch(/^材料\/\d{3}-照片_甲_\.jpg$/)
    expect(read(file)).toBe('photo')
  })

  it('tells the case in plain words in place of its data, and its history', () => {
    const last = contents().materials.at(-1).files[0].file
    const text = wordText(join(volume, last))
    expect(text).toMatch(/2026年2月25日\s*启动索赔/)
    for (const said of ['某化工有限公司', '赔偿义务人：韦某', '启动文号', '南环损启〔2026〕1号', '放入案件'])
      expect(text).toContain(said)
    expect(text).not.toMatch(/initiatedOn|handlingUnit|sha256|schema/)
    expect(read('元数据/记录经过.txt')).toMatch(/直接修改：放入案件[\s\S]*生成文书：/)
  })

  it('writes a manifest that sha256sum accepts, sorted, with every file but itself', () => {
    const check = spawnSync('sh', ['-c', 'sha256sum --check --strict --quiet 元数据/manifest.sha256'], {
      cwd: volume,
    })
    expect(check.status).toBe(0)
    const paths = read('元数据/manifest.sha256')
      .trimEnd()
      .split('\n')
      .map((line) => Buffer.from(line.slice(66)))
    expect(paths).toEqual(paths.toSorted(Buffer.compare))
    const beside = paths.filter((path) => !path.toString().startsWith('材料/'))
    const files = contents().materials.flatMap((each: { files: unknown[] }) => each.files)
    expect(paths).toHaveLength(files.length + beside.length)
    expect(read('元数据/manifest.sha256')).not.toContain('\r')
  })

  it('refuses a folder that is there, exit 2, and leaves it alone', () => {
    const before = read('元数据/manifest.sha256')
    expect(prepared.ejc(['archive', id, ...quick])).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: expect.stringContaining('已经存在'),
    })
    expect(read('元数据/manifest.sha256')).toBe(before)
  })

  it('makes the same bytes again from the same commit, but for PDFs, which LibreOffice dates by the second', () => {
    const again = join(temporaryFolder(), 'again')
    expect(prepared.ejc(['archive', id, ...quick, '--out', again, ...day]).exit).toBe(0)
    expect(readFileSync(join(again, '元数据/manifest.sha256'), 'utf8')).toBe(read('元数据/manifest.sha256'))
  })

  it('says as JSON what it holds; with --dry-run writes nothing', () => {
    const out = join(temporaryFolder(), 'dry')
    const { kind, data } = JSON.parse(
      prepared.ejc(['archive', id, ...quick, '--out', out, '--dry-run', '--json', ...day]).stdout,
    )
    expect(kind).toBe('archive')
    expect(data).toMatchObject({ case: id, folder: out, dryRun: true, manifest: null, absent: ['E2'] })
    expect(data.materials.map(({ title }: { title: string }) => title)).toEqual(titles())
    expect(prepared.ejc(['archive', id, ...quick, '--out', out, '--dry-run']).stdout).toContain(
      '卷内文件目录',
    )
    expect(existsSync(out)).toBe(false)
  })
})

describe('an archive that cannot be relied on is not made', () => {
  const out = () => join(temporaryFolder(), 'volume')
  const refuse = (repository: TestRepository, says: RegExp, exit = 2, folder = out()) => {
    const call = repository.ejc(['archive', id, ...quick, '--out', folder])
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
    expect(repository.ejc(['archive', id, ...quick, '--out', out()]).exit).toBe(0)
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
    expect(prepared.ejc(['archive', id, ...quick, 'x'])).toMatchObject({
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
  const { data } = JSON.parse(
    repository.ejc(['archive', id, ...quick, '--out', volume, '--json', ...day]).stdout,
  )
  const titles = data.materials.map(({ title }: { title: string }) => title)
  expect(titles.filter((title: string) => title.includes('勘查'))).toEqual(['现场勘查笔录；检测报告'])
  expect(repository.ejc(['archive', 'verify', volume]).exit).toBe(0)
})

it("evidence kept outside of the repository goes in with its digest, and is named where it can't be reached", () => {
  const repository = createRepository('example-case')
  repository.write(
    'ejc.yaml',
    `${repository.read('ejc.yaml')}\nevidence: { outside: ../外存, overMegabytes: 1 }\n`,
  )
  commitAll(repository)
  const film = join(temporaryFolder(), '航拍.mp4')
  writeFileSync(film, Buffer.alloc(2_000_000, 'film'))
  mkdirSync(join(dirname(repository.root), '外存'))
  const listed = ['--set', 'source=某单位', '--set', 'collectedOn=2026-03-01', '--set', 'kind=audiovisual']
  expect(repository.ejc(['evidence', 'add', id, film, ...listed, ...day]).exit).toBe(0)
  const archived = () => {
    const volume = join(temporaryFolder(), 'volume')
    expect(repository.ejc(['archive', id, ...quick, '--out', volume, ...day]).exit).toBe(0)
    return volume
  }
  const volume = archived()
  const [name = ''] = readdirSync(join(volume, '材料')).filter((each) => each.endsWith('航拍.mp4'))
  expect(readFileSync(join(volume, '材料', name)).equals(readFileSync(film))).toBe(true)
  expect(repository.ejc(['archive', 'verify', volume]).exit).toBe(0)
  expect(wordText(join(volume, '02-卷内文件目录.docx'))).toMatch(/某单位\n航拍\n20260301\n\n电子文件/)

  const [kept = ''] = readdirSync(join(dirname(repository.root), '外存', id))
  writeFileSync(join(dirname(repository.root), '外存', id, kept), 'other')
  const folder = join(temporaryFolder(), 'volume')
  const changed = repository.ejc(['archive', id, ...quick, '--out', folder, ...day])
  expect(changed).toMatchObject({ stdout: '', stderr: expect.stringContaining('校验值不符') })
  expect(existsSync(folder)).toBe(false)
  rmSync(join(dirname(repository.root), '外存'), { recursive: true })
  const notes = wordText(join(archived(), '03-卷内备考表.docx'))
  expect(notes).toMatch(/没有电子文件，未入卷：.*航拍/)
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
  expect(ejcIn(inner, ['archive', id, ...quick, ...day])).toMatchObject({ exit: 0 })
  expect(existsSync(join(home, `${id}-工作卷/元数据/案件数据/case.yaml`))).toBe(true)
  expect(readFileSync(join(home, `${id}-工作卷/元数据/记录经过.txt`), 'utf8')).toContain('搬家')
})

describe('ejc archive verify DIR (第三十八条)', () => {
  let volume: string
  const verify = (...args: string[]) => ejcIn(dirname(volume), ['archive', 'verify', volume, ...args])
  beforeEach(() => {
    volume = join(temporaryFolder(), 'volume')
    prepared.ejc(['archive', id, ...quick, '--out', volume, ...day])
  })

  it('is content with an archive as it was made, outside any case repository', () => {
    expect(verify()).toMatchObject({ exit: 0, stdout: expect.stringContaining('与清单一致') })
    expect(ejcIn(volume, ['archive', 'verify', '.']).exit).toBe(0)
  })

  it('counts the files as the archive did when it was made', () => {
    const again = join(temporaryFolder(), 'again')
    const made = prepared.ejc(['archive', id, ...quick, '--out', again, ...day]).stdout
    const counted = /清单所列文件 \d+ 个/.exec(made)?.[0]
    expect(counted).toBeDefined()
    expect(verify().stdout).toContain(counted)
  })

  it('names every file that is missing, changed or too many, exit 1', () => {
    rmSync(join(volume, '元数据/记录经过.txt'))
    writeFileSync(join(volume, '元数据/案件数据/case.yaml'), 'id: x\n')
    writeFileSync(join(volume, '材料/补充.pdf'), 'x')
    const { exit, lines } = verify()
    expect(exit).toBe(1)
    expect(lines).toEqual([
      '缺少  元数据/记录经过.txt',
      '已改动  元数据/案件数据/case.yaml',
      '多出  材料/补充.pdf',
    ])
    expect(JSON.parse(verify('--json').stdout)).toMatchObject({
      kind: 'archive-verify',
      data: {
        intact: false,
        missing: ['元数据/记录经过.txt'],
        changed: ['元数据/案件数据/case.yaml'],
        extra: ['材料/补充.pdf'],
      },
    })
  })

  it('takes a link in the place of a file for a change, whatever it leads to', () => {
    const file = join(volume, '元数据/案件数据/case.yaml')
    renameSync(file, join(dirname(volume), 'case.yaml'))
    symlinkSync(join(dirname(volume), 'case.yaml'), file)
    expect(verify()).toMatchObject({ exit: 1, stdout: '已改动  元数据/案件数据/case.yaml\n' })
  })

  it.each([
    ['leads out of the archive', `${'0'.repeat(64)}  ../secret`],
    ['names no SHA-256', '材料/case.yaml'],
  ])('takes no line of the manifest that %s', (_, line) => {
    const manifest = join(volume, '元数据/manifest.sha256')
    writeFileSync(manifest, `${line}\n${readFileSync(manifest, 'utf8')}`)
    expect(verify()).toMatchObject({ exit: 1, stdout: '清单有误  元数据/manifest.sha256 第 1 行\n' })
  })

  it('of a folder without manifest, or without folder, cannot run: exit 2', () => {
    rmSync(join(volume, '元数据/manifest.sha256'))
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
    expect(portableNames(paths)).toEqual(['a/图.JPG', 'a/图-2.jpg', 'a/图_.jpg', 'a/_con.txt', 'a/末尾', 'b'])
  })
})
