import { describe, expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { confirmationApplication } from '../../src/core/forms/confirmation-application.ts'
import { fill, first, lines, only, rows, second } from './support.ts'

/** The first example, with its agreement before the court for enforcement. */
const enforced = (change: (documents: Documents) => void) =>
  first((documents) => {
    documents.court = {
      ...documents.court,
      enforcements: [
        {
          id: 'F1',
          instrument: 'confirmation',
          reference: 'G1',
          court: '南宁市中级人民法院',
          claim: '支付尚欠的赔偿款',
          obligors: ['o1'],
        },
      ],
    }
    change(documents)
  })

describe('强制执行申请书', () => {
  test('第十七条第二款: where the meeting was waived, the application says that there was no meeting', () => {
    const view = enforced(({ consultation }) => {
      const round = only(consultation?.rounds)
      round.meetings = []
      round.meetingWaiver = {
        consents: ['o1', 'o2'].map((obligor) => ({ obligor, consentedOn: '2026-07-08' })),
      }
    })
    const { fields, missing } = fill(view, '7', 'F1')
    expect(missing).toEqual([])
    expect(fields.磋商经过).toMatch(/，我单位通知赔偿义务人进行磋商。经赔偿义务人书面同意，未召开磋商会议$/)
  })

  test('counts the meetings up to the one that agreed, with its own obligors', () => {
    const view = enforced(({ consultation }) => {
      only(consultation?.rounds).meetings?.push({ number: 3, heldOn: '2026-11-02', attended: ['o1'] })
    })
    expect(fill(view, '7', 'F1').fields).toMatchObject({
      磋商经过: expect.stringMatching(/至2026年9月10日经过2次磋商$/),
    })
  })
})

describe('索赔启动登记表: who is liable is for the investigation to find out (第十三条)', () => {
  const initiated = (change: (documents: Documents) => void) =>
    first((documents) => {
      delete documents.investigation?.conclusion
      change(documents)
    })

  test('nobody found yet', () => {
    const { fields, missing } = fill(
      initiated((documents) => {
        documents.case.obligors = []
      }),
      '1',
    )
    expect(missing).toEqual([])
    expect(rows(fields.义务人).map((row) => row['名称（姓名）'])).toEqual(['待调查查明'])
  })

  test('somebody of whom only the name is known', () => {
    const { fields, missing } = fill(
      initiated((documents) => {
        const [one] = documents.case.obligors
        delete one?.address
        delete one?.creditCode
      }),
      '1',
    )
    expect(missing).toEqual([])
    expect(rows(fields.义务人)[0]).toMatchObject({
      '名称（姓名）': '某化工有限公司',
      '地址（住址）': '待调查查明',
      '统一社会信用代码（公民身份证号码）': '待调查查明',
    })
  })
})

test('第十六条: 调查情况登记表 holds the standing appraisal and only names the one it replaced', () => {
  const view = first(({ appraisals }) => {
    const [one] = appraisals?.appraisals ?? []
    if (!one) return
    const { objections: _, ...again } = one
    appraisals?.appraisals.push({ ...again, id: 'A2', reappraises: 'A1', reportNumber: '某鉴〔2026〕99号' })
  })
  const told = lines(fill(view, '2').fields.生态环境损害事实和相关证据材料)
  expect(told.filter((line) => line.includes('损害数额'))).toHaveLength(1)
  expect(told.at(-1)).toMatch(/^以上为重新鉴定评估，取代此前的/u)
})

test('第十七条第二款: a notice at the obligor’s own request, before any conclusion, lacks its own findings', () => {
  const view = first((documents) => {
    delete documents.investigation?.conclusion
    const round = only(documents.consultation?.rounds)
    round.earlyRequest = { by: 'o1', requestedOn: '2026-05-20' }
  })
  const lacking = fill(view, '4', '1/o1').missing
  expect(lacking.map(({ action }) => action)).not.toContain('conclude')
  expect(lacking).toContainEqual(
    expect.objectContaining({ path: 'consultation.rounds.notice.findings', action: 'notify' }),
  )
})

test('第二十四条: a rescinded agreement is not brought before the court', () => {
  const view = first(({ agreements, court }) => {
    only(agreements?.agreements).status = 'rescinded'
    if (court) court.confirmations = []
  })
  expect(confirmationApplication.subjects(view)).toEqual([])
  expect(confirmationApplication.subjects(second())).toEqual(['G1', 'G2'])
})
