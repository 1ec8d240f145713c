import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'

/** The limitation against o1: since when it counts, and what its first step says. */
function limitation(file: Values, facts: Values = {}): string[] {
  const damage = { scope: 'covered', kind: 'pollutant-discharge', discoveredOn: '2024-01-02' }
  const obligors = [{ id: 'o1', kind: 'organization', name: '某公司' }]
  const documents = documentsFor({
    base: 'minimal',
    facts: { case: { damage, obligors, ...file }, ...facts },
  })
  const { deadlines } = viewOf(factsOf(documents), settingOn('2026-11-24'))
  return deadlines
    .filter(({ deadline, subject }) => deadline === 'limitation' && subject === 'o1')
    .flatMap(({ start, trace }) => [String(start), trace.map(({ step }) => step).join('；')])
}

const backfilled = { backfilled: { on: '2026-09-01', source: '台账.xlsx' } }
const initiated = { investigation: { initiation: { initiatedOn: '2024-05-10' } } }
const known = { damage: { scope: 'covered', kind: 'pollutant-discharge', knownOn: '2024-06-01' } }

describe('生态环境法典第一千零五十四条: the limitation in a case taken over from a ledger', () => {
  test('counts from the initiation, where the ledger does not say when the obligor was known', () => {
    const [start, steps] = limitation(backfilled, initiated)
    expect(start).toBe('2024-05-10')
    expect(steps).toContain('暂从启动索赔之日起算')
  })

  test('counts from the day on which the damage was known, where that came later', () => {
    expect(limitation({ ...backfilled, ...known }, initiated)[0]).toBe('2024-06-01')
  })

  test('counts from the later of the two days, where both are on record', () => {
    const obligors = [{ id: 'o1', name: '某公司', identifiedOn: '2024-03-02' }]
    const [start, steps] = limitation({ ...backfilled, obligors }, initiated)
    expect(start).toBe('2024-03-02')
    expect(steps).not.toContain('暂从启动索赔之日起算')
  })

  test('does not count before the initiation, nor so in a case that was begun in ejc', () => {
    expect(limitation(backfilled)).toEqual([])
    expect(limitation({}, initiated)).toEqual([])
  })
})
