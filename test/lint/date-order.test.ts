import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { Path } from '../../src/core/facts/locations.ts'
import { dateOrders } from '../../src/core/lint/rules/case/date-order.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'
import { viewOf } from '../../src/core/view.ts'
import { type Edit, editData } from '../../src/repository/yaml/edit.ts'
import { settingOn } from '../support/setting.ts'

const setting = settingOn('2026-11-24')

/** Pairs of which the items must belong together: by an id, a kind or a number that bare dates do not have. */
const JOINED = [
  'case.obligors[].identifiedOn < case.obligorAmendments[].on',
  'consultation.rounds[].meetings[].heldOn < consultation.rounds[].moreMeetings.consentedOn',
  'consultation.rounds[].notice.issuedOn < consultation.rounds[].outcomes[].decidedOn',
]

const pairs = dateOrders.map((order) => ({ title: `${order.earlier} < ${order.later}`, order }))
const isAddress = (text: string): boolean => /^[a-z]+\./i.test(text)
const told = pairs.filter(({ title, order }) => isAddress(order.earlier) && !JOINED.includes(title))

function placeOf(address: string): Path {
  return address.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
}

/** A case that holds nothing but some dates. */
function dated(dates: Readonly<Record<string, string>>): Documents {
  const bare = { case: { id: 'NN-2026-0001', clue: {}, damage: {}, obligors: [] } }
  const edits = Object.entries(dates).map(([address, value]): Edit => {
    return { kind: 'set', path: placeOf(address), value }
  })
  return editData(bare, edits) as Documents
}

const found = (order: (typeof pairs)[number]['order'], earlier: string, later: string) =>
  order.misplaced(viewOf(factsOf(dated({ [order.earlier]: earlier, [order.later]: later })), setting))

describe('the table of dates that can’t come in another order', () => {
  test('tells each pair once', () => {
    const titles = pairs.map(({ title }) => title)
    expect(titles.length).toBeGreaterThan(100)
    expect(new Set(titles).size).toBe(titles.length)
  })

  test.each(pairs)('$title: are dates of the schema', ({ order: { earlier, later } }) => {
    for (const address of [earlier, later].filter(isAddress)) {
      const [document = '', ...path] = placeOf(address)
      expect(schemaAt(document as 'case', path)).toMatchObject({ 'x-format': 'date' })
    }
  })

  test.each(told)('$title: the later is found one day too early, not on the same day', ({ order }) => {
    expect(found(order, '2026-03-02', '2026-03-01')).toMatchObject([
      { on: '2026-03-01', earlierOn: '2026-03-02', key: order.later.split('.').at(-1) },
    ])
    expect(found(order, '2026-03-02', '2026-03-02')).toEqual([])
  })
})
