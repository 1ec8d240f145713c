import { describe, expect, it } from 'vitest'
import { isWanting, placesFound, placesRefused } from '../../src/cli/refused-places.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import type { Item } from '../../src/core/stages/define.ts'
import { viewOfFixture } from '../support/setting.ts'

const view = viewOfFixture('example-case', '2026-11-24')

function refusing(id: string, subject: string) {
  const action = actionOf(id)
  if (!action) throw new Error(`no action ${id}`)
  const refuse = (item: Item) => action.refuse?.(view, item, subject) ?? []
  const { document, path, mode } = action.target(view.facts, subject)
  const place = { name: document, path: mode === 'append' ? [...path, 0] : path, lists: {} }
  return { refuse, ask: action.ask, place }
}

describe('what a refusal is about', () => {
  const { refuse } = refusing('notify', '1')
  const place = { name: 'consultation', path: ['rounds', 0, 'notice'], lists: {} } as const
  const about = (item: Item) => placesRefused(place, item, refuse(item), refuse).map((path) => path.at(-1))

  it('is the keys whose titles its reason quotes', () => {
    expect(about({ issuedOn: '2026-06-29' })).toEqual(['replyBy', 'replyWithinDays'])
  })

  it('is the later of two dates in the wrong order', () => {
    expect(about({ issuedOn: '2026-06-29', replyBy: '2026-06-20' })).toEqual(['replyBy'])
  })

  it('is where the rules found an error, an appended item being the first that is asked for', () => {
    const finding = {
      rule: 'agreement/sum',
      code: null,
      severity: 'error',
      message: '',
      article: '第六条',
      document: 'agreements',
      path: ['agreements', 1, 'compensation', 'total'],
    } as const
    const target = { document: 'agreements', path: ['agreements'], mode: 'append' } as const
    const warning = { ...finding, severity: 'warning' } as const
    expect(placesFound([finding, warning], target)).toEqual([['agreements', 0, 'compensation', 'total']])
  })
})

describe('a key that the law wants', () => {
  it.each([
    ['notify', '1', { issuedOn: '2026-06-29' }, ['replyBy']],
    ['notify', '1', { issuedOn: '2026-06-29', replyWithinDays: 7 }, []],
    ['serve', '1/o1', { method: 'mail' }, ['servedOn']],
    ['serve', '1/o1', { method: 'public-notice' }, ['publishedOn']],
    ['disclose', 'funds', {}, ['channel']],
    ['disclose', 'funds', { url: 'https://example.invalid' }, []],
  ])('of %s %s beside %j is %j', (id, subject, item, wanted) => {
    const { refuse, ask, place } = refusing(id, subject)
    expect(ask.filter((key) => isWanting(key, item, { place, asked: ask, refuse }))).toEqual(wanted)
  })
})
