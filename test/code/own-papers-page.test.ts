import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { viewOf } from '../../src/core/view.ts'
import { papersUnder } from '../../src/documents/own/shelf.ts'
import { checkTemplate } from '../../src/documents/own-template.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { docx, p } from '../documents/sample.ts'
import { readText } from '../support/read-text.ts'
import { settingOn } from '../support/setting.ts'

const page = readFileSync('docs/own-papers.md', 'utf8')
const blocks = [...page.matchAll(/```text\n([\s\S]*?)```/gu)].map(([, block = '']) =>
  block.trimEnd().split('\n'),
)
const [example = [], mistakes = []] = blocks
const setting = settingOn(sampleToday)
const file = 'templates/现场检查笔录.docx'

/** A template whose paragraphs are the lines given. */
const typed = (lines: readonly string[]) => docx(...lines.map((line) => p(line)))
const checked = (template: Uint8Array) => checkTemplate(file, [setting.regulation], () => template)

describe('the page on own papers', () => {
  test('shows an example that can be used as it stands', async () => {
    const template = typed(example)
    const { problems, remarks } = checked(template)
    expect(problems).toEqual([])
    expect(remarks.map((each) => /没有「(.+?)」/u.exec(each)?.[1])).toEqual([
      '检查日期',
      '天气',
      '检查人签名',
    ])
    const view = viewOf(factsOf(sampleDocuments()), setting)
    const shelf = { templates: () => [file], readBytes: () => template }
    const form = papersUnder(setting.regulation, shelf).forms.at(-1)
    if (!form) throw new Error('no paper')
    const text = await readText(
      await preparePaper({ view, form, subject: null, draft: false }, shelf.readBytes).bytes(),
    )
    expect(text[1]).toBe(`案件：${view.facts.case.title}（${view.facts.id}）`)
    expect(text[2]).toBe('检查日期：＿＿＿＿年＿＿月＿＿日　　天气：＿＿＿＿＿＿')
  })

  test('quotes messages that the program says', () => {
    const lines: string[] = []
    for (const message of mistakes) {
      const [, paragraph = '', text = ''] = /^正文第 (\d+) 段（(.*?)）：/u.exec(message) ?? []
      lines[Number(paragraph) - 1] = text
    }
    const { problems, remarks } = checked(typed(Array.from(lines, (line) => line ?? '文字')))
    expect([...problems, ...remarks]).toEqual(mistakes)
  })

  test('shows marks that the program knows', () => {
    const marks = [...page.matchAll(/\{\{([?#/]?[^{}]+)\}\}/gu)].map(([, mark = '']) => mark)
    expect(marks).toEqual(
      expect.arrayContaining(['?线索文号', '#证据', '/证据', '义务人.名称', '当事人名称', '证据.序号']),
    )
  })
})
