import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyHistory } from '../../src/office/lint/history.ts'
import { commitTransaction } from '../../src/repository/transaction.ts'
import { git, put, removeTemporary, temporaryFolder } from '../repository/temporary.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn('2026-11-24')

const id = 'NN-2026-0001'
const consultation = `cases/${id}/consultation.yaml`
const restoration = `cases/${id}/restoration.yaml`

let root = ''
/** The clock of git: every commit is made on a day that the test names. */
function on(day: string, seconds = '00'): void {
  process.env.GIT_AUTHOR_DATE = `${day}T10:00:${seconds}+08:00`
  process.env.GIT_COMMITTER_DATE = process.env.GIT_AUTHOR_DATE
}

beforeEach(() => {
  root = temporaryFolder()
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'config', 'user.name', '覃某')
  git(root, 'config', 'user.email', 'qin@example.invalid')
})
afterEach(() => {
  delete process.env.GIT_AUTHOR_DATE
  delete process.env.GIT_COMMITTER_DATE
})
afterAll(removeTemporary)

const service = (obligor: string, day: string): string =>
  `      - { obligor: ${obligor}, method: direct, servedOn: ${day} }\n`
const round = (...services: readonly string[]): string =>
  `rounds:\n  - round: 1\n    notice:\n      issuedOn: 2026-03-01\n    services:\n${services.join('')}`

/** An action of ejc, as it really writes and commits one. */
async function act(day: string, files: Record<string, string>, action = 'serve', caseId = id): Promise<void> {
  on(day)
  const bytes = Object.entries(files).map(([path, text]) => [path, Buffer.from(text)] as const)
  const request = { action, caseId, subject: null, message: '办理', files: new Map(bytes) }
  await commitTransaction(root, request, { commit: true })
}

function byHand(day: string, files: Record<string, string>, message = '手工修改'): void {
  on(day)
  put(root, files)
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '-m', message)
}

const found = async (): Promise<string[][]> =>
  (await verifyHistory(root, regulation)).map(({ rule, file, message }) => [rule, file, message])
const rulesFound = async (): Promise<string[]> => (await found()).map(([rule = '']) => rule)

describe('a history that ejc wrote', () => {
  it('has nothing to report, and none at all before the first commit (第三十八条)', async () => {
    expect(await found()).toEqual([])
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    await act('2026-03-06', { [consultation]: round(service('o1', '2026-03-03')) })
    expect(await found()).toEqual([])
  })

  it('may record what happened long before', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2019-01-04')) })
    expect(await found()).toEqual([])
  })
})

