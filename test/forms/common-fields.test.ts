import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { commonGroups, commonLists } from '../../src/core/forms/common/index.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { schemaAt } from '../../src/core/schema/walk.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import { viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'

const documents = sampleDocuments()
documents.case.remarks = '备注'
documents.case.clue.description = '群众反映河水发黑。'
for (const obligor of documents.case.obligors) obligor.phone = '0771-1111111'
if (documents.screening) documents.screening.method = '现场检查'
if (documents.investigation)
  documents.investigation.process = { ...documents.investigation.process, scope: '某河段' }
for (const { notice } of documents.consultation?.rounds ?? [])
  if (notice) notice.meeting = { at: '2026-05-20 09:30', place: '本局会议室' }
documents.case.officers = [{ name: '覃某', unit: '某局', post: '科员', phone: '0771-0000000' }]
documents.closing = { closed: { closedOn: '2026-10-10', summary: '全部履行。' } }
const view = viewOf(factsOf(documents), settingOn(sampleToday))
const fields = commonGroups.flatMap((group) => group.fields)
const names = [...fields, ...commonLists].map(({ name }) => name)

test('every common field and list has a name of its own, which braces can hold', () => {
  expect(new Set(names).size).toBe(names.length)
  for (const name of [...names, ...commonLists.flatMap((list) => list.fields.map((field) => field.name))])
    expect(name).toMatch(/^[\p{Script=Han}]+$/u)
})

describe.each(fields)('{{$name}}', ({ name, path, action, value, place }) => {
  const [first] = view.facts.obligors
  const subject = name.startsWith('当事人') ? (first?.id ?? null) : null

  test('is recorded at a place that the schemas know, by a step that there is', () => {
    const [document = '', ...keys] = path.replace(/\.(rounds|obligors)\./gu, '.$1.0.').split('.')
    const steps = keys.map((key) => (key === '0' ? 0 : key))
    expect(schemaAt(document as 'case', steps)).toBeDefined()
    expect(['new', 'init'].includes(action) || actionOf(action) !== undefined).toBe(true)
    expect(place?.(view, subject) ?? path).toMatch(/^[a-z]+\.[\w.[\]]+$/u)
  })

  test('prints what the sample case says of it', () => {
    // Without that fact in the sample, it says nothing; it never prints a code or undefined.
    expect(value(view, subject) ?? '').not.toMatch(/undefined|\[object|^[a-z-]+$/u)
  })
})

describe.each(commonLists)('the list $name', ({ path, action, rows, fields: known, word }) => {
  test('is recorded at a place that the schemas know, by a step that there is', () => {
    const [document = '', ...keys] = path.replace(/\.rounds\./u, '.rounds.0.').split('.')
    expect(
      schemaAt(
        document as 'case',
        keys.map((key) => (key === '0' ? 0 : key)),
      ),
    ).toBeDefined()
    expect(action === 'new' || actionOf(action) !== undefined).toBe(true)
  })

  test('gives every field of its items, numbered, without codes', () => {
    for (const [index, row] of rows(view).entries()) {
      expect(Object.keys(row)).toEqual(known.map(({ name }) => name))
      expect(row.序号).toBe(String(index + 1))
      expect(word(row)).not.toBe('')
      expect(Object.values(row).join(' ')).not.toMatch(/undefined|\[object|\b[a-z]+-[a-z]+\b/u)
    }
  })
})

test('a case that has everything fills all of them', () => {
  const [first] = view.facts.obligors
  const empty = fields.filter(({ value }) => !value(view, first?.id ?? null)).map(({ name }) => name)
  expect(empty).toEqual([])
  expect(commonLists.filter(({ rows }) => !rows(view).length).map(({ name }) => name)).toEqual([])
})
