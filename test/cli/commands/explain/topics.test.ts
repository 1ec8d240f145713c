import { describe, expect, it } from 'vitest'
import { glossary } from '../../../../src/cli/commands/explain/terms.ts'
import { findTopics, topicsOf } from '../../../../src/cli/commands/explain/topics.ts'
import { commands } from '../../../../src/cli/commands/index.ts'
import { deadlineRules } from '../../../../src/core/deadlines/index.ts'
import { repositoryDeadlineRules } from '../../../../src/core/deadlines/repository.ts'
import { formOf, forms } from '../../../../src/core/forms/index.ts'
import { caseRules, housekeepingRules } from '../../../../src/core/lint/index.ts'
import { articleName } from '../../../../src/core/regulation/article.ts'
import type { SchemaName } from '../../../../src/core/schema/validate.ts'
import { schemaAt } from '../../../../src/core/schema/walk.ts'
import { actions, wordOf } from '../../../../src/core/stages/actions/index.ts'
import { validators } from '../../../../src/generated/validators.js'
import { settingOn } from '../../../support/setting.ts'

const { regulation } = settingOn('2026-11-24')
const topics = topicsOf(regulation)
const deadlines = [...deadlineRules, ...repositoryDeadlineRules]
const rules = [...caseRules, ...housekeepingRules]
const found = (word: string) => findTopics(word, topics)
const isSchemaName = (name: string): name is SchemaName => name in validators
const headings = (word: string) => found(word).flatMap(({ sections }) => sections.map(([heading]) => heading))

/** Named in the articles, not yet in the code. Each goes from here when it is made: the test below says so. */
/** The ids in a text, set in backticks: `screen`, `agreement/sum`, `ejc report clues`, `projects/`. */
const named = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
const known = new Set([
  ...[...deadlines, ...rules, ...actions, ...forms].map(({ id }) => id),
  ...commands.map(({ name }) => `ejc ${name}`),
  // A key of ejc.yaml, a folder of the repository, an option of every command.
  ...['contacts', 'projects/', '--json'],
])
/** `ejc due --explain` and `ejc report clues` are calls of due and report. */
const word = (name: string) => name.replace(/^(ejc [a-z]+).*$/, '$1')
const namedInArticles = [
  ...new Set([...regulation.pack.articles, ...regulation.pack.annexes].flatMap(({ ejc = '' }) => named(ejc))),
].map(word)

describe('the articles', () => {
  it.each(Array.from({ length: 43 }, (_, index) => index + 1))(
    'article %d says what the text wants and what ejc does about it',
    (number) => {
      const [topic, ...others] = found(articleName(number))
      expect(others).toEqual([])
      expect(topic).toMatchObject({ kind: 'article', id: String(number) })
      const sections = new Map(topic?.sections)
      expect(sections.get('要旨')?.length).toBeGreaterThan(10)
      const carried = ['事项', '在 ejc 中'].map((heading) => sections.get(heading)).join('')
      expect(carried.length).toBeGreaterThan(10)
      expect(found(String(number))).toEqual([topic])
    },
  )

  it.each(['附件1', '附件2'])('%s says it too', (annex) => {
    expect(headings(annex)).toEqual(expect.arrayContaining(['要旨', '在 ejc 中']))
  })

  it('name only actions, deadlines, rules, forms and commands that exist', () => {
    expect(namedInArticles.filter((name) => !known.has(name))).toEqual([])
  })
})

describe('everything that has an id', () => {
  it.each([
    ['deadline', deadlines],
    ['action', actions],
    ['rule', rules],
    ['form', regulation.forms],
  ])('a %s is explained by its id and by its title', (kind, entries) => {
    const wanting = entries.filter(({ id, title }) =>
      [id, regulation.written(title)].some(
        (name) => !found(name).some((topic) => topic.kind === kind && topic.sections.length > 0),
      ),
    )
    expect(wanting.map(({ id }) => id)).toEqual([])
  })

  it('a term of a list is explained by its code, the words of the text and its short label', () => {
    const items = Object.values(regulation.pack.lists).flatMap(({ items: all }) => all)
    const wanting = items.filter(({ code, label, short = label }) =>
      [code, label, short].some((name) => !found(name).some(({ kind }) => kind === 'term')),
    )
    expect(wanting.map(({ code }) => code)).toEqual([])
  })
})

describe('the words of the field', () => {
  it.each([
    ...[
      '赔偿权利人 obligee',
      '赔偿义务人 obligor',
      '线索 clue',
      '初步核查 screening',
      '承办单位 handlingUnit',
    ],
    ...['督办 supervision', '启动索赔 initiation', '损害调查 investigation', '终止索赔 termination'],
    ...[
      '不启动 notInitiate',
      '鉴定评估 appraisal',
      '专家意见 expert-opinion',
      '综合认定 comprehensive-determination',
    ],
    ...['磋商 consultation', '磋商告知书 notice', '送达 service', '答复 reply', '赔偿协议 agreement'],
    ...[
      '司法确认 confirmation',
      '诉讼 suit',
      '强制执行 enforcement',
      '修复 restoration',
      '替代修复 substitute',
    ],
    ...['劳务代偿 labor', '异地修复 off-site', '技改抵扣 tech-upgrade', '分期赔付 instalments'],
    ...['履约保证金 performanceBond', '修复效果评估 evaluation', '简单案件 simpleCase', '重大案件 major'],
    ...['信息公开 disclosure', '案由 cause'],
  ])('%s is explained in Chinese as in English, with its meaning', (pair) => {
    const [chinese = '', english = ''] = pair.split(' ')
    for (const name of [chinese, english, english.toLowerCase()]) {
      const terms = found(name).filter(({ kind, id }) => kind === 'term' && id === english)
      expect(terms.flatMap(({ sections }) => sections.map(([heading]) => heading))).toContain('含义')
    }
  })

  it('take their figures from the pack', () => {
    const text = (name: string) =>
      found(name)
        .flatMap(({ sections }) => sections.map(([, said]) => said))
        .join('\n')
    expect(text('简单案件')).toContain('300000.00 元（第十五条）')
    expect(text('技改抵扣')).toContain('50%（第二十六条）')
    expect(text('磋商')).toContain('90 日（第二十条）')
    const figures = glossary.flatMap(({ periods = [], limits = [] }) => [
      ...periods.filter((id) => !regulation.pack.periods[id]),
      ...limits.filter((id) => !regulation.pack.limits[id]),
    ])
    expect(figures).toEqual([])
    expect(
      glossary.filter(({ meaning }) => /[0-9]|[一二三四五六七八九十]+(?:日|天|年|万|类|次)/.test(meaning)),
    ).toEqual([])
  })

  it('name documents and keys that the schemas know', () => {
    const unknown = glossary
      .flatMap(({ recorded = [] }) => recorded)
      .filter((place) => {
        const [name = '', ...keys] = place.split('.')
        const path = keys.flatMap((key) => (key.endsWith('[]') ? [key.slice(0, -2), 0] : [key]))
        return !isSchemaName(name) || schemaAt(name, path) === undefined
      })
    expect(unknown).toEqual([])
  })

  it('point to calls that exist', () => {
    const calls = glossary.flatMap(({ commands: all = [] }) => all.map((call) => call.split(' ')))
    const wrong = calls.filter(([, name, first = '', second = '']) => {
      if (name === 'explain') return found(first).length === 0
      if (name === 'advance') return !actions.some((action) => wordOf(action) === second)
      if (name === 'render') return formOf(second, regulation) === undefined
      return !commands.some((command) => command.name === name)
    })
    expect(wrong).toEqual([])
  })
})