describe('a change by hand', () => {
  it('is told with who, when and which files, once for a commit', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    byHand('2026-03-06', { [restoration]: 'projects: []\n', [`cases/${id}/payments.yaml`]: 'payments: []\n' })
    const [[rule, file, message] = [], ...others] = await found()
    expect(others).toEqual([])
    expect([rule, file]).toEqual(['history/outside-ejc', `cases/${id}/payments.yaml`])
    expect(message).toMatch(
      /^2026-03-06 覃某 的提交 [0-9a-f]{10}（手工修改）没有经过 ejc，改动了 payments\.yaml、restoration\.yaml。/,
    )
  })

  it('outside of the documents of cases is none of this', async () => {
    byHand('2026-03-06', { 'ejc.yaml': 'schema: 1\n', [`cases/${id}/attachments/E1.txt`]: 'a\n' })
    expect(await found()).toEqual([])
  })

  it.each([
    [
      'a date that was moved',
      service('o1', '2026-03-02'),
      '把「送达·送达日期」由 2026-03-04 改为 2026-03-02',
    ],
    ['a record that was removed', '', '删除了「送达·送达日期」2026-03-04'],
  ])('of %s, once the case has gone on, is a warning', async (_, left, said) => {
    await act('2026-03-05', {
      [consultation]: round(service('o1', '2026-03-04'), service('o2', '2026-03-04')),
    })
    await act('2026-03-08', { [restoration]: 'projects: []\n' }, 'start-restoration')
    byHand('2026-03-09', { [consultation]: round(left, service('o2', '2026-03-04')) })
    const changed = (await found()).filter(([rule]) => rule === 'history/fact-changed')
    expect(changed).toEqual([['history/fact-changed', consultation, expect.stringContaining(said)]])
  })

  it('of a record that is the last thing written is a correction in time', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    byHand('2026-03-05', { [consultation]: round(service('o1', '2026-03-03')) })
    expect(await rulesFound()).toEqual(['history/outside-ejc'])
    byHand('2026-03-06', { [restoration]: 'projects: []\n' })
    byHand('2026-03-07', { [consultation]: round(service('o1', '2026-03-01')) })
    expect(await rulesFound()).toContain('history/fact-changed')
  })

  it('that takes a whole document away is told of every fact in it', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    await act('2026-03-08', { [restoration]: 'projects: []\n' }, 'start-restoration')
    on('2026-03-09')
    git(root, 'rm', '--quiet', consultation)
    git(root, 'commit', '--quiet', '-m', '删去')
    const gone = (await found()).filter(([rule]) => rule === 'history/fact-changed')
    expect(gone.map(([, , message]) => message)).toContainEqual(
      expect.stringContaining('删除了「送达·送达日期」2026-03-04'),
    )
  })

  it('is as grave as its rule says, with the article', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    await act('2026-03-08', { [restoration]: 'projects: []\n' }, 'start-restoration')
    byHand('2026-03-09', { [consultation]: round(service('o1', '2026-03-02')) })
    expect(
      (await verifyHistory(root, regulation)).map(({ rule, severity, article }) => [rule, severity, article]),
    ).toEqual([
      ['history/fact-changed', 'warning', '第三十八条'],
      ['history/outside-ejc', 'notice', '第三十八条'],
    ])
  })

  it('that only moves records about, or adds to them, alters nothing', async () => {
    const [a, b] = [service('o1', '2026-03-04'), service('o2', '2026-03-05')]
    await act('2026-03-06', { [consultation]: round(a, b) })
    await act('2026-03-08', { [restoration]: 'projects: []\n' }, 'start-restoration')
    byHand('2026-03-09', { [consultation]: round(b, a, service('o3', '2026-03-09')) })
    expect(await rulesFound()).toEqual(['history/outside-ejc'])
  })

  it('that leaves a document nobody can read is told, and breaks nothing', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    byHand('2026-03-09', { [consultation]: '--- [\n\u2028\u001e{{{ &a *a\ndiff --git a/x b/x\n' })
    byHand('2026-03-10', { [consultation]: round(service('o1', '2026-03-04')) })
    expect(await rulesFound()).toEqual(['history/outside-ejc', 'history/outside-ejc'])
  })

  it('of an amount is a warning as well', async () => {
    const paid = (amount: string) =>
      `payments:\n  - id: P1\n    amount: "${amount}"\n    paidOn: 2026-03-04\n`
    await act('2026-03-05', { [`cases/${id}/payments.yaml`]: paid('100.00') }, 'pay')
    await act('2026-03-06', { [restoration]: 'projects: []\n' }, 'start-restoration')
    byHand('2026-03-07', { [`cases/${id}/payments.yaml`]: paid('10.00') })
    expect((await found()).map(([, , message]) => message)).toContainEqual(
      expect.stringMatching(/由 100\.00 改为 10\.00/),
    )
  })
})

