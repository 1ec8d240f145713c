import { describe, expect, it } from 'vitest'
import { neededPlace } from '../../src/core/stages/needed-place.ts'
import type { CaseView } from '../../src/core/view.ts'
import { viewOfFixture } from '../support/setting.ts'
import { type Given, step } from '../support/step.ts'

/** Where a need belongs: the step that recorded it with its subject, the section, and the key as `--set` takes it. */
function placed(needed: string, view: CaseView = step('screen').view): string[] | undefined {
  const place = neededPlace(view, needed)
  if (!place) return undefined
  const { recorded, document, path, key, keyOfRecorded } = place
  expect(keyOfRecorded.split('.')).toContain(key)
  return [[recorded.step, recorded.subject].join(' ').trim(), [document, ...path].join('.'), keyOfRecorded]
}
const inCase = (needed: string, given: Given): string[] | undefined =>
  placed(needed, step('screen', given).view)

describe('where a need belongs', () => {
  it.each<[string, string, string, string]>([
    ['screening.findings', 'screen', 'screening', 'findings'],
    ['investigation.initiation.reason', 'initiate', 'investigation.initiation', 'reason'],
    ['investigation.legalBasis', 'record-facts', 'investigation', 'legalBasis'],
    [
      'case.obligors[o1].representative.name',
      'amend-obligors o1',
      'case.obligors.0.representative',
      'representative.name',
    ],
    ['case.obligors[o2].representative.name', 'amend-obligors o2', 'case.obligors.1', 'representative.name'],
    ['consultation.rounds[1].meetings[2].place', 'meet 1/2', 'consultation.rounds.0.meetings.1', 'place'],
    [
      'consultation.rounds[1].services[o2].recipient',
      'serve 1/o2',
      'consultation.rounds.0.services.1',
      'recipient',
    ],
    [
      'agreements.agreements[G1].compensation.total',
      'sign G1',
      'agreements.agreements.0.compensation',
      'compensation.total',
    ],
    ['restoration.projects[R1].cost', 'complete-restoration R1', 'restoration.projects.0', 'cost'],
    ['restoration.projects[R1].filedOn', 'file-evaluation R1', 'restoration.projects.0', 'filedOn'],
    [
      'restoration.projects[R1].evaluations[1].evaluator.name',
      'evaluate R1/1',
      'restoration.projects.0.evaluations.0.evaluator',
      'evaluator.name',
    ],
    ['case.damage.location', 'new', 'case.damage', 'damage.location'],
    ['case.damage.quantities', 'record-damage', 'case.damage', 'quantities'],
    ['case.cause', 'new', 'case', 'cause'],
  ])('%s: %s', (needed, by, section, key) => {
    expect(placed(needed)).toEqual([by, section, key])
  })

  it('is the innermost of what was recorded', () => {
    const second = viewOfFixture('example-case-2', '2026-11-24')
    expect(placed('appraisals.appraisals[A1].objections[B1].panel.opinion', second)).toEqual([
      'convene-panel A1/B1',
      'appraisals.appraisals.0.objections.0.panel',
      'opinion',
    ])
    expect(placed('court.suits[S1].appeal.court', second)?.[0]).toBe('appeal S1')
    expect(placed('court.suits[S1].judgmentNumber', second)?.[0]).toBe('judge S1')
    expect(placed('court.suits[S1].caseNumber', second)?.[0]).toBe('sue S1')
  })

  it('is an item that two keys tell from others', () => {
    const demand = { reference: 'G1', obligors: ['o1'], debts: ['money' as const] }
    const demands = ['2026-10-09', '2026-11-09'].map((on) => ({ ...demand, on }))
    expect(inCase('court.demands[G1/2026-11-09].content', { court: { demands } })).toEqual([
      'demand-performance G1/2026-11-09',
      'court.demands.1',
      'content',
    ])
  })

  it('is the innermost though it is older', () => {
    const { clue } = step('screen').view.facts.case
    const later: Given = { case: { clue: { ...clue, foundOn: '2025-03-10' } } }
    expect(inCase('case.damage.quantities', later)?.[0]).toBe('record-damage')
  })

  it('is an item by its number, where the list has no keys', () => {
    expect(placed('investigation.facts[0].statement')?.[1]).toBe('investigation.facts.0')
    expect(placed('investigation.facts[1].statement')).toBeUndefined()
    expect(placed('investigation.facts[-1].statement')).toBeUndefined()
  })

  it('is an item by its key before its number', () => {
    const rounds = [
      { round: 2, notice: { issuedOn: '2025-08-01' } },
      { round: 1, notice: { issuedOn: '2025-05-26' } },
    ]
    const turned: Given = { consultation: { rounds } }
    expect(inCase('consultation.rounds[1].notice.matter', turned)?.[1]).toBe('consultation.rounds.1.notice')
    expect(inCase('consultation.rounds[2].notice.matter', turned)?.[1]).toBe('consultation.rounds.0.notice')
    expect(inCase('consultation.rounds[0].notice.matter', turned)?.[1]).toBe('consultation.rounds.0.notice')
    expect(inCase('consultation.rounds[3].notice.matter', turned)).toBeUndefined()
  })

  it.each([
    ['an unknown document', 'config.unit.phone'],
    ['an unknown key', 'case.clue.nothing'],
    ['a step that was not done', 'closing.closed.closedOn'],
    ['an item that there is not', 'case.obligors[o9].name'],
    ['a list of sections', 'case.obligors'],
    ['an item of what is no list', 'case.clue[1].reference'],
    ['a document alone', 'case'],
    ['what no step asks, though another document has the like', 'screening.remarks'],
  ])('is nowhere for %s', (_, needed) => {
    expect(placed(needed)).toBeUndefined()
  })

  it('is the word itself for what would lie inside of it', () => {
    expect(placed('case.title.length')?.[2]).toBe('title')
  })
})
