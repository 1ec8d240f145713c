import { expect, it } from 'vitest'
import { paragraphsOfPages } from '../../src/core/drafts/pdf-lines.ts'

const texts = (...pages: string[]): string[] => paragraphsOfPages(pages).map(({ text }) => text)

it('lines that were only wrapped are one paragraph again, over the end of a page too', () => {
  const pages = [
    '    第一条 甲方应当自本协议签订之日起三十日内一次性付\n清全部赔偿款项。\n    第二条 乙方收到款项以后，应当在十个工作日以内向甲\n                    — 1 —',
    '方出具票据。\n                    — 2 —',
  ]
  expect(texts(...pages)).toEqual([
    '第一条 甲方应当自本协议签订之日起三十日内一次性付清全部赔偿款项。',
    '第二条 乙方收到款项以后，应当在十个工作日以内向甲方出具票据。',
  ])
})

it('an article at the left edge begins a paragraph, and a row of a table stays by itself', () => {
  const page =
    '一、履行方式和期限应当按照下面的约定办理完毕\n二、违约责任应当按照下面的约定承担并且付清款\n期次    金额    付款日期\n第一期    10万元    2026年10月15日'
  expect(texts(page)).toHaveLength(4)
})

it('radicals that some programs write are read as the signs that look the same', () => {
  expect(texts('⼀、⽀付⽅式')).toEqual(['一、支付方式'])
})
