import { describe, expect, it } from 'vitest'
import { top } from '../../../src/cli/prompts/ask.ts'
import { type Asking, questionWords } from '../../../src/cli/prompts/context.ts'
import { createInterview } from '../../../src/cli/prompts/interview.ts'
import { noneOf } from '../../../src/cli/prompts/terminal.ts'
import { readerOf } from '../../../src/cli/prompts/text.ts'
import type { PathSegment } from '../../../src/core/schema/node.ts'
import type { SchemaName } from '../../../src/core/schema/validate.ts'
import { schemaAt } from '../../../src/core/schema/walk.ts'
import { settingOn } from '../../support/setting.ts'
import { terminalWith } from '../../support/terminal.ts'

const today = '2026-03-02'
const { regulation } = settingOn(today)

const { terminal } = terminalWith()
const asking: Asking = {
  terminal,
  today,
  facts: undefined,
  law: regulation,
  clauses: [],
  choices: {},
  known: () => undefined,
  interview: createInterview(terminal, {}, () => undefined),
  ...top,
}

const nodeAt = (name: SchemaName, ...path: PathSegment[]) => schemaAt(name, path) ?? {}

describe('a list that is left empty', () => {
  it('is answered by what that means, as its description says', () => {
    const obligors = nodeAt('agreements', 'agreements', 0, 'substitutes', 0, 'obligors')
    const words = questionWords({ node: obligors }, asking)
    expect(noneOf(words)).toBe('（全部签约义务人）')
    expect(noneOf(questionWords({ node: nodeAt('case', 'damage', 'media') }, asking))).toBe('')
  })
})

describe('the help of a question', () => {
  it.each([
    ['the article', nodeAt('agreements', 'agreements', 0, 'signedOn'), /期限内（第二十一条）。$/],
    [
      'the article, not how a file is written',
      nodeAt('appraisals', 'appraisals', 0, 'commissionedBy'),
      /选上（第十五条）。$/,
    ],
  ])('gives %s', (_, node, help) => {
    expect(questionWords({ node }, asking).help).toMatch(help)
  })

  it('gives no article where the text in force has none', () => {
    const law = { ...regulation, has: () => false }
    const node = nodeAt('agreements', 'agreements', 0, 'signedOn')
    expect(questionWords({ node }, { ...asking, law }).help).toMatch(/期限内。$/)
  })

  it('says how a value is written that was written wrongly', () => {
    const node = nodeAt('config', 'idPrefix')
    expect(readerOf(node, ['idPrefix'], asking)('一')).toMatchObject({
      wrong: expect.stringContaining('写得不对：'),
    })
  })
})
