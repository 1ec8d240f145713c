import { describe, expect, it } from 'vitest'
import type { Appraisal, Objection } from '../../src/core/facts/documents.ts'
import { commissionersOf } from '../../src/core/stages/appraisal-parties.ts'
import { type Given, step, upToConclusion } from '../support/step.ts'

const today = '2026-11-24'
const received = { id: 'A1', kind: 'appraisal-report', receivedOn: '2025-04-10' } as const
const objection = { id: 'B1', by: 'o1', raisedOn: '2025-04-15' }

const appraised = (...appraisals: Appraisal[]): Given => ({ ...upToConclusion, appraisals: { appraisals } })
const signed: Given = {
  agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: '2025-07-24' }] },
}
const sued: Given = { court: { suits: [{ id: 'S1', obligors: ['o1'] }] } }

describe('收到鉴定评估结论 (第十五条)', () => {
  const running = { id: 'A2', kind: 'expert-opinion', commissionedOn: '2025-04-01' } as const

  it('is recorded of an appraisal that is running', () => {
    const both = step('receive-appraisal', appraised(received, running))
    expect(both.subjects).toEqual(['A2'])
    expect(both.place('A2')).toBe('appraisals.appraisals.1')
    expect(both.known('A2')).toEqual({ id: 'A2', kind: 'expert-opinion', receivedOn: today })
    expect(both.known('A9')).toEqual({ receivedOn: today })
    expect(both.blocked('A2')).toEqual([])
    const withdrawn = appraised({ ...running, withdrawnOn: '2025-04-20' })
    expect(step('receive-appraisal', withdrawn).subjects).toEqual([])
  })
})

describe('对鉴定评估的异议 (第十六条)', () => {
  const open = appraised(received)

  it('is raised against a report that stands, before the agreement and the suit', () => {
    expect(step('object', open).subjects).toEqual(['A1'])
    expect(step('object', appraised({ id: 'A1', kind: 'appraisal-report' })).subjects).toEqual([])
    expect(step('object', { ...open, ...signed }).subjects).toEqual([])
    expect(step('object', { ...open, ...sued }).subjects).toEqual([])
    expect(step('object', open).advised('A1')).toBe(false)
    expect(step('object', open).blocked('A1')).toEqual([])
  })

  it('has a number of its own, and comes from one of the two sides', () => {
    const first = step('object', open)
    expect(first.known('A1')).toEqual({ id: 'B1', raisedOn: today })
    expect(first.known('A9')).toEqual({ id: 'B1', raisedOn: today })
    const second = step('object', appraised({ ...received, objections: [objection] }))
    expect(second.known('A1')).toEqual({ id: 'B2', raisedOn: today })
    expect(first.place('A1')).toBe('appraisals.appraisals.0.objections')
    expect(first.choices('A1', 'by')).toEqual(['obligee', 'o1', 'o2'])
    for (const by of ['obligee', 'o1', 'o2']) expect(first.refused('A1', { by })).toEqual([])
    for (const by of ['o3', 'public-security', undefined])
      expect(first.refused('A1', { by })).toEqual(['appraisal-objection by'])
  })
})

describe('重新鉴定 (第十六条)', () => {
  const objected = (...objections: Objection[]): Appraisal => ({ ...received, objections })
  const panel = (opinionOn: string | undefined, reappraise?: boolean): Given =>
    appraised(
      objected({
        ...objection,
        panel: {
          experts: [],
          commissionedOn: '2025-05-01',
          ...(opinionOn && { opinionOn }),
          ...(reappraise !== undefined && { reappraise }),
        },
      }),
    )

  it('is of a report to which somebody objects, before the agreement and the suit, once', () => {
    expect(step('reappraise', appraised(objected(objection))).subjects).toEqual(['A1'])
    expect(step('reappraise', appraised(objected())).subjects).toEqual([])
    expect(step('reappraise', appraised(received)).subjects).toEqual([])
    expect(step('reappraise', { ...appraised(objected(objection)), ...signed }).subjects).toEqual([])
    const again = { id: 'A2', kind: 'appraisal-report', reappraises: 'A1' } as const
    expect(step('reappraise', appraised(objected(objection), again)).subjects).toEqual([])
    const withdrawn = { ...again, withdrawnOn: '2025-06-01' }
    expect(step('reappraise', appraised(objected(objection), withdrawn)).subjects).toEqual(['A1'])
    const other = { ...again, reappraises: 'A7' }
    expect(step('reappraise', appraised(objected(objection), other)).subjects).toEqual(['A1'])
  })

  it('rests on the opinion of a panel that it is needed', () => {
    expect(step('reappraise', appraised(received)).blocked('A1')).toEqual(['panel'])
    expect(step('reappraise', appraised(objected(objection))).blocked('A1')).toEqual(['panel'])
    expect(step('reappraise', panel(undefined, true)).blocked('A1')).toEqual(['panel'])
    expect(step('reappraise', panel('2025-05-20')).blocked('A1')).toEqual(['panel'])
    expect(step('reappraise', panel('2025-05-20', false)).blocked('A1')).toEqual(['panel'])
    expect(step('reappraise', panel('2025-05-20', true)).blocked('A1')).toEqual([])
    expect(step('reappraise', panel('2025-05-20', true)).blocked('A9')).toEqual(['panel'])
  })

  it('one panel of several may find it needed', () => {
    const opinion = { experts: [], commissionedOn: '2025-05-01', opinionOn: '2025-05-20' }
    const two = appraised(
      objected(
        { ...objection, panel: { ...opinion, reappraise: false } },
        { ...objection, id: 'B2', panel: { ...opinion, reappraise: true } },
      ),
    )
    expect(step('reappraise', two).blocked('A1')).toEqual([])
  })

  it('is a new appraisal of the same kind, of this very report', () => {
    const { known, refused, choices, place } = step('reappraise', appraised(objected(objection)))
    const proposed = { id: 'A2', reappraises: 'A1', commissionedBy: ['obligee'], commissionedOn: today }
    expect(known('A1')).toEqual({ ...proposed, kind: 'appraisal-report' })
    expect(known('A9')).toEqual({ ...proposed, reappraises: 'A9', kind: undefined })
    expect(refused('A1')).toEqual([])
    expect(refused('A1', { reappraises: 'A2' })).toEqual(['reappraisal reappraises'])
    expect(choices('A1', 'commissionedBy')).toEqual(['obligee', 'o1', 'o2', 'public-security'])
    expect(place('A1')).toBe('appraisals.appraisals')
  })
})

describe('the sides of an appraisal', () => {
  const { view } = step('object')

  it('are named with the unit whose name stands on papers', () => {
    const labels = (given: Parameters<typeof commissionersOf>[0]) =>
      commissionersOf(given).map(({ label }) => label)
    expect(labels(view)).toEqual([
      '赔偿权利人一方（南宁市生态环境局）',
      '赔偿义务人 某造纸有限公司',
      '赔偿义务人 郑某',
      '公安机关',
    ])
    const [own] = labels(
      step('object', {
        case: {
          jurisdiction: {
            ...view.facts.case.jurisdiction,
            handlingUnit: '南宁市武鸣生态环境局',
            handlingUnitKind: 'city-branch',
            inNameOf: '南宁市生态环境局',
          },
        },
      }).view,
    )
    expect(own).toBe('赔偿权利人一方（南宁市生态环境局）')
  })
})
