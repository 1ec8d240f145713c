import { describe, expect, it } from 'vitest'
import { maskOf } from '../../src/core/forms/masking.ts'
import { markedIn, markerOf } from '../../src/core/forms/public/marks.ts'
import type { Change } from './say.ts'
import { wholeCase } from './whole.ts'

const mark = markerOf(wholeCase())

describe('what might be the name of somebody who is not on file is marked', () => {
  it.each([
    ['司机张三驾驶货车', ['张三']],
    ['村民李四等人称', ['李四']],
    ['王五、赵六称', ['王五', '赵六']],
    ['经查张三（男，1970年生）', ['张三']],
    ['买买提·吐尔逊到场', ['买买提·吐尔逊']],
    ['司机阿卜杜拉•买买提驾车', ['阿卜杜拉•买买提']],
    ['负责人：李和平，电话（略）', ['李和平']],
    ['法定代表人韦大明承认', ['韦大明']],
    ['证人张 三证实，雇主欧阳明德把车开走', ['张三', '欧阳明德']],
    ['工人\n李\u200b四承担', ['李四']],
    ['经办人 覃小明、罗大力', ['覃小明', '罗大力']],
    ['组织周七等5人倾倒', ['周七']],
    ['姓名：于得水', ['于得水']],
    ['⽂⼤⼒称', ['文大力']],
    ['司机艾克拜尔江驾驶货车', ['艾克拜尔江']],
    ['雇佣艾克拜尔江倾倒', ['艾克拜尔江']],
    ['经查，扎西顿珠将废液倒入河中', ['扎西顿珠']],
    ['工人古丽巴哈尔、阿卜杜热合曼到场', ['古丽巴哈尔', '阿卜杜热合曼']],
    ['巴特尔签字', ['巴特尔']],
  ])('%s: %j', (text, names) => {
    expect(markedIn(mark(text))).toEqual(names)
  })

  it.each([
    '负责人应当支付，村民向法院起诉，该公司负责人于2025年到场',
    '受害人索赔，证人证言，专家论证，会计师事务所出具，村民陈述',
    '联系人黄某，工人韦某称，义务人：丁运输有限公司，第1.污染',
    '当事人双方没有异议，工人施工，司机从业多年，户主有权申请',
    '货物运自乌鲁木齐市、哈尔滨市、齐齐哈尔市、克拉玛依市、格尔木市、巴音郭楞蒙古自治州和鄂尔多斯市',
    '厄尔尼诺，哈萨克斯坦，阿尔泰山，沿德保县、巴马县、西林县的河道，加固护坡，多次加力提升',
  ])('and no other word: %s', (text) => {
    expect(mark(text)).toBe(text)
  })

  it('until an officer has said that it stands, alone or in a longer word', () => {
    const decided =
      (keep: string[]): Change =>
      (documents) => {
        documents.supervision = { publicNames: { keep } }
      }
    const standing = (keep: string[]) => markerOf(wholeCase('2026-12-24', decided(keep)))('村民高明湖称')
    expect(standing([])).toContain('姓名待核')
    expect(standing(['高明湖'])).toBe('村民高明湖称')
  })
})

describe('an address is masked by its parts', () => {
  const lives = (address: string) =>
    maskOf(
      wholeCase('2026-12-24', ({ case: about }) => {
        about.obligors = [{ id: 'o1', kind: 'individual', name: '韦大燊', address }]
      }),
    )
  const block = '南宁市青秀区某路12号院3栋2单元501室'

  it.each([
    [block, '住某路 12 号'],
    [block, '某路１２号院3栋'],
    [block, '12号院3栋'],
    [block, '青秀区某路十二号'],
    [block, '南宁市青秀区某路12号院3栋2单元501室'],
    ['南宁市某路12号', '某路12 号'],
    ['广西壮族自治区南宁市武鸣区城厢镇红星村三组12号', '广西南宁市武鸣区城厢镇红星村3组'],
    ['广西壮族自治区南宁市武鸣区城厢镇红星村三组12号', '家住红星村'],
  ])('%s as %s', (address, written) => {
    expect(lives(address)(`他${written}。`)).toMatch(/^他(?:住|家住)?某地。$/u)
  })

  it.each(['某路112号', '红星村北侧砖厂', '12号地块', '某路', '3栋厂房'])('and %s stays', (text) => {
    expect(lives(block)(text)).toBe(text)
    expect(lives('南宁市武鸣区城厢镇红星村三组12号')(text)).toBe(text)
  })
})

describe('a name that is a word too', () => {
  const mask = maskOf(
    wholeCase('2026-12-24', (documents) => {
      documents.case.obligors = ['高明', '金山', '平安', '向前'].map((name, index) => ({
        id: `o${index + 1}`,
        kind: 'individual',
        name,
      }))
      documents.case.obligors.push({ id: 'o9', kind: 'organization', name: '高明化工有限公司' })
      documents.supervision = { publicNames: { keep: ['平安路'] } }
    }),
  )

  it.each([
    ['高明在高明区排污', '高某在高明区排污'],
    ['金山住在金山镇', '金某住在金山镇'],
    ['平安建设由平安负责', '平安建设由平某负责'],
    ['向前沿平安路向前推进', '向某沿平安路向前推进'],
    ['高明化工有限公司的高明', '高明化工有限公司的高某'],
    ['高明区分不清，高明村民', '高某区分不清，高某村民'],
  ])('%s: %s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})
