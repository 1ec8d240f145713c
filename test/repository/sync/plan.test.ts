import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Decision } from '../../../src/core/merge/merge.ts'
import { needGit } from '../../../src/repository/gitdir.ts'
import { driveMerge } from '../../../src/repository/sync/driver.ts'
import { type MergePlan, planMerge } from '../../../src/repository/sync/plan.ts'
import { makeCommit, withScratch } from '../../../src/repository/sync/tree.ts'
import { git, put, removeTemporary, temporaryRepository } from '../temporary.ts'

afterAll(removeTemporary, 60_000)

const folder = 'cases/NN-2026-0001'
const evidence = (...items: string[]): string => `evidence:\n${items.map((item) => `  - ${item}\n`).join('')}`
type Files = Record<string, string | Uint8Array | null>

interface Merged {
  readonly plan: MergePlan
  /** A file in the merged commit. */
  text(path: string): string
  readonly names: readonly string[]
}

function commitFiles(root: string, branch: string, from: string, files: Files): string {
  git(root, 'switch', '--quiet', '--create', branch, from)
  for (const [path, text] of Object.entries(files)) {
    if (text === null) git(root, 'rm', '--quiet', path)
    else {
      put(root, { [path]: '' })
      writeFileSync(join(root, path), text)
    }
  }
  git(root, 'add', '--all', '.')
  git(root, 'commit', '--quiet', '--allow-empty', '-m', branch)
  return git(root, 'rev-parse', 'HEAD').trim()
}

/** What becomes of `common` that ours and theirs change each in their way. */
async function merged(
  common: Files,
  mine: Files,
  yours: Files,
  decisions: Readonly<Record<string, Decision>> = {},
): Promise<Merged> {
  const root = temporaryRepository()
  const base = commitFiles(root, 'base', 'main', common)
  const ours = commitFiles(root, 'ours', 'base', mine)
  const theirs = commitFiles(root, 'theirs', 'base', yours)
  const settings = {
    decide: (address: string) => decisions[address],
    isRepeatable: (paper: Uint8Array) => !Buffer.from(paper).includes('手改'),
  }
  const place = needGit(root)
  const plan = await planMerge(place, { base, ours, theirs }, settings)
  const commit = await makeCommit(place, [ours, theirs], plan.changes, '合并')
  const names = git(root, '-c', 'core.quotepath=false', 'ls-tree', '-r', '--name-only', commit)
    .trim()
    .split('\n')
  return { plan, text: (path) => git(root, 'show', `${commit}:${path}`), names }
}

