import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { missingIn } from '../../src/core/stages/missing.ts'
import { factsOfMode, isFactOfMode, keyToGive } from '../../src/core/stages/substitute-facts.ts'
import { viewOf } from '../../src/core/view.ts'
import { documentsFor, type Values } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'

const today = '2026-11-24'

/** The steps that can be completed in a case of a clue of 2026-02-24, taken over from a ledger on a day. */
function missing(facts: Values, on: string | null = '2026-09-01') {
  const backfilled = on === null ? {} : { backfilled: { on, source: '台账.xlsx' } }
  const documents = documentsFor({ base: 'minimal', facts: { ...facts, case: backfilled } })
  return missingIn(viewOf(factsOf(documents), settingOn(today)))
}
const steps = (facts: Values, on?: string | null) =>
  missing(facts, on).map(({ step, subject }) => `${step} ${subject ?? '-'}`)

const initiation = { initiation: { initiatedOn: '2026-03-02' } }
const concluded = { investigation: { ...initiation, conclusion: { concludedOn: '2026-05-01' } } }
const signed = { agreements: { agreements: [{ id: 'G1', obligors: ['o1', 'o2'], signedOn: '2026-08-01' }] } }
const inRound = (round: Values) => ({ consultation: { rounds: [{ round: 1, ...round }] } })

describe('第三十八条: the steps that a ledger does not tell of', () => {
  test('can be completed, where a later one lies before the takeover', () => {
    expect(steps(concluded)).toContain('screen -')
    expect(
      steps({ ...concluded, screening: { checkedOn: '2026-02-26', decision: 'initiate' } }),
    ).not.toContain('screen -')
    expect(steps(concluded, null)).toEqual([])
    expect(steps({ investigation: initiation }, '2026-02-25')).toEqual([])
  })

  test('a service for each who was not served, a meeting for each round that had none', () => {
    const notice = { issuedOn: '2026-05-20', replyBy: '2026-06-20' }
    const noticed = { ...concluded, ...signed, ...inRound({ notice }) }
    expect(steps(noticed).filter((each) => each.startsWith('serve'))).toEqual(['serve 1/o1', 'serve 1/o2'])
    expect(steps(noticed)).toContain('meet 1')
    const services = [{ obligor: 'o1', method: 'direct', servedOn: '2026-05-21' }]
    const served = { ...concluded, ...signed, ...inRound({ notice, services }) }
    expect(steps(served).filter((each) => each.startsWith('serve'))).toEqual(['serve 1/o2'])
    const meetings = [{ number: 1, heldOn: '2026-07-01' }]
    expect(steps({ ...concluded, ...signed, ...inRound({ notice, meetings }) })).not.toContain('meet 1')
    expect(steps({ ...concluded, ...signed, ...inRound({ notice, meetings: [] }) })).toContain('meet 1')
  })

  test('each says where it is written, whom it is about, and nothing that would be of today', () => {
    const all = missing({ ...concluded, ...signed, ...inRound({ notice: { issuedOn: '2026-05-20' } }) })
    const [screen] = all.filter(({ step }) => step === 'screen')
    expect(screen).toMatchObject({ document: 'screening', path: [], about: '', whole: true, on: undefined })
    const [serve] = all.filter(({ step }) => step === 'serve')
    expect(serve).toMatchObject({ document: 'consultation', subject: '1/o1', about: '第1轮 某造纸有限公司' })
    expect(all.flatMap(({ value }) => Object.values(Object(value)))).not.toContain(today)
    for (const { keys, value } of all) for (const key of keys) expect(value).not.toHaveProperty(key)
  })

  test('an entry of a list is written behind those that are there', () => {
    const services = [{ obligor: 'o1', method: 'direct', servedOn: '2026-05-21' }]
    const all = missing({
      ...concluded,
      ...signed,
      ...inRound({ notice: { issuedOn: '2026-05-20' }, services }),
    })
    const paths = all
      .filter(({ step }) => step === 'serve' || step === 'meet')
      .map(({ step, path }) => [step, path.at(-1)])
    expect(paths).toEqual([
      ['serve', 1],
      ['meet', 0],
    ])
  })

  test('are none where all are on record', () => {
    const documents = sampleDocuments()
    documents.case.backfilled = { on: '2026-09-01', source: '台账.xlsx' }
    expect(missingIn(viewOf(factsOf(documents), settingOn(today)))).toEqual([])
  })
})

describe('第二十六条: what a substitute must say of itself', () => {
  test.each([
    ['labor', 'labor', ['amount', 'work', 'supervisedBy', 'proof']],
    ['off-site', 'off-site', ['amount', 'place', 'argument']],
    ['tech-upgrade', 'tech-upgrade', ['amount', 'investment', 'description']],
    ['instalments', 'instalments', ['reason']],
    ['other', 'other-substitute', ['description']],
    ['unheard-of', 'substitutes', []],
  ])('%s, under the matter %s', (mode, matter, keys) => {
    expect(factsOfMode(mode).matter).toBe(matter)
    expect(factsOfMode(mode).keys.map(([key]) => key)).toEqual(keys)
    for (const key of keys) expect(isFactOfMode(`substitutes.0.${key}`, { mode })).toBe(true)
    expect(isFactOfMode('substitutes.0.consentedOn', { mode })).toBe(false)
  })

  test('is no fact of the agreement itself, nor of a substitute without mode', () => {
    expect(isFactOfMode('amount', { mode: 'labor' })).toBe(false)
    expect(isFactOfMode('substitutes.0.amount.x', { mode: 'labor' })).toBe(false)
    expect(isFactOfMode('substitutes.12.amount', { mode: 'labor' })).toBe(true)
    expect(isFactOfMode('substitutes.0.amount', {})).toBe(false)
    expect(factsOfMode(undefined).keys).toEqual([])
  })

  test('is named as the form names it, with what it must say of this mode', () => {
    expect(keyToGive('proof', '落实的证明方式')).toMatch(/^“.+”（落实的证明方式）$/u)
    const title = /^“(.+)”（/u.exec(keyToGive('proof', 'x'))?.[1] ?? ''
    expect(keyToGive('proof', title)).toBe(`“${title}”`)
  })
})
