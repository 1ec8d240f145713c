import { expect, it } from 'vitest'
import { id } from '../../../support/advance.ts'
import { committedExample, doAction, refusedAction } from '../../../support/do-action.ts'

it('第三十四条: a major case from its mark to the last of its reports', () => {
  const repository = committedExample()
  const mark = ['grounds[]=exposed-typical', 'markedOn=2026-10-20', 'dueOn=2026-12-31']
  doAction(repository, '2026-11-24', 'mark-major', ...mark)
  doAction(repository, '2026-11-24', 'report-major', 'to=自治区生态环境厅')
  doAction(repository, '2026-11-24', 'report-month 2026-11', 'progress=修复中')
  expect(refusedAction(repository, '2026-12-31', 'explain-overdue', 'reason=修复期限未到')).toContain(
    '第三十四条',
  )
  doAction(repository, '2027-01-04', 'explain-overdue', 'reason=修复期限未到')
  doAction(repository, '2027-06-30', 'complete-supervision')
  expect(repository.read(`cases/${id}/supervision.yaml`)).toContain('tasksCompletedOn: 2027-06-30')
})

it('第三十四条: what only a major case has is not to be reached by calling an ordinary case major', () => {
  const repository = committedExample()
  repository.write(`cases/${id}/supervision.yaml`, 'disclosures: []\n')
  repository.git('commit', '-qam', 'nobody has looked whether it is major')
  const refused = refusedAction(repository, '2026-11-24', 'report-month')
  expect(refused).toContain('只有办过“认定重大案件”的案件才有这一步')
  expect(refused).not.toContain('  先办：')
})

it('第三十六条: what is published is recorded, and never with personal data', () => {
  const repository = committedExample()
  const leak = ['url=https://example.gov.cn/1', 'readBy=覃小明', 'note=韦某，11010519491231002X']
  expect(refusedAction(repository, '2026-11-24', 'disclose agreement/G1', ...leak)).toContain('第三十六条')
  doAction(repository, '2026-11-24', 'disclose agreement/G1', 'url=https://example.gov.cn/1', 'readBy=覃小明')
  doAction(repository, '2026-11-24', 'disclose public-interest', 'channel=公示栏', 'readBy=覃小明')
})

it('第二十三条: active performance is passed on', () => {
  const repository = committedExample()
  doAction(repository, '2026-11-24', 'notify-leniency o1', 'to=南宁市生态环境局执法支队')
  expect(repository.read(`cases/${id}/supervision.yaml`)).toContain('南宁市生态环境局执法支队')
})
