import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createRepository, type TestRepository } from '../../../support/cli.ts'
import { hasTmux, openOfficerTerminal } from '../../terminal/officer.ts'

const id = 'NN-2026-0001'
const file = `cases/${id}/evidence.yaml`

/** The example case with the receipt of the service to o2, collected on the day of that service or another day. */
function withReceipt(collectedOn = '2026-07-03'): TestRepository {
  const repository = createRepository('example-case')
  const receipt = `{ id: E4, title: 邮件回执, file: attachments/E4.pdf, sha256: "", collectedOn: ${collectedOn} }`
  repository.write(file, `${repository.read(file).trimEnd()}\n  - ${receipt}\n`)
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const dayOfReceipt = (repository: TestRepository): string =>
  parse(repository.read(file)).evidence.find((each: { id: string }) => each.id === 'E4').collectedOn

const amended = (repository: TestRepository) =>
  repository.ejc([
    ...['amend', id, '送达磋商告知书', '1/o2', '--set', 'servedOn=2026-07-02'],
    ...['--reason', '看错', '--yes', '--today', '2026-11-24'],
  ])

describe('evidence that has the day of a step which is corrected', () => {
  it('without a terminal keeps its day, and the call that corrects it is named', () => {
    const repository = withReceipt()
    const { exit, stderr } = amended(repository)
    expect(exit, stderr).toBe(0)
    expect(dayOfReceipt(repository)).toBe('2026-07-03')
    expect(stderr).toContain('证据 E4“邮件回执”的取得日期仍是原来的 2026-07-03')
    const call = `ejc amend ${id} 登记证据 E4 --set collectedOn=2026-07-02`
    expect(stderr).toContain(call)
    const [, ...words] = call.split(' ')
    const followed = repository.ejc([...words, '--reason', '看错', '--yes', '--today', '2026-11-24'])
    expect(followed.exit, followed.stderr).toBe(0)
    expect(dayOfReceipt(repository)).toBe('2026-07-02')
  })

  it('is not named where it was collected on another day', () => {
    expect(amended(withReceipt('2026-07-05')).stderr).not.toContain('取得日期仍是')
  })

  it.skipIf(!hasTmux())('in a terminal gets the new day in the same commit, after one question', async () => {
    const repository = withReceipt()
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`amend ${id} 送达磋商告知书 1/o2 --today 2026-11-24`)
      await office.ticks('要改哪几栏？', '送达日期：2026-07-03')
      await office.answers('送达日期', '7月2日')
      await office.chooses('证据 E4“邮件回执”（2026-07-03 → 2026-07-02）的取得日期一并更正吗？', '是')
      await office.answers('为什么更正', '看错回执日期')
      await office.sees('证据 E4 取得日期：2026-07-03 → 2026-07-02')
      await office.chooses('写入并提交吗？', '写入')
      expect(await office.exits()).toBe(0)
      expect(office.tooWide()).toEqual([])
    } finally {
      office.close()
    }
    expect(dayOfReceipt(repository)).toBe('2026-07-02')
    const changed = repository.git('show', '--name-only', '--format=', 'HEAD').trim().split('\n')
    expect(changed.toSorted()).toEqual([`cases/${id}/consultation.yaml`, file])
    expect(repository.git('log', '-1', '--format=%b')).toContain('证据 E4 取得日期：2026-07-03 → 2026-07-02')
  })
})
