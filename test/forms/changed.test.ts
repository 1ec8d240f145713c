import { expect, test } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { agreement } from '../../src/core/forms/agreement.ts'
import { changedFields, changeText } from '../../src/core/forms/changed.ts'
import { initiationRegister } from '../../src/core/forms/initiation-register.ts'
import { wholeCase } from './whole.ts'

const now = '2026-12-24'
const changes = (
  change: (documents: Documents) => void,
  form = initiationRegister,
  subject: string | null = null,
) => changedFields(form, subject, wholeCase(now), wholeCase(now, change)).map(changeText)

test('each field that says something else is named, old and new', () => {
  expect(
    changes(({ case: about }) => {
      about.cause = '违法排放废水污染某江'
      for (const obligor of about.obligors ?? []) if (obligor.id === 'o1') obligor.address = '南宁市另一区'
    }),
  ).toEqual([
    '案由：违法排放废水污染河流 → 违法排放废水污染某江',
    '义务人1 地址（住址）：南宁市某区 → 南宁市另一区',
  ])
})

test('of a long text only what differs is shown, with some words around it', () => {
  const facts = `${'经暗管排放废水，'.repeat(30)}造成河段二公里受损${'，应当修复'.repeat(30)}。`
  const of = (text: string) => (documents: Documents) =>
    void Object.assign(documents.agreements?.agreements[0]?.clauses ?? {}, { facts: text })
  const fields = changedFields(
    agreement,
    'G1',
    wholeCase(now, of(facts)),
    wholeCase(now, of(facts.replace('二公里', '三公里'))),
  )
  expect(fields.map(changeText)).toEqual([
    expect.stringMatching(/：…放废水，造成河段二公里受损，应当修… → …放废水，造成河段三公里受损，应当修…$/u),
  ])
})

test('numbers of persons are masked', () => {
  const of = (from: string, to: string) => changeText({ title: '住址（联系方式）', from, to })
  expect(of('某路1号（13812345678）', '某路2号（13812345678）')).toBe(
    '住址（联系方式）：某路1号（138***… → 某路2号（138***…',
  )
  expect(of('13812345678', '13812355678')).toBe('住址（联系方式）：号码有改动')
})

test('a case that is as it was says nothing else', () => {
  expect(changes(() => undefined)).toEqual([])
})

test('a paper that is not made for a subject by both says nothing of it', () => {
  expect(changedFields(agreement, 'G9', wholeCase(now), wholeCase(now))).toEqual([])
})
