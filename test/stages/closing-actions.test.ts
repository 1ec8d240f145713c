import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { openDuties } from '../../src/core/stages/open-duties.ts'
import { actionsFor } from '../../src/core/stages/possible.ts'
import type { CaseView } from '../../src/core/view.ts'
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
const informed = (view: CaseView) =>
  view.deadlines.find(({ deadline }) => deadline === 'procuratorate-informed')
const ended = done('terminate', null, { ground: 'no-assets', reason: '无财产。', evidence: ['E1'] })

describe('第三十八条: evidence', () => {
  it('is listed under the next number, until the file of the case has gone to the archive', () => {
    expect(offered('add-evidence', null, upTo.clue)).toBe(true)
    expect(offered('add-evidence', null, both(upTo.initiation, ended))).toBe(true)
    const view = viewAfter('2026-06-30', upTo.clue, done('add-evidence', null, { title: '询问笔录' }))
    expect(view.facts.evidence.at(-1)).toMatchObject({ id: 'E3', title: '询问笔录' })
    // When it was collected only the officer knows.
    expect(view.facts.evidence.at(-1)).not.toHaveProperty('collectedOn')
    expect(articles(refusals('add-evidence', null, upTo.clue, { id: 'E1', title: '询问笔录' }))).toEqual([
      '第三十八条',
    ])
    const closed =
      (archivedOn?: string): Change =>
      (documents) => {
        documents.closing = { closed: { closedOn: '2026-11-24', ...(archivedOn && { archivedOn }) } }
      }
    expect(articles(blockers('add-evidence', null, closed()))).toEqual([])
    expect(articles(blockers('add-evidence', null, closed('2026-11-24')))).toEqual(['第三十八条'])
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

  it('asks that no duty is open', () => {
    const view = viewAfter('2026-11-24', performed)
    expect(openDuties(view)).toEqual([])
    const item = { closedOn: '2026-11-24', result: 'performed' }
    expect(refusals('close', null, performed, item)).toEqual([])
    const closed = viewAfter('2026-11-24', performed, done('close', null, {}, '2026-11-24'))
    expect(closed.stage.case).toBe('closed')
    expect(closed.facts.closing.closed).toMatchObject({ closedOn: '2026-11-24', result: 'performed' })
  })

  it('高检发办字〔2024〕237号: a procuratorate that nobody has told stays untold, and can be told', () => {
    const closed = viewAfter('2026-11-24', performed, done('close', null, {}, '2026-11-24'))
    expect(informed(closed)).toMatchObject({ status: 'overdue', met: null })
    const possible = actionsFor(closed).filter(({ blockedBy }) => !blockedBy.length)
    expect(possible.map(({ action }) => action.id)).toEqual(['inform-procuratorate', 'add-evidence'])
    const told = viewAfter(
      '2026-12-01',
      performed,
      done('close', null, {}, '2026-11-24'),
      done('inform-procuratorate', null, { on: '2026-11-30' }, '2026-12-01'),
    )
    expect(informed(told)).toMatchObject({ status: 'met-late' })
  })

  it('高检发办字〔2024〕237号: a claim given up before the last day has nobody to tell', () => {
    const ground = { ground: 'no-assets', reason: '无财产。', evidence: ['E1'] }
    const early = viewAfter('2026-03-10', upTo.initiation, done('terminate', null, ground, '2026-03-01'))
    expect(informed(early)?.status).toBe('closed')
    const [inform] = actionsFor(early).filter(({ action }) => action.id === 'inform-procuratorate')
    expect(inform).toMatchObject({ advised: false })
    expect(inform?.blockedBy).not.toEqual([])
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

  const [agreement, obligor] = ['G1', 'o1']
  it.each<[string, NonNullable<Documents['court']>]>([
    [
      '人民法院的执行（执行 F1）',
      {
        enforcements: [
          {
            id: 'F1',
            instrument: 'confirmation',
            reference: agreement,
            appliedOn: '2026-11-20',
            result: 'ongoing',
          },
        ],
      },
    ],
    [
      '支付令程序（支付令 Z1）',
      { paymentOrders: [{ id: 'Z1', agreement, obligors: [obligor], appliedOn: '2026-11-20' }] },
    ],
    ['人民法院的审理（诉讼 S9）', { suits: [{ id: 'S9', obligors: [obligor], filedOn: '2026-11-20' }] }],
    [
      '司法确认的裁定（协议 G1）',
      { confirmations: [{ agreement, appliedOn: '2026-11-20', acceptedOn: '2026-11-21' }] },
    ],
  ])('nor that a court still deals with the case: %s', (reason, filed) => {
    const item = { closedOn: '2026-11-24', result: 'performed' as const }
    const before: Change = (documents) => {
      documents.court = filed
    }
    const left = refusals('close', null, both(performed, before), item)
    expect(left.map((each) => each.reason).join()).toContain(reason)
  })

  it('nor that a court still deals with the case, whatever else is owed under the same agreement', () => {
    const unstarted: Change = (documents) => {
      documents.restoration = { projects: [] }
      documents.court = { confirmations: [{ agreement, appliedOn: '2026-11-20' }] }
    }
    const owed = openDuties(viewAfter('2026-11-24', performed, unstarted))
    const ofAgreement = owed.filter(({ subject }) => subject === agreement).map(({ matter }) => matter)
    expect(ofAgreement).toEqual(expect.arrayContaining(['restoration-schedule', 'confirmation']))
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

  it('offers the ways of ending that the record allows, and refuses the others', () => {
    const [close] = actionsFor(viewAfter('2026-11-24', performed)).filter(
      ({ action }) => action.id === 'close',
    )
    const offers = (view: CaseView) => close?.action.choices?.(view, null).result?.map(({ code }) => code)
    expect(offers(viewAfter('2026-11-24', performed))).toEqual(['performed', 'other'])
    expect(offers(viewAfter('2026-06-30', upTo.initiation, ended))).toEqual(['terminated', 'other'])
    for (const result of ['enforced', 'terminated', 'not-initiated', 'dismissed'])
      expect(
        articles(refusals('close', null, performed, { closedOn: '2026-11-24', result })),
        result,
      ).toEqual(['第三十八条'])
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
