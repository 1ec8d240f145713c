import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packProblems, readPacks } from '../../src/build/generate/law.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import { loadPack, packIds } from '../../src/generated/law/index.ts'
import { clauseCodes, codes } from './codes.ts'

const packs = await readPacks()
const guangxi = resolvePack('guangxi-2025-draft', packs)
const national = resolvePack('national-2026', packs)
const duplicates = (values: readonly unknown[]) =>
  values.filter((value, index) => values.indexOf(value) !== index)

describe('the packs', () => {
  test('hold to their schema', async () => {
    expect(await packProblems(packs)).toEqual([])
  })

  test('with an unknown key or a figure of the wrong kind are refused with pack and path', async () => {
    const wrong = { ...packs[0], id: 'wrong', periods: { screening: { days: 5, amount: '5' } } }
    const problems = (await packProblems([wrong])).join('\n')
    expect(problems).toMatch(/^wrong \/periods\/screening: .*"days"/mu)
    expect(problems).toMatch(/^wrong \/periods\/screening\/amount: must be integer/mu)
  })

  test('that extend another may write only what differs, remove by null and amend lists by key', async () => {
    const head = { title: '正式文本', shortTitle: '细则', status: 'in-force', issuer: '某厅' }
    const changes = {
      periods: { screening: { amount: 10 }, 'monthly-report': null },
      lists: { channels: { items: { 'superior-assignment': null, other: { label: '其他' } } } },
      articles: { 37: null },
      clauses: [{ code: 'breach', required: false }],
    }
    expect(await packProblems([{ id: 'later', extends: 'guangxi-2025-draft', ...head, ...changes }])).toEqual(
      [],
    )
    expect(await packProblems([{ id: 'later', extends: 'guangxi-2025-draft', ...changes }])).toHaveLength(4)
    expect((await packProblems([{ id: 'later', ...head, clauses: [{ required: false }] }])).join()).toContain(
      '"code"',
    )
  })

  test('are built as they are written, each of the folder', async () => {
    const written = readdirSync('src/law/regulations').map((file) => file.replace('.yaml', ''))
    expect([...packIds].sort()).toEqual(written.sort())
    for (const id of packIds) expect(await loadPack(id), id).toEqual(resolvePack(id, packs))
  })

  test('tell their entries apart', () => {
    const { articles, points, forms, laws, clauses, lists } = guangxi
    expect(duplicates(articles.map(({ number }) => number))).toEqual([])
    for (const entries of [points, forms, laws]) expect(duplicates(entries.map(({ id }) => id))).toEqual([])
    expect(duplicates(clauses.map(({ code }) => code))).toEqual([])
    for (const { items } of Object.values(lists))
      expect(duplicates(items.map(({ code }) => code))).toEqual([])
    expect(duplicates(laws.flatMap(({ title, aliases }) => [title, ...aliases]))).toEqual([])
  })
})

describe('the Guangxi draft', () => {
  test('is a draft, and its national base is nothing to pin a case to', () => {
    expect(guangxi).toMatchObject({ status: 'draft', basedOn: ['national-2026'] })
    expect(guangxi.base).toBeUndefined()
    expect(national.base).toBe(true)
  })

  test('has all 43 articles and both annexes', () => {
    expect(guangxi.articles.map(({ number }) => number)).toEqual(
      Array.from({ length: 43 }, (_, index) => index + 1),
    )
    expect(guangxi.annexes.map(({ number }) => number)).toEqual([1, 2])
  })

  test.each(Object.entries(codes))('keeps the codes of %s in order', (name, expected) => {
    expect(guangxi.lists[name]?.items.map(({ code }) => code).join(', ')).toBe(expected)
  })

  test('lists the clauses of an agreement, all required but the last', () => {
    expect(guangxi.clauses.map(({ code }) => code).join(', ')).toBe(clauseCodes)
    expect(guangxi.clauses.filter(({ required }) => !required).map(({ code }) => code)).toEqual(['other'])
    for (const { code, recognise } of guangxi.clauses) {
      expect(recognise.headings.length, code).toBeGreaterThan(0)
      expect(recognise.content.length, code).toBeGreaterThan(0)
    }
  })

  test('has the seven forms in the order of annex 2', () => {
    const numbered = guangxi.forms.filter(({ number }) => number !== undefined)
    expect(numbered.map(({ id, number }) => `${number} ${id}`)).toEqual([
      '1 initiation-register',
      '2 investigation-register',
      '3 termination-register',
      '4 consultation-notice',
      '5 agreement',
      '6 confirmation-application',
      '7 enforcement-application',
    ])
  })

  test('refers only to codes and forms that exist', () => {
    const has = (list: string, code: string) =>
      guangxi.lists[list]?.items.some((item) => item.code === code) ?? false
    const conditions = [
      ...(guangxi.jurisdiction?.rules ?? []).map(({ when }) => when),
      ...Object.values(guangxi.lists).flatMap(({ items }) =>
        items.flatMap(({ when }) => (when ? [when] : [])),
      ),
    ]
    expect(conditions.length).toBeGreaterThan(3)
    for (const { incidentGrade = [], crossRegion = [], channel = [] } of conditions) {
      expect(incidentGrade.filter((code) => !has('incidentGrades', code))).toEqual([])
      expect(crossRegion.filter((code) => !has('crossRegions', code))).toEqual([])
      expect(channel.filter((code) => !has('channels', code))).toEqual([])
    }
    for (const { department } of guangxi.lists.damageKinds?.items ?? [])
      expect(has('departments', department ?? '')).toBe(true)
    for (const { form } of guangxi.lists.enforcementInstruments?.items ?? []) {
      if (form !== undefined) expect(guangxi.forms.map(({ id }) => id)).toContain(form)
    }
    for (const { level } of guangxi.jurisdiction?.rules ?? []) expect(has('levels', level)).toBe(true)
  })

  test('lets forensic opinions and appraisal reports stop the investigation clock, and leaves the others open', () => {
    expect(guangxi.lists.appraisalKinds?.items.map(({ suspends }) => suspends)).toEqual([
      'yes',
      'yes',
      'unsettled',
      'unsettled',
    ])
  })
})

describe('the national base', () => {
  test('says of every entry whether it was verified', () => {
    const entries = [national.periods, national.limits, national.lists].flatMap((map) => Object.entries(map))
    expect(entries.filter(([, entry]) => entry.verified === undefined).map(([id]) => id)).toEqual([])
    // Each of the three kinds holds entries, so that the look through them finds what it should.
    for (const map of [national.periods, national.limits, national.lists])
      expect(Object.keys(map).length).toBeGreaterThan(0)
  })

  test('never says of an unverified text when it ended', () => {
    const ended = national.laws.filter(({ verified, effectiveTo }) => !verified && effectiveTo !== undefined)
    expect(ended.map(({ id }) => id)).toEqual([])
  })
})
