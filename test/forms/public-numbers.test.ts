import { describe, expect, it } from 'vitest'
import { leaksOf, maskOf } from '../../src/core/forms/masking.ts'
import { markedIn, markerOf } from '../../src/core/forms/public/marks.ts'
import { wholeCase } from './whole.ts'

const view = wholeCase('2026-12-24', ({ case: about }) => {
  about.obligors = [
    { id: 'o1', kind: 'organization', name: '国强建材有限公司' },
    {
      id: 'o2',
      kind: 'individual',
      name: '张国强',
      address: '南宁市青秀区民族大道12号阳光花园3栋2单元502室',
    },
    { id: 'o3', kind: 'individual', name: '买买提·吐尔逊', address: '宾阳县芦圩镇仁爱街五巷3号' },
    { id: 'o4', kind: 'individual', name: '文化', address: '桂林市七星区' },
  ]
})
const [mask, mark] = [maskOf(view), markerOf(view)]

describe('what everybody may know of the office stays', () => {
  const phone = '0771-5678901'
  const account = '4501 0123 4567 8901'
  const office = wholeCase('2026-12-24', ({ case: about, agreements }) => {
    about.officers = [{ name: '罗某', unit: about.jurisdiction.handlingUnit, phone }]
    const [payment] = agreements?.agreements[0]?.payments ?? []
    Object.assign(payment ?? {}, { destination: 'treasury', payee: { name: '南宁市财政局', account } })
  })
  const own = { ...office, config: { ...office.config, unit: { name: '南宁市生态环境局', phone } } }

  it.each([
    '联系电话：0771-5678901。',
    '电话0771 5678901',
    '电话：5678901',
    '付至南宁市财政局，账号：4501012345678901。',
    '付至南宁市财政局，账号：4501 0123 4567 8901。',
  ])('%s', (text) => {
    expect(maskOf(own)(text)).toBe(text)
    expect(leaksOf(own)(text)).toEqual([])
  })

  it.each([
    ['联系电话：0771-5678902', '联系电话：（略）'],
    ['账号：4501012345678902', '账号：（略）'],
    ['郑某，电话5678902', '郑某，电话（略）'],
  ])('%s is no number of the office', (text, masked) => {
    expect(maskOf(own)(text)).toBe(masked)
    expect(leaksOf(own)(text)).not.toEqual([])
  })
})

describe('numbers and accounts of persons go, though the case does not know them', () => {
  it.each([
    ['电话138.1234.5678', '电话（略）'],
    ['电话+8613812345678', '电话（略）'],
    ['电话：5388888转802', '电话：（略）'],
    ['手机一三八一二三四五六七八', '手机（略）'],
    ['138****5678', '（略）'],
    ['身份证号四五〇一〇五一九八〇〇一〇一〇〇一九', '身份证号（略）'],
    ['身份证450105****001X', '身份证（略）'],
    ['护照号E12345678', '护照号（略）'],
    ['军官证字第1234567号', '军官证字第（略）号'],
    ['工商银行账号：2102 1234 5678 901', '工商银行账号：（略）'],
    ['尾号8901的银行卡', '尾号（略）的银行卡'],
    ['zhang(at)qq.com', '（略）'],
    ['zhang#qq.com', '（略）'],
    ['WeChat: zgq1980', 'WeChat: （略）'],
    ['加v zgq1980', '加v （略）'],
    ['微信昵称快乐老张向其转账', '微信昵称（略）向其转账'],
    ['微信好友“阿强建材”', '微信好友“（略）”'],
    ['快手名“老铁”', '快手名“（略）”'],
    ['桂A12345', '（略）'],
    ['车牌号桂A·12345', '车牌号（略）'],
    ['桂ＡＤ１２３４５号货车', '（略）号货车'],
    ['粤B·F1234挂', '（略）'],
    ['桂北渔12345', '（略）'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked)
    expect(leaksOf(view)(text)).not.toEqual([])
  })

  it.each([
    '微信聊天记录、微信（截图）和微信“转账”记录，微信2026-03-02的消息',
    '二〇二五年六月三十日，桂林市、桂A区，编号GC-2026-0001',
    '桂川环罚〔2026〕3号，苏州河，浙C类水体，云A101号点位',
    '统一社会信用代码91450100MA5K00000X，赔偿529,700.00元',
    '桂林市七星区人民法院，文化部门、传统文化和文化遗产',
  ])('while other words stay: %s', (text) => {
    expect(mask(text)).toBe(text)
  })

  it('and figures in the address of a page are only looked up among those on file', () => {
    expect(leaksOf(view)('https://mp.weixin.qq.com/s/wx12345678', 'known')).toEqual([])
  })
})

describe('a name is known in other characters and with other signs between its parts', () => {
  it.each([
    ['張國強到场', '张某到场'],
    ['张囯强、張国强', '张某、张某'],
    ['买买提吐尔逊到场', '买某到场'],
    ['买买提-吐尔逊、买买提—吐尔逊、买买提 吐尔逊', '买某、买某、买某'],
    ['吐尔逊·买买提', '买某·买某'],
    ['张国强 李四', '张某 李四'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})

describe('an address is known by the court in the street as well', () => {
  it.each([
    ['住阳光花园3栋2单元502室', '住某地'],
    ['家住青秀区民族大道12号阳光花园3栋502', '家住某地'],
    ['阳光花园三栋二单元', '某地'],
    ['住阳光花园', '住某地'],
    ['仁爱街5巷3号', '某地'],
    ['户籍地南宁市青秀区民族大道12号', '户籍地某地'],
    ['民族大道100号', '民族大道100号'],
    ['桂林市七星区', '桂林市七星区'],
  ])('%s', (text, masked) => {
    expect(mask(text)).toBe(masked)
  })
})

describe('who is not on file is marked', () => {
  it.each<[string, string[]]>([
    ['案外人刘小芳提供场地', ['刘小芳']],
    ['韦志强夫妇拒不配合', ['韦志强']],
    ['由陈小红、李四运输，运费归黄阿福所有', ['陈小红', '李四', '黄阿福']],
    ['2026年3月1日，陈小红驾驶货车到现场', ['陈小红']],
    ['向梁志远送达，租用梁志远的鱼塘', ['梁志远', '梁志远']],
    ['专家莫伟民、农国忠论证', ['莫伟民', '农国忠']],
    ['检测员：覃丽', ['覃丽']],
    ['询问笔录（黄二狗）', ['黄二狗']],
    ['户名蒙小燕', ['蒙小燕']],
    ['绰号“黑皮”', ['黑皮']],
    ['指使李四海排放', ['李四海']],
    ['国强签字，国强说明情况', ['国强', '国强']],
  ])('%s', (text, names) => {
    expect(markedIn(mark(mask(text)))).toEqual(names)
  })

  it.each([
    '许昌、金华两地，国强建材有限公司，桂川环罚〔2026〕3号，林业主管部门',
    '高峰林场、黄龙山、罗城镇、田阳区，江海联运，黄金海岸项目',
    '经调查，金属含量、石油类、安全生产均符合要求，全部支付',
  ])('and no other word: %s', (text) => {
    expect(mark(text)).toBe(text)
  })
})
