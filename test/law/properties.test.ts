import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, type IsoDate } from '../../src/core/calendar/dates.ts'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import type { Happened } from '../golden/read.ts'
import { settingOn } from '../support/setting.ts'
import { consulted, deadline, initiated, served } from './case.ts'
import { shuffledList } from './shuffle.ts'

// That adding working days and counting back are inverse is shown in test/calendar/calendar.test.ts.

const today = '2026-11-24'
const { calendar } = settingOn(today)
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2025-06-01', days))
const later = fc.integer({ min: 1, max: 120 })
const runs = { numRuns: 100 }

interface Span {
  readonly kind: string
  readonly commissionedOn: IsoDate
  readonly receivedOn?: IsoDate
}

const settledKinds = ['forensic-opinion', 'appraisal-report']
const allKinds = [...settledKinds, 'expert-opinion', 'comprehensive-determination']

/** How many 天 an appraisal takes; null while it is running. */
const received = fc.integer({ min: 0, max: 90 })
const length = fc.option(received, { freq: 8 })

/** An appraisal commissioned before, in or after the investigation that starts on 2026-03-02, received or still running. */
const spanOf = (kinds: readonly string[], lengths: fc.Arbitrary<number | null> = length) =>
  fc
    .record({
      kind: fc.constantFrom(...kinds),
      offset: fc.integer({ min: -40, max: 160 }),
      length: lengths,
    })
    .map(({ kind, offset, length }): Span => {
      const commissionedOn = addDays('2026-03-02', offset)
      return length === null
        ? { kind, commissionedOn }
        : { kind, commissionedOn, receivedOn: addDays(commissionedOn, length) }
    })

const extension = fc.option(fc.integer({ min: 1, max: 200 }).map((days) => addDays('2026-03-02', days)))

function investigated(initiatedOn: IsoDate, spans: readonly Span[], approvedOn: IsoDate | null): Happened {
  const approvedBy = { name: '周某', post: '局长' }
  return initiated({
    investigation: {
      initiation: { initiatedOn },
      ...(approvedOn && { extension: { approvedOn, approvedBy } }),
    },
    appraisals: { appraisals: spans.map((span, index) => ({ id: `A${index + 1}`, ...span })) },
  })
}

const investigationOf = (spans: readonly Span[], approvedOn: IsoDate | null, initiatedOn = '2026-03-02') =>
  deadline(investigated(initiatedOn, spans, approvedOn), today, 'investigation')

/** The end as something to compare: an open end is later than any day. */
const endOf = ({ due }: Pick<Deadline, 'due'>) => due ?? '9999-12-31'

describe('a later fact never makes a deadline end earlier', () => {
  it('a later receipt of an appraisal: the investigation', () => {
    const spans = fc.array(spanOf(settledKinds), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(spans, extension, fc.nat(), later, (all, approvedOn, index, days) => {
        const which = index % all.length
        const delayed = all.map((span, at) =>
          at === which && span.receivedOn ? { ...span, receivedOn: addDays(span.receivedOn, days) } : span,
        )
        expect(endOf(investigationOf(delayed, approvedOn)) >= endOf(investigationOf(all, approvedOn))).toBe(
          true,
        )
      }),
      runs,
    )
  })

  it('a later initiation: the investigation', () => {
    const spans = fc.array(spanOf(allKinds), { maxLength: 3 })
    fc.assert(
      fc.property(spans, extension, later, (all, approvedOn, days) => {
        const delayed = investigationOf(all, approvedOn, addDays('2026-03-02', days))
        expect(endOf(delayed) >= endOf(investigationOf(all, approvedOn))).toBe(true)
      }),
      runs,
    )
  })

  /** Compares the end of a deadline for a fact on a day and some days later. */
  function neverEarlier(id: string, happened: (on: IsoDate) => Happened): void {
    fc.assert(
      fc.property(day, later, (on, days) => {
        const first = deadline(happened(on), today, id)
        const second = deadline(happened(addDays(on, days)), today, id)
        expect(endOf(second) >= endOf(first)).toBe(true)
        expect((second.rolledDue ?? '9999-12-31') >= (first.rolledDue ?? '9999-12-31')).toBe(true)
      }),
      { numRuns: 40 },
    )
  }

  const clue =
    (key: string) =>
    (on: IsoDate): Happened => ({
      base: 'minimal',
      set: { [`case.clue.${key}`]: on },
    })
  const objected = (on: IsoDate): Happened => ({
    base: 'sample',
    set: { 'appraisals.appraisals.0.objections': [{ id: 'B1', by: 'o1', explanationRequestedOn: on }] },
  })
  const known =
    (key: string) =>
    (on: IsoDate): Happened => ({
      base: 'minimal',
      set: { 'case.damage.knownOn': '2025-12-01', 'case.obligors.0.identifiedOn': '2025-12-01', [key]: on },
    })

  it.each([
    ['a clue found later: the check', 'screening', clue('foundOn')],
    ['a clue received later: the check', 'screening', clue('receivedOn')],
    [
      'a later service: the consultation',
      'consultation',
      (on) => consulted({ services: [served('o1', on)] }),
    ],
    [
      'a later public notice: the consultation',
      'consultation',
      (on) => consulted({ services: [{ obligor: 'o1', method: 'public-notice', publishedOn: on }] }),
    ],
    [
      'a later meeting: the signing',
      'agreement',
      (on) => ({ base: 'sample', set: { 'consultation.rounds.0.meetings.1.heldOn': on } }),
    ],
    ['a later request: the explanation', 'appraisal-explanation', objected],
    ['damage known later: the limitation', 'limitation', known('case.damage.knownOn')],
    ['an obligor identified later: the limitation', 'limitation', known('case.obligors.0.identifiedOn')],
  ] as [string, string, (on: IsoDate) => Happened][])('%s', (_title, id, happened) => {
    neverEarlier(id, happened)
  })
})

