import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Finding } from '../../src/core/lint/define.ts'
import { MOST_LISTED, problemCollector } from '../../src/core/schema/collector.ts'
import { validateDocument } from '../../src/core/schema/validate.ts'
import { boundedFindings } from '../../src/office/lint/bounded.ts'
import { type Call, createRepository, listOf } from '../support/cli.ts'

const MANY = 20_000
const unknown = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, 1]))
const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const mebibyte = 1024 * 1024

describe('a file of nothing but mistakes', { timeout: 60_000 }, () => {
  it('has the first hundred explained, and no other', () => {
    const { add, problems } = problemCollector()
    let explained = 0
    for (let index = 0; index < MANY; index += 1)
      add('unknown-key', `/key${index}`, () => {
        explained += 1
        return { code: 'unknown-key', path: [`key${index}`], message: String(index) }
      })
    const told = problems((place) => [place])
    expect(explained).toBe(MOST_LISTED)
    expect(told).toHaveLength(MOST_LISTED + 1)
    expect(told.at(-1)).toMatchObject({ path: [`/key${MOST_LISTED}`] })
    expect(told.at(-1)?.message).toContain(`另有 ${MANY - MOST_LISTED} 处`)
  })

  it('never hides a wrong value behind unknown keys, nor the other way round', () => {
    const problems = validateDocument('screening', { ...unknown(MANY), screenedOn: 3 }, {})
    expect(problems.filter(({ code }) => code === 'invalid').length).toBeGreaterThan(0)
    expect(problems.filter(({ code }) => code === 'unknown-key')).toHaveLength(MOST_LISTED + 1)
  })

  it('counts a place once, though it is wrong in two ways', () => {
    const data = { evidence: Array.from({ length: 300 }, () => ({ id: 'E1', title: 3 })) }
    const problems = validateDocument('evidence', data, {})
    expect(problems).toHaveLength(MOST_LISTED + 1)
    // Three hundred titles that are no text, and 299 ids that stand twice.
    expect(problems.at(-1)?.message).toContain(`另有 ${300 + 299 - MOST_LISTED} 处`)
  })
})

describe('what is printed of it', { timeout: 120_000 }, () => {
  const { ejc, read, write } = createRepository('example-case')
  write(`cases/${id}/screening.yaml`, `${read(`cases/${id}/screening.yaml`)}\n${stringify(unknown(MANY))}`)

  const isShort = ({ stdout, exit }: Call, expected = 1): void => {
    expect(exit).toBe(expected)
    expect(stdout.length).toBeLessThan(mebibyte / 4)
    expect(stdout).toContain(`另有 ${MANY - MOST_LISTED} 处`)
  }

  it.each(['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'])('ejc lint --format %s', (format) => {
    isShort(ejc(['lint', '--format', format, ...day]))
  })

  it('ejc show, as text and as JSON', () => {
    isShort(ejc(['show', id, '--json', ...day]), 0)
    expect(ejc(['show', id, ...day]).stdout.length).toBeLessThan(mebibyte / 16)
  })

  it('names the line of the first that is not told', () => {
    const found = listOf(ejc(['lint', '--json', ...day]), 'lint')
    const last = found.find(({ message }) => String(message).includes('另有'))
    expect(last).toMatchObject({ rule: 'schema/unknown-key', case: id, path: `t${MOST_LISTED}` })
  })
})

describe('findings of one rule in one case', () => {
  const finding = (line: number, rule = 'case/date-order'): Finding => {
    const file = `cases/${id}/case.yaml`
    return {
      rule,
      code: null,
      severity: 'error',
      message: 'x',
      article: null,
      case: id,
      file,
      line,
      column: 1,
      path: 'a',
    }
  }

  it('are told up to a hundred, then counted', () => {
    const all = Array.from({ length: 250 }, (_, index) => finding(index + 1))
    const told = boundedFindings([...all, finding(1, 'case/future-date')])
    expect(told).toHaveLength(MOST_LISTED + 2)
    expect(told.at(-1)).toMatchObject({ rule: 'case/date-order', line: MOST_LISTED + 1, code: 'more' })
    expect(told.at(-1)?.message).toContain('另有 150 处')
  })

  it('stay as they are when they are fewer', () => {
    const few = [finding(1), finding(2)]
    expect(boundedFindings(few)).toEqual(few)
  })

  it('are counted apart by severity, so that no notice stands for an error', () => {
    const notices = Array.from(
      { length: 150 },
      (_, index): Finding => ({ ...finding(index), severity: 'notice' }),
    )
    const told = boundedFindings([...notices, finding(200)])
    expect(told.filter(({ severity }) => severity === 'error')).toEqual([finding(200)])
  })
})
