import { describe, expect, it } from 'vitest'
import { id } from '../../../support/advance.ts'
import { dataOf, listOf, type TestRepository } from '../../../support/cli.ts'
import { committedExample, doAction, refusedAction } from '../../../support/do-action.ts'

/** The first example, its agreement signed and neither confirmed nor paid. */
function signed(): TestRepository {
  const repository = committedExample()
  repository.write(`cases/${id}/court.yaml`, 'confirmations: []\n')
  repository.write(`cases/${id}/payments.yaml`, 'payments: []\n')
  return repository
}

function stageOf(repository: TestRepository, today: string): unknown {
  const shown = dataOf(repository.ejc(['show', id, '--json', '--today', today]), 'show')
  return shown !== null && typeof shown === 'object' && 'stage' in shown ? shown.stage : undefined
}

describe('第二十四条 at the command line', () => {
  it('a confirmation is applied for and ruled on', () => {
    const repository = signed()
    doAction(repository, '2026-10-12', 'apply-confirmation')
    doAction(
      repository,
      '2026-11-24',
      'rule-confirmation G1',
      'ruledOn=2026-11-23',
      'result=refused',
      'reason=修复方案不明确',
    )
    expect(repository.read(`cases/${id}/court.yaml`)).toContain('修复方案不明确')
    expect(stageOf(repository, '2026-11-24')).toBe('consultation')
    expect(refusedAction(repository, '2026-11-24', 'sue o1')).toContain('第二十四条')
  })

  it('show tells the right remedy, and enforcement of an unconfirmed agreement is refused', () => {
    const repository = signed()
    const { stdout } = repository.ejc(['show', id, '--today', '2026-11-24'])
    expect(stdout).toContain('救济途径')
    expect(stdout).toContain('可以提起诉讼')
    expect(stdout).toContain('可以申请支付令')
    expect(stdout).toContain('不能申请强制执行')
    const said = refusedAction(repository, '2026-11-24', 'apply-enforcement G1')
    expect(said).toContain('第二十四条第二款：协议 G1 未经司法确认，不能申请强制执行')
    expect(said).toContain('提起诉讼')
    doAction(repository, '2026-11-24', 'apply-enforcement G1', 'claim=支付', 'instrument=notarized')
  })

  it('a breach of an unconfirmed agreement: demand, payment order, its enforcement', () => {
    const repository = signed()
    const today = '2026-11-24'
    doAction(repository, today, 'demand-performance G1', 'performBy=2026-12-10')
    doAction(repository, today, 'apply-payment-order G1', 'court=某区人民法院')
    doAction(
      repository,
      '2026-12-21',
      'record-payment-order Z1',
      'effectiveOn=2026-12-20',
      'result=effective',
    )
    const said = doAction(repository, '2026-12-22', 'apply-enforcement Z1', 'claim=支付 98200 元')
    expect(said).not.toContain('enforcement-application')
    doAction(repository, '2027-03-01', 'record-enforcement F1', 'dishonestListedOn=2027-02-26')
    expect(repository.read(`cases/${id}/court.yaml`)).toContain('dishonestListedOn: 2027-02-26')
  })

  it('a suit from preservation to the judgment on appeal', () => {
    const repository = signed()
    doAction(repository, '2026-11-24', 'preserve', 'kind=property')
    const proof = ['act', 'illegality', 'damage', 'costs'].map((matter) => `proof[]=${matter}`)
    doAction(repository, '2026-11-25', 'sue o1', ...proof)
    expect(stageOf(repository, '2026-11-25')).toBe('suit')
    doAction(repository, '2027-03-01', 'judge S1', 'judgedOn=2027-02-26')
    doAction(repository, '2027-03-08', 'appeal S1', 'by=o1')
    const early = refusedAction(repository, '2027-03-15', 'judge S1', 'effectiveOn=2027-03-15', 'result=won')
    expect(early).toContain('上诉尚未裁判')
    doAction(repository, '2027-06-02', 'appeal S1', 'judgedOn=2027-06-01', 'result=upheld')
    doAction(repository, '2027-06-02', 'judge S1', 'effectiveOn=2027-06-01', 'result=won')
    expect(stageOf(repository, '2027-06-02')).toBe('performance')
  })

  it('a transfer names both addressees; an interruption is recorded', () => {
    const repository = signed()
    doAction(
      repository,
      '2026-11-24',
      'transfer',
      'to=public-security',
      'copiedTo[]=procuratorate',
      'matter=涉嫌污染环境罪',
    )
    doAction(repository, '2026-11-24', 'interrupt-limitation o2', 'how=promise')
    const limitation = listOf(repository.ejc(['due', id, '--json', '--all', '--today', '2026-11-24']), 'due')
    expect(limitation).toContainEqual(
      expect.objectContaining({ deadline: 'limitation', subject: 'o2', due: '2031-11-24' }),
    )
  })

  it('after a refused confirmation a suit is possible with a reason alone', () => {
    const repository = signed()
    doAction(repository, '2026-10-12', 'apply-confirmation')
    repository.write('ruling.yaml', 'ruledOn: 2026-11-23\nresult: refused\nreason: 修复方案不明确\n')
    const from = ['advance', id, 'rule-confirmation', '--from', 'ruling.yaml', '--today', '2026-11-24']
    expect(repository.ejc(from).exit).toBe(0)
    expect(refusedAction(repository, '2026-11-24', 'sue o1')).toContain('重新磋商')
    doAction(repository, '2026-11-24', 'sue o1', 'overrideReason=义务人明确拒绝重新磋商')
  })

  it('form 7 belongs to the enforcement of a confirmed agreement', () => {
    const repository = committedExample()
    repository.write(`cases/${id}/payments.yaml`, 'payments: []\n')
    const said = doAction(repository, '2026-11-24', 'apply-enforcement G1', 'claim=支付 98200 元')
    expect(said).toContain(`ejc render ${id} 强制执行申请书`)
  })

  it('a confirmed agreement that was performed leaves nothing to enforce', () => {
    const repository = committedExample()
    expect(refusedAction(repository, '2026-11-24', 'apply-enforcement G1')).toContain('没有到期而未履行')
    expect(refusedAction(repository, '2026-11-24', 'sue o1')).toContain('应当直接申请强制执行')
  })
})
