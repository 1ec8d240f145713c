import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { withoutIds } from '../../../../src/core/archive/item.ts'
import { createRepository, ejcIn, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { pdfOf } from '../../../support/pdf.ts'
import { wordFaults } from '../../../support/word-rules.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2027-07-10']
const attachments = `cases/${id}/attachments`
const archiving = ['archive', id, '--yes', '--no-pdf', ...day]

function commitAll(repository: TestRepository, message = '放入案件'): void {
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', message)
}

/** The example case with its evidence (a film too) and its papers, closed. */
async function closedCase(): Promise<TestRepository> {
  const repository = createRepository('example-case')
  mkdirSync(join(repository.root, attachments))
  repository.write(`${attachments}/E1-现场勘查笔录.pdf`, await pdfOf(3))
  repository.write(`${attachments}/E2-检测报告.pdf`, await pdfOf(2))
  repository.write(`${attachments}/航拍.mp4`, 'film')
  repository.replace(`cases/${id}/evidence.yaml`, 'title: 检测报告,', 'title: 检测报告, pages: 4,')
  repository.write(
    `cases/${id}/closing.yaml`,
    'closed: { closedOn: 2027-07-01, result: performed, summary: 款项付清。 }\n',
  )
  commitAll(repository)
  repository.ejc(['render', id, '--all', ...day])
  return repository
}

const prepared = await closedCase()

/** What a Word file says, its cells apart. */
function wordText(path: string): string {
  const xml = strFromU8(
    unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml'] ?? new Uint8Array(),
  )
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')
}

interface Material {
  readonly title: string
  readonly pages: number | null
  readonly from: number | null
  readonly to: number | null
  readonly files: readonly { readonly file: string; readonly kind: string }[]
}

function materialsOf(volume: string): Material[] {
  return JSON.parse(readFileSync(join(volume, '元数据/contents.json'), 'utf8')).data.materials
}

function archived(repository: TestRepository, ...more: string[]): string {
  const volume = join(temporaryFolder(), 'volume')
  const call = repository.ejc([...archiving, '--out', volume, ...more])
  expect(call.exit, call.stderr).toBe(0)
  return volume
}

/** A copy of the closed case, changed and committed. */
async function changed(change: (repository: TestRepository) => void): Promise<TestRepository> {
  const repository = await closedCase()
  change(repository)
  commitAll(repository, '改动')
  return repository
}

function refused(repository: TestRepository): string {
  const folder = join(temporaryFolder(), 'volume')
  const call = repository.ejc([...archiving, '--out', folder])
  expect(call).toMatchObject({ exit: 1, stdout: '' })
  expect(call.stderr).toMatch(/还不能正式立卷（第三十八条）[\s\S]*--working/)
  expect(existsSync(folder)).toBe(false)
  return call.stderr
}

describe('the file of a closed case (第三十八条)', () => {
  it('is closed as final, and numbers the pages through', () => {
    const volume = archived(prepared)
    const [first, second] = ['现场勘查笔录', '检测报告'].map((wanted) =>
      materialsOf(volume).find(({ title }) => title === wanted),
    )
    expect(first?.pages).toBe(3)
    expect(second?.pages).toBe(2)
    expect(wordText(join(volume, '01-封面.docx'))).not.toContain('工作卷')
    expect(prepared.ejc(['archive', 'verify', volume]).exit).toBe(0)
  })

  it('says in full what is wrong in the case, and which steps have no paper: its reader has no repository', () => {
    const { data } = JSON.parse(prepared.ejc([...archiving, '--dry-run', '--json']).stdout)
    const notes = wordText(join(archived(prepared), '03-卷内备考表.docx'))
    expect(data.standing.length + data.withoutPaper.length).toBeGreaterThan(0)
    const gap = /(?<=\p{Script=Han}) +(?=[\p{Script=Han}「《])/gu
    for (const { message } of data.standing)
      expect(notes).toContain(withoutIds(message.replace(/。.*$/s, '')).replaceAll(gap, ''))
    // Several that differ in their numbers alone are one line, and no number stands in a title.
    expect(notes.match(/引用的证据没有登记/gu)).toHaveLength(1)
    expect(notes).toMatch(/引用的证据没有登记（\d+ 处）。/u)
    expect(notes).not.toMatch(/\b(?:G|E|A)\d+\b/u)
    for (const step of data.withoutPaper) expect(notes).toContain(step)
    expect(notes).not.toContain('见案件库')
  })

  it('holds nothing that Word refuses or repairs', () => {
    const volume = archived(prepared)
    const files = [volume, join(volume, '材料')].flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.docx'))
        .map((name) => join(folder, name)),
    )
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) expect(wordFaults(readFileSync(file)), file).toEqual([])
  })

  it('says where the pages told differ from those there are, and what has no pages', () => {
    const list = wordText(join(archived(prepared), '02-卷内文件目录.docx'))
    expect(list).toContain('登记4页，实有2页')
    expect(list).toMatch(/航拍\.mp4（未列入证据清单）\n\d{8}\n\n电子文件/)
  })

  it('leaves blank what the office has not settled, the year too, and says what is blank', () => {
    const volume = archived(prepared)
    expect(wordText(join(volume, '01-封面.docx'))).toMatch(/年　　度[\s：]*保管期限/)
    expect(prepared.ejc([...archiving, '--out', join(temporaryFolder(), 'again')]).stderr).toMatch(
      /封面上空着：[^。]*归档年度/,
    )
  })

  it('bears what ejc.yaml settles for its archive, and the case before the office', async () => {
    const repository = await changed(({ read, write }) =>
      write(
        'ejc.yaml',
        `${read('ejc.yaml')}\narchive:\n  fondsName: 南宁市生态环境局\n  fonds: "0123"\n  retention: 永久\n  volumes:\n    - { case: ${id}, number: "0123-2027-0001", year: "2027", retention: 30年 }\n`,
      ),
    )
    const volume = archived(repository)
    const cover = wordText(join(volume, '01-封面.docx'))
    for (const said of ['全宗名称：南宁市生态环境局', '0123', '0123-2027-0001', '2027', '30年'])
      expect(cover).toContain(said)
    expect(cover).not.toContain('永久')
    for (const page of ['02-卷内文件目录.docx', '03-卷内备考表.docx'])
      expect(wordText(join(volume, page))).toContain('档号：0123-2027-0001')
  })

  it('puts the signed paper before the one that nobody signed, under one number', async () => {
    const repository = await closedCase()
    const scan = join(temporaryFolder(), '扫描.pdf')
    writeFileSync(scan, await pdfOf(5))
    const step = ['amend', id, 'initiate', '--set', `signedCopy=@${scan}`, '--reason', '补扫描', ...day]
    expect(repository.ejc(step).exit).toBe(0)
    const volume = archived(repository)
    const [register] = materialsOf(volume)
    expect(register).toMatchObject({ title: '索赔启动登记表', pages: 5, from: 1, to: 5 })
    expect(register?.files.map(({ kind }) => kind)).toEqual(['signed', 'word'])
    const notes = wordText(join(volume, '03-卷内备考表.docx'))
    expect(notes).toMatch(/没有签署件，以未签署的文书入卷/)
    expect(notes).not.toMatch(/第1、.*没有签署件/)
  })

  it('keeps a PDF by ejc as a copy, and takes one that somebody has signed for the paper', async () => {
    const repository = await closedCase()
    const paper = `cases/${id}/documents/索赔启动登记表-${id}.pdf`
    const printed = await pdfOf(2)
    const digest = createHash('sha256').update(printed).digest('hex')
    repository.write(paper, Buffer.concat([printed, Buffer.from(`%ejc sha256:${digest}\n`)]))
    commitAll(repository)
    const kinds = (volume: string) => materialsOf(volume)[0]?.files.map(({ kind }) => kind)
    expect(kinds(archived(repository))).toEqual(['word', 'printed'])
    repository.write(paper, await pdfOf(2))
    commitAll(repository)
    expect(kinds(archived(repository))).toEqual(['scan', 'word'])
  })
})

