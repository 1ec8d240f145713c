import { describe, expect, it } from 'vitest'
import { factsOf } from '../../../../src/core/facts/facts.ts'
import { actionsFor } from '../../../../src/core/stages/possible.ts'
import { viewOf } from '../../../../src/core/view.ts'
import { type Change, upTo } from '../../../support/actions.ts'
import { id, repositoryAfter } from '../../../support/advance.ts'
import { createRepository, type TestRepository } from '../../../support/cli.ts'
import { documentsOf, settingOn } from '../../../support/setting.ts'

const today = '2026-11-24'
const day = ['--today', today]

/** The possible actions of a case, each for its first subject. */
function possibleIn(fixture: 'example-case' | 'example-case-2', change: Change) {
  const documents = documentsOf(fixture)
  change(documents)
  const found = actionsFor(viewOf(factsOf(documents), settingOn(today))).filter(
    ({ blockedBy }) => !blockedBy.length,
  )
  return [...new Map(found.toReversed().map((each) => [each.action.id, each])).values()]
}

/** A repository with a case as it stands after a change, all committed. */
function repositoryOf(fixture: 'example-case' | 'example-case-2', change: Change): TestRepository {
  const repository = fixture === 'example-case' ? repositoryAfter(change) : createRepository('example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const unpaid: Change = (documents) => {
  delete documents.payments
}
const unconfirmed: Change = (documents) => {
  delete documents.court
}

describe('a step of which the call says nothing, without a terminal', () => {
  it.each([
    ['a clue', 'example-case', upTo.clue],
    ['a clue screened', 'example-case', upTo.screening],
    ['an investigation', 'example-case', upTo.initiation],
    ['a consultation', 'example-case', upTo.consultation],
    ['an agreement that is not confirmed', 'example-case', unconfirmed],
    ['an agreement that nobody has performed', 'example-case', unpaid],
    ['a case of every section', 'example-case-2', () => undefined],
  ] as const)('writes nothing in %s, whatever the step is', (_, fixture, change) => {
    const repository = repositoryOf(fixture, change)
    const caseId = fixture === 'example-case' ? id : 'NN-2025-0003'
    const head = repository.git('rev-parse', 'HEAD')
    for (const { action, subject } of possibleIn(fixture, change)) {
      const words = subject === null ? [action.id] : [action.id, subject]
      const call = repository.ejc(['advance', caseId, ...words, ...day])
      expect([action.id, call.exit === 0, call.stdout]).toEqual([action.id, false, ''])
      expect([action.id, repository.git('rev-parse', 'HEAD')]).toEqual([action.id, head])
    }
    expect(repository.git('status', '--porcelain')).toBe('')
  })

  it('shows what ejc would fill in, and the lines to type', () => {
    const repository = repositoryOf('example-case', unpaid)
    const call = repository.ejc(['advance', '1', '记录付款', 'P1', ...day])
    expect(call.exit).toBe(2)
    expect(call.stderr).toContain('“记录付款”什么也没有写明，又没有终端可以核对，没有写入。')
    expect(call.stderr).toMatch(/paidOn（付款日期：2026-11-24）/)
    expect(call.stderr).toMatch(/ejc advance NN-2026-0001 记录付款 P1 --set amount=\S+ --set paidOn=\S+/)
    const written = repository.ejc(['advance', '1', '记录付款', 'P1', '--yes', ...day])
    expect(written).toMatchObject({ exit: 0, stdout: expect.stringContaining('已记录') })
    expect(written.stderr).toContain('没有写明、由 ejc 按已有记录填写的，请核对：')
  })

  it('tells what it has filled in beside what the call says', () => {
    const repository = repositoryOf('example-case', unpaid)
    const sets = ['--set', 'amount=100', '--set', 'voucher=E1']
    const call = repository.ejc(['advance', '1', '记录付款', 'P1', ...sets, '--dry-run', ...day])
    const [, filled = ''] = call.stderr.split('请核对：')
    expect(filled).toMatch(/付款日期：2026-11-24/)
    expect(filled).not.toMatch(/付款凭证|实付金额/)
  })
})
