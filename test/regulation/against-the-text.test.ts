import { describe, expect, test } from 'vitest'
import { readPacks } from '../../src/build/generate/law.ts'
import { articleName, chineseNumeral } from '../../src/core/regulation/article.ts'
import { resolvePack } from '../../src/core/regulation/merge.ts'
import { createRegulation } from '../../src/core/regulation/regulation.ts'
import { ownLabels } from './codes.ts'
import { longestCommonRun, regulationText } from './text.ts'

const texts = regulationText()
const packs = await readPacks()
const pack = resolvePack('guangxi-2025-draft', packs)
const written = packs.find(({ id }) => id === 'guangxi-2025-draft')
const textOf = (article: string) => texts?.get(article) ?? ''
const own = (key: string) => Object.keys(written?.[key] ?? {})
const plain = (text: string) => text.replace(/[\s“”]/gu, '')

const unitWords = { 'working-day': '个工作日', day: '日', month: '个月', year: '年' }
/** Figures that the text gives without a numeral; each says how it follows. */
const inferred = ['quarterly-clue-list', 'monthly-report', 'annual-report', 'extensions']

/** Whether a number stands in the words, in Arabic or Chinese numerals. */
function says(words: string, value: number, unit = ''): boolean {
  return new RegExp(`(?<![\\d.])${value}${unit}|${chineseNumeral(value)}${unit}`, 'u').test(words)
}

test('a numeral is found only where it stands by itself', () => {
  expect(says('在15个工作日内', 15, '个工作日')).toBe(true)
  expect(says('在15个工作日内', 5, '个工作日')).toBe(false)
  expect(says('至少听取一次', 1)).toBe(true)
})

if (!texts) console.info('skipped: the text of the regulation is not beside the project')

describe.skipIf(!texts)('the Guangxi pack beside the text', () => {
  test.each(own('periods'))('the period %s stands in its article', (id) => {
    const { article, words = '', amount, unit, principle, note } = pack.periods[id] ?? expect.fail()
    expect(words).not.toBe('')
    expect(textOf(article)).toContain(words)
    if (inferred.includes(id)) return expect(note).toBeTruthy()
    expect(says(words, amount, unitWords[unit])).toBe(true)
    expect(/原则上|一般/u.test(words)).toBe(principle ?? false)
  })

  test.each(own('limits'))('the limit %s stands in its article', (id) => {
    const { article, words = '', amount, percent, count, principle, note } = pack.limits[id] ?? expect.fail()
    expect(words).not.toBe('')
    expect(textOf(article)).toContain(words)
    if (inferred.includes(id)) return expect(note).toBeTruthy()
    if (amount !== undefined) expect(says(words, Number(amount) / 10_000, '万元')).toBe(true)
    if (percent !== undefined) expect(words).toContain(`${percent}%`)
    if (count !== undefined) expect(says(words, count, '(?:次|人|名)')).toBe(true)
    expect(/原则上|一般/u.test(words)).toBe(principle ?? false)
  })

  test('only the known figures are inferred', () => {
    const entries = [...Object.entries(pack.periods), ...Object.entries(pack.limits)]
    expect(entries.filter(([, entry]) => entry.inferred).map(([id]) => id)).toEqual(inferred)
  })

  test.each(own('lists'))('the labels of %s are words of their article', (name) => {
    const list = pack.lists[name] ?? expect.fail()
    const foreign = list.items
      .filter(({ code }) => !ownLabels.has(`${name}/${code}`))
      .filter(({ label, article }) => !plain(textOf(article ?? list.article)).includes(plain(label)))
    expect(foreign.map(({ code }) => code)).toEqual([])
  })

  test.each(own('lists'))('the items of %s carry the number under which the text has them', (name) => {
    const list = pack.lists[name] ?? expect.fail()
    for (const { code, label, item = '', article = list.article } of list.items) {
      if (!item.startsWith('（') || ownLabels.has(`${name}/${code}`)) continue
      const [, ...parts] = plain(textOf(article)).split(item)
      const next = (part: string) => part.split(/（[一二三四五六七八九十]+）/u)[0] ?? ''
      expect(
        parts.some((part) => next(part).includes(plain(label))),
        `${code} ${item}`,
      ).toBe(true)
    }
  })

  test('the clauses are matters of 第二十一条 or headings of form 5', () => {
    const halves = { restorationGoal: '生态环境损害修复目标', restorationPlan: '修复目标和方案' }
    for (const { code, title, article } of pack.clauses) {
      const words = Object.entries(halves).find(([half]) => half === code)?.[1] ?? title
      expect(textOf(article), code).toContain(words)
    }
  })

  test('the seven forms bear the titles of annex 2, and every form names an article that exists', () => {
    const regulation = createRegulation(pack)
    const lawNames = pack.laws.flatMap(({ title: law, aliases }) => [law, ...aliases])
    for (const { number, title, article } of pack.forms) {
      // A paper that the national law alone asks for names an article of that law.
      const [law = ''] = /^.+?(?=第.+条|$)/u.exec(article.replace(/^(?:第|附件).*/u, '')) ?? []
      if (law)
        expect(
          lawNames.some((name) => name.endsWith(law)),
          article,
        ).toBe(true)
      else expect(regulation.article(article)).toBeDefined()
      if (number !== undefined) expect(textOf('附件2')).toContain(`[${number}]${title}`)
    }
  })

  test('every gist is in our own words', () => {
    expect([...(texts ?? [])].length).toBeGreaterThan(43)
    for (const { number, gist } of pack.articles) {
      const copied = longestCommonRun(gist, textOf(articleName(number)))
      expect(copied.length, `${number}: ${copied}`).toBeLessThanOrEqual(25)
    }
  })
})
