import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataOf, listOf } from '../../../support/cli.ts'
import { change, filesOf, killedAfter, openSharedOffice, textIn } from '../../../support/clones.ts'

const id = 'NN-2026-0001'
const fresh = 'NN-2026-0002'
const clue =
  '--set clue.channel=complaint-media --set damage.scope=covered --set damage.kind=pollutant-discharge --set clue.receivedOn=2026-11-20'

describe('a day of two officers', { timeout: 60_000 }, () => {
  const office = openSharedOffice('example-case')
  const qin = office.clone('覃某')
  const wei = office.clone('韦某')
  const agree = (): void => expect(filesOf(wei.root)).toEqual(filesOf(qin.root))

  it('what one records, the other has after a sync, told by action and by whom', () => {
    qin.ejc(`advance ${id} notify-leniency o2 --set to=某县公安局 --set on=2026-11-20`)
    const sent = qin.ejc('sync').stdout
    expect(sent).toContain('已发出 1 项')
    const received = wei.ejc('sync').stdout
    expect(received).toContain('已收到 1 项')
    for (const said of [sent, received]) expect(said).toMatch(new RegExp(`${id} .*告知积极履行情况.*覃某`))
    agree()
  })

  it('both work in one case, and all facts and comments of both stand; evidence under one number gets two', () => {
    change(qin, `cases/${id}/case.yaml`, (text) => `${text}# 覃某：电话待核\n`)
    qin.ejc(`advance ${id} add-evidence --set title=现场照片`)
    change(wei, `cases/${id}/case.yaml`, (text) => text.replace(/^title: .*$/m, 'title: 韦某改的名称'))
    wei.ejc(`advance ${id} add-evidence --set title=监测报告`)
    qin.ejc('sync')
    const said = wei.ejc('sync').stdout
    expect(said).toContain(`${id} 双方各有一项 E3：本机的已改为 E4`)
    qin.ejc('sync')
    agree()
    const evidence = textIn(qin, `cases/${id}/evidence.yaml`)
    expect(evidence).toMatch(/id: E3, title: 现场照片/)
    expect(evidence).toMatch(/id: E4, title: 监测报告/)
    expect(textIn(qin, `cases/${id}/case.yaml`)).toMatch(/title: 韦某改的名称[\s\S]*# 覃某：电话待核/)
  })

  it('both register a clue under one number: the second to sync gets the next, and its history goes with it', () => {
    qin.ejc(`new --set title=甲厂排污案 ${clue}`)
    wei.ejc(`new --set title=乙厂排污案 ${clue}`)
    wei.ejc(`advance ${fresh} add-evidence --set title=乙厂照片`)
    qin.ejc('sync')
    expect(wei.ejc('sync').stdout).toContain(
      `两件新案同为 ${fresh}：对方的保留原号，本机的已改为 NN-2026-0003`,
    )
    expect(dataOf(qin.ejc('sync --json'), 'sync')).toMatchObject({ merge: 'fast-forward', pushed: false })
    agree()
    expect(textIn(qin, `cases/${fresh}/case.yaml`)).toContain('甲厂排污案')
    expect(textIn(qin, 'cases/NN-2026-0003/case.yaml')).toMatch(/id: NN-2026-0003[\s\S]*乙厂排污案/)
    const actions = (of: string): unknown[] =>
      listOf(qin.ejc(`log ${of} --json`), 'log').map(({ action }) => action)
    expect(actions('NN-2026-0003')).toEqual(['renumber', 'add-evidence', 'new'])
    expect(actions(fresh)).toEqual(['new'])
    expect(wei.ejc('lint --rule case/duplicate-id --rule case/id-folder-mismatch').stdout).toBe('')
  })

  it('the same fact written differently is shown side by side, and nothing is changed until somebody decides', () => {
    const file = `cases/${id}/case.yaml`
    change(qin, file, (text) => text.replace(/^title: .*$/m, 'title: 甲案'))
    change(wei, file, (text) => text.replace(/^title: .*$/m, 'title: 乙案'))
    qin.git('push', '--quiet')
    const before = [wei.git('rev-parse', 'HEAD'), filesOf(wei.root)]
    const refused = wei.ejc('sync', 1)
    expect(refused.stdout).toMatch(/本机（韦某 .*对方（覃某 .*\n乙案 +甲案\n/)
    expect(refused.stderr).toContain('本机没有改动')
    expect(dataOf(wei.ejc('sync --json', 1), 'sync')).toMatchObject({
      merge: 'none',
      conflicts: [{ address: `${file}#title`, case: id, local: '乙案', remote: '甲案' }],
    })
    expect([wei.git('rev-parse', 'HEAD'), filesOf(wei.root)]).toEqual(before)
    wei.ejc(`sync --take ${file}#title=local`)
    qin.ejc('sync')
    agree()
    expect(textIn(qin, file)).toContain('title: 乙案')
    // Both can read which side won, and who decided it.
    for (const officer of [qin, wei]) {
      const [merge] = listOf(officer.ejc(`log ${id} --json`), 'log').filter(({ action }) => action === 'sync')
      expect(merge).toMatchObject({ by: '韦某', note: '案件名称：用“乙案”，不用“甲案”' })
    }
    expect(qin.ejc(`log ${id}`).stdout).toContain('不用“甲案”')
  })

  it('killed at some moment, the next sync goes on, and nothing is lost or half done', async () => {
    const file = `cases/${id}/evidence.yaml`
    change(qin, file, (text) => `${text}  - { id: E7, title: 覃某补充 }\n`)
    change(wei, file, (text) => `${text}  - { id: E7, title: 韦某补充 }\n`)
    qin.git('push', '--quiet')
    await killedAfter(wei, '韦某', ['sync'], 400)
    wei.ejc('sync')
    expect(wei.git('status', '--porcelain')).toBe('')
    qin.ejc('sync')
    agree()
    for (const title of ['覃某补充', '韦某补充']) expect(textIn(qin, file)).toContain(title)
  })
})

describe('files that are none of the library', { timeout: 60_000 }, () => {
  it('are named, and neither committed nor in the way of a sync; new ones of a case are', () => {
    const officer = openSharedOffice('example-case').clone('覃某')
    const put = (file: string, text: string): void => writeFileSync(join(officer.root, file), text)
    put('期限.ics', 'BEGIN:VCALENDAR\n')
    put('线索.yaml', 'title: 某线索\n')
    execFileSync('git', ['init', '--quiet', join(officer.root, '另一个库')])
    const free = officer.ejc('sync')
    expect(free.exit).toBe(0)
    expect(free.stderr).toMatch(/不在案件库自己的文件夹里：\s+另一个库\/\s+期限.ics\s+线索.yaml/)
    mkdirSync(join(officer.root, `cases/${id}/attachments`), { recursive: true })
    put(`cases/${id}/attachments/现场.txt`, '现场')
    const stopped = officer.ejc('sync', 2)
    expect(stopped.stderr).toContain('下列文件是新的')
    expect(stopped.stderr).not.toContain('还原')
    officer.ejc('sync --commit')
    expect(officer.git('ls-files', '-z')).not.toMatch(/期限|线索/)
    expect(officer.git('ls-files', '-z')).toContain('现场.txt')
  })
})
