import { describe, expect, it } from 'vitest'
import { lastOf, placesOfSurvivors, type Report, retold, scoreOf, tallies } from '../mutation-score.ts'

type Mutant = Report['files'][string]['mutants'][number]

const mutant = (status: string, replacement = 'true', line = 5): Mutant => ({
  status,
  mutatorName: 'ConditionalExpression',
  replacement,
  location: { start: { line, column: 7 }, end: { line, column: 12 } },
})

const report = (files: Record<string, readonly string[]>): Report => ({
  files: Object.fromEntries(
    Object.entries(files).map(([path, statuses]) => [
      path,
      { mutants: statuses.map((status) => mutant(status)) },
    ]),
  ),
})

describe('the score of mutation tests', () => {
  it('counts what a test could kill, by folder', () => {
    const { all, folders } = tallies(
      report({
        'src/core/view.ts': ['Killed', 'Ignored'],
        'src/core/lint/rules/case/a.ts': ['Killed', 'Survived', 'CompileError'],
        'src/core/lint/engine.ts': ['Timeout', 'NoCoverage'],
      }),
    )
    expect(all).toEqual({ killed: 3, valid: 5 })
    expect(folders).toEqual([
      ['src/core', { killed: 1, valid: 1 }],
      ['src/core/lint', { killed: 2, valid: 4 }],
    ])
    expect(scoreOf(all)).toBe(60)
    expect(scoreOf(tallies(report({})).all)).toBe(100)
  })

  it('takes a file from the later of two reports', () => {
    const joined = lastOf(
      report({ 'src/core/a.ts': ['Survived'], 'src/core/b.ts': ['Killed'] }),
      report({ 'src/core/a.ts': ['Killed'] }),
    )
    expect(tallies(joined).all).toEqual({ killed: 2, valid: 2 })
    expect(tallies(lastOf(undefined, report({ 'src/core/a.ts': ['Killed'] }))).all).toEqual({
      killed: 1,
      valid: 1,
    })
  })

  it('looks once more at what survived the nearest tests, and at nothing else', () => {
    const near: Report = {
      files: {
        'src/core/a.ts': {
          mutants: [mutant('Survived'), mutant('NoCoverage', 'false'), mutant('Killed', 'true', 6)],
        },
        'src/core/b.ts': { mutants: [mutant('Survived')] },
      },
    }
    expect(placesOfSurvivors(near)).toEqual(['src/core/a.ts:5:6-5:11', 'src/core/b.ts:5:6-5:11'])
    const all: Report = {
      files: { 'src/core/a.ts': { mutants: [mutant('Killed'), mutant('Survived', 'false')] } },
    }
    const statuses = Object.values(retold(near, all).files).map(({ mutants }) =>
      mutants.map(({ status }) => status),
    )
    expect(statuses).toEqual([['Killed', 'Survived', 'Killed'], ['Survived']])
  })
})
