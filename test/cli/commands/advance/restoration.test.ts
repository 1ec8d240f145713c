import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { id } from '../../../support/advance.ts'
import { temporaryFolder } from '../../../support/cli.ts'
import { committedExample, doAction, refusedAction } from '../../../support/do-action.ts'

it('第二十五条 to 第三十一条: a restoration from its start to the court, through a goal that was missed', () => {
  const repository = committedExample()
  repository.write(`cases/${id}/restoration.yaml`, 'projects: []\n')
  const planAuthor = ['implementer.name=某环境科技有限公司', 'startedOn=2026-10-08']
  expect(refusedAction(repository, '2026-10-08', 'start-restoration G1', ...planAuthor)).toContain(
    '第二十五条',
  )
  doAction(repository, '2026-10-08', 'start-restoration G1', 'implementer.name=某生态修复有限公司')
  doAction(repository, '2026-11-05', 'inspect-restoration R1', 'findings=按方案实施')
  doAction(repository, '2027-04-20', 'complete-restoration R1')
  const own = ['evaluator.name=某生态修复有限公司', 'reportedOn=2027-05-10']
  expect(refusedAction(repository, '2027-05-11', 'evaluate R1', ...own)).toContain('第二十九条')
  doAction(repository, '2027-05-11', 'evaluate R1', 'evaluator.name=某检测公司', 'reportedOn=2027-05-10')
  const experts = ['experts[]=丙某', 'experts[]=丁某', 'experts[]=戊某']
  expect(refusedAction(repository, '2027-05-20', 'accept R1', ...experts, 'passed=false')).toContain(
    '第三十条',
  )
  doAction(repository, '2027-05-20', 'accept R1', ...experts, 'passed=false', 'shortfall=pH 未达标')
  expect(refusedAction(repository, '2027-05-21', 'evaluate R1')).toContain(
    `继续修复尚未完成；继续修复完成后办 ejc advance ${id} 记录修复完成 R1`,
  )
  const missed = repository.ejc(['lint', id, '--today', '2027-05-21']).stdout.replace(/\s/gu, '')
  expect(missed).toContain(`继续修复完成后办ejcadvance${id}记录修复完成R1`)
  expect(repository.ejc(['show', id, '--today', '2027-05-21']).stdout).toContain(
    '继续修复完成后：记录修复完成',
  )
  doAction(repository, '2027-08-01', 'complete-restoration R1')
  doAction(repository, '2027-08-21', 'evaluate R1', 'evaluator.name=某检测公司', 'reportedOn=2027-08-20')
  doAction(repository, '2027-08-30', 'accept R1', ...experts, 'passed=true')
  doAction(repository, '2027-09-01', 'file-evaluation R1')
  doAction(repository, '2027-09-01', 'send-to-court R1')
  const { stdout } = repository.ejc(['show', id, '--today', '2027-09-02'])
  expect(stdout).not.toContain('send-to-court')
})

it('第三十八条: the register filed and the letter sent lie in the file as they were sealed, also after the closing', () => {
  const repository = committedExample()
  const scan = (name: string): string => {
    const file = join(temporaryFolder(), name)
    writeFileSync(file, `%PDF-1.4 ${name}`)
    return file
  }
  const report = `supervisor.report=@${scan('监理.pdf')}`
  doAction(repository, '2027-04-20', 'complete-restoration R1', 'supervisor.name=某监理公司', report)
  // The report comes from the supervisor.
  expect(repository.read(`cases/${id}/evidence.yaml`)).toMatch(/title: 监理报告,.* source: 某监理公司/u)
  doAction(repository, '2027-05-11', 'evaluate R1', 'evaluator.name=某检测公司', 'reportedOn=2027-05-10')
  doAction(repository, '2027-05-20', 'accept R1', 'experts[]=丙某', 'passed=true')
  doAction(repository, '2027-06-01', 'file-evaluation R1', `filedCopy=@${scan('备案表.pdf')}`)
  doAction(repository, '2027-06-01', 'send-to-court R1')
  const left = ['openDuties[]=公开', 'summary=另行办理', 'result=other']
  doAction(repository, '2027-07-01', 'close', ...left)
  const later = ['--reason', '补扫描件', '--today', '2027-07-02', '--yes']
  const amended = ['amend', id, 'send-to-court', '--set', `sentCopy=@${scan('函.pdf')}`, ...later]
  expect(repository.ejc(amended).exit).toBe(0)
  const added = repository.ejc(['evidence', 'add', id, scan('补.pdf'), '--today', '2027-07-02', '--yes'])
  expect(added.exit, added.stderr).toBe(0)
  const kept = repository.read(`cases/${id}/restoration.yaml`)
  for (const name of ['评估备案表签署件-R1.pdf', '报送函签署件-R1.pdf']) expect(kept).toContain(name)
})

it('第二十八条: before the agreement, only once the damage is confirmed and the agency consents', () => {
  const repository = committedExample()
  for (const name of ['agreements', 'court', 'restoration', 'payments', 'consultation'])
    repository.git('rm', '-q', `cases/${id}/${name}.yaml`)
  repository.git('commit', '-qm', 'before the agreement')
  expect(refusedAction(repository, '2026-06-10', 'start-restoration o1')).toContain('第二十八条')
  doAction(repository, '2026-06-10', 'agree-pre-restoration', 'damageConfirmedOn=2026-06-08')
  doAction(repository, '2026-06-11', 'start-restoration o1')
  expect(repository.read(`cases/${id}/restoration.yaml`)).toContain('damageConfirmedOn: 2026-06-08')
})

it('第二十九条第三款: exempt where an existing report is enough; labour as a ground is refused for work in place', () => {
  const repository = committedExample()
  doAction(repository, '2027-04-20', 'complete-restoration R1')
  const labor = ['ground=labor', 'basis=劳务']
  expect(refusedAction(repository, '2027-04-21', 'exempt-evaluation R1', ...labor)).toContain('第二十九条')
  doAction(repository, '2027-04-21', 'exempt-evaluation R1', 'ground=existing-report', 'basis=验收报告')
})

it('第三十五条: an instalment is paid in parts', () => {
  const repository = committedExample()
  repository.write(`cases/${id}/payments.yaml`, 'payments: []\n')
  doAction(repository, '2026-10-14', 'pay P2', 'amount=20000.00')
  doAction(repository, '2026-10-15', 'pay P2')
  expect(repository.read(`cases/${id}/payments.yaml`)).toContain('40000.00')
  // Also before the agreement was signed: what is paid then counts as well.
  doAction(repository, '2026-10-15', 'pay P1', 'paidOn=2026-09-01')
})

it('第三十五条: what is to be paid tomorrow is no payment', () => {
  const repository = committedExample()
  repository.write(`cases/${id}/payments.yaml`, 'payments: []\n')
  expect(refusedAction(repository, '2026-10-15', 'pay P2', 'paidOn=10.16')).toContain('晚于今天')
  expect(repository.read(`cases/${id}/payments.yaml`)).toBe('payments: []\n')
})
