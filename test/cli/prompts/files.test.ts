import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { askItem } from '../../../src/cli/prompts/ask.ts'
import { fileNamed, notAName } from '../../../src/cli/prompts/files.ts'
import type { SignedSource } from '../../../src/cli/shared/answers/signed.ts'
import { temporaryFolder } from '../../support/cli.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const { regulation } = settingOn('2026-07-03')
const signed: SignedSource = {
  take: (name, paper) =>
    name.endsWith('回证.pdf')
      ? { file: `attachments/${paper}.pdf`, sha256: 'a'.repeat(64) }
      : { wrong: '没有' },
  list: () => ({ wrong: '没有文件' }),
  readClauses: () => undefined,
}

async function asked(...typed: string[]) {
  const { terminal, ...seen } = terminalWith(...typed)
  const place = { name: 'consultation', path: ['rounds', 0, 'services', 0], lists: regulation.lists } as const
  const context = {
    ...{ terminal, today: '2026-07-03', facts: undefined, law: regulation, clauses: [], choices: {} },
    known: () => undefined,
  }
  const wanted = { ...place, ask: ['signedCopy', 'recipient'], required: [], defaults: {}, signed }
  return { ...seen, item: await askItem(wanted, {}, context) }
}

it('the scan of what was signed is asked last, may be dragged into the terminal, and may be left out', async () => {
  const file = join(temporaryFolder(), '回证.pdf')
  writeFileSync(file, 'x')
  const copy = { file: 'attachments/送达回证签署件.pdf', sha256: 'a'.repeat(64) }
  expect((await asked('韦某', `'${file}'`)).item).toEqual({ recipient: '韦某', signedCopy: copy })
  expect((await asked('韦某', '')).item).toEqual({ recipient: '韦某' })
})

it('a path that was pasted is the name of a file, however it is written', () => {
  const file = join(temporaryFolder(), '协议 定稿.docx')
  writeFileSync(file, 'x')
  for (const pasted of [
    file,
    `"${file}"`,
    `“${file}”`,
    `@${file}`,
    `file://${encodeURI(file)}`,
    file.replaceAll(' ', '\\ '),
  ])
    expect(fileNamed(pasted)).toBe(file)
})

it('text that was pasted is told apart from the name of a file, and the officer told what to do', async () => {
  const text = '一、协议双方\n甲方：某局。\n乙方：某厂。'
  expect(notAName('协议.docx', '')).toBeUndefined()
  expect(notAName(text, '没有的直接回车。')?.wrong).toMatch(
    /这里要的是文件名.*正文（3 段、18 字）.*没有的直接回车。$/,
  )
  const { item, told } = await asked('韦某', text, '')
  expect(item).toEqual({ recipient: '韦某' })
  expect(told.join()).toContain('这里要的是文件名')
})
