import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataOf, listOf } from '../../../support/cli.ts'
import { type Clone, change, openSharedOffice } from '../../../support/clones.ts'

const own = 'NN-2026-0001'
const other = 'NN-2025-0003'
const fresh = 'NN-2026-0002'
const clue =
  '--set clue.channel=complaint-media --set damage.scope=covered --set damage.kind=pollutant-discharge --set clue.receivedOn=2026-11-20'

/** A county that keeps its own case alone, and a colleague in the city who has them all. */
function county(): { readonly city: Clone; readonly here: Clone } {
  const office = openSharedOffice('example-case', 'example-case-2')
  const [city, here] = [office.clone('覃某'), office.clone('韦某')]
  here.git('sparse-checkout', 'set', `cases/${own}`)
  return { city, here }
}

const isHere = ({ root }: Clone, id: string): boolean => existsSync(join(root, 'cases', id))

describe('a county that keeps its own cases alone', { timeout: 60_000 }, () => {
  const { city, here } = county()

  it('gets what concerns them, and of the others the index alone', () => {
    city.ejc(`new --set title=甲厂排污案 ${clue}`)
    change(city, `cases/${other}/closing.yaml`, (text) => `${text}# 市局补记\n`)
    change(city, `cases/${own}/case.yaml`, (text) => `${text}# 市局补记\n`)
    city.ejc('sync')
    expect(here.ejc('sync').stdout).toContain('已收到')
    expect(readFileSync(join(here.root, `cases/${own}/case.yaml`), 'utf8')).toContain('# 市局补记')
    expect([other, fresh].filter((id) => isHere(here, id))).toEqual([])
    expect(here.git('status', '--porcelain')).toBe('')
    expect(here.git('ls-files', '-t', `cases/${fresh}`)).toMatch(/^S cases/)
    expect(here.git('diff', '--cached', '--name-only')).toBe('')
  })

  it('is told that a case which is not here may be in the library, and how to have it', () => {
    const refused = here.ejc(`show ${other}`, 2).stderr
    expect(refused).toContain(`git sparse-checkout add cases/${other}`)
    expect(city.ejc('show NN-2026-0099', 2).stderr).not.toContain('sparse-checkout')
  })

  it('merges its own work with that of the city, and sends it', () => {
    city.ejc(`advance ${own} notify-leniency o2 --set to=某县公安局 --set on=2026-11-20`)
    change(city, `cases/${other}/case.yaml`, (text) => `${text}# 市局再记\n`)
    city.ejc('sync')
    here.ejc(`advance ${own} add-evidence --set title=县局照片`)
    expect(dataOf(here.ejc('sync --json'), 'sync')).toMatchObject({ merge: 'merged', pushed: true })
    expect(isHere(here, other)).toBe(false)
    expect(here.git('status', '--porcelain')).toBe('')
    city.ejc('sync')
    expect(readFileSync(join(city.root, `cases/${own}/evidence.yaml`), 'utf8')).toContain('县局照片')
    expect(readFileSync(join(city.root, `cases/${other}/case.yaml`), 'utf8')).toContain('# 市局再记')
  })

  it.each(['list', 'due', 'board', 'search 排污', 'report 年度'])(
    'is told by %s how many cases are not here',
    (call) => {
      expect(here.ejc(call).stderr).toContain('案件库另有 2 件案件不在这台电脑上')
      expect(city.ejc(call).stderr).not.toContain('不在这台电脑上')
    },
  )

  it('has their number in a report that goes out, and in doctor', () => {
    expect(here.ejc('report 年度').stdout).toContain('不在这台电脑上、没有列入的案件：2')
    expect(here.ejc('doctor').stdout).toMatch(/不在这台电脑上的案件：2 件/)
  })

  it('numbers a new case after all of them', () => {
    here.ejc(`new --set title=乙厂排污案 ${clue}`)
    expect(listOf(here.ejc('list --json'), 'list').map(({ case: id }) => id)).toContain('NN-2026-0003')
    // A later look by git at what belongs here does not take it away.
    here.git('sparse-checkout', 'reapply')
    expect(isHere(here, 'NN-2026-0003')).toBe(true)
    expect(here.git('status', '--porcelain')).toBe('')
  })

  it('hears of a case of which half is here', () => {
    // As a git that does not know of the sparse checkout leaves it.
    here.git('checkout-index', '--force', '--ignore-skip-worktree-bits', `cases/${other}/case.yaml`)
    expect(here.ejc('list').stderr).toMatch(/NN-2025-0003 在这台电脑上只有一部分文件，所列的阶段、期限不可靠/)
    expect(here.ejc('doctor', 1).stdout).toContain('只有一部分文件')
  })
})

