import { describe, expect, test } from 'vitest'
import type { DraftParagraph } from '../../src/core/drafts/draft.ts'
import { paperKindOf } from '../../src/core/drafts/paper-kind.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { docx, p } from '../documents/sample.ts'
import { settingOn } from '../support/setting.ts'

const words = settingOn('2026-11-24').regulation.pack.drafts
const plain = (texts: readonly string[], more: Partial<DraftParagraph> = {}): DraftParagraph[] =>
  texts.map((text, index) => ({
    number: index + 1,
    label: '',
    text,
    lead: '',
    bold: false,
    outline: null,
    cell: null,
    ...more,
  }))
const kindOf = (...texts: string[]) => paperKindOf(plain(texts), words)?.kind

describe('what a paper is by its title', () => {
  test.each([
    ['生态环境损害赔偿协议', 'agreement'],
    ['生态环境损害赔偿协议（第二稿）', 'agreement'],
    ['生态环境损害赔偿协议书-修改稿', 'agreement'],
    ['生 态 环 境 损 害 赔 偿 磋 商 告 知 书', 'consultation-notice'],
    ['附件4：生态环境损害赔偿磋商告知书', 'consultation-notice'],
    ['《生态环境损害赔偿协议》补充协议', 'supplement'],
    ['生态环境损害赔偿协议（补充协议）', 'supplement'],
    ['关于变更《生态环境损害赔偿协议》部分条款的协议', 'supplement'],
    ['生态环境损害赔偿协议之补充协议（二）', 'supplement'],
    ['赔偿协议磋商会议纪要', 'meeting-minutes'],
    ['生态环境损害赔偿协议司法确认申请书', 'application'],
    ['磋商告知书送达回证', 'service-receipt'],
    ['索赔启动登记表', 'register'],
    ['关于送达赔偿协议的函', 'letter'],
    ['某河段生态环境修复方案', 'restoration-plan'],
    ['生态环境损害鉴定评估报告', 'report'],
    ['磋商告知书（附送达回证、议程各一份）', 'consultation-notice'],
    ['《生态环境损害赔偿协议》之补充', 'supplement'],
    ['委托鉴定合同', 'contract'],
    ['履约保证金协议', 'contract'],
    ['保密协议', 'contract'],
    ['收据', 'receipt'],
    ['检察建议书', 'suggestion'],
    ['赔礼道歉书', 'apology'],
  ])('%s is %s', (title, kind) => {
    expect(kindOf(title, '赔偿权利人：某市生态环境局')).toBe(kind)
  })

  test.each([
    [['某市生态环境局', '桂环〔2026〕5号', '赔偿事宜', '关于启动磋商的函']],
    [['双方收到补充协议。']],
    [['赔偿权利人：某局', '补充协议：']],
    [['一、补充协议', '二、会议纪要']],
    [['根据磋商会议纪要，双方就赔偿事宜达成一致']],
  ])('%j does not tell, unless it looks like a title', (texts) => {
    expect(kindOf(...texts)).toBeUndefined()
  })

  test('below the first lines a title is bold, centred or a heading', () => {
    const above = plain(['某市生态环境局', '编号：5', '密级：无', '存档'])
    for (const looks of [{ bold: true }, { centred: true }, { outline: 0 }])
      expect(paperKindOf([...above, ...plain(['补充协议'], looks)], words)?.kind).toBe('supplement')
    expect(paperKindOf([...above, ...plain(['补充协议'])], words)).toBeUndefined()
  })

  test('a title in two lines is told by the second', () => {
    expect(kindOf('生态环境损害赔偿协议', '补充协议', '甲方：某局')).toBe('supplement')
    expect(kindOf('生态环境损害赔偿', '磋商告知书', '告知人：某局')).toBe('consultation-notice')
  })

  test('a kind that is not checked word by word is called by the word of the title', () => {
    expect(paperKindOf(plain(['行政处罚决定书']), words)).toMatchObject({
      kind: 'court-paper',
      name: '决定书',
    })
    expect(paperKindOf(plain(['听证告知书']), words)).toMatchObject({ kind: 'letter', name: '告知书' })
  })

  test('a title is told with its kind, its name, its words and its paragraph', () => {
    const paragraphs = plain(['', ' 生态环境损害赔偿 协议书（第二稿） ', '甲方：某局'])
    expect(paperKindOf(paragraphs, words)).toEqual({
      ...{ kind: 'agreement', name: '赔偿协议', line: 2 },
      title: '生态环境损害赔偿 协议书(第二稿)',
    })
  })

  test('a kind without words is none', () => {
    expect(paperKindOf(plain(['协议']), { paperNames: { agreement: [] } })).toBeUndefined()
  })

  test.each([
    [['赔偿协议', '某市', '补充协议'], 'agreement'],
    [[...Array(12).fill(''), '赔偿协议'], 'agreement'],
    [[`${'长'.repeat(48)}协议`], 'agreement'],
    [[`${'长'.repeat(49)}协议`], undefined],
    [['某市，赔偿协议'], undefined],
  ])('%j is %s', (texts, kind) => {
    expect(kindOf(...texts)).toBe(kind)
  })

  test('a title stands in the first twelve lines, and before the first number of Word', () => {
    const bold = plain(['补充协议'], { bold: true })
    const lines = (count: number) => plain(Array.from({ length: count }, () => '某市'))
    expect(paperKindOf([...lines(11), ...bold], words)?.kind).toBe('supplement')
    expect(paperKindOf([...lines(12), ...bold], words)).toBeUndefined()
    expect(paperKindOf([...plain(['某市'], { label: '一、' }), ...bold], words)).toBeUndefined()
  })

  test('Word says that a line is centred, by itself or by its style', () => {
    const draft = readDraft(docx(p('补充协议', '<w:jc w:val="center"/>'), p('正文')), '稿')
    expect(draft.accepted.map(({ centred }) => centred)).toEqual([true, false])
  })

  test('a pack without names of papers tells nothing', () => {
    expect(paperKindOf(plain(['补充协议']), {})).toBeUndefined()
  })
})
