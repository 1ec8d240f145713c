import { describe, expect, it } from 'vitest'
import { faultsOf } from '../../src/core/regulation/check.ts'
import { type Editable, faultsAfter, itemOf, shippedPacks } from './own.ts'

type Row = readonly [what: string, change: (pack: Editable) => void, path: string, message: string]

/** The faults of a kind with their paths as one text. */
const told = (change: (pack: Editable) => void) =>
  faultsAfter(change).map(({ kind, path, message }) => [kind, path.join('.'), message])

describe('what a pack lacks', () => {
  it.each<Row>([
    [
      'a matter',
      ({ matters }) => {
        delete matters.urging
      },
      'matters',
      'matters 没有写明「督促启动」（urging）在哪一条；没有规定的写 absent: true。',
    ],
    [
      'the article of a matter',
      ({ matters }) => {
        matters.urging = { item: '第二款' }
      },
      'matters.urging',
      'matters 没有写明「督促启动」（urging）在哪一条；没有规定的写 absent: true。',
    ],
    [
      'a period of a matter that the text has',
      ({ periods }) => {
        delete periods.agreement
      },
      'periods',
      'periods 缺少 agreement（签署赔偿协议的期限）；没有规定的，在 matters 中把 agreement-period 写为 absent: true。',
    ],
    [
      'a unit',
      ({ periods }) => {
        delete periods.investigation.unit
      },
      'periods.investigation',
      'periods.investigation 缺少 unit：请补上。',
    ],
    [
      'the title and the gist of an article',
      ({ articles }) => {
        articles[4] = { number: 5 }
      },
      'articles.4',
      'articles.5 缺少 title、gist：请补上。',
    ],
    [
      'the label of an item',
      ({ lists }) => {
        delete itemOf(lists.evaluationExemptions.items, 'other').label
      },
      'lists.evaluationExemptions.items.2',
      'lists.evaluationExemptions.items.other 缺少 label：请补上。',
    ],
    [
      'the figure of a limit',
      ({ limits }) => {
        delete limits.meetings.count
      },
      'limits.meetings',
      'limits.meetings 应当在 amount、percent、count 中恰写一项。',
    ],
    [
      'the way to tell which of two figures of a limit holds',
      ({ limits }) => {
        limits.meetings.percent = 3
      },
      'limits.meetings',
      'limits.meetings 应当在 amount、percent、count 中恰写一项。',
    ],
    [
      'the words of a clause',
      ({ clauses }) => {
        clauses[1].recognise = { headings: ['证据'] }
      },
      'clauses.1.recognise',
      'clauses.evidence.recognise 缺少 content：请补上。',
    ],
    [
      'what applies where no rule of jurisdiction fits',
      ({ jurisdiction }) => {
        delete jurisdiction.otherwise
      },
      'jurisdiction',
      'jurisdiction 缺少 otherwise：请补上。',
    ],
  ])('%s', (_, change, path, message) => {
    expect(told(change)).toEqual([['missing', path, message]])
  })

  it('is told at the matter alone, though its period and its list lack their article with it', () => {
    const faults = told(({ matters }) => {
      delete matters['investigation-period']
      delete matters['evaluation-exemption']
    })
    expect(faults.map(([kind, path]) => [kind, path])).toEqual([
      ['missing', 'matters'],
      ['missing', 'matters'],
    ])
  })

  it('is told at the matter alone, where the jurisdiction has no article with it', () => {
    const faults = told(({ matters }) => {
      delete matters.jurisdiction
    })
    expect(faults.map(([kind, path]) => [kind, path])).toEqual([['missing', 'matters']])
    const own = told(({ jurisdiction }) => {
      delete jurisdiction.matter
    })
    expect(own).toEqual([['missing', 'jurisdiction', 'jurisdiction 缺少 article：请补上。']])
  })

  it('is not told where the entry should not be there at all', () => {
    const faults = told(({ matters, lists }) => {
      matters['evaluation-exemption'] = { absent: true }
      delete lists.evaluationExemptions.items
    })
    expect(faults.map(([kind, path]) => [kind, path])).toEqual([
      ['contradiction', 'lists.evaluationExemptions'],
    ])
  })

  it('is nothing that the pack on which others build may leave to them', () => {
    const national = shippedPacks.find(({ id }) => id === 'national-2026')
    if (!national) throw new Error('no national pack')
    const kinds = (pack: typeof national) => faultsOf(pack, shippedPacks).map(({ kind }) => kind)
    expect(kinds(national)).not.toContain('missing')
    const { base: _, ...alone } = national
    expect(kinds({ ...alone, id: 'alone' })).toContain('missing')
  })
})
