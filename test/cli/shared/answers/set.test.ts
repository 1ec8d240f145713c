import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applySets, type ItemPlace } from '../../../../src/cli/shared/answers/set.ts'
import { UsageError } from '../../../../src/cli/shared/exit.ts'
import { temporaryFolder } from '../../../support/cli.ts'
import { settingOn } from '../../../support/setting.ts'

const { lists } = settingOn('2026-03-02').regulation
const newCase: ItemPlace = { name: 'case', path: [], lists }
const service: ItemPlace = { name: 'consultation', path: ['rounds', 0, 'services', 0], lists }
const agreement: ItemPlace = { name: 'agreements', path: ['agreements', 0], lists }

describe('a value set on the command line', () => {
  it('has the type that the schema says, never one that its look suggests', () => {
    const sets = [
      'obligors.0.idNumber=11010519491231002X',
      'obligors.0.phone=010',
      'damage.estimatedLoss=1.10',
    ]
    expect(applySets(newCase, { obligors: [{}] }, sets)).toEqual({
      obligors: [{ idNumber: '11010519491231002X', phone: '010' }],
      damage: { estimatedLoss: '1.10' },
    })
  })

  it('is no number of a paper without a figure, and says what one looks like', () => {
    const initiation: ItemPlace = { name: 'investigation', path: ['initiation'], lists }
    const set = (place: ItemPlace, key: string, text: string) => () =>
      applySets(place, {}, [`${key}=${text}`])
    expect(set(initiation, 'number', 'abc')).toThrow(/“abc”里没有数字.*桂环赔〔2026〕12号/)
    for (const number of ['桂环赔〔2026〕12号', '（2026）桂01民初12号', '第十二号', '2026-7'])
      expect(set(initiation, 'number', number)()).toEqual({ number })
    const report: ItemPlace = { name: 'supervision', path: ['monthlyReports', 0], lists }
    expect(set(report, 'document', '十月进展报告')()).toEqual({ document: '十月进展报告' })
    expect(set(report, 'document', 'abc')).toThrow(/也不像文书的名称/)
  })

  it.each([
    ['是', true],
    ['true', true],
    ['否', false],
    ['false', false],
  ])('%s is a yes or no where one is asked', (word, value) => {
    expect(applySets({ name: 'screening', path: [], lists }, {}, [`damageFound=${word}`])).toEqual({
      damageFound: value,
    })
  })

  it('is folded where its meaning is certain, as pasted from a PDF or a chat', () => {
    expect(applySets(newCase, {}, ['title=⽂⼤⼒\u200b案', 'officers[0].name=李　明'])).toEqual({
      title: '文大力案',
      officers: [{ name: '李明' }],
    })
  })

  it('is found inside the sections of the item by its own title, where one field alone bears it', () => {
    const project: ItemPlace = { name: 'restoration', path: ['projects', 0], lists }
    expect(applySets(project, {}, ['监理报告=E1', '监理单位名称=某监理公司'])).toEqual({
      supervisor: { report: 'E1', name: '某监理公司' },
    })
    expect(applySets(agreement, {}, ['赔偿合计=1.00'])).toEqual({ compensation: { total: '1.00' } })
    expect(() => applySets(project, {}, ['统一社会信用代码=91450100MA00000000'])).toThrow(
      /有几栏都叫“统一社会信用代码”.*「监理单位\.统一社会信用代码」/,
    )
  })

  it('may stand in a list by its number, as lint and search write it', () => {
    expect(applySets(newCase, {}, ['officers[0].name=覃某', 'officers[1].name=李某'])).toEqual({
      officers: [{ name: '覃某' }, { name: '李某' }],
    })
  })

  it('may be given by any title of its key', () => {
    const substitute: ItemPlace = { name: 'agreements', path: ['agreements', 0, 'substitutes', 0], lists }
    const given = { amount: '5' }
    expect(applySets(substitute, {}, ['折抵金额=5'])).toEqual(given)
    expect(applySets(substitute, {}, ['分期支付的金额=5'])).toEqual(given)
  })

  it('may be given by its Chinese label, of the law or ours', () => {
    expect(applySets(service, {}, ['method=邮寄送达'])).toEqual({ method: 'mail' })
    expect(applySets({ name: 'screening', path: [], lists }, {}, ['decision=不启动索赔'])).toEqual({
      decision: 'not-initiate',
    })
  })

  it.each([
    ['method=邮寄', { method: 'mail' }],
    ['servedOn=3.2', { servedOn: '2026-03-02' }],
    ['servedOn=昨天', { servedOn: '2026-03-01' }],
    ['servedOn=2026年2月27日', { servedOn: '2026-02-27' }],
    ['送达日期=2.27', { servedOn: '2026-02-27' }],
  ])('is read as a prompt reads it: %s', (set, item) => {
    expect(applySets({ ...service, today: '2026-03-02' }, {}, [set])).toEqual(item)
  })

  it('of money may be written with its unit; what can be read in two ways is left as it is', () => {
    const sets = (amount: string) => applySets(newCase, {}, [`damage.estimatedLoss=${amount}`])
    expect(sets('26.5万')).toEqual({ damage: { estimatedLoss: '265000.00' } })
    expect(sets('贰拾陆万元整')).toEqual({ damage: { estimatedLoss: '260000.00' } })
    expect(sets('26万5')).toEqual({ damage: { estimatedLoss: '26万5' } })
  })

  it('with [] is one more item of a list, and stands beside what --from gave', () => {
    expect(applySets(agreement, { obligors: ['o1'] }, ['obligors[]=o2', 'signedOn=2026-09-28'])).toEqual({
      obligors: ['o1', 'o2'],
      signedOn: '2026-09-28',
    })
  })

  it('is a whole list of words, separated as a question takes them', () => {
    const appraisal: ItemPlace = { name: 'appraisals', path: ['appraisals', 0], lists }
    expect(applySets(appraisal, {}, ['experts=梁某、蒙某，黄某'])).toEqual({
      experts: [{ name: '梁某' }, { name: '蒙某' }, { name: '黄某' }],
    })
    expect(applySets(agreement, { obligors: ['o2'] }, ['obligors=o1'])).toEqual({ obligors: ['o1'] })
  })

  it('is the name of a section that needs nothing else, as a question takes it; what else is known of it stays', () => {
    const evaluation: ItemPlace = { name: 'restoration', path: ['projects', 0, 'evaluations', 0], lists }
    const code = '91450100MA5N0000XX'
    expect(applySets(evaluation, {}, ['评估机构=丙公司'])).toEqual({ evaluator: { name: '丙公司' } })
    expect(
      applySets(evaluation, { evaluator: { name: '乙公司', creditCode: code } }, ['evaluator=丙公司']),
    ).toEqual({
      evaluator: { name: '丙公司', creditCode: code },
    })
    const appraisal: ItemPlace = { name: 'appraisals', path: ['appraisals', 0], lists }
    expect(applySets(appraisal, {}, ['experts[]=梁某', 'body=某评估中心'])).toEqual({
      experts: [{ name: '梁某' }],
      body: { name: '某评估中心' },
    })
    expect(applySets(appraisal, { body: { name: '某' } }, ['body='], true)).toEqual({})
  })

  it('wins over what --from gave', () => {
    expect(applySets(service, { method: 'mail' }, ['method=direct'])).toEqual({ method: 'direct' })
  })

  it('may hold any sign, an equals sign too', () => {
    expect(applySets(newCase, {}, ['title=pH=2 的废水案: #1'])).toEqual({ title: 'pH=2 的废水案: #1' })
  })

  it('with @ is the text of a file, whatever its line ends, mark or encoding', () => {
    const folder = temporaryFolder()
    const utf8 = join(folder, 'utf8.txt')
    writeFileSync(utf8, '\uFEFF第一段。\r\n第二段。\r\n')
    expect(applySets(newCase, {}, [`summary=@${utf8}`])).toEqual({ summary: '第一段。\n第二段。' })
    const gb18030 = join(folder, 'gb18030.txt')
    writeFileSync(gb18030, Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xb6, 0xce, 0xa1, 0xa3]))
    expect(applySets(newCase, {}, [`summary=@'${gb18030}'`])).toEqual({ summary: '第一段。' })
  })

  it.each([
    ['a word without =', newCase, ['title'], /键=值/],
    [
      'an unknown key, with the one that was meant',
      newCase,
      ['titel=x'],
      /没有“titel”这一项。是否想写 案件名称（title）/,
    ],
    [
      'an unknown key inside a section, with those there are',
      newCase,
      ['clue.xyz=x'],
      /没有“clue\.xyz”这一项。可以写的有：线索渠道、/,
    ],
    ['a word that the list has already', agreement, ['obligors[]=o1', 'obligors[]=o1'], /已经有这一项.*清空/],
    ['[] on what is no list', newCase, ['title[]=x'], /不是列表/],
    [
      '[] inside a path',
      newCase,
      ['officers[].name=覃某'],
      /第一项 --set officers\.0\.name=…，第二项 --set officers\.1\.name=…/,
    ],
    [
      'a word for an item that needs several keys',
      newCase,
      ['obligors[]=覃某'],
      /每一项有几栏.*例如 obligors\.0\.kind=…/,
    ],
    ['a list of sections as a value', newCase, ['obligors=覃某'], /是列表.*例如 obligors\.0\./],
    [
      'a list of words, one of which is none of the choices',
      newCase,
      ['damage.media=水'],
      /受损要素（media）」可以是/,
    ],
    ['a section as a value', newCase, ['clue=x'], /写到具体的栏/],
    [
      'a yes or no that is neither',
      { name: 'screening', path: [], lists } as ItemPlace,
      ['damageFound=maybe'],
      /是.*否/,
    ],
    [
      'a number that is none',
      { name: 'consultation', path: ['rounds', 0, 'notice'], lists } as ItemPlace,
      ['replyWithinDays=七'],
      /整数/,
    ],
    ['a list item after a gap', newCase, ['obligors.3.name=x'], /跳过了前面的项/],
    ['a file that is not there', newCase, ['summary=@/nowhere/x.txt'], /读不到文件 \/nowhere\/x\.txt/],
    ['a Word file', newCase, ['summary=@templates/agreement.docx'], /纯文本/],
  ])('is refused when it is %s', (_, place, sets, says) => {
    expect(() => applySets(place, {}, sets)).toThrow(UsageError)
    expect(() => applySets(place, {}, sets)).toThrow(says)
  })
})

