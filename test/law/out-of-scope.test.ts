import { describe, expect, test } from 'vitest'
import { both, type Change, caseWithActions, upTo } from '../support/actions.ts'
import { findingsIn } from '../support/lint.ts'

const today = '2026-03-20'
const reported: Change = ({ case: file }) => {
  file.clue.reporter = { kind: 'citizen', reportedOn: '2026-02-10' }
}
const scoped = (scope: string): Change => both(upTo.clue, ({ case: file }) => (file.damage.scope = scope))
const referral = { referredTo: '某市海洋主管部门', summary: '损害发生在海域，适用海洋环境保护法。' }

const errorsOf = ({ view }: ReturnType<typeof caseWithActions>): string[] =>
  findingsIn(view.facts.documents, today)
    // The example's placeholder identifiers and its evidence, which is not there, are no part of this.
    .filter(({ severity, rule }) => severity === 'error' && !/^evidence|checksum$/.test(rule))
    .map(({ rule }) => rule)

describe('第五条: damage that the text is not about is handed on, and the case ends', () => {
  test.each(['personal-property', 'marine', 'legacy'])(
    '%s: closed from the clue, without a check',
    (scope) => {
      const example = caseWithActions('example-case', today, scoped(scope))
      expect(example.blocked('close', null)).toEqual([])
      expect(errorsOf(example)).toContain('case/out-of-scope')
      const closed = example.after('close', null, referral)
      expect(closed.view.stage.case).toBe('closed')
      expect(closed.view.facts.closing.closed).toMatchObject({ result: 'out-of-scope', ...referral })
      expect(errorsOf(closed)).toEqual([])
      expect(closed.view.deadlines.find(({ deadline }) => deadline === 'screening')?.status).toBe('closed')
    },
  )

  test('with the reason and where it went, and as nothing else', () => {
    const example = caseWithActions('example-case', today, scoped('marine'))
    expect(example.refused('close', null)).toEqual(['第五条', '第五条'])
    expect(example.refused('close', null, { ...referral, referredTo: ' ' })).toEqual(['第五条'])
    expect(example.refused('close', null, { ...referral, result: 'other' })).toEqual(['第五条'])
  })

  test('第十二条第二款: whoever reported it is answered first, or the closing says that he is not', () => {
    const example = caseWithActions('example-case', today, both(scoped('marine'), reported))
    expect(example.refused('close', null, referral)).toEqual(['第十二条'])
    expect(example.refused('close', null, { ...referral, openDuties: ['答复举报人'] })).toEqual([])
    const answered = example.after('answer-reporter', null, { answer: '已移送海洋主管部门。' })
    expect(answered.refused('close', null, referral)).toEqual([])
  })

  test('no covered damage is closed as one that is not', () => {
    const example = caseWithActions('example-case', today, scoped('covered'))
    expect(example.refused('close', null, { ...referral, result: 'out-of-scope' })).toContain('第五条')
  })

  test('a slip in the scope is corrected, and the case goes on', () => {
    const example = caseWithActions('example-case', today, scoped('marine'))
    expect(example.blocked('screen', null)).toEqual(['第五条'])
    expect(example.after('record-damage', null, { scope: 'covered' }).blocked('screen', null)).toEqual([])
  })
})
