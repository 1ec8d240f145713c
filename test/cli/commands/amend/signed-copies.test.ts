import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { signedPapers, WITH_PAPERS } from '../../../../src/core/facts/signed-papers.ts'
import { sampleDocuments } from '../../../../src/core/lint/sample.ts'
import { createRepository, listOf, type TestRepository, temporaryFolder } from '../../../support/cli.ts'

const id = 'NN-2025-0003'
const day = ['--today', '2026-11-24']

function committed(): TestRepository {
  const repository = createRepository('example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

function scan(name: string, content: string): string {
  const file = join(temporaryFolder(), name)
  writeFileSync(file, content)
  return file
}

const amend = (repository: TestRepository, step: readonly string[], file: string) =>
  repository.ejc(['amend', id, ...step, '--set', `signedCopy=@${file}`, '--reason', '补入扫描件', ...day])

const signedIn = (value: unknown): { file: string; sha256: string; superseded?: unknown[] }[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === 'signedCopy' ? [each] : signedIn(each)))
}

const evidenceFindings = (repository: TestRepository) =>
  listOf(repository.ejc(['lint', id, '--json', ...day]), 'lint').filter(
    ({ rule, code }) => String(rule).startsWith('evidence/') && String(code).includes('签署件'),
  )

describe('the scan of a paper that was signed', () => {
  it.each([
    ['initiate', ['initiate'], 'investigation', '启动登记表签署件'],
    ['conclude', ['conclude'], 'investigation', '调查登记表签署件'],
    ['notify', ['notify', '1'], 'consultation', '告知书签署件-1'],
    ['record-failed-service', ['record-failed-service'], 'consultation', '未送达凭证-1_o2'],
    ['terminate', ['terminate'], 'closing', '终止登记表签署件'],
  ])('of %s is kept with its digest, and listed in the archive', (_, step, document, name) => {
    const repository = committed()
    const call = amend(repository, step, scan('扫描.pdf', '%PDF-1.4 盖章'))
    expect(call.exit, call.stderr).toBe(0)
    const [copy] = signedIn(parse(repository.read(`cases/${id}/${document}.yaml`)))
    expect(copy?.file).toMatch(new RegExp(`^attachments/${name}.*\\.pdf$`, 'u'))
    expect(readFileSync(join(repository.root, 'cases', id, copy?.file ?? ''), 'utf8')).toBe('%PDF-1.4 盖章')
    expect(repository.git('status', '--porcelain')).toBe('')
    const out = join(temporaryFolder(), '案卷')
    expect(repository.ejc(['archive', id, '--working', '--no-pdf', '--out', out, ...day]).exit).toBe(0)
    const contents = readFileSync(join(out, '元数据/contents.json'), 'utf8')
    expect(contents).toMatch(new RegExp(`"kind": "signed",\\s+"source": "${copy?.file}"`, 'u'))
  })

  it('may be a file that is listed as evidence already: it is named where it lies, and not copied', () => {
    const repository = committed()
    const file = scan('登记表.pdf', '盖章')
    const listed = [
      '--set',
      'title=启动登记表扫描件',
      '--set',
      'kind=documentary',
      '--set',
      'collectedOn=2025-06-20',
    ]
    const added = repository.ejc(['evidence', 'add', id, file, ...listed, ...day])
    expect(added.exit, added.stderr).toBe(0)
    const { evidence } = parse(repository.read(`cases/${id}/evidence.yaml`))
    const own = evidence.find((each: { title: string }) => each.title === '启动登记表扫描件').file
    expect(amend(repository, ['initiate'], join(repository.root, 'cases', id, own)).exit).toBe(0)
    const [copy] = signedIn(parse(repository.read(`cases/${id}/investigation.yaml`)))
    expect(copy?.file).toBe(own)
    const files = readdirSync(join(repository.root, 'cases', id, 'attachments'))
    expect(files.filter((name) => name.includes('登记表'))).toHaveLength(1)
  })

  it('stays in the file of the case when a better one takes its place, and is listed as superseded', () => {
    const repository = committed()
    const step = ['initiate']
    amend(repository, step, scan('模糊.pdf', '模糊'))
    const [first] = signedIn(parse(repository.read(`cases/${id}/investigation.yaml`)))
    const call = amend(repository, step, scan('清晰.pdf', '清晰'))
    expect(call.exit, call.stderr).toBe(0)
    const [copy] = signedIn(parse(repository.read(`cases/${id}/investigation.yaml`)))
    expect(copy?.file).not.toBe(first?.file)
    expect(copy?.superseded).toEqual([first])
    expect(readFileSync(join(repository.root, 'cases', id, first?.file ?? ''), 'utf8')).toBe('模糊')
    expect(evidenceFindings(repository)).toEqual([])
    const out = join(temporaryFolder(), '案卷')
    repository.ejc(['archive', id, '--working', '--no-pdf', '--out', out, ...day])
    const { data } = JSON.parse(readFileSync(join(out, '元数据/contents.json'), 'utf8'))
    const kinds = data.materials[0].files.map(({ kind, source }: { kind: string; source: string }) => [
      kind,
      source,
    ])
    expect(kinds.at(-1)).toEqual(['superseded', first?.file])
    expect(kinds[0]).toEqual(['signed', copy?.file])

    amend(repository, step, scan('又一份.pdf', '又一份'))
    const [last] = signedIn(parse(repository.read(`cases/${id}/investigation.yaml`)))
    expect(last?.superseded).toEqual([{ file: copy?.file, sha256: copy?.sha256 }, first])
    repository.write(`cases/${id}/${first?.file}`, '改过')
    expect(evidenceFindings(repository)).toMatchObject([{ rule: 'evidence/hash', severity: 'error' }])
  })
})

describe('the schemas', () => {
  it('have signed files in no document but those that are looked through', () => {
    const withFiles = readdirSync('schemas').flatMap((name) => {
      const text = readFileSync(join('schemas', name), 'utf8')
      return text.includes('#/$defs/signedFile"') ? [name.replace('.schema.json', '')] : []
    })
    expect(withFiles.sort()).toEqual([...WITH_PAPERS].sort())
  })

  it('give no paper where none was signed', () => {
    expect(signedPapers({ documents: sampleDocuments() })).toEqual([])
  })
})
