import { describe, expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import type { WantedItem } from '../../../src/cli/shared/answers/collect.ts'
import { applySets } from '../../../src/cli/shared/answers/set.ts'
import type { SignedSource } from '../../../src/cli/shared/answers/signed.ts'
import { actionOf } from '../../../src/core/stages/actions/index.ts'
import { settingOn, viewOfFixture } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-07-03'
const { regulation } = settingOn(today)
const { facts } = viewOfFixture('example-case', today)

/** Takes any file but one as the evidence E9. */
const signed: SignedSource = {
  take: () => ({ wrong: '没有文件' }),
  list: (name, title) => (name === '没有.jpg' ? { wrong: `读不到文件 ${name}` } : { id: `E9 ${title}` }),
  readClauses: () => undefined,
}

function ask(wanted: Partial<WantedItem>, ...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const context = {
    terminal,
    today,
    facts,
    law: regulation,
    clauses: [],
    choices: {},
    known: () => undefined,
  }
  const place = { name: 'consultation', path: ['rounds', 0, 'services', 0], lists: regulation.lists } as const
  return {
    ...seen,
    item: askItem({ ...place, ask: [], required: [], defaults: {}, signed, ...wanted }, {}, context),
  }
}

describe('a photograph of a service', () => {
  it('may be a file, which becomes evidence; one that can’t be read is told at once', async () => {
    const wanted = { ask: ['recording'], defaults: { method: 'lien' } }
    const { item, told } = ask(wanted, '@', '没有.jpg', '“现场.jpg”')
    expect(await item).toMatchObject({ recording: 'E9 送达过程的照片、录像' })
    expect(told).toEqual(['读不到文件 没有.jpg。'])
  })

  it('may stay open after all', async () => {
    const { item } = ask({ ask: ['recording'], defaults: { method: 'lien' } }, '@', '')
    expect((await item).recording).toBeUndefined()
  })
})

describe('evidence that is chosen', () => {
  const inspection = {
    name: 'restoration',
    path: ['projects', 0, 'inspections', 0],
    ask: ['evidence'],
  } as const

  it.each(['select', 'checkbox'] as const)(
    'offers a new file before what is on record (%s)',
    async (kind) => {
      const { terminal } = terminalWith('')
      const offered: string[] = []
      const list = (_: unknown, choices: readonly { readonly value: string }[]) => {
        offered.push(...choices.map(({ value }) => value))
        return Promise.resolve(kind === 'select' ? '' : [])
      }
      const context = { today, facts, law: regulation, clauses: [], choices: {}, known: () => undefined }
      const recording = {
        name: 'consultation',
        path: ['rounds', 0, 'services', 0],
        ask: ['recording'],
      } as const
      const wanted = { ...(kind === 'select' ? recording : inspection), lists: regulation.lists, signed }
      const defaults = kind === 'select' ? { method: 'lien' } : {}
      const asking = { ...context, terminal: { ...terminal, [kind]: list } }
      await askItem({ ...wanted, required: [], defaults }, {}, asking)
      const known = facts.evidence.map(({ id }) => id)
      expect(known.length).toBeGreaterThan(1)
      expect(offered).toEqual(kind === 'select' ? ['', '@', ...known] : ['@', ...known])
    },
  )

  it('of a list takes several new files beside what is ticked, until no other is named', async () => {
    const { item, asked } = ask(inspection, 'E1,@', 'a.jpg', '')
    expect(await item).toEqual({ evidence: ['E1', 'E9 检查证据'] })
    expect(asked.slice(1)).toEqual(['检查证据的文件名', '检查证据的文件名'])
  })

  it('of a list stays open where only a new file is ticked and none is named', async () => {
    expect(await ask(inspection, '@', '').item).toEqual({})
  })
})

it('a file of a call joins a list of evidence, beside what stands there', () => {
  const path = ['process', 'activities', 0]
  const place = { name: 'investigation', path, lists: regulation.lists, signed } as const
  const item = applySets(place, { evidence: ['E1'] }, ['evidence[]=@现场.jpg', 'evidence[]=E2'])
  expect(item).toEqual({ evidence: ['E1', expect.stringMatching(/^E9 /), 'E2'] })
})

describe('送达磋商告知书 in a terminal', () => {
  const { ask: keys = [], owed } = actionOf('serve') ?? {}
  const asked = (method: string, ...typed: string[]) =>
    ask(
      { ask: keys.filter((key) => !['receipt', 'signedCopy'].includes(key)), owed, required: [] },
      method,
      ...typed,
    )

  it('asks for the reason of a refusal, and does not go on without it (民事诉讼法第八十九条)', async () => {
    const { item, told } = asked('lien', '2026-07-02', '', '不说明理由', '某村委会 韦某', '')
    expect(await item).toMatchObject({ refusal: '不说明理由', witness: '某村委会 韦某' })
    expect(told).toEqual([expect.stringContaining('必须填写')])
  })

  it.each([
    ['electronic', ['a@example.invalid', '送达地址确认书', '韦某'], { medium: 'a@example.invalid' }],
    ['entrusted', ['某县生态环境局', '韦某'], { agent: '某县生态环境局', recipient: '韦某' }],
    ['mail', ['1023 4567', '收发室'], { tracking: '1023 4567', recipient: '收发室' }],
  ])('asks of %s what the law wants said of it', async (method, typed, told) => {
    expect(await asked(method, '2026-07-02', ...typed).item).toMatchObject(told)
  })
})

describe('a section that is added to what was recorded', () => {
  it('is asked for at once, once it is ticked', async () => {
    const wanted = {
      name: 'case',
      path: [],
      ask: ['title', 'lint'],
      amends: { title: '某案' },
      defaults: { title: '某案' },
    } as const
    const typed = ['lint', 'yes', 'deadline/met-late', '', '银行故障', '', '', '']
    const { item, asked: titles } = ask(wanted, ...typed)
    await item.catch(() => undefined)
    expect(titles.join()).not.toContain('填写“检查设置”吗')
    expect(titles.join()).toContain('豁免的检查1 检查')
  })
})
