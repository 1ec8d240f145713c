import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { dateOrders } from '../../src/core/lint/rules/case/date-order.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'

const setting = settingOn('2026-11-24')
const INITIATED = '2026-03-02'
const BEFORE = '2026-03-01'

/** The dates found before the initiation, where these steps are on record beside it. */
function beforeInitiation(facts: Values): string[] {
  const initiation = { initiatedOn: INITIATED }
  const { investigation, ...others } = facts
  const whole = { investigation: { initiation, ...Object(investigation) }, ...others }
  const view = viewOf(factsOf(documentsFor({ base: 'minimal', facts: whole })), setting)
  return dateOrders
    .filter(({ earlier }) => earlier === 'investigation.initiation.initiatedOn')
    .flatMap((order) => order.misplaced(view).map(() => order.later))
}

const AFTER = '2026-04-01'
const concluded = (on: string): Values => ({ investigation: { conclusion: { concludedOn: on } } })
const inRound = (round: Values): Values => ({ consultation: { rounds: [{ round: 1, ...round }] } })
const notified = (on: string) => inRound({ notice: { issuedOn: on } })
const served = (on: string) => inRound({ services: [{ obligor: 'o1', servedOn: on }] })
const met = (on: string) => inRound({ meetings: [{ number: 1, heldOn: on }] })
const signed = (on: string): Values => ({
  agreements: { agreements: [{ id: 'G1', obligors: ['o1'], signedOn: on }] },
})
const sued = (on: string): Values => ({ court: { suits: [{ id: 'S1', obligors: ['o1'], filedOn: on }] } })

/** The steps in the order of the text, with the date that stands for each. */
const steps = [
  ['investigation.conclusion.concludedOn', concluded],
  ['consultation.rounds[].notice.issuedOn', notified],
  ['consultation.rounds[].services[].servedOn', served],
  ['consultation.rounds[].meetings[].heldOn', met],
  ['agreements.agreements[].signedOn', signed],
  ['court.suits[].filedOn', sued],
] as const

/** Two steps on record at once, also where they stand in one document. */
function both(one: Values, other: Values): Values {
  const [first] = (one.consultation as { rounds: Values[] } | undefined)?.rounds ?? []
  const [second] = (other.consultation as { rounds: Values[] } | undefined)?.rounds ?? []
  return { ...one, ...other, ...(first && second && inRound({ ...first, ...second })) }
}

describe('第十三条: no step precedes the initiation, whichever of those between are on record', () => {
  test.each(steps)('%s', (later, step) => {
    expect(beforeInitiation(step(BEFORE))).toEqual([later])
    expect(beforeInitiation(step(INITIATED))).toEqual([])
  })

  const pairs = steps
    .slice(1)
    .flatMap(([later, step], index) =>
      steps.slice(0, index + 1).map(([between, other]) => ({ later, step, between, other })),
    )

  test.each(pairs)('$later is held against $between alone, where that is on record', ({ step, other }) => {
    expect(beforeInitiation(both(other(AFTER), step(BEFORE)))).toEqual([])
  })

  test('a step without its day is not on record', () => {
    const undated = both(inRound({ notice: {}, services: [{ obligor: 'o1' }], meetings: [] }), signed(BEFORE))
    const unsigned = { agreements: { agreements: [{ id: 'G1', obligors: ['o1'] }] } }
    expect(beforeInitiation({ investigation: { conclusion: {} }, ...undated })).toEqual([
      'agreements.agreements[].signedOn',
    ])
    expect(beforeInitiation({ ...unsigned, ...sued(BEFORE) })).toEqual(['court.suits[].filedOn'])
  })
})

describe('steps of one section', () => {
  const confirmed = (days: Values): string[] => {
    const facts = { court: { confirmations: [{ agreement: 'G9', ...days }] } }
    const view = viewOf(factsOf(documentsFor({ base: 'minimal', facts })), setting)
    return dateOrders.flatMap((order) =>
      order.misplaced(view).map(({ key, earlierOn, earlier }) => `${key} < ${earlier} ${earlierOn}`),
    )
  }

  test('each is held against the last before it that has a day', () => {
    expect(
      confirmed({ appliedOn: '2026-06-02', acceptedOn: '2026-06-03', announcedOn: '2026-06-01' }),
    ).toEqual(['announcedOn < “确认受理日期” 2026-06-03'])
    expect(confirmed({ appliedOn: '2026-06-02', announcedOn: '2026-06-01' })).toEqual([
      'announcedOn < “申请确认日期” 2026-06-02',
    ])
    expect(
      confirmed({ appliedOn: '2026-06-02', acceptedOn: '2026-06-02', announcedOn: '2026-06-02' }),
    ).toEqual([])
  })
})
