import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createRepository,
  dataOf,
  listOf,
  type TestRepository,
  temporaryFolder,
} from '../../../support/cli.ts'
import { hasTmux, openOfficerTerminal } from '../../terminal/officer.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const supervision = `cases/${id}/supervision.yaml`

function committed(): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

function withAction(): TestRepository {
  const repository = committed()
  const sets = ['--set', 'to=某县公安局', '--set', 'on=2026-11-24']
  const done = repository.ejc(['advance', id, 'notify-leniency', 'o2', ...sets, ...day])
  if (done.exit !== 0) throw new Error(done.stderr)
  return repository
}

const stateOf = ({ git }: TestRepository): string => git('rev-parse', 'HEAD') + git('status', '--porcelain')

describe('ejc undo', () => {
  const repository = withAction()
  const before = repository.git('show', `HEAD^:${supervision}`)
  const after = repository.read(supervision)

  it('with --dry-run shows action, person, files and lines that go, and changes nothing', () => {
    const state = stateOf(repository)
    const { exit, stderr } = repository.ejc(['undo', id, '--dry-run', ...day])
    expect(exit).toBe(0)
    expect(stderr).toContain('撤销：告知积极履行情况（韦某）')
    expect(stderr).toMatch(/由 覃某 记录，提交 [0-9a-f]{10}/)
    expect(stderr).toContain(`改回 ${supervision}`)
    expect(stderr).toMatch(/^ {2}\S.*某县公安局 → （无）$/m)
    expect(stateOf(repository)).toBe(state)
  })

  it('passes over papers that were made since', () => {
    const other = withAction()
    expect(other.ejc(['render', id, '1', ...day])).toMatchObject({ exit: 0 })
    expect(other.git('log', '-1', '--format=%s')).toContain('生成文书')
    const { exit, stderr } = other.ejc(['undo', id, '--dry-run', ...day])
    expect(exit).toBe(0)
    expect(stderr).toContain('撤销：告知积极履行情况（韦某）')
  })

  it('takes the last action back by one commit of exactly its files, which names what it undoes', () => {
    const undone = repository.git('log', '-1', '--format=%(trailers:key=Ejc-Tx,valueonly)').trim()
    expect(repository.ejc(['undo', id, ...day])).toMatchObject({ exit: 0 })
    expect(repository.read(supervision)).toBe(before)
    expect(repository.git('status', '--porcelain')).toBe('')
    expect(repository.git('show', '--format=%s%n%(trailers:only)', '--name-only', '-z')).toMatch(
      new RegExp(`撤销：告知积极履行情况.*Ejc-Action: undo\nEjc-Case: ${id}.*Ejc-Undoes: ${undone}`, 's'),
    )
  })

  it('of an undo does the action again', () => {
    const again = dataOf(repository.ejc(['undo', id, '--json', ...day]), 'written')
    expect(again).toMatchObject({ action: 'undo', files: [supervision], undoes: { action: 'undo' } })
    expect(repository.read(supervision)).toBe(after)
    const titles = listOf(repository.ejc(['log', id, '--json']), 'log').map(({ title }) => title)
    expect(titles.slice(0, 2)).toEqual([
      expect.stringContaining('恢复：告知积极履行情况'),
      expect.stringContaining('撤销：告知积极履行情况'),
    ])
  })
})

describe('what ejc undo refuses, naming the reason and changing nothing', () => {
  let repository: TestRepository
  const refused = (exit: number, says: RegExp): void => {
    const state = stateOf(repository)
    const call = repository.ejc(['undo', id, ...day])
    expect(call.stderr).toMatch(says)
    expect(call.exit).toBe(exit)
    expect(stateOf(repository)).toBe(state)
  }
  beforeAll(() => {
    repository = withAction()
  })

  it('files with changes that are not committed', () => {
    repository.replace(supervision, '某县公安局', '某市公安局')
    refused(2, new RegExp(`没有提交的改动：\\n  ${supervision}[\\s\\S]*git restore`))
  })

  it('files that a later commit has changed, with the commit and its person', () => {
    repository.git('commit', '--quiet', '--all', '-m', '改正机关名称')
    refused(2, /此后又有提交改动了同样的文件：\n {2}[0-9a-f]{7,} .* 覃某：改正机关名称\n.*git revert/)
  })

  it('a case without a recorded action', () => {
    expect(repository.ejc(['undo', 'NN-2025-0003'])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('没有可撤销的事项'),
    })
  })

  it('the registration of a clue, which must stay on record: article 11', () => {
    const sets = ['title=甲厂排污', 'clue.channel=inspection', 'clue.foundOn=2026-11-20']
    const damage = ['damage.scope=covered', 'damage.kind=pollutant-discharge']
    const given = [...sets, ...damage].flatMap((set) => ['--set', set])
    expect(repository.ejc(['new', '--id', 'NN-2026-0077', ...given, ...day]).exit).toBe(0)
    const call = repository.ejc(['undo', 'NN-2026-0077'])
    expect(call).toMatchObject({ exit: 1, stderr: expect.stringContaining('第十一条') })
    expect(call.stderr).toContain('ejc advance NN-2026-0077 决定不启动索赔')
  })

  it('an action that changed another case as well', () => {
    for (const other of [id, 'NN-2025-0003'])
      writeFileSync(join(repository.root, `cases/${other}/documents.txt`), '甲')
    repository.git('add', '--all')
    repository.git('commit', '--quiet', '-m', `两案\n\nEjc-Action: any\nEjc-Case: ${id}\nEjc-Tx: 1\n`)
    refused(2, /本案以外的文件：cases\/NN-2025-0003\/documents\.txt/)
  })

  it('an action on which later records lean', () => {
    const name = join(temporaryFolder(), '照片.jpg')
    writeFileSync(name, '甲')
    repository = committed()
    const added = dataOf(repository.ejc(['evidence', 'add', id, name, '--json', ...day]), 'written')
    expect(added).toMatchObject({ item: { id: 'E3' } })
    repository.replace(`cases/${id}/investigation.yaml`, '[E1, E2]', '[E1, E3]')
    refused(
      1,
      /此后的记录还要用到.*\n {2}损害调查 › 损害事实 1 › 事实证据：ejc amend NN-2026-0001 损害事实 1/,
    )
  })
})

describe.skipIf(!hasTmux())('in a terminal', () => {
  it('asks first, and a no leaves everything as it was', async () => {
    const repository = withAction()
    const state = stateOf(repository)
    const office = openOfficerTerminal(repository.root)
    try {
      await office.ejc(`undo ${id} --today 2026-11-24`)
      await office.chooses('撤销吗？', '否')
      expect(await office.exits()).toBe(130)
      expect(stateOf(repository)).toBe(state)
    } finally {
      office.close()
    }
  })
})
