import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Clone, change, filesOf, openSharedOffice as openShared, textIn } from '../../support/clones.ts'
import { hasTmux, openOfficerTerminal, type TerminalOfficer } from './officer.ts'

const id = 'NN-2026-0001'
const file = `cases/${id}/case.yaml`
const clue =
  '--set clue.channel=complaint-media --set damage.scope=covered --set damage.kind=pollutant-discharge --set clue.receivedOn=2026-11-20'

let terminal: TerminalOfficer | undefined
afterEach(() => terminal?.close())

function rename(clone: Clone, title: string): void {
  const text = filesOf(clone.root).get(file) ?? ''
  writeFileSync(join(clone.root, file), text.replace(/^title: .*$/m, `title: ${title}`))
}

describe.skipIf(!hasTmux())('an officer at the terminal', { timeout: 120_000 }, () => {
  it('commits what was changed by hand, sees both versions of a fact, and takes one', async () => {
    const shared = openShared('example-case')
    const [qin, wei] = [shared.clone('qin'), shared.clone('wei')]
    rename(qin, '甲案')
    qin.ejc('sync --commit')
    rename(wei, '乙案')
    terminal = openOfficerTerminal(wei.root)
    await terminal.ejc('sync')
    await terminal.chooses('先提交这些改动，再同步', '是')
    await terminal.sees(/案件名称\n本机（\S+ .*对方（qin .*\n乙案 +甲案/)
    await terminal.chooses('用哪一个', '先不合并')
    expect(await terminal.exits()).toBe(1)
    expect(filesOf(wei.root).get(file)).toContain('title: 乙案')
    await terminal.ejc('sync')
    await terminal.chooses('用哪一个', '用对方的')
    expect(await terminal.exits()).toBe(0)
    expect(filesOf(wei.root).get(file)).toContain('title: 甲案')
    expect(wei.git('status', '--porcelain')).toBe('')
  })

  it('is asked before a new case of hers gets another number', async () => {
    const shared = openShared('example-case')
    const [qin, wei] = [shared.clone('qin'), shared.clone('wei')]
    const fresh = 'NN-2026-0002'
    for (const each of [qin, wei]) each.ejc(`new --set title=${each === qin ? '甲' : '乙'}厂排污案 ${clue}`)
    qin.git('push', '--quiet')
    terminal = openOfficerTerminal(wei.root)
    await terminal.ejc('sync')
    await terminal.sees(`编号都是 ${fresh}`, '本机的改为 NN-2026-0003')
    await terminal.chooses('改号并合并', '否')
    expect(await terminal.exits()).toBe(1)
    expect(textIn(wei, `cases/${fresh}/case.yaml`)).toContain('乙厂排污案')
    await terminal.ejc('sync')
    await terminal.chooses('改号并合并', '是')
    expect(await terminal.exits()).toBe(0)
    expect(textIn(wei, 'cases/NN-2026-0003/case.yaml')).toContain('乙厂排污案')
    expect(textIn(wei, `cases/${fresh}/case.yaml`)).toContain('甲厂排污案')
  })

  it('is asked before a case follows the number that another officer gave it', async () => {
    const shared = openShared('example-case')
    const [qin, wei] = [shared.clone('qin'), shared.clone('wei')]
    qin.ejc(`renumber ${id} NN-2026-0009 --yes`)
    qin.git('push', '--quiet')
    change(wei, file, (text) => `${text}# 补记\n`)
    terminal = openOfficerTerminal(wei.root)
    await terminal.ejc('sync')
    await terminal.sees('对方已把案件', 'NN-2026-0009')
    await terminal.chooses('改号并合并', '是')
    expect(await terminal.exits()).toBe(0)
    expect(textIn(wei, 'cases/NN-2026-0009/case.yaml')).toContain('# 补记')
    qin.git('pull', '--quiet')
    expect(filesOf(wei.root)).toEqual(filesOf(qin.root))
  })

  it('sees the old and the new address before the shared repository is changed for another', async () => {
    const [old, other] = [openShared(), openShared()]
    const wei = old.clone('wei')
    wei.git('push', '--quiet', other.url, '--force', 'main')
    terminal = openOfficerTerminal(wei.root)
    await terminal.ejc(`sync --remote ${other.url}`)
    await terminal.sees('现在的共享库', '改用的共享库')
    await terminal.chooses('改用新的共享库', '否')
    expect(await terminal.exits()).toBe(130)
    expect(wei.git('remote', 'get-url', 'origin').trim()).toBe(old.url)
    await terminal.ejc(`sync --remote ${other.url}`)
    await terminal.chooses('改用新的共享库', '是')
    expect(await terminal.exits()).toBe(0)
    expect(wei.git('remote', 'get-url', 'origin').trim()).toBe(other.url)
  })
})
