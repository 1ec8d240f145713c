import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isMapData } from '../../src/core/facts/data.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { createRepository } from '../support/cli.ts'

const messages = (isBackfilled: boolean | undefined, services: unknown[]): string[] =>
  validateDocument('consultation', { rounds: [{ round: 1, services }] }, {}, 'title', isBackfilled).map(
    ({ message }) => message,
  )

describe('what a case taken over from a ledger may lack', () => {
  test('a key that a ledger need not hold, but no other', () => {
    expect(messages(undefined, [{ obligor: 'o1' }])).toHaveLength(1)
    expect(messages(true, [{ obligor: 'o1' }])).toEqual([])
    expect(messages(true, [{ method: 'mail' }])).toHaveLength(1)
  })

  test('case.yaml says itself whether it was taken over', () => {
    const file = {
      id: 'NN-2026-0001',
      regulation: 'guangxi-2025-draft',
      title: '某案',
      clue: {},
      damage: { scope: 'covered' },
      jurisdiction: { level: 'city', obligee: '某市人民政府', handlingUnit: '某局' },
      obligors: [],
    }
    expect(validateDocument('case', file, {})).toHaveLength(2)
    const backfilled = { on: '2026-11-30', source: '台账.xlsx' }
    expect(validateDocument('case', { ...file, backfilled }, {})).toEqual([])
    expect(validateDocument('case', { ...file, title: undefined, backfilled }, {})).toHaveLength(1)
  })

  test('what may be lacking is required otherwise', () => {
    const wrong = readdirSync('schemas').flatMap((name) => {
      const found: string[] = []
      const visit = (node: unknown): void => {
        if (Array.isArray(node)) for (const each of node) visit(each)
        if (!isMapData(node)) return
        const { required, 'x-backfill': lacking } = node
        if (Array.isArray(lacking))
          found.push(
            ...lacking
              .filter((key) => !Array.isArray(required) || !required.includes(key))
              .map((key) => `${name} ${key}`),
          )
        for (const each of Object.values(node)) visit(each)
      }
      visit(JSON.parse(readFileSync(`schemas/${name}`, 'utf8')))
      return found
    })
    expect(wrong).toEqual([])
  })

  test('lint and show read such a case, and refuse the same in a case begun in ejc', () => {
    const repository = createRepository('example-case')
    const file = 'cases/NN-2026-0001/consultation.yaml'
    const lines = repository.read(file).split('\n')
    repository.write(
      file,
      lines.filter((line) => !/^\s+(?:- )?method:/u.test(line) || /\{/u.test(line)).join('\n'),
    )
    const without = repository.read(file)
    if (without === lines.join('\n')) repository.write(file, without.replace(/method: [a-z-]+, /u, ''))
    expect(repository.ejc(['show', 'NN-2026-0001', '--today', '2026-11-24']).exit).toBe(2)
    const caseFile = 'cases/NN-2026-0001/case.yaml'
    repository.write(
      caseFile,
      `${repository.read(caseFile)}\nbackfilled: { on: 2026-11-20, source: 台账.xlsx, row: 2 }\n`,
    )
    expect(repository.ejc(['show', 'NN-2026-0001', '--today', '2026-11-24']).exit).toBe(0)
    expect(repository.ejc(['lint', '--today', '2026-11-24']).stdout).not.toContain('schema/invalid')
  })
})