describe('a commit of ejc', () => {
  it('that records a day which had not come is a warning, whoever made it', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-06')) })
    expect(await found()).toEqual([
      ['history/dated-ahead', consultation, expect.stringContaining('还没有到的日期记为事实：2026-03-06')],
    ])
  })

  it('is of the day that it was in Beijing, whatever the zone of the clock that made it', async () => {
    process.env.GIT_AUTHOR_DATE = '2026-03-05T18:00:00+00:00'
    process.env.GIT_COMMITTER_DATE = process.env.GIT_AUTHOR_DATE
    const files = new Map([[consultation, Buffer.from(round(service('o1', '2026-03-06')))]])
    const request = { action: 'serve', caseId: id, subject: null, message: '办理', files }
    await commitTransaction(root, request, { commit: true })
    expect(await found()).toEqual([])
  })

  it('may hold days that are agreed for the future', async () => {
    const agreed =
      'agreements:\n  - id: G1\n    signedOn: 2026-03-04\n    payments:\n      - { id: P1, dueOn: 2027-01-01, amount: "1.00" }\n'
    await act('2026-03-05', { [`cases/${id}/agreements.yaml`]: agreed }, 'sign')
    expect(await found()).toEqual([])
  })

  it('that was amended is told from one that was not', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    process.env.GIT_COMMITTER_DATE = '2026-03-07T10:00:00+08:00'
    git(root, 'commit', '--quiet', '--amend', '--no-edit')
    expect(await rulesFound()).toEqual(['history/rewritten'])
  })

  it('that was picked a second time is told', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    await act('2026-03-06', { [consultation]: round(service('o1', '2026-03-03')) })
    git(root, 'revert', '--no-edit', 'HEAD')
    git(root, 'cherry-pick', 'HEAD~1')
    const rules = await rulesFound()
    expect(rules).toContain('history/rewritten')
    expect(rules).toContain('history/outside-ejc')
  })

  it('that holds files of another case is told at that case', async () => {
    const other = 'cases/NN-2026-0002/closing.yaml'
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')), [other]: 'closed: {}\n' })
    expect(await found()).toEqual([['history/other-case', other, expect.stringContaining(`${id} 的办理`)]])
  })

  it('that gives a case another number takes its findings along', async () => {
    byHand('2026-03-05', { [`cases/${id}/case.yaml`]: `id: ${id}\n` })
    on('2026-03-06')
    const files = new Map([
      [`cases/${id}/case.yaml`, null],
      ['cases/NN-2026-0002/case.yaml', Buffer.from('id: NN-2026-0002\n')],
    ])
    const request = { action: 'renumber', caseId: 'NN-2026-0002', subject: id, message: '改号', files }
    await commitTransaction(root, request, { commit: true })
    expect((await found()).map(([rule, file]) => [rule, file])).toEqual([
      ['history/outside-ejc', 'cases/NN-2026-0002/case.yaml'],
    ])
  })
})

describe('a history with branches', () => {
  it('is looked at as a whole: also what a merge left out, and what it wrote itself', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    git(root, 'checkout', '--quiet', '-b', 'side')
    byHand('2026-03-06', { [consultation]: round(service('o1', '2026-03-02')) }, '旁支')
    git(root, 'checkout', '--quiet', 'main')
    await act('2026-03-07', { [consultation]: round(service('o1', '2026-03-03')) })
    on('2026-03-08')
    git(root, 'merge', '--quiet', '--no-commit', '-s', 'ours', 'side')
    put(root, { [consultation]: round(service('o1', '2026-03-01')) })
    git(root, 'commit', '--quiet', '-am', '合并')
    const told = (await found())
      .filter(([rule]) => rule === 'history/outside-ejc')
      .map(([, , message]) => message)
    expect(told).toEqual([expect.stringContaining('（旁支）'), expect.stringContaining('（合并）')])
  })

  it('is incomplete in a shallow clone, and says so', async () => {
    await act('2026-03-05', { [consultation]: round(service('o1', '2026-03-04')) })
    await act('2026-03-06', { [consultation]: round(service('o1', '2026-03-03')) })
    const clone = temporaryFolder()
    git(root, 'clone', '--quiet', '--depth', '1', `file://${root}`, clone)
    expect((await verifyHistory(clone, regulation)).map(({ rule }) => rule)).toContain('history/incomplete')
  })

  it('of a repository in a folder of a larger one is that of the folder alone', async () => {
    const inner = `${root}/inside`
    put(root, {
      [`inside/${consultation}`]: round(service('o1', '2026-03-04')),
      [consultation]: 'rounds: []\n',
    })
    byHand('2026-03-06', {})
    expect((await verifyHistory(inner, regulation)).map(({ rule, file }) => [rule, file])).toEqual([
      ['history/outside-ejc', consultation],
    ])
  })
})