describe('files of both sides', () => {
  test('what one side alone changed, added or removed is taken', async () => {
    const { plan, text, names } = await merged(
      { 'a.txt': '甲\n', 'b.txt': '乙\n', 'c.txt': '丙\n' },
      { 'a.txt': '甲改\n', 'new-ours.txt': '新\n' },
      { 'b.txt': '乙改\n', 'c.txt': null, [`${folder}/attachments/照片.jpg`]: '图' },
    )
    expect(plan.conflicts).toEqual([])
    expect(['a.txt', 'b.txt', 'new-ours.txt'].map(text)).toEqual(['甲改\n', '乙改\n', '新\n'])
    expect(names).toContain(`${folder}/attachments/照片.jpg`)
    expect(names).not.toContain('c.txt')
  })

  test('a text changed by both is merged by lines; where that fails, one of the two is chosen', async () => {
    const common = { 'notes.md': '一\n二\n三\n四\n五\n' }
    const apart = await merged(
      common,
      { 'notes.md': '壹\n二\n三\n四\n五\n' },
      { 'notes.md': '一\n二\n三\n四\n伍\n' },
    )
    expect(apart.text('notes.md')).toBe('壹\n二\n三\n四\n伍\n')
    const sides = [common, { 'notes.md': '甲\n' }, { 'notes.md': '乙\n' }] as const
    expect((await merged(...sides)).plan.conflicts).toMatchObject([{ address: 'notes.md', both: false }])
    const chosen = await merged(...sides, { 'notes.md': 'theirs' })
    expect(chosen.plan.conflicts).toEqual([])
    expect(chosen.text('notes.md')).toBe('乙\n')
  })

  test('facts of the office are merged by what tells them apart', async () => {
    const submission = (kind: string): string =>
      `submissions:\n  - { kind: ${kind}, period: "2026", submittedOn: 2026-03-01, to: 省厅 }\n`
    const { plan, text } = await merged(
      {},
      { 'submissions.yaml': submission('annual-report') },
      { 'submissions.yaml': submission('quarterly-clue-list') },
    )
    expect(plan.conflicts).toEqual([])
    expect(text('submissions.yaml')).toMatch(/annual-report[\s\S]*quarterly-clue-list/)
  })

  test('a case that only one side touched is left to the letter, however it is written', async () => {
    const odd = 'id:   NN-2026-0001 # 手写\nstate: { a:  1 }\n'
    const { text } = await merged({}, { 'a.txt': '甲\n' }, { [`${folder}/case.yaml`]: odd })
    expect(text(`${folder}/case.yaml`)).toBe(odd)
  })

  test('a document that cannot be read is not merged by facts, and nothing of it is lost', async () => {
    const file = `${folder}/evidence.yaml`
    const { plan } = await merged(
      { [file]: evidence('{ id: E1, title: 甲 }') },
      { [file]: 'evidence: [\n' },
      { [file]: evidence('{ id: E1, title: 乙 }') },
    )
    expect(plan.conflicts).toMatchObject([{ address: file, caseId: 'NN-2026-0001' }])
  })

  test('beside such a document, the others are merged by facts, and a clash names its case', async () => {
    const file = `${folder}/evidence.yaml`
    const { plan } = await merged(
      { [`${folder}/payments.yaml`]: 'payments: [\n', [file]: evidence('{ id: E1, title: 甲 }') },
      { [file]: evidence('{ id: E1, title: 乙 }') },
      { [file]: evidence('{ id: E1, title: 丙 }') },
    )
    expect(plan.conflicts).toMatchObject([{ file, schema: 'evidence', caseId: 'NN-2026-0001' }])
  })
})

describe('what is no UTF-8', () => {
  /** Lines of which the first and the last are 甲 in GBK, or changed. */
  const gbk = (first: number, last: number): Buffer =>
    Buffer.from([0xbc, first, 10, 49, 10, 50, 10, 51, 10, 0xbc, last, 10])
  const sides = [gbk(0xd7, 0xd7), gbk(0xd8, 0xd7), gbk(0xd7, 0xd8)] as const

  test.each(['notes.txt', `${folder}/evidence.yaml`, 'submissions.yaml'])(
    'is never decoded and written back: %s is taken from one side, as decided',
    async (file) => {
      const [base, ours, theirs] = sides.map((bytes) => ({ [file]: bytes }))
      const all = [base ?? {}, ours ?? {}, theirs ?? {}] as const
      expect((await merged(...all)).plan.conflicts).toMatchObject([{ address: file, schema: null }])
      const chosen = await merged(...all, { [file]: 'ours' })
      expect(chosen.plan).toMatchObject({ conflicts: [] })
      expect(chosen.plan.changes.size).toBe(0)
    },
  )

  test('is merged by git as git does, byte by byte', async () => {
    const root = temporaryRepository()
    const [base = '', ours = '', theirs = ''] = sides.map((bytes, index) => {
      const file = join(root, `side-${index}`)
      writeFileSync(file, bytes)
      return file
    })
    expect(await driveMerge(root, { base, ours, theirs }, 'cases/NN-2026-0001/case.yaml')).toBe(true)
    expect(readFileSync(ours)).toEqual(gbk(0xd8, 0xd8))
  })
})

describe('a case that one side removed or renumbered while the other changed it', () => {
  const common = { [`${folder}/case.yaml`]: 'id: NN-2026-0001\n', [`${folder}/closing.yaml`]: null }
  const gone = { [`${folder}/case.yaml`]: null, 'cases/NN-2026-0009/case.yaml': 'id: NN-2026-0009\n' }
  const changed = { [`${folder}/evidence.yaml`]: evidence('{ id: E1, title: 甲 }') }
  const address = folder

  test('is one conflict, not a folder without its case.yaml', async () => {
    const { plan } = await merged(common, gone, changed)
    const said = { ours: '案件已删除或改号', theirs: '案件有改动（1 个文件）' }
    expect(plan.conflicts).toMatchObject([{ address, file: folder, caseId: 'NN-2026-0001', ...said }])
    expect([...plan.changes.keys()]).toEqual([])
  })

  test('is taken whole from the side decided for', async () => {
    const kept = await merged(common, gone, changed, { [address]: 'theirs' })
    expect(kept.plan.conflicts).toEqual([])
    expect(kept.names).toEqual(expect.arrayContaining([`${folder}/case.yaml`, `${folder}/evidence.yaml`]))
    const removed = await merged(common, changed, gone, { [address]: 'theirs' })
    expect(removed.names.filter((name) => name.startsWith(folder))).toEqual([])
  })
})

