import { describe, expect, it } from 'vitest'
import { type Change, inForce, paper, says } from './say.ts'
import { fill } from './support.ts'
import { type Row, writtenFor } from './variants.ts'
import { wholeCase } from './whole.ts'

const letter = (id: string, subject: string | null, field: string, change?: Change) =>
  says(paper(id, subject, change), field)

describe('重大案件报告', () => {
  const reports =
    (...given: object[]): Change =>
    ({ supervision }) => {
      Object.assign(supervision?.major ?? {}, { reports: given })
    }
  const report = (on: string, to: string, more: object = {}) => ({ on, to, ...more })

  it.each<Row>([
    [
      'bears the day and the number of the first',
      reports(
        report('2025-03-09', '甲', { document: '函〔2025〕9号' }),
        report('2025-03-07', '乙', { document: '函〔2025〕7号' }),
      ),
      '发文字号',
      '函〔2025〕7号',
    ],
    [
      'bears the day of the first, in whatever order',
      reports(report('2025-03-07', '甲'), report('2025-03-09', '乙')),
      '发文日期',
      '2025年3月7日',
    ],
    [
      'goes to those to whom it was sent',
      reports(report('2025-03-07', '甲'), report('2025-03-09', '乙'), report('2025-03-10', '甲')),
      '收文机关',
      '甲、乙',
    ],
    [
      'goes to both offices, where it was sent to one',
      reports(report('2025-03-07', '甲')),
      '收文机关',
      '南宁市委生态环境保护和督察工作领导小组办公室、自治区生态环境厅',
    ],
    [
      'goes to both, where it was not sent yet',
      ({ supervision }) => {
        delete supervision?.major?.reports
      },
      '收文机关',
      '南宁市委生态环境保护和督察工作领导小组办公室、自治区生态环境厅',
    ],
    [
      'names each ground',
      ({ supervision }) => {
        Object.assign(supervision?.major ?? {}, { grounds: ['exposed-typical', 'other-influence'] })
      },
      '重大案件类型',
      '自治区级及以上生态环境警示片等曝光典型案件；其他在全国或者本行政区域有重大影响的案件',
    ],
    [
      'says when it began, without number and reason that are not recorded',
      ({ investigation }) => {
        Object.assign(investigation?.initiation ?? {}, { number: undefined, reason: undefined })
      },
      '启动情况',
      '2025年3月6日，我单位立案启动索赔程序。',
    ],
    [
      'names the day on which the clue came, where it was not found',
      ({ case: about }) => {
        about.clue = { channel: 'other', receivedOn: '2025-03-01' }
      },
      '基本情况',
      expect.arrayContaining([expect.stringContaining('案件来源：2025年3月1日，')]),
    ],
  ])('%s', (_, change, field, said) => {
    expect(letter('major-report', null, field, change)).toEqual(said)
  })

  it('is sent to the offices of the configuration first', () => {
    const view = inForce(wholeCase('2026-12-24', reports(report('2025-03-07', '甲'))), {
      superiorOffice: '某上级',
    })
    expect(says(fill(view, 'major-report'), '收文机关')).toBe(
      '南宁市委生态环境保护和督察工作领导小组办公室、某上级',
    )
    const { reformOffice: _, ...config } = view.config
    expect(says(fill({ ...view, config }, 'major-report'), '收文机关')).toBe('甲、某上级')
  })

  it('is written of major cases alone', () => {
    expect(
      writtenFor('major-report', (documents) => {
        documents.supervision = {}
      }),
    ).toEqual([])
    expect(
      writtenFor('major-report', (documents) => {
        documents.supervision = { major: {} }
      }),
    ).toEqual([])
    expect(writtenFor('major-report')).toEqual([null])
  })
})

describe('逾期未办结情况说明', () => {
  it('is written once the day has passed, or it was made; it may set no new day', () => {
    const supervised =
      (dueOn: string): Change =>
      (documents) => {
        documents.supervision = { major: { grounds: ['inspection-typical'], markedOn: '2025-03-07', dueOn } }
      }
    expect(writtenFor('overdue-explanation', supervised('2027-10-31'))).toEqual([])
    expect(writtenFor('overdue-explanation', supervised('2026-10-31'))).toEqual([null])
    expect(letter('overdue-explanation', null, '后续安排', supervised('2026-10-31'))).toBe(
      '我单位将加快办理，办结后及时报告。',
    )
  })
})

