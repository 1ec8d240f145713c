import { describe, expect, it } from 'vitest'
import type { Documents, Meeting } from '../../src/core/facts/documents.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import {
  articles,
  blockers,
  both,
  type Change,
  deadlineOf,
  done,
  errors,
  inRound,
  offered,
  refusals,
  subjects,
  upTo,
  viewAfter,
} from '../support/actions.ts'

const held = (number: number, more: Partial<Meeting>): Meeting => ({
  number,
  heldOn: `2026-07-2${number}`,
  outcome: 'continued',
  ...more,
})
const meetings = (...all: Meeting[]) =>
  inRound((round) => {
    round.meetings = all
  })
const thrice = (attended: string[]) => [1, 2, 3].map((number) => held(number, { attended }))
const next = { number: 4, heldOn: '2026-07-28', outcome: 'continued' }

describe('第二十条: meetings are counted for each obligor', () => {
  const withFirst = meetings(...thrice(['o1']))

  it('three with one do not stand against the next with another, but against a fourth', () => {
    expect(blockers('meet', '1', withFirst)).toEqual([])
    expect(refusals('meet', '1', withFirst, { ...next, attended: ['o2'] })).toEqual([])
    expect(refusals('meet', '1', withFirst, { ...next, attended: ['o2'], excused: ['o1'] })).toEqual([])
    expect(articles(refusals('meet', '1', withFirst, { ...next, attended: ['o1', 'o2'] }))).toEqual([
      '第二十条',
    ])
    expect(articles(refusals('meet', '1', withFirst, { ...next, attended: ['o2'], absent: ['o1'] }))).toEqual(
      ['第二十条'],
    )
    expect(articles(blockers('meet', '1', meetings(...thrice(['o1', 'o2']))))).toEqual(['第二十条'])
  })

  it('one who has agreed may sit beside another; the fourth with consent', () => {
    const agreed = held(3, { attended: ['o1'], outcome: 'agreed', agreedWith: ['o1'] })
    const settled = meetings(...thrice(['o1']).slice(0, 2), agreed)
    expect(refusals('meet', '1', settled, { ...next, attended: ['o1', 'o2'] })).toEqual([])
    expect(blockers('consent-more-meetings', '1', withFirst)).toEqual([])
    const consented = both(
      withFirst,
      done('consent-more-meetings', '1', { consentedOn: '2026-07-24', reason: '案情复杂。' }),
    )
    expect(refusals('meet', '1', consented, { ...next, attended: ['o1', 'o2'] })).toEqual([])
  })

  it('with a just excuse it is none of the three: another may follow, and no failure rests on it', () => {
    const excused = meetings(
      ...thrice(['o1', 'o2']).slice(0, 2),
      held(3, { attended: ['o1'], excused: ['o2'] }),
    )
    expect(blockers('meet', '1', excused)).toEqual([])
    const failing = (obligor: string) =>
      errors(
        'consultation/failure-ground',
        both(
          excused,
          done('fail-consultation', `1/${obligor}`, {
            ground: 'three-meetings',
            reason: '三次未达成一致。',
            decidedOn: '2026-07-29',
          }),
        ),
      )
    expect(failing('o1')).toEqual([])
    expect(failing('o2')).toEqual(['three-meetings'])
  })

  it('who agreed in the third has not failed to agree', () => {
    const agreed = held(3, { attended: ['o1', 'o2'], outcome: 'agreed', agreedWith: ['o1'] })
    const change = meetings(...thrice(['o1', 'o2']).slice(0, 2), agreed)
    const proposed = (obligor: string) =>
      actionOf('fail-consultation')?.defaults?.(viewAfter('2026-07-29', change), `1/${obligor}`).ground
    expect([proposed('o1'), proposed('o2')]).toEqual([undefined, 'three-meetings'])
  })
})

describe('第二十四条: the round after a refused confirmation', () => {
  const refused: Change = (documents) => {
    const [confirmation] = documents.court?.confirmations ?? []
    if (confirmation) Object.assign(confirmation, { result: 'refused', reason: '内容不明确' })
    delete documents.restoration
    delete documents.supervision
  }
  const today = '2026-12-10'
  const notifiedAgain = both(
    refused,
    done('notify', '2', { issuedOn: '2026-12-01', replyWithinDays: 10 }, today),
  )

  it('is served anew, and the refused agreement is not published', () => {
    const view = viewAfter(today, notifiedAgain)
    expect(deadlineOf(view, 'serve', '2/o1')?.status).toBe('duty')
    expect(subjects('serve', notifiedAgain)).toEqual(['2/o1', '2/o2'])
    expect(deadlineOf(view, 'disclosure', 'agreement/G1')?.status).toBe('closed')
    expect(offered('disclose', 'agreement/G1', notifiedAgain, today)).toBe(false)
  })

  it('what was published of it before the refusal stays published', () => {
    const published: Change = (documents: Documents) => {
      notifiedAgain(documents)
      documents.supervision = {
        disclosures: [
          { matter: 'agreement', subject: 'G1', publishedOn: '2026-10-10', url: 'https://example.cn' },
        ],
      }
    }
    expect(deadlineOf(viewAfter(today, published), 'disclosure', 'agreement/G1')).toMatchObject({
      status: 'met',
      met: '2026-10-10',
    })
  })

  it('can fail with them in that round, not in the first one', () => {
    expect(subjects('fail-consultation', notifiedAgain)).toEqual(['2/o1', '2/o2'])
  })

  it('a suit with a reason of its own ends the duty to notify, once all are sued', () => {
    const sued = (...obligors: string[]): Change =>
      both(refused, (documents) => {
        documents.court = {
          ...documents.court,
          suits: [{ id: 'S1', obligors, filedOn: '2026-12-05', overrideReason: '情况紧急' }],
        }
      })
    expect(deadlineOf(viewAfter(today, sued('o1')), 'notify', '2')?.status).toBe('duty')
    expect(deadlineOf(viewAfter(today, sued('o1', 'o2')), 'notify', '2')?.status).toBe('closed')
  })
})

