import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createRepository, type TestRepository } from '../../support/cli.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const CASE = 'NN-2026-0001'
const NOTICE = `rounds:
  - round: 1
    notice: { number: 南环损磋〔2026〕1号, issuedOn: 2026-06-29, replyBy: 2026-07-10 }
`

/** The example case without some of its documents, all committed. */
function committedCase(...without: readonly string[]): TestRepository {
  const repository = createRepository('example-case')
  for (const name of without) rmSync(join(repository.root, `cases/${CASE}/${name}.yaml`))
  if (without.length) repository.write(`cases/${CASE}/consultation.yaml`, NOTICE)
  repository.git('add', '.')
  repository.git('commit', '-qm', 'case')
  return repository
}

describe.skipIf(!hasTmux())('what an officer is warned of at the terminal', { timeout: 120_000 }, () => {
  const offices: TerminalOfficer[] = []
  afterEach(() => {
    for (const office of offices.splice(0)) office.close()
  })

  function officeIn({ root }: TestRepository): TerminalOfficer {
    const office = openOfficerTerminal(root)
    offices.push(office)
    return office
  }

  it('is what the case still has before its archive is made; Enter alone makes none', async () => {
    const repository = committedCase()
    const volume = join(dirname(repository.root), `${CASE}-工作卷`)
    const office = officeIn(repository)
    await office.ejc(`archive ${CASE} --working --no-pdf --today 2026-11-24`)
    await office.sees(
      '全部：ejc lint cases/NN-2026-0001',
      '下列事项已有记录，卷内没有登记与其对应的材料',
      /\? 还有 \d+ 处错误.*仍要立卷吗/,
    )
    await office.answers('仍要立卷吗')
    expect(await office.exits()).toBe(130)
    expect(existsSync(volume)).toBe(false)
    expect(office.tooWide()).toEqual([])
    await office.ejc(`archive ${CASE} --working --no-pdf --yes --today 2026-11-24`)
    expect(await office.exits()).toBe(0)
    expect(existsSync(volume)).toBe(true)
  })

  it('is a notice left behind without witness or pictures (民事诉讼法第八十九条)', async () => {
    const later = ['agreements', 'court', 'restoration', 'payments', 'supervision']
    const office = officeIn(committedCase(...later))
    await office.ejc(`advance ${CASE} 送达磋商 1/o2 --today 2026-07-03`)
    await office.chooses('送达方式', '留置送达')
    await office.answers('送达日期', '7.3')
    await office.answers('拒收事由', '不说明理由')
    await office.answers('见证人')
    await office.leaves('写入并提交吗')
    await office.sees('请注意：', '没有见证人，也没有送达过程的照片、录像')
    await office.chooses('写入并提交吗', '不写入')
    expect(await office.exits()).toBe(130)
    expect(office.tooWide()).toEqual([])
  })
})
