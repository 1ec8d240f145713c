import { describe, expect, it } from 'vitest'
import { chineseDate } from '../../src/core/calendar/dates.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { type Given, step, upToConclusion, upToScreening } from '../support/step.ts'

const today = '2026-11-24'
const { initiation, conclusion } = sampleDocuments().investigation ?? {}

/** The sample case under investigation: initiated, and nothing else of the investigation on record. */
const initiated = (more: NonNullable<Documents['investigation']> = {}): Given => ({
  ...upToConclusion,
  investigation: { ...(initiation && { initiation }), ...more },
})
const concluded = { ...(conclusion && { conclusion }) }

/** The sample case without an estimate of the loss. */
function withoutEstimate(): Pick<Given, 'case'> {
  const { estimatedLoss: _, ...damage } = sampleDocuments().case.damage
  return { case: { damage } }
}

describe('初步核查 (第十二条)', () => {
  it('is recorded until it has a decision, by the officers of the case, today', () => {
    expect(step('screen').subjects).toEqual([])
    const open = step('screen', { ...upToScreening, screening: { checkedOn: '2025-03-05' } })
    expect(open.subjects).toEqual([null])
    expect(open.known(null)).toEqual({ checkedOn: today, officers: ['罗某'] })
    const none = step('screen', { ...upToScreening, screening: undefined, case: { officers: [] } })
    expect(none.subjects).toEqual([null])
    expect(none.known(null)).toEqual({ checkedOn: today, officers: [] })
  })

  it('is over once the claim is initiated', () => {
    expect(step('screen', upToScreening).blocked(null)).toEqual([])
    expect(step('screen', initiated()).blocked(null)).toEqual(['screening'])
    expect(step('screen', { ...upToScreening, investigation: {} }).blocked(null)).toEqual([])
  })

  it.each<[string, Record<string, unknown>, string[]]>([
    ['damage and initiation', { damageFound: true, decision: 'initiate' }, []],
    ['no damage and initiation', { damageFound: false, decision: 'initiate' }, ['screening decision']],
    ['initiation without a finding', { decision: 'initiate' }, []],
    ['no damage and no claim', { damageFound: false, decision: 'not-initiate' }, []],
    [
      'damage and no claim, without a ground',
      { damageFound: true, decision: 'not-initiate' },
      ['not-initiate notInitiate'],
    ],
    [
      'damage and no claim, with a ground',
      { damageFound: true, decision: 'not-initiate', notInitiate: { ground: 'no-assets' } },
      [],
    ],
    ['a claim that names no ground', { damageFound: true, decision: 'initiate' }, []],
  ])('%s', (_, item, expected) => {
    expect(step('screen', { ...upToScreening, screening: undefined }).refused(null, item)).toEqual(expected)
  })
})

describe('损害调查 (第十三条)', () => {
  it('is logged from the initiation, what was left out also after the conclusion, of a day until then', () => {
    expect(step('log-investigation', initiated()).subjects).toEqual([null])
    expect(step('log-investigation', initiated()).advised(null)).toBe(true)
    expect(step('log-investigation', { ...upToConclusion, investigation: undefined }).subjects).toEqual([
      null,
    ])
    const after = step('log-investigation', initiated(concluded))
    const day = conclusion?.concludedOn ?? ''
    expect(after.subjects).toEqual([null])
    expect(after.advised(null)).toBe(false)
    expect(after.known(null)).toEqual({ officers: ['罗某'] })
    expect(after.refused(null, { on: day })).toEqual([])
    expect(after.refused(null, { on: today })).toEqual(['investigation on'])
    expect(after.reasons(null, { on: today })).toContain(`已于${chineseDate(day)}形成结论`)
    expect(step('log-investigation', initiated()).blocked(null)).toEqual([])
    expect(step('log-investigation', { investigation: {} }).blocked(null)).toEqual(['investigation'])
    expect(after.blocked(null)).toEqual([])
  })

  it('proposes the officers of the case, today', () => {
    expect(step('log-investigation', initiated()).known(null)).toEqual({ on: today, officers: ['罗某'] })
  })

  it('adds to 调查人员 whoever is not there yet', () => {
    const known = initiated({ process: { investigators: ['罗某'] } })
    const added = step('log-investigation', known).also(null, { officers: ['罗某', '秦某'] })
    expect(added).toEqual({ 'process.investigators+': '秦某' })
    expect(step('log-investigation', known).also(null, { officers: undefined })).toEqual({})
    for (const bare of [initiated(), initiated({ process: {} }), { investigation: undefined }])
      expect(step('log-investigation', bare).also(null, { officers: ['秦某'] })).toEqual({
        'process.investigators+': '秦某',
      })
  })

  it('records facts with evidence, and the texts relied on, until the conclusion holds them', () => {
    const facts = [{ statement: '排放废水。', evidence: ['E1'] }]
    const whole = { facts, legalBasis: ['《民法典》'] }
    const on = (given: Given) => step('record-facts', given)
    expect(on(initiated(concluded)).subjects).toEqual([null])
    expect(on(initiated(whole)).subjects).toEqual([null])
    expect(on(initiated({ ...whole, ...concluded })).subjects).toEqual([])
    for (const half of [{ facts }, { legalBasis: ['《民法典》'] }, { ...whole, facts: [] }]) {
      expect(on(initiated({ ...half, ...concluded })).subjects).toEqual([null])
      expect(on(initiated(half)).advised(null)).toBe(true)
    }
    expect(on({ ...upToScreening }).advised(null)).toBe(true)
    expect(on(initiated(whole)).advised(null)).toBe(false)
    expect(on(initiated(whole)).known(null)).toEqual(whole)
    expect(on(initiated()).known(null)).toEqual({})
    expect(on(upToScreening).known(null)).toEqual({})
  })

  it('records no facts before the initiation, nor without evidence', () => {
    expect(step('record-facts', initiated()).blocked(null)).toEqual([])
    expect(step('record-facts', upToScreening).blocked(null)).toEqual(['initiation'])
    expect(step('record-facts', { ...initiated(), evidence: undefined }).blocked(null)).toEqual([
      'form-investigation',
    ])
  })

  it('takes the opinions of the two heads on the register of the initiation, each once', () => {
    const approved = (...roles: ('section-head' | 'department-head')[]): Given => ({
      investigation: {
        initiation: { initiatedOn: '2025-03-06', approvals: roles.map((role) => ({ role })) },
      },
    })
    const open = ({ subjects }: ReturnType<typeof step>) => subjects
    expect(open(step('record-approval'))).toEqual([])
    expect(open(step('record-approval', upToScreening))).toEqual([])
    expect(open(step('record-approval', approved()))).toEqual(['section-head', 'department-head'])
    expect(open(step('record-approval', approved('section-head')))).toEqual(['department-head'])
    const bare: Given = { investigation: { initiation: { initiatedOn: '2025-03-06' } } }
    expect(open(step('record-approval', bare))).toEqual(['section-head', 'department-head'])
  })

  it('refuses an opinion of the other head', () => {
    const { known, refused, reasons, place, blocked } = step('record-approval')
    expect(known('section-head')).toEqual({ role: 'section-head', date: '2025-03-06' })
    expect(refused('section-head')).toEqual([])
    expect(refused('section-head', { role: 'department-head' })).toEqual(['initiation role'])
    expect(reasons('section-head', { role: 'department-head' })).toBe('意见应属于机构负责人')
    expect(place('section-head')).toBe('investigation.initiation.approvals')
    expect(blocked('section-head')).toEqual([])
  })
})