describe('案件线索移送函', () => {
  const transfers =
    (...given: object[]): Change =>
    ({ court }) => {
      Object.assign(court ?? {}, {
        transfers: given.map((each) => ({ to: 'procuratorate', transferredOn: '2025-03-10', ...each })),
      })
    }
  const at = '2025-03-10'

  it.each<[what: string, transfer: object, field: string, said: unknown]>([
    ['goes to the body that is named', { organ: '某区公安分局' }, '收文机关', '某区公安分局'],
    ['goes to the police of the place', { to: 'public-security' }, '收文机关', '南宁市公安局'],
    ['goes to nobody in particular', { to: 'other' }, '收文机关', ''],
    [
      'is copied to bodies without a name of their own',
      { copiedTo: ['supervisory-commission', 'other'] },
      '抄送',
      '抄送：南宁市监察委员会、有侦查、调查职权的机关',
    ],
    ['is copied to nobody', {}, '抄送', ''],
    [
      'names the obligors concerned',
      { obligors: ['o2'] },
      '涉嫌人员',
      ['郑某，女，1949年12月31日出生，公民身份号码：11010519491231002X，住址：南宁市某区。'],
    ],
    ['names nobody, where nobody is concerned', { obligors: [] }, '涉嫌人员', []],
  ])('%s', (_, transfer, field, said) => {
    expect(letter('transfer-letter', at, field, transfers(transfer))).toEqual(said)
  })

  it('of one day is told apart by where it goes', () => {
    const three = transfers({}, { to: 'public-security' }, { transferredOn: '2025-03-11' })
    expect(writtenFor('transfer-letter', three)).toEqual([
      `${at}/procuratorate`,
      `${at}/public-security`,
      '2025-03-11',
    ])
    expect(letter('transfer-letter', `${at}/public-security`, '收文机关', three)).toBe('南宁市公安局')
  })

  it('goes to the police of the region by their own name, and is not named for an office of another level', () => {
    const at_ = (office: 'region' | 'city', level: string, to: string) => {
      const view = wholeCase('2026-12-24', (documents) => {
        transfers({ to })(documents)
        documents.case.jurisdiction.level = level
      })
      const region = { code: '450000', name: '广西壮族自治区' }
      return says(
        fill({ ...view, config: { ...view.config, level: office, region } }, 'transfer-letter', at),
        '收文机关',
      )
    }
    expect(at_('region', 'region', 'public-security')).toBe('广西壮族自治区公安厅')
    expect(at_('region', 'region', 'procuratorate')).toBe('广西壮族自治区人民检察院')
    expect(at_('city', 'region', 'public-security')).toBe('')
  })

  it.each<[what: string, change: Change, said: string[]]>([
    [
      'one day of the damage once',
      ({ case: about }) => {
        about.damage.occurredTo = '2025-02-10'
      },
      ['发生时间：2025年2月10日。'],
    ],
    [
      'the last day alone',
      ({ case: about }) => {
        delete about.damage.occurredFrom
      },
      ['发生时间：2025年2月28日。'],
    ],
    [
      'no day that is not known',
      ({ case: about }) => {
        delete about.damage.occurredFrom
        delete about.damage.occurredTo
      },
      [],
    ],
  ])('tells %s', (_, change, said) => {
    const told = letter('transfer-letter', at, '案情', change)
    expect(Array.isArray(told) && told.filter((line) => String(line).startsWith('发生时间'))).toEqual(said)
  })

  it('without an investigation has neither facts nor evidence', () => {
    const change: Change = (documents) => {
      delete documents.investigation
    }
    expect(letter('transfer-letter', at, '移送材料', change)).toBe('以移交清单为准。')
    expect(letter('transfer-letter', at, '案情', change)).toHaveLength(3)
  })
})
