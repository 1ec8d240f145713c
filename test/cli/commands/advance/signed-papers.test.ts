import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { digestOf } from '../../../../src/repository/digest.ts'
import { wordings } from '../../../drafts/corpus.ts'
import { writeDrafts } from '../../../drafts/write.ts'
import { createRepository, listOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { carryDemoCase } from '../../../support/demo-case.ts'

const id = 'NN-2026-0009'
const answers = join(import.meta.dirname, '../../../../examples/answers')
const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined
const day = ['--today', '2026-11-20']

/** A case that waits for its signature, and the answers to it but for the clauses. */
function waiting(): { repository: TestRepository; from: string } {
  const repository = createRepository()
  carryDemoCase(repository, id, 'meet')
  const calls = carriedOn(repository)
  expect(calls).toBe(0)
  const { clauses: _, ...rest } = parse(readFileSync(join(answers, 'sign.yaml'), 'utf8'))
  const from = join(temporaryFolder(), 'sign.yaml')
  writeFileSync(from, stringify(rest))
  return { repository, from }
}

/** The second meeting, at which they agree. */
function carriedOn(repository: TestRepository): number | null {
  const from = join(answers, 'meet-2.yaml')
  return repository.ejc(['advance', id, 'meet', '--from', from, '--today', '2026-11-12']).exit
}

/** An agreement in Word, by which what is entered is owed and done, but for the total where another is given. */
async function agreementFile(folder: string, total = '593,300'): Promise<string> {
  const [wording] = wordings('first').filter(({ name }) => name === 'quarry-articles')
  if (!wording) throw new Error('no wording')
  const parts: typeof wording.parts = JSON.parse(
    JSON.stringify(wording.parts)
      .replace('乙方应赔偿人民币261,000元', `乙方赔偿总额为人民币${total}元`)
      .replace('自2026年3月1日开工，至2026年12月31日完工', '自2026年12月10日开工，至2027年6月30日完工'),
  )
  const [bytes] = await writeDrafts(wording, wording.layouts[0] ?? '', [{ change: '', parts, lacks: [] }])
  const file = join(folder, '协议.docx')
  writeFileSync(file, bytes ?? '')
  return file
}

const signedOf = (repository: TestRepository) =>
  parse(repository.read(`cases/${id}/agreements.yaml`)).agreements[0]

describe('ejc advance sign with the signed papers', () => {
  it('reads the clauses of a Word file, shows what it took, keeps the file and the scan, and lists both first', async () => {
    const { repository, from } = waiting()
    const folder = temporaryFolder()
    const docx = await agreementFile(folder)
    const scan = join(folder, '扫描.PDF')
    writeFileSync(scan, '%PDF-1.4 盖章')
    const sets = ['--set', `clauses=@${docx}`, '--set', `signedCopy=@${scan}`]
    const call = repository.ejc(['advance', id, 'sign', '--from', from, ...sets, ...day])
    expect(call.stderr).toMatch(/从 协议\.docx 读到的条款/)
    expect(call.stderr).toMatch(/违约责任[^\n]*第 \d+/)
    expect(call.stderr).toContain('只供核对')
    // What is entered is held against what the agreement says, before it is written: it has no day of a payment.
    expect(call.stderr.replace(/\s+/gu, '')).toMatch(/请注意：.*付款P1的42,300\.00元、付款日2026-12-18/u)
    expect(call.exit, call.stderr).toBe(0)
    const { signedText, signedCopy, clauses } = signedOf(repository)
    expect(signedText).toEqual({
      file: 'attachments/签订的协议文本-G1.docx',
      sha256: digestOf(readFileSync(docx)),
    })
    expect(signedCopy).toEqual({
      file: 'attachments/协议签署件-G1.pdf',
      sha256: digestOf(readFileSync(scan)),
    })
    expect(Object.keys(clauses).length).toBeGreaterThan(10)
    const changed = repository.git('show', '--name-only', '-z', '--format=').split('\0').filter(Boolean)
    expect(changed).toHaveLength(3)
    expect(repository.git('status', '--porcelain')).toBe('')

    const findings = () => listOf(repository.ejc(['lint', id, '--json', ...day]), 'lint')
    const about = (rule: string) =>
      findings().filter((each) => each.rule === rule && String(each.code).includes('协议签署件'))
    expect([
      ...about('evidence/unlisted-file'),
      ...about('evidence/hash'),
      ...about('evidence/missing-file'),
    ]).toEqual([])

    repository.ejc(['render', id, 'agreement', '--force', ...day])
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', '文书')
    expect(digestOf(readFileSync(join(repository.root, 'cases', id, signedCopy.file)))).toBe(
      signedCopy.sha256,
    )
    const out = join(temporaryFolder(), '案卷')
    expect(repository.ejc(['archive', id, '--working', '--no-pdf', '--out', out, ...day]).exit).toBe(0)
    const list = readFileSync(join(out, '元数据/contents.json'), 'utf8')
    const { data } = JSON.parse(list)
    const agreement = data.materials.find(({ title }: { title: string }) =>
      title.startsWith('生态环境损害赔偿协议'),
    )
    const kinds = agreement.files.map(({ kind }: { kind: string }) => kind)
    expect(kinds.slice(0, 2)).toEqual(['signed', 'text'])
    expect(agreement.files[0].source).toBe(signedCopy.file)
    expect(kinds).toContain('word')
    expect(list).not.toContain('未列入证据清单')

    repository.write(`cases/${id}/${signedCopy.file}`, '改过')
    expect(about('evidence/hash')).toMatchObject([{ severity: 'error' }])
    repository.git('rm', '--quiet', '--force', `cases/${id}/${signedCopy.file}`)
    expect(about('evidence/missing-file')).toMatchObject([{ severity: 'error' }])
  }, 120_000)

  it('is not written where another total stands in the agreement: both are named', async () => {
    const { repository, from } = waiting()
    const docx = await agreementFile(temporaryFolder(), '261,000')
    const call = repository.ejc(['advance', id, 'sign', '--from', from, '--set', `clauses=@${docx}`, ...day])
    expect(call.exit).toBe(1)
    expect(call.stderr).toMatch(/261,000\.00 元，记录的赔偿总额是 593,300\.00 元/u)
    expect(repository.git('status', '--porcelain')).toBe('')
  }, 60_000)

  it.runIf(has('pdftotext') && has('soffice'))(
    'reads a PDF with text as it reads the Word file',
    async () => {
      const { repository, from } = waiting()
      const folder = temporaryFolder()
      const docx = await agreementFile(folder)
      const profile = `-env:UserInstallation=file://${temporaryFolder()}`
      spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, docx])
      const sign = (file: string) => {
        const call = repository.ejc([
          'advance',
          id,
          'sign',
          '--from',
          from,
          '--set',
          `clauses=@${file}`,
          '--json',
          ...day,
        ])
        expect(call.exit, call.stderr).toBe(0)
        const { clauses, signedText } = signedOf(repository)
        repository.ejc(['undo', id, '--yes'])
        return { clauses, signedText }
      }
      const word = sign(docx)
      const pdf = sign(join(folder, '协议.pdf'))
      expect(pdf.signedText.file).toBe('attachments/签订的协议文本-G1.pdf')
      const bare = (clauses: Record<string, string>) =>
        Object.fromEntries(
          Object.entries(clauses).map(([code, text]) => [code, String(text).replaceAll(/\s/g, '')]),
        )
      expect(bare(pdf.clauses)).toEqual(bare(word.clauses))
    },
    180_000,
  )

  it('refuses a scan, an old format and a file that is not there, and writes nothing', () => {
    const { repository, from } = waiting()
    const folder = temporaryFolder()
    const call = (set: string) =>
      repository.ejc(['advance', id, 'sign', '--from', from, '--set', set, ...day])
    writeFileSync(join(folder, '扫描.pdf'), blankPdf)
    writeFileSync(join(folder, '旧.doc'), 'x')
    const scan = call(`clauses=@${join(folder, '扫描.pdf')}`)
    expect(scan.exit).toBe(2)
    expect(scan.stderr).toMatch(has('pdftotext') ? /是扫描件或者图片/ : /pdftotext/)
    const old = call(`clauses=@${join(folder, '旧.doc')}`)
    expect(old.exit).toBe(2)
    expect(old.stderr).toMatch(has('soffice') ? /没有认出|认不出|读不出|没有找到/u : /另存为 \.docx/u)
    expect(call(`signedCopy=@${join(folder, '没有.pdf')}`).stderr).toMatch(/读不到文件/)
    expect(call('signedCopy=扫描.pdf').stderr).toContain('signedCopy=@文件名')
    expect(repository.git('status', '--porcelain')).toBe('')
  }, 60_000)
})

/** A page without text. */
const blankPdf = [
  '%PDF-1.4',
  '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
  '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
  '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj',
  'trailer<</Root 1 0 R>>',
  '%%EOF',
].join('\n')