describe('a list or a part that is written as in a file', () => {
  const places = {
    case: newCase,
    initiation: { name: 'investigation', path: ['initiation'], lists },
    termination: { name: 'closing', path: ['terminations', 0], lists },
  } as const

  it.each<[keyof typeof places, string, string]>([
    ['case', 'officers=[{name: 宁某}]', 'officers=甲、乙'],
    ['case', 'officers=[宁某, 覃某]', 'officers=甲、乙'],
    ['case', 'officers=【宁某，覃某】', 'officers=甲、乙'],
    ['case', 'officers[]={name: 宁某}', 'officers=甲、乙'],
    ['case', 'officers[]=name: 宁某', 'officers=甲、乙'],
    ['case', 'officers=姓名：宁某', 'officers=甲、乙'],
    ['case', 'officers.0.name=[宁某]', 'officers.0.name=甲；'],
    ['case', 'officers=- 宁某', 'officers=甲、乙'],
    ['case', 'obligors=[{name: 某厂}]', 'obligors.0.'],
    ['case', 'damage={cause: 倾倒}', 'damage.'],
    ['initiation', 'handlers=[{name: 宁某}]', 'handlers'],
    ['termination', 'evidence=[E1, E2]', 'evidence=甲、乙'],
  ])('is refused with the way to write it: %s %s', (place, set, way) => {
    const call = () => applySets(places[place], {}, [set])
    expect(call).toThrow(UsageError)
    expect(call).toThrow('这是文件（YAML）里的写法')
    expect(call).toThrow(way)
  })

  it('is no text in brackets', () => {
    expect(applySets(newCase, {}, ['title=【督办】某厂案', 'title=［督办］'])).toEqual({ title: '［督办］' })
    expect(applySets(newCase, {}, ['officers=宁某、覃某'])).toEqual({
      officers: [{ name: '宁某' }, { name: '覃某' }],
    })
  })
})