describe('attachments and papers of one name', () => {
  const file = `${folder}/evidence.yaml`
  const photo = `${folder}/attachments/照片.jpg`

  test('two attachments are both kept, and the evidence of each names its own', async () => {
    const item = (title: string): string => `{ id: E1, title: ${title}, file: attachments/照片.jpg }`
    const { plan, text } = await merged(
      {},
      { [file]: evidence(item('本机')), [photo]: '一' },
      { [file]: evidence(item('对方')), [photo]: '二' },
    )
    expect(plan.conflicts).toEqual([])
    expect(plan.moved).toEqual([{ file: photo, to: `${folder}/attachments/照片-2.jpg` }])
    expect([text(photo), text(`${folder}/attachments/照片-2.jpg`)]).toEqual(['二', '一'])
    expect(text(file)).toContain('{ id: E2, title: 本机, file: attachments/照片-2.jpg }')
    expect(text(file)).toContain('{ id: E1, title: 对方, file: attachments/照片.jpg }')
  })

  test('an attachment that both replaced is asked about', async () => {
    const { plan } = await merged({ [photo]: '旧' }, { [photo]: '一' }, { [photo]: '二' })
    expect(plan.conflicts).toMatchObject([{ address: photo, schema: null }])
  })

  test('a paper is made again from the facts, unless somebody changed it by hand', async () => {
    const paper = `${folder}/documents/协议.docx`
    const made = await merged({}, { [paper]: '本机' }, { [paper]: '对方' })
    expect(made.plan).toMatchObject({ conflicts: [], moved: [], papers: [paper] })
    expect(made.text(paper)).toBe('对方')
    const edited = await merged({}, { [paper]: '本机手改' }, { [paper]: '对方' })
    expect(edited.text(`${folder}/documents/协议-2.docx`)).toBe('本机手改')
    expect(edited.text(paper)).toBe('对方')
  })
})

describe('what a killed merge left behind', () => {
  test('goes with the next; what a running one uses stays', async () => {
    const { top, ejcDir } = needGit(temporaryRepository())
    const running = `.git/ejc/sync-${process.pid}-a/version-0`
    put(top, { '.git/ejc/sync-4194999-b/version-0': '案件', [running]: '案件' })
    await withScratch(needGit(top), async () => undefined)
    expect(readdirSync(ejcDir)).toEqual([`sync-${process.pid}-a`])
  })
})

describe('one number for two cases', () => {
  test('is seen, and the next number free on both sides is proposed', async () => {
    const clue = (id: string, title: string): Files => ({
      [`cases/${id}/case.yaml`]: `id: ${id}\ntitle: ${title}\n`,
    })
    const { plan } = await merged(
      {},
      { ...clue('NN-2026-0005', '甲'), ...clue('NN-2026-0007', '丙') },
      { ...clue('NN-2026-0005', '乙'), ...clue('NN-2026-0006', '丁') },
    )
    expect(plan.clashes).toEqual([{ from: 'NN-2026-0005', to: 'NN-2026-0008' }])
    expect(plan.conflicts).toEqual([])
  })
})

describe('comments', () => {
  test('of theirs, which no line of ours can take, go to the end', async () => {
    const file = `${folder}/evidence.yaml`
    const first = '{ id: E1, title: 甲 }'
    const { text } = await merged(
      { [file]: evidence(first) },
      { [file]: evidence(first, '{ id: E2, title: 乙 }') },
      { [file]: `${evidence(first)}  # 对方的话\n  - { id: E2, title: 丙 }\n` },
    )
    expect(text(file)).toMatch(/id: E3, title: 乙[\s\S]*id: E2, title: 丙[\s\S]*# 对方的话\n$/)
  })
})
