import { describe, expect, it } from 'vitest'
import { isWanting, placesFound, placesRefused } from '../../../../src/cli/shared/entry/refused-places.ts'
import { actionOf } from '../../../../src/core/stages/actions/index.ts'
import type { Item } from '../../../../src/core/stages/define.ts'
import { refusedItem } from '../../../../src/core/stages/possible.ts'
import { misdated } from '../../../support/actions.ts'
import { viewOfFixture } from '../../../support/setting.ts'

const view = viewOfFixture('example-case', '2026-11-24')

function refusing(id: string, subject: string) {
  const action = actionOf(id)
  if (!action) throw new Error(`no action ${id}`)
  const refuse = (item: Item) => refusedItem(view, action, item, subject)
  return { refuse, ask: action.ask, target: action.target(view.facts, subject) }
}

describe('what a refusal is about', () => {
  const { refuse, target } = refusing('notify', '1')
  const place = { name: 'consultation', path: ['rounds', 0, 'notice'], lists: {} } as const
  const about = (item: Item) => placesRefused(place, refuse(item)).map((path) => path.at(-1))

  it('is the keys that its reason names', () => {
    expect(about({ issuedOn: '2026-06-29' })).toEqual(['replyBy', 'replyWithinDays'])
  })

  it('is the later of two dates in the wrong order', () => {
    const found = misdated(view, 'notify', '1', { issuedOn: '2026-06-29', replyBy: '2026-06-20' })
    expect(placesFound(found, target)).toEqual([['rounds', 0, 'notice', 'replyBy']])
  })

  it('is where the rules found an error, an appended item being the first that is asked for', () => {
    const finding = {
      rule: 'agreement/sum',
      code: null,
      severity: 'error',
      message: '',
      article: '第六条',
      about: 'breach',
      document: 'agreements',
      path: ['agreements', 1, 'compensation', 'total'],
    } as const
    const target = { document: 'agreements', path: ['agreements'], mode: 'append' } as const
    const warning = { ...finding, severity: 'warning' } as const
    expect(placesFound([finding, warning], target)).toEqual([['agreements', 0, 'compensation', 'total']])
    expect(placesFound([{ ...finding, severity: 'notice' }], target)).toEqual([])
  })

  it('is each key that a finding says to be lacking', () => {
    const lacking = {
      rule: 'appraisal/amounts',
      code: 'contents',
      severity: 'warning',
      article: '第十六条',
      about: 'breach',
      document: 'appraisals',
      path: ['appraisals', 0],
    } as const
    const target = { document: 'appraisals', path: ['appraisals', 0], mode: 'upsert' } as const
    const keys = ['scope', 'degree']
    expect(placesFound([{ ...lacking, message: '', keys }], target).map((path) => path.at(-1))).toEqual(keys)
  })
})

describe('a key that the law wants', () => {
  it.each([
    ['notify', '1', { issuedOn: '2026-06-29' }, ['replyBy']],
    ['notify', '1', { issuedOn: '2026-06-29', replyWithinDays: 7 }, []],
    ['serve', '1/o1', { method: 'mail' }, ['servedOn']],
    ['serve', '1/o1', { method: 'public-notice' }, ['publishedOn']],
    ['disclose', 'funds', {}, ['url']],
    ['disclose', 'funds', { channel: '本局网站' }, []],
  ])('of %s %s beside %j is %j', (id, subject, item, wanted) => {
    const { refuse, ask } = refusing(id, subject)
    expect(ask.filter((key) => isWanting(key, item, { asked: ask, refuse }))).toEqual(wanted)
  })
})
