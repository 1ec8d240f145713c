import { describe, expect, it } from 'vitest'
import { actionsFor } from '../../src/core/stages/possible.ts'
import { undone } from '../../src/core/stages/undone.ts'
import {
  articles,
  blockers,
  both,
  type Change,
  done,
  offered,
  refusals,
  subjects,
  upTo,
  viewAfter,
} from '../support/actions.ts'

const unchanged: Change = () => undefined
/** Everything that the example still owes on 2026-11-24 is done. */
const performed: Change = (documents) => {
  const [project] = documents.restoration?.projects ?? []
  if (!project) return
  project.completedOn = '2026-11-01'
  project.evaluations = [{ round: 1, submittedOn: '2026-11-20', acceptedOn: '2026-11-22', passed: true }]
  project.filedOn = '2026-11-22'
  project.sentToCourtOn = '2026-11-23'
  documents.supervision = {
    disclosures: ['agreement', 'funds', 'restoration-effect'].map((matter) => ({
      matter,
      publishedOn: '2026-11-24',
    })),
  }
}
const ended = done('terminate', null, { ground: 'no-assets', reason: '无财产。', evidence: ['E1'] })

describe('第三十八条: evidence', () => {
  it('is listed under the next number, until the case is closed', () => {
    expect(offered('add-evidence', null, upTo.clue)).toBe(true)
    expect(offered('add-evidence', null, both(upTo.initiation, ended))).toBe(true)
    const view = viewAfter('2026-06-30', upTo.clue, done('add-evidence', null, { title: '询问笔录' }))
    expect(view.facts.evidence.at(-1)).toMatchObject({ id: 'E3', title: '询问笔录' })
    // When it was collected only the officer knows.
    expect(view.facts.evidence.at(-1)).not.toHaveProperty('collectedOn')
    expect(articles(refusals('add-evidence', null, upTo.clue, { id: 'E1', title: '询问笔录' }))).toEqual([
      '第三十八条',
    ])
    const closed: Change = (documents) => {
      documents.closing = { closed: { closedOn: '2026-11-24' } }
    }
    expect(articles(blockers('add-evidence', null, closed))).toEqual(['第三十八条'])
  })
})

describe('第三十八条: closing', () => {
  it('comes after an agreement, a judgment or an end, for every obligor', () => {
    expect(articles(blockers('close', null, upTo.consultation))).toEqual([
      '第十四条、第二十二条',
      '第十四条、第二十二条',
    ])
    expect(blockers('close', null, unchanged)).toEqual([])
    expect(blockers('close', null, both(upTo.initiation, ended))).toEqual([])
    expect(articles(blockers('close', null, upTo.clue))).not.toEqual([])
  })

  it('asks that nothing is left undone', () => {
    const view = viewAfter('2026-11-24', performed)
    expect(undone(view)).toEqual([])
    const item = { closedOn: '2026-11-24', result: 'performed' }
    expect(refusals('close', null, performed, item)).toEqual([])
    const closed = viewAfter('2026-11-24', performed, done('close', null, {}, '2026-11-24'))
    expect(closed.stage.case).toBe('closed')
    expect(closed.facts.closing.closed).toMatchObject({ closedOn: '2026-11-24', result: 'performed' })
    expect(actionsFor(closed).filter(({ blockedBy }) => !blockedBy.length)).toEqual([])
  })

  it('or that what is left is named, with the reason', () => {
    const item = { closedOn: '2026-11-24', result: 'other' }
    const left = refusals('close', null, unchanged, item)
    expect(articles(left)).toEqual(expect.arrayContaining(['第二十五条', '第二十九条', '第三十六条']))
    expect(left.map(({ reason }) => reason).join()).toContain('完成修复（修复 R1）')
    const named = { ...item, openDuties: ['修复由区政府接续完成。'] }
    expect(refusals('close', null, unchanged, named)).not.toEqual([])
    expect(refusals('close', null, unchanged, { ...named, summary: '义务人破产。' })).toEqual([])
  })

  it('rights that lapse by themselves do not keep a case open', () => {
    const open = viewAfter('2026-11-24', performed).deadlines.map(({ deadline }) => deadline)
    expect(open).toContain('enforcement-apply')
  })

  it('is possible where the law does not apply', () => {
    const marine = both(upTo.clue, ({ case: file }) => {
      file.damage.scope = 'marine'
    })
    expect(offered('close', null, marine)).toBe(true)
    expect(viewAfter('2026-06-30', marine, done('close', null, {})).facts.closing.closed?.result).toBe(
      'out-of-scope',
    )
  })

  it('says how the case ended', () => {
    const result = (...changes: Change[]) =>
      viewAfter('2026-06-30', ...changes, done('close', null, {})).facts.closing.closed?.result
    expect(result(upTo.initiation, ended)).toBe('terminated')
    const decision = { ground: 'manifestly-minor', reason: '显著轻微。', evidence: ['E1'] }
    expect(result(upTo.screening, done('decline', null, decision))).toBe('not-initiated')
  })

  it('does not run backwards', () => {
    expect(articles(refusals('close', null, performed, { closedOn: '2026-02-24' }))).toEqual(['第三十八条'])
    expect(
      articles(refusals('close', null, performed, { closedOn: '2026-11-24', archivedOn: '2026-11-23' })),
    ).toEqual(['第三十八条'])
    expect(subjects('close', unchanged)).toEqual([null])
  })
})
