import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../../support/cli.ts'
import { readText } from '../../support/read-text.ts'
import { hasTmux, openOfficerTerminal } from './officer.ts'

const CASE = 'NN-2026-0001'
const day = '--today 2026-03-03'
const number = '南环函〔2026〕31号'
const paper = `cases/${CASE}/documents/重大案件报告-${CASE}.docx`
const MAJOR = `major: { grounds: [major-ecological], markedOn: 2026-03-02, supervisingUnit: 某生态环境厅 }
`

describe.skipIf(!hasTmux())('a letter that goes out, in a terminal', { timeout: 120_000 }, () => {
  it('asks for its number, prints it, and proposes it when the letter is recorded as sent', async () => {
    const repository = createRepository('example-case')
    const { root } = repository
    repository.write(`cases/${CASE}/supervision.yaml`, MAJOR)
    repository.git('add', '.')
    repository.git('commit', '-qm', 'case')
    const printed = async () => (await readText(readFileSync(join(root, paper)))).join('\n')
    const office = openOfficerTerminal(root)
    try {
      await office.ejc(`render ${CASE} 重大案件报告 --no-input ${day}`)
      expect(await office.exits(), office.screen()).toBe(0)
      expect(await printed()).not.toContain('〔2026〕31号')
      await office.ejc(`render ${CASE} 重大案件报告 ${day}`)
      await office.answers('《重大案件报告》的发文字号', 'abc')
      await office.sees('里没有数字，不是文号')
      await office.presses('《重大案件报告》的发文字号', 'C-u')
      await office.answers('《重大案件报告》的发文字号', 'ejc advance 2')
      await office.chooses('不像文号', '否')
      await office.presses('《重大案件报告》的发文字号', 'BSpace')
      await office.answers('《重大案件报告》的发文字号', number)
      expect(await office.exits()).toBe(0)
      expect(await printed()).toContain(number)
      expect(office.tooWide()).toEqual([])
      await office.ejc(`advance ${CASE} 报告重大案件 ${day}`)
      await office.sees('以下已按所知填好', `报告文号：${number}`)
    } finally {
      office.close()
    }
  })
})
