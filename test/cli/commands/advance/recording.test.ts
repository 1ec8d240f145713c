import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createRepository, type TestRepository, temporaryFolder } from '../../../support/cli.ts'
import { carryDemoCase } from '../../../support/demo-case.ts'

const id = 'NN-2026-0009'
const day = ['--today', '2026-10-25']

/** A case whose notice was issued and not served yet. */
function noticed(): TestRepository {
  const repository = createRepository()
  carryDemoCase(repository, id, 'notify')
  return repository
}

function photo(text = '照片'): string {
  const file = join(temporaryFolder(), '留置现场.jpg')
  writeFileSync(file, text)
  return file
}

const serveOn = (repository: TestRepository, subject: string, ...sets: string[]) =>
  repository.ejc([
    ...['advance', id, '送达磋商告知书', subject, '--set', 'method=留置送达', '--set', 'servedOn=10.24'],
    ...sets.flatMap((set) => ['--set', set]),
    ...day,
  ])

const evidenceOf = (repository: TestRepository) =>
  parse(repository.read(`cases/${id}/evidence.yaml`)).evidence as {
    id: string
    title: string
    file: string
  }[]

describe('留置送达 with a photograph (民事诉讼法第八十九条)', () => {
  it('takes the file as evidence, in the commit of the service', () => {
    const repository = noticed()
    const before = evidenceOf(repository).length
    const call = serveOn(repository, '1/o1', '拒收事由=不说明理由', `recording=@${photo()}`)
    expect(call.exit, call.stderr).toBe(0)
    const added = evidenceOf(repository).slice(before)
    expect(added).toEqual([
      expect.objectContaining({
        title: expect.stringMatching(/^送达过程的照片、录像（第1轮/),
        // It was made at the service, and not on the day on which it was stored.
        collectedOn: '2026-10-24',
      }),
    ])
    const [service] = parse(repository.read(`cases/${id}/consultation.yaml`)).rounds[0].services
    expect(service).toMatchObject({ refusal: '不说明理由', recording: added[0]?.id })
    const changed = repository.git('-c', 'core.quotepath=off', 'show', '--name-only', '--format=', 'HEAD')
    expect(changed.trim().split('\n').toSorted()).toEqual(
      [
        `cases/${id}/${added[0]?.file}`,
        `cases/${id}/consultation.yaml`,
        `cases/${id}/evidence.yaml`,
      ].toSorted(),
    )
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.ejc(['lint', `cases/${id}`, ...day]).stdout).not.toMatch(/evidence\/|lien-service/)
  })

  it('keeps the number of a file that is listed already', () => {
    const repository = noticed()
    const file = photo()
    serveOn(repository, '1/o1', 'refusal=不说明理由', `recording=@${file}`)
    const count = evidenceOf(repository).length
    const call = serveOn(repository, '1/o2', 'refusal=不说明理由', `recording=@${file}`)
    expect(call.exit, call.stderr).toBe(0)
    expect(evidenceOf(repository)).toHaveLength(count)
  })

  it('writes nothing where the file can’t be read', () => {
    const repository = noticed()
    const head = repository.git('rev-parse', 'HEAD')
    const call = serveOn(repository, '1/o1', `recording=@${join(temporaryFolder(), '没有.jpg')}`)
    expect(call).toMatchObject({ exit: 2, stderr: expect.stringContaining('读不到文件') })
    expect(repository.git('rev-parse', 'HEAD')).toBe(head)
    expect(repository.git('status', '--porcelain')).toBe('')
  })
})
