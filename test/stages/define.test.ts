import { describe, expect, it } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import {
  type Blocker,
  blockersOfAnyItem,
  blockersOfItem,
  blockIf,
  contradictionIf,
  defineAction,
  refusalsUnder,
  saysSomething,
} from '../../src/core/stages/define.ts'
import { owedSubjects } from '../../src/core/stages/owed-subjects.ts'
import { step } from '../support/step.ts'

const { view } = step('screen')
const { regulation } = view
const without = (...absent: string[]) => ({
  ...regulation,
  has: (matter: Parameters<typeof regulation.has>[0]) => !absent.includes(matter) && regulation.has(matter),
})

describe('what blocks', () => {
  it('holds where its condition does', () => {
    expect(blockIf(false, '尚未启动索赔', 'initiation')).toEqual([])
    expect(blockIf(true, '尚未启动索赔', 'initiation')).toEqual([
      { reason: '尚未启动索赔', matter: 'initiation' },
    ])
    expect(blockIf(true, '尚未启动索赔', 'initiation', { key: 'on' })).toEqual([
      { reason: '尚未启动索赔', matter: 'initiation', key: 'on' },
    ])
    expect(contradictionIf(false, '已经结案', 'one-case-one-file')).toEqual([])
    expect(contradictionIf(true, '已经结案', 'one-case-one-file')).toEqual([
      { reason: '已经结案', matter: 'one-case-one-file', contradiction: true },
    ])
    expect(contradictionIf(true, '已经结案', 'one-case-one-file', { key: ['on', 'by'] })).toMatchObject([
      { key: ['on', 'by'] },
    ])
  })

  it('is refused with the articles of its matters, each once', () => {
    const refused = (matter: Blocker['matter'], more: Partial<Blocker> = {}) =>
      refusalsUnder(regulation, [{ reason: '不行', matter, ...more }])
    expect(refused('screening')).toEqual([
      { reason: '不行', article: '第十二条', citation: regulation.citation('screening'), keys: [] },
    ])
    expect(refused(['screening', 'initiation', 'screening'])[0]?.article).toBe('第十二条、第十三条')
    expect(refused('screening', { key: 'decision' })[0]?.keys).toEqual(['decision'])
    expect(refused('screening', { key: ['decision', 'notInitiate'] })[0]?.keys).toEqual([
      'decision',
      'notInitiate',
    ])
    const unless = () => true
    expect(refused('screening', { unless })[0]?.unless).toBe(unless)
  })

  it('does not apply where the text has none of its matters, but for a contradiction', () => {
    const blockers = [
      ...blockIf(true, '规定', 'screening'),
      ...blockIf(true, '二者之一', ['screening', 'initiation']),
      ...contradictionIf(true, '矛盾', 'screening'),
    ]
    const refused = refusalsUnder(without('screening'), blockers)
    expect(refused.map(({ reason }) => reason)).toEqual(['二者之一', '矛盾'])
    expect(refused.map(({ article }) => article)).toEqual(['第十三条', refused[1]?.citation])
    expect(refused[1]?.article).not.toBe('')
  })

  it('may be lifted by an item', () => {
    const [always, lifted] = [
      ...blockIf(true, '总是', 'screening'),
      ...blockIf(true, '除非', 'screening', { unless: ({ reason }) => reason !== undefined }),
    ] as const
    if (!always || !lifted) throw new Error('no blockers')
    expect(blockersOfItem([always, lifted], {})).toEqual([lifted])
    expect(blockersOfItem([always, lifted], { reason: '情况紧急' })).toEqual([])
    const [blocked, unlessReason] = refusalsUnder(regulation, [
      ...blockIf(true, '总是', 'screening'),
      ...blockIf(true, '除非', 'screening', { unless: () => true }),
    ])
    expect(blockersOfAnyItem([blocked, unlessReason].filter((each) => each !== undefined))).toEqual([blocked])
  })
})

describe('for whom a deadline is owed', () => {
  it('is who has neither done it nor come to an end', () => {
    const [known] = view.deadlines
    const due = (deadline: string, subject: string | null, more: Partial<Deadline> = {}): Deadline[] =>
      known ? [{ ...known, deadline, subject, met: null, status: 'duty', ...more }] : []
    const deadlines = [
      ...due('serve', '1/o1'),
      ...due('serve', '1/o2', { met: '2025-05-28', status: 'met' }),
      ...due('serve', '1/o3', { status: 'closed' }),
      ...due('serve', null),
      ...due('reply', '1/o4'),
      ...due('serve', '1/o5', { status: 'overdue' }),
    ]
    expect(owedSubjects({ ...view, deadlines }, 'serve')).toEqual(['1/o1', '1/o5'])
  })
})

describe('a text', () => {
  it.each([
    [undefined, false],
    ['', false],
    [' \n', false],
    ['有', true],
    [' 有 ', true],
  ])('%j says something: %s', (text, expected) => {
    expect(saysSomething(text)).toBe(expected)
  })
})

describe('where an action writes', () => {
  const heading = {
    id: 'test',
    title: '测试',
    matter: 'screening' as const,
    moves: false,
    blockers: () => [],
  }

  it('is for the case as a whole, where it names no subjects', () => {
    const action = defineAction({ ...heading, section: 'screening', mode: 'upsert', ask: ['findings'] })
    expect(action.subjects(view.facts, view)).toEqual([null])
    expect(action.target(view.facts, null)).toEqual({ document: 'screening', path: [], mode: 'upsert' })
    expect(action.writes).toEqual({ section: 'screening', mode: 'upsert' })
  })

  it('is an item of each list on the way', () => {
    const action = actionOf('record-failed-service')
    expect(action?.target(view.facts, '1/o2')).toEqual({
      document: 'consultation',
      path: ['rounds', 0, 'services', 1, 'attempts'],
      mode: 'append',
    })
    const lost = defineAction({
      ...heading,
      section: 'court.suits[]',
      at: () => [-1],
      mode: 'upsert',
      ask: [],
    })
    expect(lost.target(view.facts, null).path).toEqual(['suits', -1])
  })
})
