import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clauseReader } from '../../../../src/cli/shared/answers/clauses.ts'
import { applySets, type ItemPlace } from '../../../../src/cli/shared/answers/set.ts'
import { temporaryFolder } from '../../../support/cli.ts'
import { settingOn } from '../../../support/setting.ts'

const { regulation } = settingOn('2026-03-02')
const read = clauseReader(regulation)

const MARKDOWN = `# 生态环境损害赔偿协议

## 一、生态环境损害事实

2026年1月6日至2月9日倾倒废酸约 42 吨，污染土壤。

### （一）倾倒

1. 第一次，10 吨；
2. 第二次，32 吨。

## 二、违约责任：逾期的，按日支付违约金。
## 三、不可抗力
不涉及：一次付清
`

describe('all clauses of an agreement in one text', () => {
  it('are told apart by Markdown headings, with what stands below them as it was written', () => {
    expect(read(MARKDOWN)).toEqual({
      facts:
        '2026年1月6日至2月9日倾倒废酸约 42 吨，污染土壤。\n\n（一）倾倒\n\n1. 第一次，10 吨；\n2. 第二次，32 吨。',
      breach: '逾期的，按日支付违约金。',
      forceMajeure: { notApplicable: '一次付清' },
    })
  })

  it('are told apart by lines that name a clause where there are no Markdown headings', () => {
    const text = '一、违约责任\n乙方逾期的，支付违约金。\n1. 每日万分之五。\n二、争议解决\n提交人民法院。'
    expect(read(text)).toEqual({
      breach: '乙方逾期的，支付违约金。\n1. 每日万分之五。',
      disputes: '提交人民法院。',
    })
  })

  it.each([
    [
      'an unknown heading',
      '## 违约责任\n违约金。\n\n## 保密与宣传\n双方保密。',
      /第 4 行的标题“保密与宣传”认不出/,
    ],
    [
      'an unknown number beside known ones',
      '一、违约责任\n违约金。\n二、保密与宣传\n双方保密。',
      /第 3 行的标题“保密与宣传”/,
    ],
    ['text before the first heading', '甲方：某局\n## 违约责任\n违约金。', /第 1 行在第一个条款的标题之前/],
    ['no heading at all', '双方同意赔偿并保密。', /第 1 行在第一个条款的标题之前/],
    ['nothing', '', /没有找到条款的标题/],
  ])('are refused for %s, with the line', (_, text, says) => {
    const { wrong } = read(text)
    expect(wrong).toMatch(says)
    expect(wrong).toMatch(/标题可以写：.*违约责任/)
  })

  it('are set by clauses=@file, one of them over it by a later --set', () => {
    const folder = join(temporaryFolder(), '协议')
    mkdirSync(folder)
    const file = join(folder, '协议.md')
    writeFileSync(file, MARKDOWN.replaceAll('\n', '\r\n'))
    const { lists } = regulation
    const place: ItemPlace = { name: 'agreements', path: ['agreements', 0], lists, readClauses: read }
    expect(applySets(place, {}, [`clauses=@${file}`, 'clauses.breach=另议。'])).toEqual({
      clauses: { ...read(MARKDOWN), breach: '另议。' },
    })
    writeFileSync(file, '## 保密与宣传\n双方保密。')
    expect(() => applySets(place, {}, [`clauses=@${file}`])).toThrow(
      /--set clauses=@.*第 1 行的标题“保密与宣传”/,
    )
  })
})
