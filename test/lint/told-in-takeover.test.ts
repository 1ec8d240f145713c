import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { CaseRule, FindingDraft, PlacedFinding } from '../../src/core/lint/define.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { adjustToTakeover, withUnrecorded } from '../../src/core/lint/taken-over.ts'
import { viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'

const setting = settingOn('2026-11-24')

/** The lawful sample case, taken over from a ledger on a day, or begun in ejc. */
function view(on: string | null, change: (documents: Documents) => void = () => undefined) {
  const documents = sampleDocuments()
  if (on !== null) documents.case.backfilled = { on, source: '台账.xlsx' }
  change(documents)
  return viewOf(factsOf(documents), setting)
}

const finding: PlacedFinding = {
  rule: 'agreement/clause-missing',
  code: null,
  severity: 'error',
  message: '缺少条款。',
  article: '第二十一条',
  about: 'omission',
  // The agreement was signed on 2025-07-24.
  document: 'agreements',
  path: ['agreements', 0],
}
const draft: FindingDraft = { target: 'agreements', path: [], message: finding.message }

interface Told {
  readonly rule?: Pick<CaseRule, 'severityStays' | 'unrecorded'>
  readonly draft?: Partial<FindingDraft>
  readonly at?: Partial<PlacedFinding>
}

/** How it is told: its severity, and what is only named. */
function told(on: string | null, { rule = {}, draft: more = {}, at = {} }: Told = {}, changed = view(on)) {
  const { finding: result, unrecorded } = adjustToTakeover(
    changed,
    rule,
    { ...draft, ...more },
    { ...finding, ...at },
  )
  return [result.severity, unrecorded]
}

describe('第三十八条: a finding in a case that was taken over from a ledger', () => {
  test('about the time before is a notice that says so; about the day itself and after, it is told in full', () => {
    expect(told('2025-07-25')).toEqual(['notice', undefined])
    expect(told('2025-07-24')).toEqual(['error', undefined])
    expect(told(null)).toEqual(['error', undefined])
    const { finding: before } = adjustToTakeover(view('2025-07-25'), {}, draft, finding)
    expect(before.message).toBe('缺少条款。（补录以前的事项，不作错误。）')
  })

  test('about what a ledger may not tell is only named, by the finding or by its rule', () => {
    const rule = { unrecorded: '协议条款' }
    expect(told('2026-09-01', { rule })).toEqual(['notice', '协议条款'])
    expect(told('2026-09-01', { rule, draft: { unrecorded: '签订地点' } })).toEqual(['notice', '签订地点'])
    expect(told('2026-09-01', { rule, draft: { unrecorded: null } })).toEqual(['notice', undefined])
    expect(told('2025-07-24', { rule })).toEqual(['error', undefined])
  })

  test('that the record contradicts itself stays an error', () => {
    expect(told('2026-09-01', { rule: { severityStays: 'record' } })).toEqual(['error', undefined])
  })

  test('that something is owed stays an error, unless the case was closed before', () => {
    const owed: Told = { rule: { severityStays: 'owed' } }
    const closed = (closedOn: string) =>
      view('2026-09-01', (documents) => {
        documents.closing = { closed: { closedOn } }
      })
    expect(told('2026-09-01', owed)).toEqual(['error', undefined])
    expect(told('2026-09-01', owed, closed('2026-08-31'))).toEqual(['notice', undefined])
    expect(told('2026-09-01', owed, closed('2026-09-01'))).toEqual(['error', undefined])
  })

  test('is of its own day where it names one', () => {
    expect(told('2025-07-24', { draft: { day: '2025-07-23' } })).toEqual(['notice', undefined])
    expect(told('2025-08-01', { draft: { day: '2025-08-01' } })).toEqual(['error', undefined])
  })

  test('is of the latest day in the nearest section that holds any', () => {
    const inRound = { document: 'consultation', path: ['rounds', 0, 'services', 0, 'receipt'] } as const
    // The service was on 2025-05-27; the round went on until 2025-07-10.
    expect(told('2025-05-28', { at: inRound })).toEqual(['notice', undefined])
    expect(told('2025-05-27', { at: inRound })).toEqual(['error', undefined])
    const ofRound = { document: 'consultation', path: ['rounds', 0, 'moreMeetings'] } as const
    expect(told('2025-07-10', { at: ofRound })).toEqual(['error', undefined])
    expect(told('2025-07-11', { at: ofRound })).toEqual(['notice', undefined])
  })

  test('at the head of case.yaml, which holds the day of the takeover itself, is of the day of the clue', () => {
    const atCase = { document: 'case', path: ['title'] } as const
    // The clue was found on 2025-03-03.
    expect(told('2025-03-04', { at: atCase })).toEqual(['notice', undefined])
    expect(told('2025-03-03', { at: atCase })).toEqual(['error', undefined])
    const undated = view('2020-01-01', (documents) => {
      documents.case.clue = { channel: 'other' }
    })
    expect(told('2020-01-01', { at: atCase }, undated)).toEqual(['notice', undefined])
  })

  test('a day that is only set says nothing of when it happened', () => {
    const noticed = view('2025-06-01', (documents) => {
      // Issued on 2025-05-26, to be answered by 2025-06-09.
      const [round] = documents.consultation?.rounds ?? []
      if (round)
        documents.consultation = { rounds: [{ round: 1, ...(round.notice && { notice: round.notice }) }] }
    })
    const at = { document: 'consultation', path: ['rounds', 0, 'notice', 'panel'] } as const
    expect(told('2025-06-01', { at }, noticed)).toEqual(['notice', undefined])
  })
})

describe('what a ledger does not say is named once', () => {
  const all = (
    on: string | null,
    unrecorded: readonly (string | null)[],
    change?: (documents: Documents) => void,
  ) => {
    const findings = unrecorded.map(
      (each, index): PlacedFinding => ({ ...finding, code: `${index} ${each}` }),
    )
    const named = findings.flatMap((each, index): [PlacedFinding, string][] => {
      const name = unrecorded[index]
      return name ? [[each, name]] : []
    })
    return withUnrecorded(view(on, change), findings, new Map(named)).map(({ rule, code, message }) =>
      rule === 'case/backfilled' ? message : code,
    )
  }

  test('each once, beside what is told in full', () => {
    expect(all('2026-09-01', ['协议条款', null, '协议条款', '送达回证'])).toEqual([
      '1 null',
      '补录时未载明：协议条款、送达回证。本案 2026-09-01 从“台账.xlsx”补录，此前没有载明的不作错误；查明后用 ejc advance、ejc amend 补登。',
    ])
    expect(all('2026-09-01', [null])).toEqual(['0 null'])
    expect(all(null, ['协议条款'])).toEqual(['0 协议条款'])
  })

  test('with the sheet and the row from which the case came', () => {
    const from = (more: object) =>
      all('2026-09-01', ['协议条款'], ({ case: file }) => {
        if (file.backfilled) Object.assign(file.backfilled, more)
      }).join()
    expect(from({ sheet: '2025年', row: 12 })).toContain('从“台账.xlsx”“2025年”表第 12 行补录')
    expect(from({ row: 12 })).toContain('从“台账.xlsx”第 12 行补录')
    expect(from({ sheet: '2025年' })).toContain('从“台账.xlsx”“2025年”表补录')
  })

  test('and can be silenced with a reason', () => {
    const silenced = (reason: string, rule = 'case/backfilled') =>
      all('2026-09-01', ['协议条款'], ({ case: file }) => {
        file.lint = { suppress: [{ rule, reason }] }
      })
    expect(silenced('原卷已经销毁')).toEqual([])
    expect(silenced(' ')).toHaveLength(1)
    expect(silenced('原卷已经销毁', 'agreement/bond')).toHaveLength(1)
  })
})
