import { commitSeveral } from '../../src/repository/bulk.ts'
import { digestOf } from '../../src/repository/digest.ts'
import { answerOf } from '../../src/repository/git.ts'
import { headState } from '../../src/repository/git-work-tree.ts'
import { needGit } from '../../src/repository/gitdir.ts'
import { withLock } from '../../src/repository/lock.ts'
import { recover } from '../../src/repository/recover.ts'
import { openRepository } from '../../src/repository/repository.ts'
import { moveBranchTo } from '../../src/repository/sync/adopt.ts'
import { commitTransaction, type TransactionStep } from '../../src/repository/transaction.ts'

/** A process of its own, for tests that kill it: `child.ts write|several|recover|count|rewrite|adopt <root> …`. */
const [command = '', root = '', argument = ''] = process.argv.slice(2)

/** Kills this process, without any chance to tidy up, when the step is reached. */
function killAt(wanted: string): (step: TransactionStep) => void {
  return (step) => {
    if (step === wanted) process.kill(process.pid, 'SIGKILL')
  }
}

async function write(): Promise<void> {
  const files = new Map([
    ['cases/NN-2026-0001/case.yaml', Buffer.from('id: NN-2026-0001\nstate: new\n')],
    ['cases/NN-2026-0001/screening.yaml', Buffer.from('fresh: true\n')],
    ['cases/NN-2026-0001/closing.yaml', null],
  ])
  const request = {
    action: 'screen',
    caseId: 'NN-2026-0001',
    subject: '1/o1',
    message: '记录初步核查',
    files,
  }
  await commitTransaction(root, request, { commit: true, onStep: killAt(argument) })
}

/** Adds one to a number in a file, starting over when another process was quicker. */
async function count(): Promise<void> {
  const path = 'cases/NN-2026-0001/case.yaml'
  for (;;) {
    const bytes = (await openRepository(root)).readBytes(path) ?? Buffer.from('')
    const next = Number(/count: (\d+)/.exec(Buffer.from(bytes).toString())?.[1] ?? 0) + 1
    const files = new Map([[path, Buffer.from(`count: ${next}\n`)]])
    const expected = new Map([[path, digestOf(bytes)]])
    const request = {
      action: 'count',
      caseId: 'NN-2026-0001',
      subject: null,
      message: `第 ${next} 次`,
      files,
      expected,
    }
    try {
      await commitTransaction(root, request, { commit: true, lockWaitMs: 60_000 })
      return
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'changed-meanwhile')) throw error
    }
  }
}

/** Rewrites three files fifty times over, always all three with the same text. */
async function rewrite(): Promise<void> {
  for (let round = 0; round < 50; round++) {
    const text = Buffer.from(`round: ${round}\n`)
    const files = new Map(
      ['case', 'screening', 'closing'].map((name) => [`cases/NN-2026-0001/${name}.yaml`, text]),
    )
    const request = { action: 'rewrite', caseId: 'NN-2026-0001', subject: null, message: '改写', files }
    await commitTransaction(root, request, { commit: false })
  }
}

/** Writes two new cases and changes one, a commit each. */
async function several(): Promise<void> {
  const request = (id: string, files: Record<string, string>) => ({
    action: 'import',
    caseId: id,
    subject: null,
    message: `补录 ${id}`,
    files: new Map(
      Object.entries(files).map(([name, text]) => [`cases/${id}/${name}.yaml`, Buffer.from(text)]),
    ),
  })
  await commitSeveral(
    root,
    [
      request('NN-2026-0002', { case: 'id: NN-2026-0002\n', closing: 'fresh: true\n' }),
      request('NN-2026-0001', { case: 'id: NN-2026-0001\nstate: new\n' }),
      request('NN-2026-0003', { case: 'id: NN-2026-0003\n' }),
    ],
    killAt(argument),
  )
}

/** Goes on to the commit that `later` names. */
async function goOn(): Promise<void> {
  const { commit: from } = await headState(root)
  const commit = await answerOf(root, ['rev-parse', 'later'])
  if (from === null || commit === null) throw new Error('no commit to go on to')
  await withLock(root, (lock) => moveBranchTo(needGit(root), { from, commit }, lock, killAt(argument)))
}

const commands: Record<string, () => Promise<unknown>> = {
  write,
  count,
  rewrite,
  several,
  adopt: goOn,
  recover: async () => console.log(JSON.stringify(await recover(root, { onStep: killAt(argument) }))),
}
commands[command]?.().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 2
})