describe('损害情况 and 初步估算', () => {
  it('an estimate is asked for during the investigation, while there is none', () => {
    const none = withoutEstimate()
    expect(step('record-damage', { ...initiated(), ...none }).advised(null)).toBe(true)
    expect(step('record-damage', initiated()).advised(null)).toBe(false)
    expect(step('record-damage', { ...upToScreening, ...none }).advised(null)).toBe(false)
    expect(step('record-damage', { ...upToScreening, ...none, investigation: {} }).advised(null)).toBe(false)
    expect(step('record-damage', { ...initiated(concluded), ...none }).advised(null)).toBe(false)
  })

  it('is corrected until the case has come to an end', () => {
    expect(step('record-damage').blocked(null)).toEqual([])
    const closed = step('record-damage', { closing: { closed: { closedOn: '2026-06-01' } } })
    expect(closed.blocked(null)).toEqual(['one-case-one-file'])
    const ended = { obligors: ['o1', 'o2'], ground: 'no-assets' as const, decidedOn: '2025-05-21' }
    expect(
      step('record-damage', { ...upToConclusion, closing: { terminations: [ended] } }).blocked(null),
    ).toEqual(['termination'])
  })

  it('keeps what is known', () => {
    expect(step('record-damage').known(null)).toEqual(sampleDocuments().case.damage)
    expect(step('record-damage').refused(null)).toEqual([])
  })
})

describe('重大案件 (第三十四条)', () => {
  const clue = { ...sampleDocuments().case.clue, channel: 'inspection' as const }
  const marked = (grounds: string[]): Given => ({ supervision: { major: { grounds } }, case: { clue } })

  it('is proposed where the facts point to a kind of it, until an officer has answered', () => {
    const proposed = step('mark-major', { case: { clue } })
    expect(proposed.advised(null)).toBe(true)
    expect(proposed.known(null)).toEqual({ grounds: ['inspection-typical'], markedOn: today })
    expect(step('mark-major').advised(null)).toBe(false)
    expect(step('mark-major').known(null)).toEqual({ markedOn: today })
    expect(step('mark-major', marked([])).advised(null)).toBe(false)
    expect(step('mark-major', { ...marked([]), supervision: { major: {} } }).advised(null)).toBe(true)
  })

  it('is marked once; that it is none can be thought over', () => {
    expect(step('mark-major').subjects).toEqual([null])
    expect(step('mark-major', { supervision: { major: {} } }).subjects).toEqual([null])
    expect(step('mark-major', marked([])).subjects).toEqual([null])
    expect(step('mark-major', marked(['inspection-typical'])).subjects).toEqual([])
    expect(step('mark-major').blocked(null)).toEqual([])
  })
})

describe('共同索赔的其他赔偿权利人 (第七条)', () => {
  const { jurisdiction } = sampleDocuments().case
  const other = { name: '崇左市人民政府', handlingUnit: '崇左市生态环境局' }
  const joint: Given = { case: { jurisdiction: { ...jurisdiction, obligees: [other] } } }

  it('is another than those on record', () => {
    const { refused, reasons, advised, blocked, place } = step('record-claimant', joint)
    expect(refused(null, { name: '南宁市人民政府' })).toEqual(['obligee name'])
    expect(refused(null, { name: '崇左市人民政府' })).toEqual(['obligee name'])
    expect(reasons(null, { name: '崇左市人民政府' })).toContain('崇左市人民政府已经登记')
    expect(refused(null, { name: '百色市人民政府' })).toEqual([])
    expect(refused(null, {})).toEqual([])
    expect(step('record-claimant').refused(null, { name: '崇左市人民政府' })).toEqual([])
    expect([advised(null), blocked(null)]).toEqual([false, []])
    expect(place(null)).toBe('case.jurisdiction.obligees')
  })
})