describe('a county that fetches the contents of its own cases alone', { timeout: 60_000 }, () => {
  it('syncs as with all of them', () => {
    const office = openSharedOffice('example-case', 'example-case-2')
    const [city, here] = [office.clone('覃某'), office.clone('韦某')]
    for (const name of ['allowFilter', 'allowAnySHA1InWant'])
      city.git(`--git-dir=${office.bare}`, 'config', `uploadpack.${name}`, 'true')
    rmSync(here.root, { recursive: true })
    city.git('clone', '--quiet', '--filter=blob:none', '--sparse', office.url, here.root)
    here.git('sparse-checkout', 'set', `cases/${own}`)
    change(city, `cases/${other}/case.yaml`, (text) => `${text}# 市局补记\n`)
    change(city, `cases/${own}/case.yaml`, (text) => `${text}# 市局补记\n`)
    city.ejc('sync')
    here.ejc(`advance ${own} add-evidence --set title=县局照片`)
    expect(dataOf(here.ejc('sync --json'), 'sync')).toMatchObject({ merge: 'merged', pushed: true })
    expect(here.git('status', '--porcelain')).toBe('')
    expect(isHere(here, other)).toBe(false)
    city.ejc('sync')
    expect(readFileSync(join(city.root, `cases/${other}/case.yaml`), 'utf8')).toContain('# 市局补记')
  })
})

describe('what a clone without contents fetches', { timeout: 120_000 }, () => {
  const office = openSharedOffice('example-case', 'example-case-2')
  const [city, here] = [office.clone('覃某'), office.clone('韦某')]
  for (const name of ['allowFilter', 'allowAnySHA1InWant'])
    city.git(`--git-dir=${office.bare}`, 'config', `uploadpack.${name}`, 'true')
  change(city, `cases/${other}/case.yaml`, (text) => `${text}# 市局补记\n`)
  city.ejc('sync')
  rmSync(here.root, { recursive: true })
  city.git('clone', '--quiet', '--filter=blob:none', '--sparse', office.url, here.root)
  here.git('sparse-checkout', 'set', `cases/${own}`)

  /** The contents of the other cases, in each of their versions, that are here. */
  const fetched = (): string[] => {
    const present = here.git('cat-file', '--batch-all-objects', '--batch-check=%(objectname) %(objecttype)')
    const blobs = new Set(present.split('\n').flatMap((line) => line.match(/^(\w+) blob$/)?.[1] ?? []))
    const all = city.git('rev-list', '--objects', '--all').split('\n')
    return all.filter((line) => line.includes(` cases/${other}/`) && blobs.has(line.split(' ')[0] ?? ''))
  }

  it.each([
    ...['list', 'due', `show ${own}`, `log ${own}`, 'search 排污', 'report 年度', 'report ledger', 'board'],
    ...['doctor', `archive ${own} --dry-run`, `render ${own} --list`],
    ...['lint', 'lint --verify-history', 'lint --changed HEAD --fail-on new-record'],
    `new --set title=甲厂排污案 ${clue}`,
    `advance ${own} add-evidence --set title=县局照片`,
    `amend ${own} new --set cause=县局更正 --reason 写错`,
    `renumber ${fresh}`,
    'sync',
  ])('ejc %s: nothing of other cases', (call) => {
    here.ejc(call, call === 'lint' || call === 'lint --verify-history' ? 1 : 0)
    expect(fetched()).toEqual([])
  })

  it('a merge with the work of others: their content alone', () => {
    change(city, `cases/${own}/case.yaml`, (text) => `${text}# 市局补记\n`)
    change(city, `cases/${other}/closing.yaml`, (text) => `${text}# 市局再记\n`)
    city.ejc('sync')
    here.ejc(`advance ${own} add-evidence --set title=县局照片二`)
    expect(dataOf(here.ejc('sync --json'), 'sync')).toMatchObject({ merge: 'merged', pushed: true })
    expect(fetched()).toEqual([])
  })
})
