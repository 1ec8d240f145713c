import { expect, it } from 'vitest'
import { askWanted, top } from '../../../src/cli/prompts/ask.ts'
import { createInterview } from '../../../src/cli/prompts/interview.ts'
import type { SignedSource } from '../../../src/cli/shared/answers/signed.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-09-28'
const { regulation } = settingOn(today)
const kept = { file: 'attachments/签订的协议文本-G1.docx', sha256: 'a'.repeat(64) }
const BOTH = { facts: '倾倒废酸。', breach: '违约责任：无' }
const signed: SignedSource = {
  take: () => ({ wrong: '没有' }),
  list: () => ({ wrong: '没有文件' }),
  readClauses: (name) => {
    const clauses = name === '协议.docx' ? { facts: '倾倒废酸。' } : BOTH
    return { clauses, signedText: kept, shown: `从 ${name} 读到的条款：……` }
  },
}

/** Asks for two clauses, with the answers in their order. */
async function asked(...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const wanted = {
    name: 'agreements',
    path: ['agreements', 0],
    lists: regulation.lists,
    signed,
    ask: ['clauses'],
    required: [],
    defaults: {},
    readClauses: () => ({ wrong: '没有标题' }),
  } as const
  const context = {
    ...{ terminal, today, facts: undefined, law: regulation, choices: {}, known: () => undefined },
    clauses: [
      { code: 'facts', title: '损害事实', required: true },
      { code: 'breach', title: '违约责任', required: true },
    ],
  }
  const interview = createInterview(terminal, {}, () => undefined)
  const item = await interview.run(() => askWanted(wanted, {}, { ...context, ...top, interview }))
  return { item, ...seen }
}

const QUESTION = '条款这样归入，对吗？ (yes)'

it('shows what was taken for which clause and asks; then only what it did not find, and the file is kept', async () => {
  const { item, asked: titles } = await asked('协议.docx', 'yes', '按日万分之五。')
  expect(item).toEqual({ clauses: { facts: '倾倒废酸。', breach: '按日万分之五。' }, signedText: kept })
  expect(titles.indexOf('从 协议.docx 读到的条款：……')).toBe(titles.indexOf(QUESTION) - 1)
  expect(titles).toContain('协议条款 1/1 违约责任')
})

it('asks again only for what was read wrongly, with what was read, and keeps the file', async () => {
  const { item, asked: titles } = await asked('两条.docx', 'no', 'breach', '按日万分之五。')
  expect(item).toEqual({ clauses: { facts: '倾倒废酸。', breach: '按日万分之五。' }, signedText: kept })
  expect(titles).toContain('哪几条归错了？')
  expect(titles.at(-1)).toBe('协议条款 1/1 违约责任 (违约责任：无)')
})

it('asks which clauses are wrong until one is named', async () => {
  const { told } = await asked('两条.docx', 'no', '', 'facts', '倾倒废碱。')
  expect(told).toEqual(['至少选一项'])
})
