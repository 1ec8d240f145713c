import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { matterTitles } from '../../src/core/regulation/matters.ts'
import { figureMatters } from '../../src/generated/matters.ts'
import { readSources } from './sources.ts'

const sources = readSources('src').filter(({ file }) => !file.startsWith('src/law/'))
const schemas = readdirSync('schemas').map((name) => {
  const file = `schemas/${name}`
  return { file, text: readFileSync(file, 'utf8') }
})

/** An article, an annex by its number, or a law with its article: what only a pack may say. */
const CITATION =
  /第[〇零一二三四五六七八九十百千0-9]+条|附件\s*[0-9一二三四五六七八九十]+(?!个)|(?:法典|诉讼法|法释〔\d+〕\d+号)第/u

describe('where the law is cited', () => {
  test.each([...sources, ...schemas])('$file names matters, and no article', ({ text }) => {
    const lines = text.split('\n')
    expect(
      lines.flatMap((line, index) => (CITATION.test(line) ? [`${index + 1}: ${line.trim()}`] : [])),
    ).toEqual([])
  })

  test('every matter has a Chinese title of its own', () => {
    const titles = Object.values(matterTitles)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) expect(title).toMatch(/^[\p{Script=Han}：、]+$/u)
  })

  test('something rests on every matter', () => {
    const used = [...sources, ...schemas.filter(({ file }) => !file.includes('regulation'))]
      .map(({ text }) => text)
      .join('\n')
    const figures = Object.values(figureMatters).flatMap((table) => Object.values<string>(table))
    const packs = readdirSync('src/law/regulations').map((name) =>
      readFileSync(`src/law/regulations/${name}`, 'utf8'),
    )
    const idle = Object.keys(matterTitles).filter(
      (matter) =>
        !used.includes(`'${matter}'`) &&
        !used.includes(`"${matter}"`) &&
        !figures.includes(matter) &&
        !packs.some((text) => new RegExp(`matter: ${matter}\\b`).test(text)),
    )
    expect(idle).toEqual([])
  })
})