describe('as the days pass', () => {
  it('an unmet deadline only gets nearer, rolls, and is past', () => {
    const order = ['open', 'soon', 'rolled', 'overdue']
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 130 }), later, (on, after, days) => {
        const happened = consulted({ services: [served('o1', on)] })
        const statusOn = (date: IsoDate) => order.indexOf(deadline(happened, date, 'consultation').status)
        const first = statusOn(addDays(on, after))
        expect(first).toBeGreaterThanOrEqual(0)
        expect(statusOn(addDays(on, after + days))).toBeGreaterThanOrEqual(first)
      }),
      runs,
    )
  })
})

describe('the time of appraisals', () => {
  /** The days that a span takes: those after the first, up to the last; an open one to the end of what is looked at. */
  function daysOf({ from, to = '2027-12-31' }: { from: IsoDate; to: IsoDate | undefined }): IsoDate[] {
    return Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1))
  }

  it('is the same in whatever order the appraisals stand', () => {
    fc.assert(
      fc.property(fc.array(spanOf(allKinds), { maxLength: 5 }), fc.nat(), (all, seed) => {
        const ends = ({ due, otherReading }: Deadline) => [due, otherReading?.due]
        expect(ends(investigationOf(shuffledList(all, seed), null))).toEqual(ends(investigationOf(all, null)))
      }),
      runs,
    )
  })

  it('is taken out of the 60 days day by day, for what was commissioned before they had run out', () => {
    const spans = fc.array(spanOf(settledKinds, received), { maxLength: 4 })
    fc.assert(
      fc.property(spans, (all) => {
        expect(investigationOf(all, null).due).toBe(byDays('2026-03-02', all))
      }),
      { numRuns: 2000 },
    )
  })

  /** The end found from scratch: sixty days and the days of all appraisals begun by then, until nothing more is added. */
  function byDays(start: IsoDate, spans: readonly Span[]): IsoDate {
    let end = addDays(start, 60)
    for (;;) {
      const limit = calendar.nextWorkingDay(end).date
      const begun = spans.filter(({ commissionedOn }) => commissionedOn <= limit)
      const days = begun.flatMap(({ commissionedOn, receivedOn }) =>
        daysOf({ from: commissionedOn, to: receivedOn }),
      )
      const next = addDays(start, 60 + new Set(days.filter((date) => date > start)).size)
      if (next === end) return end
      end = next
    }
  }

  it('by the other reading never ends the investigation earlier than by the strict one', () => {
    const spans = fc.array(spanOf(allKinds), { maxLength: 4 })
    fc.assert(
      fc.property(spans, extension, (all, approvedOn) => {
        const strict = investigationOf(all, approvedOn)
        if (strict.otherReading) expect(endOf(strict.otherReading) >= endOf(strict)).toBe(true)
      }),
      runs,
    )
  })
})
