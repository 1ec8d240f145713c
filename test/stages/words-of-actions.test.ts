import { describe, expect, it } from 'vitest'
import { actionOf, actions, wordOf } from '../../src/core/stages/actions/index.ts'

describe('the word by which an action is called', () => {
  it.each([
    ['conclude', '形成调查结论'],
    ['record-bankruptcy', '记录义务人破产'],
    ['waive-meeting', '免开磋商会议'],
    ['record-enforcement', '记录强制执行进展'],
  ])('%s is called %s: up to the first mark', (id, word) => {
    const action = actionOf(id)
    expect(action && wordOf(action)).toBe(word)
  })

  it('is the whole title where another begins with the same', () => {
    const title = '免开磋商会议（又一种）'
    expect(wordOf({ id: 'another', title })).toBe(title)
    expect(wordOf({ id: 'another', title: '会议（又一种）' })).toBe('会议')
  })

  it('tells every action from all others', () => {
    const words = actions.map(wordOf)
    expect(new Set(words).size).toBe(words.length)
    for (const [index, word] of words.entries()) {
      const begun = actions.filter(({ title }) => title.startsWith(word)).map(({ id }) => id)
      expect(begun).toContain(actions[index]?.id)
    }
    expect(actionOf('nothing')).toBeUndefined()
  })
})
