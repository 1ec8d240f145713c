import { describe, expect, it } from 'vitest'
import { type RecordLine, recordOf } from '../../src/core/archive/record.ts'
import { crowdedCase } from '../forms/crowd.ts'

const said = (lines: readonly RecordLine[]): string[] =>
  lines.map((line) =>
    'heading' in line ? `${line.depth} ${line.heading}` : `${line.depth} ${line.label}：${line.value}`,
  )

describe('the record of a case in plain words', () => {
  const view = crowdedCase(2)
  const parts = recordOf(view)
  const all = parts.flatMap(({ lines }) => said(lines))

  it('has a part for each file of the case, by its Chinese title', () => {
    expect(parts.map(({ title }) => title).slice(0, 2)).toEqual(['案件基本情况', '初步核查'])
    for (const { title } of parts) expect(title).toMatch(/^\p{Script=Han}+$/u)
  })

  it('has Chinese titles, values in words, and names in place of ids', () => {
    for (const line of all) expect(line).not.toMatch(/^\d+ [A-Za-z]/)
    expect(all.join('\n')).not.toMatch(/：(?:true|false|o\d|organization|individual)$/m)
    expect(all.some((line) => /：\d{4}年\d+月\d+日$/.test(line))).toBe(true)
  })

  it('tells every fact: each text of the data is found in it', () => {
    const texts: string[] = []
    const visit = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value)
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
    }
    visit(view.facts.documents)
    const record = all.join('\n')
    // Codes, ids, days and sums are told in other words.
    const plain = texts.filter((text) => /\p{Script=Han}{6,}/u.test(text))
    expect(plain.length).toBeGreaterThan(20)
    expect(plain.filter((text) => !record.includes(text))).toEqual([])
  })

  it('says what belongs to a section before what lies in it', () => {
    const { lines = [] } = parts[0] ?? {}
    const first = lines.findIndex((line) => 'heading' in line)
    const rest = lines.slice(first)
    expect(rest.filter((line) => !('heading' in line) && line.depth === 0)).toEqual([])
  })

  it('tells what happened by its day, though it was entered later', () => {
    const late = crowdedCase(2, undefined, ({ investigation }) => {
      const activities = investigation?.process?.activities
      const [first] = activities ?? []
      if (first) activities?.push({ ...first, on: '2020-01-02' })
    })
    const record = recordOf(late).flatMap(({ lines }) => said(lines))
    const days = record.filter((line) => line.includes('调查日期：'))
    expect(days.length).toBeGreaterThan(1)
    expect(days[0]).toContain('2020年1月2日')
  })
})
