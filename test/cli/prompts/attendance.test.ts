import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { Terminal } from '../../../src/cli/prompts/terminal.ts'
import type { Item } from '../../../src/core/stages/define.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-07-03'
const { regulation } = settingOn(today)
const { facts } = viewOfFixture('example-case', today)
const meeting = { name: 'consultation', path: ['rounds', 0, 'meetings', 0] } as const
const service = { name: 'consultation', path: ['rounds', 0, 'services', 0] } as const

/** Asks for keys of a section, of which some are known: the titles that were asked, who could be chosen, and the item. */
async function asked(
  place: typeof meeting | typeof service,
  ask: string[],
  given: Item,
  answers: readonly string[] = [],
  known = facts,
) {
  const { terminal, ...seen } = terminalWith(...answers)
  const offered: string[] = []
  const ticked: string[] = []
  const checkbox: Terminal['checkbox'] = (words, choices, checked, ...others) => {
    offered.push(choices.map(({ value }) => value).join())
    ticked.push(checked.join())
    return terminal.checkbox(words, choices, checked, ...others)
  }
  const context = {
    ...{
      terminal: { ...terminal, checkbox },
      today,
      facts: known,
      law: regulation,
      clauses: regulation.clauses,
    },
    choices: {},
    known: () => undefined,
  }
  const wanted = { ...place, ask, required: [], lists: regulation.lists, defaults: {} }
  const item = await askItem(wanted, given, context)
  return { item, offered, ticked, titles: seen.asked.join() }
}

describe('who can be named in a meeting', () => {
  it('nobody is absent where all came', async () => {
    const { titles } = await asked(meeting, ['absent'], { attended: ['o1', 'o2'] })
    expect(titles).toBe('')
  })

  it('who did not come can be absent, and who came can agree', async () => {
    const { offered, item } = await asked(meeting, ['absent'], { attended: ['o1'] }, ['absent', 'o2'])
    expect(offered).toEqual(['absent', 'o2'])
    expect(item.absent).toEqual(['o2'])
    const given = { attended: ['o1'], outcome: 'agreed' }
    expect((await asked(meeting, ['agreedWith'], given, ['o1'])).item.agreedWith).toEqual(['o1'])
  })

  it('anybody can be absent where nobody came', async () => {
    expect((await asked(meeting, ['absent'], { attended: [] }, ['absent', 'o1'])).offered).toEqual([
      'absent',
      'o1,o2',
    ])
  })
})

describe('who probably came', () => {
  const without = viewOfFixture('example-case', today, ({ consultation }) => {
    for (const round of consultation?.rounds ?? []) delete round.meetings
  }).facts

  it('to the first meeting all, to a later one those of the last', async () => {
    const first = await asked(meeting, ['attended'], {}, ['o1,o2'], without)
    expect(first.ticked).toEqual(['o1,o2'])
    const second = viewOfFixture('example-case', today, ({ consultation }) => {
      const [round] = consultation?.rounds ?? []
      if (round)
        round.meetings = [{ number: 1, heldOn: '2026-06-01', attended: ['o2'], outcome: 'continued' }]
    }).facts
    expect((await asked(meeting, ['attended'], {}, ['o2'], second)).ticked).toEqual(['o2'])
  })
})

describe('who signs for a notice', () => {
  const ask = ['method', 'witness', 'recipient']

  it('留置送达 has a witness, and nobody who signs for it', async () => {
    const { titles, item } = await asked(service, ask, { method: 'lien' }, ['村委会农某'])
    expect(titles).toContain('见证人')
    expect(titles).not.toContain('签收人')
    expect(item).toEqual({ method: 'lien', witness: '村委会农某' })
  })

  it('direct service has who signed, and no witness; a public notice has neither', async () => {
    const { titles, item } = await asked(service, ask, { method: 'direct' }, ['韦某'])
    expect(titles).not.toContain('见证人')
    expect(item).toEqual({ method: 'direct', recipient: '韦某' })
    expect((await asked(service, ask, { method: 'public-notice' })).titles).not.toMatch(/见证人|签收人/)
  })
})