describe('a file that is not complete is not closed', () => {
  it('while the case is open', async () => {
    const repository = await changed(({ root }) => rmSync(join(root, `cases/${id}/closing.yaml`)))
    expect(refused(repository)).toContain('案件还没有结案')
    const call = repository.ejc([...archiving, '--dry-run'])
    expect(call).toMatchObject({ exit: 0, stderr: expect.stringContaining('案件还没有结案') })
    expect(archived(repository, '--working')).toBeTruthy()
  })

  it('without a paper that the steps call for, or with a draft in its place', async () => {
    const paper = `cases/${id}/documents/索赔启动登记表-${id}.docx`
    const without = await changed(({ root }) => rmSync(join(root, paper)))
    expect(refused(without)).toContain('案卷里没有索赔启动登记表')
    without.ejc(['render', id, '1', '--draft', ...day])
    commitAll(without)
    expect(refused(without)).toContain('是草稿，不能入卷')
  })

  it('without evidence on the list; but the case may say why it is not there', async () => {
    const repository = await changed(({ root }) => rmSync(join(root, `${attachments}/E2-检测报告.pdf`)))
    expect(refused(repository)).toContain('检测报告')
    const record = `cases/${id}/case.yaml`
    const why = '原件在检测机构'
    repository.write(
      record,
      `${repository.read(record)}\nlint:\n  suppress:\n    - { rule: evidence/missing-file, subject: E2, reason: ${why}, by: 覃某, on: 2027-07-02 }\n`,
    )
    commitAll(repository)
    const notes = wordText(join(archived(repository), '03-卷内备考表.docx'))
    expect(notes).toContain(`豁免的检查：${why}（覃某）。`)
    expect(notes).toContain('没有电子文件，未入卷：检测报告')
  })
})

describe('ejc archive verify', () => {
  it('says how many pages of a PDF are missing', async () => {
    const volume = archived(prepared)
    const file = materialsOf(volume).find(({ title }) => title === '现场勘查笔录')?.files[0]?.file ?? ''
    writeFileSync(join(volume, file), await pdfOf(2))
    const call = ejcIn(volume, ['archive', 'verify', '.'])
    expect(call).toMatchObject({ exit: 1, stdout: `已改动  ${file}（立卷时 3 页，现有 2 页）\n` })
    writeFileSync(join(volume, file), 'x')
    expect(ejcIn(volume, ['archive', 'verify', '.']).stdout).toContain('（立卷时 3 页，现在不是完好的 PDF）')
  })

  it('reads archives of earlier versions, whose manifest lies beside their files', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, '材料'))
    writeFileSync(join(folder, '材料/case.yaml'), 'id: x\n')
    writeFileSync(join(folder, '卷内目录.txt'), '卷内目录\n')
    const line = (path: string) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')}  ${path}\n`
    writeFileSync(join(folder, 'manifest.sha256'), `${line('卷内目录.txt')}${line('材料/case.yaml')}`)
    const verify = () => ejcIn(folder, ['archive', 'verify', folder])
    expect(verify()).toMatchObject({ exit: 0, stdout: expect.stringContaining('清单（manifest.sha256）') })
    rmSync(join(folder, '材料/case.yaml'))
    expect(verify()).toMatchObject({ exit: 1, stdout: '缺少  材料/case.yaml\n' })
  })
})
