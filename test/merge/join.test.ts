import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { joinData } from '../../src/core/merge/join.ts'
import type { Decision } from '../../src/core/merge/merge.ts'

function join(ours: CaseData, theirs: CaseData, decision?: Decision) {
  const asked: string[] = []
  const joined = joinData(ours, theirs, (document, address) => {
    asked.push(`${document} ${address}`)
    return decision
  })
  return { ...joined, asked, open: joined.conflicts.map(({ document, address }) => `${document} ${address}`) }
}
const file = (facts: object): CaseData => ({ case: facts })

describe('two cases that are one', () => {
  it('have every document of both, and each section filled up from the other', () => {
    const { data, open } = join(
      { ...file({ clue: { channel: 'other' } }), evidence: { evidence: [] } },
      {
        ...file({ clue: { foundOn: '2026-03-02' }, cause: '排污' }),
        closing: { closed: { closedOn: '2026-09-01' } },
      },
    )
    expect(open).toEqual([])
    expect(data).toEqual({
      case: { clue: { channel: 'other', foundOn: '2026-03-02' }, cause: '排污' },
      evidence: { evidence: [] },
      closing: { closed: { closedOn: '2026-09-01' } },
    })
  })

  it('are called as the one that goes on', () => {
    const { data, asked } = join(
      file({ id: 'NN-2026-0001', title: '甲案', officers: [{ name: '陆某', unit: '甲局' }] }),
      file({
        id: 'NN-2026-0002',
        title: '乙案',
        officers: [{ name: '陆某', unit: '乙局' }, { name: '覃某' }],
      }),
    )
    expect(data.case).toEqual({
      id: 'NN-2026-0001',
      title: '甲案',
      officers: [{ name: '陆某', unit: '甲局' }, { name: '覃某' }],
    })
    expect(asked).toEqual([])
  })

  it.each([
    ['case', 'damage', 'knownOn'],
    ['case', 'damage', 'occurredFrom'],
    ['case', 'damage', 'discoveredOn'],
    ['supervision', 'major', 'markedOn'],
  ])('count from the earlier day: %s.%s.%s', (document, section, key) => {
    const on = (day: string): CaseData => ({ [document]: { [section]: { [key]: day } } })
    const both = [
      join(on('2026-03-05'), on('2026-03-02')),
      join(on('2026-03-02'), on('2026-03-05')),
      join({ [document]: { [section]: {} } }, on('2026-03-02')),
    ]
    for (const { data, asked } of both) {
      expect(data).toEqual(on('2026-03-02'))
      expect(asked).toEqual([])
    }
  })

  it('ask where both say something of which only one can be, and keep ours meanwhile', () => {
    const [ours, theirs] = [file({ damage: { scope: 'covered' } }), file({ damage: { scope: 'marine' } })]
    const { data, conflicts } = join(ours, theirs)
    expect(data).toEqual(ours)
    expect(conflicts).toEqual([
      {
        document: 'case',
        address: 'damage.scope',
        path: ['damage', 'scope'],
        base: undefined,
        ours: 'covered',
        theirs: 'marine',
        both: false,
      },
    ])
    expect(join(ours, theirs, 'ours')).toMatchObject({ data: ours, conflicts: [] })
    expect(join(ours, theirs, 'theirs')).toMatchObject({ data: theirs, conflicts: [] })
  })

  it('ask of a section that is one piece as a whole', () => {
    const initiated = (initiatedOn: string, reason: string): CaseData => ({
      investigation: { initiation: { initiatedOn, reason } },
    })
    const [ours, theirs] = [initiated('2026-04-01', '甲'), initiated('2026-04-01', '乙')]
    expect(join(ours, theirs).open).toEqual(['investigation initiation'])
    expect(join(ours, theirs, 'theirs').data).toEqual(theirs)
    expect(join(ours, ours).asked).toEqual([])
  })

  it('have one entry of what bears one number, filled up from both', () => {
    const obligors = (...all: object[]): CaseData => file({ obligors: all })
    const { data, open } = join(
      obligors({ id: 'o1', name: '甲公司', phone: '1' }, { id: 'o2' }),
      obligors({ id: 'o3' }, { id: 'o1', name: '甲公司', phone: '2', address: '某路' }),
    )
    expect(open).toEqual(['case obligors[o1].phone'])
    expect(data.case).toEqual({
      obligors: [{ id: 'o1', name: '甲公司', phone: '1', address: '某路' }, { id: 'o2' }, { id: 'o3' }],
    })
  })

  it('have each of the plain words and of the entries without a number once', () => {
    const media = (...all: unknown[]): CaseData => file({ damage: { media: all } })
    expect(join(media('soil', 'air'), media('air', 'forest')).data).toEqual(media('soil', 'air', 'forest'))
    expect(join(file({ obligors: [] }), file({ obligors: '见附件' })).open).toEqual(['case obligors'])
  })
})

describe('two payments of one instalment on one day', () => {
  const paid = (...payments: object[]): CaseData => ({ payments: { payments } })
  const one = { id: 'P1', paidOn: '2026-03-01', amount: '1.00' }
  const other = { ...one, amount: '2.00' }

  it('are one where they do not contradict each other', () => {
    const { data, asked } = join(paid(one), paid({ ...one, note: '转账' }))
    expect(data).toEqual(paid({ ...one, note: '转账' }))
    expect(asked).toEqual([])
  })

  it.each<[Decision | undefined, object[], string[]]>([
    ['both', [one, other], []],
    ['ours', [one], []],
    ['theirs', [other], []],
    [undefined, [one], ['payments payments[P1,2026-03-01]']],
  ])('else the officer says %s', (decision, payments, open) => {
    const found = join(paid(one), paid(other), decision)
    expect(found.data).toEqual(paid(...payments))
    expect(found.open).toEqual(open)
    expect(found.conflicts.every(({ both }) => both)).toBe(true)
  })
})
