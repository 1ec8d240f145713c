import { describe, expect, test } from 'vitest'
import { fillTemplate } from '../../src/documents/fill.ts'
import { isKeptWithNext } from '../../src/documents/keep-next.ts'
import { openPackage, partText } from '../../src/documents/package.ts'
import { paragraphText } from '../../src/documents/paragraphs.ts'
import { findAll, parseXml } from '../../src/documents/xml.ts'
import { docx, p, terms } from './sample.ts'

/** The paragraphs of a text that a closing line follows, and whether each stays with the next. */
const printed = async (
  text: string | string[],
  { kept = '<w:keepNext/>', own = false } = {},
): Promise<[text: string, isKept: boolean][]> => {
  const template = docx(p('{{理由}}', kept), p('特此函告。'))
  const filled = await fillTemplate(template, { 理由: [text].flat().join('\n') }, terms({ own }))
  const root = parseXml(partText(openPackage(filled, ''), 'word/document.xml'), '')
  return findAll(root, 'w:p')
    .slice(0, -1)
    .map((paragraph) => [paragraphText(paragraph), isKeptWithNext(paragraph)])
}

const sentence = (width: number, mark = '。'): string => `${'甲'.repeat(width - 1)}${mark}`

describe('the end of a long text', () => {
  test('becomes a paragraph of its own, at the last full stop that leaves two lines', async () => {
    const text = sentence(80) + sentence(60) + sentence(20) + sentence(16)
    expect(await printed(text)).toEqual([
      [sentence(80) + sentence(60), false],
      [sentence(20) + sentence(16), true],
    ])
  })

  test('is not divided within brackets or quotation marks, and at a semicolon where no sentence ends', async () => {
    const quoted = `${sentence(80)}他说“${sentence(30)}${sentence(40)}”是实情。`
    expect(await printed(quoted)).toEqual([
      [sentence(80), false],
      [`他说“${sentence(30)}${sentence(40)}”是实情。`, true],
    ])
    const listed = sentence(100, '；') + sentence(60)
    expect(await printed(listed)).toEqual([
      [sentence(100, '；'), false],
      [sentence(60), true],
    ])
  })

  test('takes the paragraph before it along where it is one line', async () => {
    const long = sentence(120) + sentence(40)
    expect(await printed([long, '联系人见后。'])).toEqual([
      [sentence(120), false],
      [sentence(40), true],
      ['联系人见后。', true],
    ])
  })

  test.each([
    ['three lines', sentence(42) + sentence(40), {}],
    ['one sentence', sentence(240), {}],
    ['what nothing must stay with', sentence(80) + sentence(80), { kept: '<w:keepNext w:val="false"/>' }],
    ['what the office has set itself', sentence(80) + sentence(80), { own: true }],
  ])('stays as it is: %s', async (_, text, how) => {
    expect((await printed(text, how)).map(([each]) => each)).toEqual([text])
  })
})
