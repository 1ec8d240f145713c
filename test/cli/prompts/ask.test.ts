import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import { clauseReader } from '../../../src/cli/shared/answers/clauses.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { knownOfClause } from '../../../src/core/forms/agreement-draft.ts'
import { actionOf } from '../../../src/core/stages/actions/index.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-03-02'
const { regulation } = settingOn(today)

function ask(wanted: Partial<WantedItem>, ...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const context = {
    terminal,
    today,
    facts: undefined,
    law: regulation,
    clauses: regulation.clauses,
    choices: {},
    known: () => undefined,
  }
  const whole = {
    name: 'consultation',
    path: ['rounds', 0, 'notice'],
    lists: regulation.lists,
    ask: [],
    required: [],
    defaults: {},
    ...wanted,
  } as const
  return { ...seen, item: askItem(whole, {}, context) }
}

describe('a clause of the agreement', () => {
  it('is proposed from what the investigation found', async () => {
    const view = viewOfFixture('example-case', '2026-11-24')
    const { facts } = view
    const clauses = regulation.clauses.filter(({ code }) =>
      ['facts', 'evidence', 'legalBasis'].includes(code),
    )
    const { terminal } = terminalWith('', '', '', '')
    const place = { name: 'agreements', path: ['agreements', 0], lists: regulation.lists } as const
    const wanted = { ...place, ask: ['clauses'], required: ['clauses'], defaults: {} }
    const context = {
      ...{ terminal, today, facts, law: regulation, clauses, choices: {}, known: () => undefined },
      knownOfClause: (code: string) => knownOfClause(view, code).join('\n'),
    }
    const item = await askItem(wanted, {}, context)
    const [statement = ''] = facts.investigation?.facts?.map((each) => each.statement) ?? []
    expect(item.clauses).toMatchObject({
      facts: expect.stringContaining(statement),
      evidence: expect.stringContaining(facts.evidence[0]?.title ?? '?'),
      legalBasis: expect.stringContaining(facts.investigation?.legalBasis?.[0] ?? '?'),
    })
  })
})

describe('a question', () => {
  it.each([
    ['下周', /“下周”读不成日期，可以写 2026-03-02、/],
    ['明天', /2026-03-03 在今天（2026-03-02）以后。这一栏只记已经发生的事/],
    ['', /必须填写/],
  ])('about a day on which something happened refuses “%s” at once', async (typed, says) => {
    const { item, told } = ask({ ask: ['issuedOn'] }, typed, '昨日')
    expect(await item).toEqual({ issuedOn: '2026-03-01' })
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(says)
  })

  it.each([
    ['replyBy', '2026-03-12', 'a day to reply by'],
    ['meeting', '2026-03-12 09:30', 'a meeting that is planned'],
  ])('about %s takes %s, which lies ahead: it is %s', async (key, date) => {
    const typed = key === 'meeting' ? ['yes', '三月十二日九点半', ''] : ['3.12']
    const { item, told } = ask({ ask: [key] }, ...typed)
    expect(JSON.stringify(await item)).toContain(date)
    expect(told).toEqual([])
  })

  it('takes an amount in words, and gives examples where it can read none', async () => {
    const money = { name: 'case', path: ['damage'], ask: ['estimatedLoss'] } as const
    const { item, told } = ask(money, '约26万', '贰拾陆万伍仟元整')
    expect(await item).toEqual({ estimatedLoss: '265000.00' })
    expect(told[0]).toMatch(/“约26万”读不成金额，可以写 529700、/)
  })

  it('that may be passed over says so, and how; one that may not does not', async () => {
    const { item, hints } = ask(
      { ask: ['number', 'issuedOn', 'matter'], defaults: { matter: '排污' } },
      '',
      '3.1',
      '',
    )
    await item
    expect(hints).toEqual([
      '告知书文号（选填，回车跳过）',
      '告知书制发日期（如 2026-03-02、3.2、昨天）',
      '赔偿事由（选填；长文可粘贴，Ctrl-O 用编辑器写）',
    ])
  })

  it('must be answered where the answers beside it make it so', async () => {
    const owed: WantedItem['owed'] = (key, { number }) => key === 'replyBy' && number === undefined
    const { item, told } = ask({ ask: ['number', 'replyBy'], owed }, '', '', '3.9')
    expect(await item).toEqual({ replyBy: '2026-03-09' })
    expect(told[0]).toMatch(/必须填写/)
    expect(await ask({ ask: ['number', 'replyBy'], owed }, '1号', '').item).toEqual({ number: '1号' })
  })

  it('is not asked for the number of a letter that was not written', async () => {
    const keys = ['explanationRequestedOn', 'explanationRequestNumber']
    const objection = { name: 'appraisals', path: ['appraisals', 0, 'objections', 0], ask: keys } as const
    expect(await ask(objection, '').item).toEqual({})
    expect(await ask(objection, '3.1', '南环函〔2026〕1号').item).toHaveProperty('explanationRequestNumber')
  })

  it.each([
    ['commission-appraisal', 'commissionNumber'],
    ['reappraise', 'commissionNumber'],
    ['object', 'explanationRequestNumber'],
    ['explain-appraisal', 'explanationRequestNumber'],
    ['send-to-court', 'sentToCourtNumber'],
    ['report-month', 'document'],
  ])('of %s for the number of its letter, %s, may be passed over', (id, key) => {
    const { ask: asked = [], required = [] } = actionOf(id) ?? {}
    expect(asked).toContain(key)
    expect(required).not.toContain(key)
  })

  it('about the clauses takes them all from one file, and asks only for the others', async () => {
    const { clauses } = regulation
    const readClauses = clauseReader(regulation)
    const rest = clauses.slice(1).map(() => '双方认可。')
    const agreement = { name: 'agreements', path: ['agreements', 0], ask: ['clauses'], readClauses } as const
    const file = 'test/fixtures/clauses/facts-alone.md'
    const { item, asked, told } = ask(agreement, '没有这个文件.md', file, ...rest)
    expect(await item).toMatchObject({ clauses: { facts: '倾倒废酸约 42 吨。', breach: '双方认可。' } })
    expect(told[0]).toContain('读不到文件')
    expect(asked.filter((title) => title.startsWith('协议条款'))).toHaveLength(clauses.length - 1)
  })
})

describe('a choice of which several hold', () => {
  const obligors = { name: 'agreements', path: ['agreements', 0], ask: ['obligors'] } as const

  it('takes none where one is required only after it has asked again', async () => {
    const { facts } = viewOfFixture('example-case', '2026-11-24')
    const { terminal, told } = terminalWith(',', 'o2')
    const context = {
      terminal,
      today,
      facts,
      law: regulation,
      clauses: [],
      choices: {},
      known: () => undefined,
    }
    const wanted = { ...obligors, lists: regulation.lists, required: ['obligors'], defaults: {} }
    expect(await askItem(wanted, {}, context)).toEqual({ obligors: ['o2'] })
    expect(told).toEqual(['至少选一项'])
  })

  it('takes none of a meeting, to which nobody may have come', async () => {
    const { facts } = viewOfFixture('example-case', '2026-11-24')
    const { terminal } = terminalWith(',')
    const context = {
      terminal,
      today,
      facts,
      law: regulation,
      clauses: [],
      choices: {},
      known: () => undefined,
    }
    const place = {
      name: 'consultation',
      path: ['rounds', 0, 'meetings', 0],
      lists: regulation.lists,
    } as const
    const wanted = { ...place, ask: ['attended'], required: ['attended'], defaults: {} }
    expect(await askItem(wanted, {}, context)).toEqual({ attended: [] })
  })
})
