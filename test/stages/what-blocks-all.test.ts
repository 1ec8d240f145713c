import { describe, expect, it } from 'vitest'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import type { Action } from '../../src/core/stages/define.ts'
import { actionsFor, blockersOf, refusedItem } from '../../src/core/stages/possible.ts'
import type { CaseView } from '../../src/core/view.ts'
import { type Given, step, upToConclusion, upToScreening } from '../support/step.ts'

const viewOf = (given: Given = {}): CaseView => step('screen', given).view
const action = (id: string): Action => actionOf(id) ?? expect.fail(`no action ${id}`)
const blocked = (given: Given, id: string, subject: string | null = null) =>
  blockersOf(viewOf(given), action(id), subject).map(({ reason, article }) => [reason, article])

const withdrawal = { duplicateOf: 'NN-2025-0001', on: '2025-04-01', reason: '重复登记' }
const closed: Given = { closing: { closed: { closedOn: '2026-06-01' } } }
const ended: Given = {
  ...upToConclusion,
  closing: { terminations: [{ obligors: ['o1', 'o2'], ground: 'no-assets', decidedOn: '2025-06-15' }] },
}
const { damage } = sampleDocuments().case
const outside = (scope: 'marine' | 'legacy'): Given => ({
  ...upToScreening,
  case: { damage: { ...damage, scope } },
})

describe('what blocks every action', () => {
  it('is that the case was registered twice, or combined with another', () => {
    expect(blocked({ case: { withdrawal } }, 'add-evidence')).toEqual([
      ['本案与 NN-2025-0001 重复登记，已于2025年4月1日撤回，请在该案办理', '第三十八条'],
    ])
    expect(blocked({ case: { withdrawal: { ...withdrawal, combined: true } } }, 'screen')).toEqual([
      ['本案已于2025年4月1日并入 NN-2025-0001，请在该案办理', '第三十八条'],
    ])
  })

  it('is that it was closed', () => {
    const { id } = sampleDocuments().case
    const takenBack = `确需补办的，先撤销结案：ejc amend ${id} 结案 --remove`
    expect(blocked(closed, 'screen')).toEqual([[`本案已结案；${takenBack}`, '第三十八条']])
    // Evidence completes the file, until that has gone to the archive.
    expect(blocked(closed, 'add-evidence')).toEqual([])
    const archived: Given = { closing: { closed: { closedOn: '2026-06-01', archivedOn: '2026-06-30' } } }
    for (const each of ['add-evidence', 'screen'])
      expect(blocked(archived, each)).toEqual([[`本案已结案，案卷已经归档；${takenBack}`, '第三十八条']])
  })

  it('is that the claim has come to an end, but for what is owed however it ended', () => {
    const { id } = sampleDocuments().case
    const corrected = `记录有误的，先更正：ejc amend ${id}`
    expect(blocked(ended, 'notify', '1')).toEqual([[`本案已终止索赔；${corrected}`, '第十四条']])
    expect(blocked(ended, 'record-proceeding')).toEqual([])
    const screening = { checkedOn: '2025-03-05', decision: 'not-initiate' as const }
    expect(blocked({ ...upToScreening, screening }, 'initiate')).toEqual([
      [`本案已不启动索赔；${corrected}`, '第十四条'],
    ])
  })

  it('is that the text does not apply to the damage, but for what is owed all the same', () => {
    const [[reason, article] = []] = blocked(outside('marine'), 'screen')
    expect(reason).toMatch(/不适用本细则；写明移送的途径后结案/)
    expect(article).toBe('第五条')
    expect(blocked(outside('marine'), 'record-proceeding')).toEqual([])
    expect(blockersOf(viewOf(outside('legacy')), action('screen'), null)).toHaveLength(1)
  })

  it('is nothing in any other case', () => {
    expect(blocked(upToScreening, 'add-evidence')).toEqual([])
    expect(blocked(upToScreening, 'notify', '1')).toHaveLength(2)
  })

  it('is that the text does not permit it', () => {
    const view = viewOf(upToConclusion)
    const { regulation } = view
    const without = (matter: string): CaseView => ({
      ...view,
      regulation: { ...regulation, has: (each) => each !== matter && regulation.has(each) },
    })
    const refused = blockersOf(without('meeting-waiver'), action('waive-meeting'), '1')
    expect(refused.map(({ reason }) => reason)).toEqual([
      '适用的规范没有规定可以“免开磋商会议，直接签订协议”',
    ])
    expect(blockersOf(without('screening'), action('waive-meeting'), '1')[0]?.reason).toMatch(/^不是简单案件/)
    // What needs no permission is not refused for want of one.
    expect(blockersOf(without('investigation'), action('log-investigation'), null)).toEqual([])
    expect(blockersOf(without('preservation'), action('preserve'), null)).toEqual([])
  })
})

describe('what an item is refused for', () => {
  it('is nothing where its action refuses none', () => {
    expect(refusedItem(viewOf(), action('receive-appraisal'), {}, 'A1')).toEqual([])
    expect(refusedItem(viewOf(), action('reply'), { obligor: 'o2' }, '1/o1')).toMatchObject([
      { article: '第十七条', keys: ['obligor'] },
    ])
  })
})

describe('the order of what is offered', () => {
  it('is first what can be done: what moves the case, what is asked for, the rest; then what is blocked', () => {
    // The conclusion is still to come, so that a simple case is asked for.
    const { conclusion: _, ...investigation } = sampleDocuments().investigation ?? {}
    const offered = actionsFor(viewOf({ ...upToConclusion, investigation, supervision: undefined }))
    const ranks = offered.map(({ blockedBy, moves, advised }) =>
      blockedBy.length ? 3 : moves ? 0 : advised ? 1 : 2,
    )
    const possible = ranks.filter((rank) => rank < 3)
    expect(possible).toEqual(possible.toSorted((a, b) => a - b))
    expect(ranks.slice(possible.length).every((rank) => rank === 3)).toBe(true)
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]))
  })

  it('is that of the text among equals', () => {
    const ids = (all: ReturnType<typeof actionsFor>) => all.map((each) => each.action.id)
    const offered = actionsFor(viewOf(upToConclusion)).filter(
      ({ blockedBy, advised }) => !blockedBy.length && !advised,
    )
    const before = ids(offered).indexOf('add-evidence')
    expect(before).toBeGreaterThan(ids(offered).indexOf('designate'))
  })

  it('moves the case only by what the facts ask for', () => {
    const unadvised = actionsFor(viewOf(upToConclusion)).filter((each) => each.action.moves && !each.advised)
    expect(unadvised.map((each) => each.action.id)).toContain('terminate')
    expect(unadvised.every(({ moves }) => !moves)).toBe(true)
    const notify = actionsFor(viewOf(upToConclusion)).find((each) => each.action.id === 'notify')
    expect(notify).toMatchObject({ subject: '1', moves: true, advised: true, blockedBy: [] })
  })
})
