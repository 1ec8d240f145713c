import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Clone, filesOf, openOffice as openShared } from '../../support/clones.ts'
import { hasTmux, type Office, openOffice } from './office.ts'

const id = 'NN-2026-0001'
const file = `cases/${id}/case.yaml`

let terminal: Office | undefined
afterEach(() => terminal?.close())

function rename(clone: Clone, title: string): void {
  const text = filesOf(clone.root).get(file) ?? ''
  writeFileSync(join(clone.root, file), text.replace(/^title: .*$/m, `title: ${title}`))
}

describe.skipIf(!hasTmux())('an officer at the terminal', { timeout: 60_000 }, () => {
  it('commits what was changed by hand, sees both versions of a fact, and takes one', async () => {
    const shared = openShared('example-case')
    const [qin, wei] = [shared.clone('qin'), shared.clone('wei')]
    rename(qin, '甲案')
    qin.ejc('sync --commit')
    rename(wei, '乙案')
    terminal = openOffice(wei.root)
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
})
