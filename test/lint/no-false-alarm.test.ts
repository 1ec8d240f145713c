import { describe, expect, test } from 'vitest'
import type { Deadline } from '../../src/core/deadlines/define.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import type { PlacedFinding } from '../../src/core/lint/define.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { viewOf } from '../../src/core/view.ts'
import { concluded, viewOn } from '../golden/conclude.ts'
import { goldenFiles } from '../golden/read.ts'
import { findingsIn } from '../support/lint.ts'
import { settingOn } from '../support/setting.ts'
import { course, type Point } from './mutations/course.ts'

function documentsAt({ change }: Point) {
  const documents = sampleDocuments()
  change(documents)
  return documents
}

/** What is wrong on a day, reminders left out. */
function alarms(point: Point, today: string): string[] {
  const documents = documentsAt(point)
  const files = (documents.evidence?.evidence ?? []).flatMap(({ file }) => file ?? [])
  return findingsIn(documents, today, { files })
    .filter(({ severity }) => severity !== 'notice')
    .map(({ rule, code }) => `${rule} ${code}`)
}

/** The last day on which everything that is still open can be done in time; undefined when nothing is owed by a day. */
function lastDayOf(deadlines: readonly Deadline[]): string | undefined {
  const open = deadlines.filter(({ daysLeft }) => daysLeft !== null && daysLeft >= 0)
  return open.flatMap(({ rolledDue }) => rolledDue ?? []).sort()[0]
}

const lastDay = (point: Point): string | undefined =>
  lastDayOf(viewOf(factsOf(documentsAt(point)), settingOn(point.on)).deadlines)

describe('a lawful case on its way', () => {
  test.each(course)('after $title, raises no alarm on the day', (point) => {
    expect(alarms(point, point.on)).toEqual(point.warned ?? [])
  })

  test.each(course)('after $title, raises none on the last day of what comes next', (point) => {
    expect(alarms(point, lastDay(point) ?? point.on)).toEqual(point.warned ?? [])
  })

  test('is looked at on many different last days', () => {
    expect(new Set(course.flatMap((point) => lastDay(point) ?? [])).size).toBeGreaterThanOrEqual(10)
  })
})

const all = goldenFiles().flatMap(({ cases }) => cases)
/** Those that no rule is asked about. */
const golden = all.filter(({ base, expect: { findings = [] } }) => base === 'sample' && findings.length === 0)

const lawful = golden.filter(({ unlawful }) => unlawful === undefined)

/** The rules with errors; the folder of a golden case holds no attachments, so that these are not asked for. */
function errorsIn(findings: readonly PlacedFinding[]): string[] {
  const errors = findings.filter(
    ({ severity, rule }) => severity === 'error' && rule !== 'evidence/missing-file',
  )
  return [...new Set(errors.map(({ rule }) => rule))].sort()
}

describe('a golden case of a lawful course', () => {
  test.each(golden)('$title: no error', (happened) => {
    const { findings } = concluded(happened, happened.today)
    expect(errorsIn(findings)).toEqual(happened.unlawful ?? [])
  })

  test.each(lawful)('$title: none on the last day of what is open', (happened) => {
    const last = lastDayOf(viewOn(happened, happened.today).deadlines)
    expect(errorsIn(concluded(happened, last ?? happened.today).findings)).toEqual([])
  })

  test('there are a dozen and more', () => {
    expect(lawful.length).toBeGreaterThanOrEqual(12)
  })

  test('says by `unlawful` what is wrong with it only where this is asked', () => {
    const said = all.filter(({ unlawful }) => unlawful !== undefined)
    expect(said.filter((each) => !golden.includes(each)).map(({ title }) => title)).toEqual([])
  })
})
