import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type Call, dataOf, ejcIn, temporaryFolder } from '../../../support/cli.ts'

/** A repository with one case of 2024 that was taken over from a ledger on 2026-09-01, of which little is on record. */
function withTakenOver(extra: Readonly<Record<string, unknown>> = {}) {
  const root = join(temporaryFolder(), 'repository')
  cpSync(join(import.meta.dirname, '../../../../examples/repository'), root, { recursive: true })
  rmSync(join(root, 'cases'), { recursive: true })
  const id = 'GC-2024-0009'
  const documents = {
    case: {
      id,
      regulation: 'guangxi-2025-draft',
      title: '某河段旧案',
      clue: { channel: 'routine-supervision', foundOn: '2024-03-04' },
      damage: { scope: 'covered', kind: 'pollutant-discharge' },
      jurisdiction: { level: 'city', obligee: '桂川市人民政府', handlingUnit: '桂川市生态环境局' },
      officers: [{ name: '覃某' }],
      obligors: [{ id: 'o1', kind: 'organization', name: '某旧案有限公司' }],
      backfilled: { on: '2026-09-01', source: '台账.xlsx', sheet: '案件', row: 12 },
    },
    investigation: { initiation: { initiatedOn: '2024-03-12' } },
    ...extra,
  }
  mkdirSync(join(root, 'cases', id), { recursive: true })
  for (const [name, document] of Object.entries(documents))
    writeFileSync(join(root, 'cases', id, `${name}.yaml`), stringify(document))
  return (...args: string[]): Call => ejcIn(root, [...args, '--today', '2026-11-24'])
}

const ejc = withTakenOver()
const id = 'GC-2024-0009'

describe('a case taken over from a ledger, in the lists', () => {
  it('is not late by what ran out before, neither for people nor for CI', () => {
    expect(ejc('due', id, '--overdue').stdout).not.toContain('损害调查')
    expect(ejc('due', id, '--fail-overdue').exit).toBe(0)
    expect(ejc('due', id).stdout).not.toContain('初步核查')
    expect(ejc('list', '--overdue').stdout).not.toContain(id)
    expect(ejc('board', '--json').stdout).not.toMatch(/GC-2024-0009[^}]*"status":"overdue"/u)
  })

  it('tells it where everything is asked for, in a group of its own', () => {
    const all = ejc('due', id, '--all')
    expect(all.stdout).toContain('补录前（没有载明，不计逾期）')
    expect(all.stdout).toMatch(/损害调查/u)
    const data = dataOf(ejc('due', id, '--all', '--json'), 'due')
    expect(data).toContainEqual(
      expect.objectContaining({ deadline: 'investigation', status: 'history', daysLeft: null }),
    )
    expect(ejc('due', id, '--all', '--explain').stdout).toMatch(
      /\d\. 补录时最后一日已过，没有载明是否办理，不计逾期：2026-09-01（第三十八条）\n {2}⇒ 最后一日 2024-05-11；补录前。/u,
    )
  })

  it('is named once by lint, as a notice; nothing of it fails CI', () => {
    const lint = ejc('lint', join('cases', id))
    expect(lint.exit).toBe(0)
    expect(lint.stdout).toContain('补录时未载明：')
    expect(lint.stdout).toContain('“台账.xlsx”“案件”表第 12 行')
    expect(lint.stdout.match(/补录时未载明/gu)).toHaveLength(1)
    const alone = ejc('lint', join('cases', id), '--rule', 'case/backfilled', '--json')
    expect(alone.stdout).toContain('初步核查')
  })

  it('owes the office no list of the quarters before it was taken over', () => {
    const periods = (call: Call) =>
      [...call.stdout.matchAll(/"deadline": ?"annual-report"[^}]*?"subject": ?"(\d{4})"/gu)].map(
        ([, year]) => year,
      )
    expect(periods(ejc('due', '--all', '--json'))).toEqual([])
    expect(ejc('due', '--all', '--json').stdout).toContain('2026Q3')
    expect(ejc('due', '--all', '--json').stdout).not.toContain('2026Q2')
  })

  it('is late by what an obligor owes from before', () => {
    const owing = withTakenOver({
      agreements: {
        agreements: [
          {
            id: 'G1',
            obligors: ['o1'],
            signedOn: '2024-05-20',
            compensation: { items: [{ head: 'service-loss', amount: '100000.00', by: 'payment' }] },
            payments: [{ id: 'P1', obligor: 'o1', dueOn: '2024-06-28', amount: '100000.00' }],
          },
        ],
      },
    })
    expect(owing('due', id, '--overdue').stdout).toContain('支付赔偿款')
    expect(owing('due', id, '--fail-overdue').exit).toBe(1)
    expect(owing('lint', join('cases', id)).exit).toBe(1)
    expect(owing('list', '--overdue').stdout).toContain(id)
  })
})
