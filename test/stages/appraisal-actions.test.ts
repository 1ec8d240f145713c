import { describe, expect, it } from 'vitest'
import {
  articles,
  blockers,
  both,
  type Change,
  deadlineOf,
  done,
  errors,
  refusals,
  subjects,
  upTo,
  viewAfter,
} from '../support/actions.ts'

describe('第十六条: objections to an appraisal', () => {
  const none: Change = ({ appraisals }) => {
    delete appraisals?.appraisals[0]?.objections
  }
  const received = both(upTo.appraisal, none)
  const objection = {
    by: 'o1',
    raisedOn: '2026-04-24',
    matter: '土方量偏大。',
    explanationRequestedOn: '2026-04-27',
  }
  const objected = both(received, done('object', 'A1', objection))
  const explained = both(
    objected,
    done('explain-appraisal', 'A1/B1', { explainedOn: '2026-05-11', explanation: '按实测体积计算。' }),
  )
  const experts = ['甲某', '乙某', '丙某'].map((name) => ({ name, body: '某大学', pool: '自治区专家库' }))
  const panel = { experts, commissionedBy: ['obligee', 'o1'], commissionedOn: '2026-05-15' }
  const convened = both(explained, done('convene-panel', 'A1/B1', panel))

  it('either side objects to an appraisal that was received, and asks for an explanation in 10 working days', () => {
    expect(subjects('object', received)).toEqual(['A1'])
    expect(subjects('object', () => undefined)).toEqual([])
    expect(articles(refusals('object', 'A1', received, { ...objection, by: 'public-security' }))).toEqual([
      '第十六条',
    ])
    expect(articles(refusals('object', 'A1', received, { ...objection, raisedOn: '2026-04-19' }))).toEqual([
      '第十六条',
    ])
    expect(deadlineOf(viewAfter('2026-04-28', objected), 'appraisal-explanation', 'A1/B1')).toMatchObject({
      status: 'open',
      due: '2026-05-13',
    })
  })

  it('an explanation meets the deadline, and comes after the request', () => {
    expect(subjects('explain-appraisal', objected)).toEqual(['A1/B1'])
    expect(subjects('explain-appraisal', explained)).toEqual([])
    expect(deadlineOf(viewAfter('2026-06-30', explained), 'appraisal-explanation', 'A1/B1')?.status).toBe(
      'met',
    )
    const early = {
      explanationRequestedOn: '2026-04-27',
      explainedOn: '2026-04-26',
      explanation: '按实测体积计算。',
    }
    expect(articles(refusals('explain-appraisal', 'A1/B1', objected, early))).toEqual(['第十六条'])
  })

  it('a panel follows the explanation and is commissioned by both sides', () => {
    expect(articles(blockers('convene-panel', 'A1/B1', objected))).toEqual(['第十六条'])
    expect(blockers('convene-panel', 'A1/B1', explained)).toEqual([])
    expect(refusals('convene-panel', 'A1/B1', explained, panel)).toEqual([])
    expect(
      articles(refusals('convene-panel', 'A1/B1', explained, { ...panel, commissionedBy: ['obligee'] })),
    ).toEqual(['第十六条'])
    const objectionNow = viewAfter('2026-06-30', convened).facts.appraisals[0]?.objections?.[0]
    expect(objectionNow).toMatchObject({ stillObjectedOn: '2026-05-15', explainedOn: '2026-05-11' })
  })

  it('a panel has exactly three experts, none of the original body', () => {
    const other = (experts: unknown) => both(explained, done('convene-panel', 'A1/B1', { ...panel, experts }))
    expect(errors('appraisal/panel', convened)).toEqual([])
    expect(errors('appraisal/panel', other(experts.slice(1)))).toEqual(['number'])
    expect(errors('appraisal/panel', other([...experts, { name: '丁某', pool: '自治区专家库' }]))).toEqual([
      'number',
    ])
    const insider = { name: '丁某', body: '某环境损害司法鉴定中心', pool: '自治区专家库' }
    expect(errors('appraisal/panel', other([...experts.slice(1), insider]))).toEqual(['independent'])
  })

  it('its opinion decides whether there is a new appraisal', () => {
    const opinion = (again: boolean) =>
      both(
        convened,
        done('convene-panel', 'A1/B1', { opinionOn: '2026-05-29', opinion: '见意见书。', reappraise: again }),
      )
    expect(articles(blockers('reappraise', 'A1', convened))).toEqual(['第十六条'])
    expect(articles(blockers('reappraise', 'A1', opinion(false)))).toEqual(['第十六条'])
    expect(blockers('reappraise', 'A1', opinion(true))).toEqual([])
    expect(subjects('convene-panel', opinion(true))).toEqual([])
    const item = { reappraises: 'A1', commissionedOn: '2026-05-28' }
    expect(articles(refusals('reappraise', 'A1', opinion(true), item))).toEqual(['第十六条'])
    const commissioned = both(opinion(true), done('reappraise', 'A1', { commissionedOn: '2026-06-01' }))
    expect(viewAfter('2026-06-30', commissioned).facts.appraisals[1]).toMatchObject({
      id: 'A2',
      reappraises: 'A1',
    })
    expect(subjects('reappraise', commissioned)).toEqual([])
    expect(subjects('receive-appraisal', commissioned)).toEqual(['A2'])
  })
})
