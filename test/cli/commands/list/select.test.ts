import { describe, expect, it } from 'vitest'
import { type Order, passesFilter, sortOutlooks } from '../../../../src/cli/commands/list/select.ts'
import { type Outlook, outlookOf } from '../../../../src/cli/shared/cases/outlook.ts'
import type { Documents } from '../../../../src/core/facts/documents.ts'
import { viewOfFixture } from '../../../support/setting.ts'

const today = '2026-11-24'

function named(id: string, change: (documents: Documents) => void = () => undefined): Outlook {
  const view = viewOfFixture('example-case', today, (documents) => {
    documents.case.id = id
    change(documents)
  })
  return outlookOf(view)
}

function onlyTheClue(documents: Documents): void {
  for (const name of Object.keys(documents)) if (name !== 'case') Reflect.deleteProperty(documents, name)
}

const performing = named('NN-2026-0010', ({ case: given }) => {
  given.title = '张家河案'
  given.officers = [{ name: '韦某' }]
})
const overdue = named('NN-2025-0002', (documents) => {
  onlyTheClue(documents)
  documents.case.title = '阿里屯案'
  delete documents.case.officers
})
const major = named('NN-2026-0009', (documents) => {
  const { case: given } = documents
  given.title = '李村案'
  given.officers = [{ name: '安某' }]
  documents.supervision = { major: { grounds: ['other-influence'], markedOn: '2026-03-02' } }
})
const all = [performing, overdue, major]
const ids = (outlooks: readonly Outlook[]) => outlooks.map(({ listed }) => listed.case)
const nothing = {
  stage: undefined,
  officer: undefined,
  year: undefined,
  overdue: false,
  major: false,
  all: false,
  words: [],
}

describe('which cases are listed', () => {
  it.each([
    [{}, ['NN-2026-0010', 'NN-2025-0002', 'NN-2026-0009']],
    [{ year: '2025' }, ['NN-2025-0002']],
    [{ stage: 'screening' as const }, ['NN-2025-0002']],
    [{ officer: '安某' }, ['NN-2026-0009']],
    // The major case was never reported month by month. 第三十四条
    [{ overdue: true }, ['NN-2025-0002', 'NN-2026-0009']],
    [{ major: true }, ['NN-2026-0009']],
    [{ words: ['nn-2026', '某'] }, ['NN-2026-0010', 'NN-2026-0009']],
    [{ words: ['李村', '张家河'] }, []],
  ])('%j', (wanted, found) => {
    expect(ids(all.filter(passesFilter({ ...nothing, ...wanted })))).toEqual(found)
  })
})

describe('a case that was registered twice', () => {
  it('is listed only where the call wants all, or that stage', () => {
    const twice = named('NN-2026-0011', ({ case: given }) => {
      given.withdrawal = { duplicateOf: 'NN-2026-0010', on: '2026-11-02', reason: '同一线索' }
    })
    const found = (wanted: object) => ids([performing, twice].filter(passesFilter({ ...nothing, ...wanted })))
    expect(found({})).toEqual(['NN-2026-0010'])
    expect(found({ all: true })).toEqual(['NN-2026-0010', 'NN-2026-0011'])
    expect(found({ stage: 'duplicate' })).toEqual(['NN-2026-0011'])
    expect(twice.stage).toBe('已撤回')
  })
})

describe('the order of a list', () => {
  it.each<[Order, string[]]>([
    ['id', ['NN-2025-0002', 'NN-2026-0009', 'NN-2026-0010']],
    ['due', ['NN-2025-0002', 'NN-2026-0009', 'NN-2026-0010']],
    ['stage', ['NN-2025-0002', 'NN-2026-0009', 'NN-2026-0010']],
    // 阿 a, 李 li, 张 zhang: by sound, as in a register of names.
    ['name', ['NN-2025-0002', 'NN-2026-0009', 'NN-2026-0010']],
    // 安 an, 韦 wei, and last the case without an officer.
    ['officer', ['NN-2026-0009', 'NN-2026-0010', 'NN-2025-0002']],
  ])('by %s', (order, expected) => {
    expect(ids(sortOutlooks(all, order))).toEqual(expected)
    expect(ids(sortOutlooks(all.toReversed(), order))).toEqual(expected)
  })
})
