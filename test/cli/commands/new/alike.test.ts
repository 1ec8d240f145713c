import { describe, expect, it } from 'vitest'
import { createRepository, dataOf } from '../../../support/cli.ts'

const clue = (title: string, ...more: string[]) =>
  [
    `title=${title}`,
    'clue.channel=complaint-media',
    'clue.receivedOn=2026-11-23',
    'damage.scope=covered',
    'damage.kind=pollutant-discharge',
    ...more,
  ].flatMap((set) => ['--set', set])
const ofOneObligor = ['damage.location=青秀区某村三组水塘', 'obligors.0.kind=单位', 'obligors.0.name=某厂']
const call = (title: string, ...more: string[]) => [
  'new',
  '--today',
  '2026-11-24',
  '--no-input',
  ...clue(title, ...more),
]

describe('ejc new of a clue that is registered', () => {
  it('given the same obligor at the same place, warns and names the case and what is the same', () => {
    const { ejc } = createRepository()
    const first = ejc(call('某厂排污案', ...ofOneObligor))
    expect(first.stderr).not.toContain('可能已经登记过')
    const again = ejc(call('水塘发黑案', ...ofOneObligor))
    expect(again.exit).toBe(0)
    expect(again.stderr).toContain('这条线索可能已经登记过')
    expect(again.stderr).toMatch(/NN-2026-0001 某厂排污案：赔偿义务人、损害地点相同/)
    expect(again.stderr).toContain('ejc show NN-2026-0001')
  })

  it('given the same obligor within a month, at a place written otherwise, warns too', () => {
    const { ejc } = createRepository()
    ejc(call('某厂排污案', ...ofOneObligor))
    const elsewhere = ['damage.location=青秀区某村水塘', ...ofOneObligor.slice(1)]
    expect(ejc(call('水塘发黑案', ...elsewhere)).stderr).toContain('赔偿义务人相同，线索日期相近')
  })

  it('tells programs the same', () => {
    const { ejc } = createRepository()
    ejc(call('某厂排污案'))
    const data = dataOf(ejc([...call('某 厂排污案'), '--json']), 'written')
    expect(data).toMatchObject({
      alike: [{ case: 'NN-2026-0001', title: '某厂排污案', common: ['案件名称'] }],
    })
    expect(dataOf(ejc([...call('别的案'), '--json']), 'written')).not.toHaveProperty('alike')
  })

  it('names no case that was withdrawn, and the one that it was called to be like where the place is the same', () => {
    const { ejc } = createRepository()
    ejc(call('某厂排污案', ...ofOneObligor))
    const like = ejc([
      ...call('另一处排污案', 'damage.location=青秀区某村三组水塘'),
      '--like',
      '1',
      '--same-obligors',
    ])
    expect(like.exit).toBe(0)
    expect(like.stderr).toMatch(/NN-2026-0001 某厂排污案：赔偿义务人、损害地点相同/)
    const withdrawn = [
      'amend',
      '2',
      'new',
      '--remove',
      '--set',
      'duplicateOf=NN-2026-0001',
      '--reason',
      '重复',
      '-y',
    ]
    expect(ejc(withdrawn).exit).toBe(0)
    const third = ejc(call('另一处排污案'))
    expect(third.stderr).not.toContain('NN-2026-0002 ')
  })
})