describe('第二十一条、第二十二条: a rescinded agreement', () => {
  const signed: Change = (documents) => {
    const { agreements } = documents
    upTo.consultation(documents)
    if (agreements) documents.agreements = agreements
  }
  const given = { rescindedOn: '2026-10-20', rescissionReason: '双方协商解除。' }
  const rescinded = both(signed, done('rescind-agreement', 'G1', given))

  it('is recorded of one that was signed and not confirmed, with the reason and after the signing', () => {
    expect(subjects('rescind-agreement', upTo.consultation)).toEqual([])
    expect(subjects('rescind-agreement', signed)).toEqual(['G1'])
    expect(subjects('rescind-agreement', rescinded)).toEqual([])
    expect(blockers('rescind-agreement', 'G1', signed)).toEqual([])
    expect(articles(blockers('rescind-agreement', 'G1', () => undefined))).toEqual(['第二十四条'])
    const item = { id: 'G1', status: 'rescinded', ...given }
    expect(refusals('rescind-agreement', 'G1', signed, item)).toEqual([])
    const { rescissionReason: _, ...silent } = item
    expect(articles(refusals('rescind-agreement', 'G1', signed, silent))).toEqual(['第二十一条'])
    expect(
      articles(refusals('rescind-agreement', 'G1', signed, { ...item, rescindedOn: '2026-09-27' })),
    ).toEqual(['第二十一条'])
    expect(articles(refusals('rescind-agreement', 'G1', signed, { ...item, id: 'G2' }))).toEqual([
      '第二十一条',
    ])
    expect(articles(refusals('rescind-agreement', 'G1', signed, { ...item, status: 'in-force' }))).toEqual([
      '第二十一条',
    ])
  })

  it('leaves a way on: to meet, to hold the consultation failed, or to sue', () => {
    const view = viewAfter('2026-10-21', rescinded)
    expect(view.facts.agreements[0]).toMatchObject({ status: 'rescinded', signedOn: '2026-09-28' })
    expect(view.stage.case).toBe('consultation')
    expect(deadlineOf(view, 'meet', '1/o1')?.status).toBe('duty')
    expect(offered('meet', '1', rescinded, '2026-10-21')).toBe(true)
    expect(subjects('fail-consultation', rescinded)).toEqual(['1/o1', '1/o2'])
    expect(subjects('sign', rescinded)).toEqual([])
    expect(offered('sue', 'o1', rescinded, '2026-10-21')).toBe(true)
    expect(offered('sue', 'o1', signed, '2026-09-29')).toBe(false)
    expect(actionOf('sue')?.defaults?.(view, 'o1').reason).toBe('赔偿协议 G1 已经解除')
    const sued = both(rescinded, done('sue', 'o1', { court: '南宁市中级人民法院', filedOn: '2026-10-22' }))
    expect(errors('case/stage-gap', sued)).toEqual([])
    expect(deadlineOf(viewAfter('2026-10-23', sued), 'meet', '1/o1')?.status).toBe('closed')
    expect(deadlineOf(viewAfter('2026-10-23', sued), 'meet', '1/o2')?.status).toBe('duty')
  })

  it('may be followed by another in the same round', () => {
    const again = both(
      rescinded,
      done('meet', '1', {
        heldOn: '2026-11-05',
        attended: ['o1', 'o2'],
        outcome: 'agreed',
        agreedWith: ['o1', 'o2'],
      }),
    )
    const view = viewAfter('2026-11-06', again)
    expect(subjects('sign', again)).toEqual(['1'])
    expect(view.stage.case).toBe('agreement')
    expect(deadlineOf(view, 'agreement', '1/o1')).toMatchObject({ status: 'open', due: '2026-11-26' })
    expect(deadlineOf(view, 'agreement', 'G1')?.status).toBe('met')
  })
})

describe('民事诉讼法第九十五条: service by public notice', () => {
  const item = { obligor: 'o1', method: 'public-notice', publishedOn: '2026-07-01' }
  const unserved = inRound((round) => {
    round.services = []
    round.replies = []
    round.meetings = []
  })

  it('is not recorded before the thirty days have passed', () => {
    const refused = (servedOn: string) => articles(refusals('serve', '1/o1', unserved, { ...item, servedOn }))
    expect(refusals('serve', '1/o1', unserved, item)).toEqual([])
    expect(refused('2026-07-30')).toEqual(['民事诉讼法第九十五条'])
    expect(refused('2026-07-31')).toEqual([])
  })
})
