import { execFileSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { history } from '../../src/repository/git-history.ts'
import { ownLines } from '../../src/repository/own-lines.ts'
import { commitTransaction, type TransactionRequest } from '../../src/repository/transaction.ts'
import { unfinishedAnswers } from '../../src/repository/unfinished.ts'
import { git, put, removeTemporary, temporaryFolder, temporaryRepository, textOf } from './temporary.ts'

afterAll(removeTemporary)

const FILE = 'cases/NN-2026-0001/case.yaml'
const step: TransactionRequest = {
  action: 'screen',
  caseId: 'NN-2026-0001',
  subject: '1',
  message: '记录初步核查',
  files: new Map([
    [FILE, Buffer.from('id: NN-2026-0001\nstate: new\n')],
    ['cases/NN-2026-0001/closing.yaml', null],
  ]),
}

function hook(root: string, name: string, script: string): void {
  put(root, { [`.git/hooks/${name}`]: `#!/bin/sh\n${script}\n` })
  chmodSync(join(root, '.git/hooks', name), 0o755)
}

const commitsIn = (root: string): string[] => git(root, 'log', '--format=%s').trim().split('\n')

describe('a git that ends badly after the branch has moved', () => {
  test('has recorded the step: it is not taken back, and nothing is left half done', async () => {
    const root = temporaryRepository()
    hook(root, 'post-commit', 'kill -9 $PPID')
    const { commit } = await commitTransaction(root, step, { commit: true })
    expect(commit).toBe(git(root, 'rev-parse', 'HEAD').trim())
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(textOf(root, FILE)).toContain('new')
    expect(commitsIn(root)).toEqual(['记录初步核查', '起始'])
  })

  test('is known by the message itself where a hook has put a line below ours', async () => {
    const root = temporaryRepository()
    hook(root, 'post-commit', 'kill -9 $PPID')
    hook(root, 'commit-msg', 'printf "审核: 张某\\n" >>"$1"')
    await commitTransaction(root, step, { commit: true })
    expect(git(root, 'log', '-1', '--format=%B')).toContain('审核: 张某')
    expect(commitsIn(root)).toEqual(['记录初步核查', '起始'])
    expect(await history(root, 'NN-2026-0001')).toMatchObject([{ action: 'screen', subject: '1', note: '' }])
  })
})

describe('a git that reports a failure after it has done its work', () => {
  const path = process.env.PATH

  afterEach(() => {
    process.env.PATH = path
  })

  /** A git first on PATH that fails, its work done, where its call holds a word. */
  function failingLate(word: string): void {
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim()
    const folder = temporaryFolder()
    const script = `#!/bin/sh\n'${real}' "$@" || exit\ncase "$*" in *${word}*) exit 128 ;; esac\n`
    writeFileSync(join(folder, 'git'), script, { mode: 0o755 })
    process.env.PATH = `${folder}:${path}`
  }

  test('at the entry of a new file: nothing is written, and the entry is gone from its index', async () => {
    const root = temporaryRepository()
    const fresh = { ...step, files: new Map([['cases/NN-2026-0002/case.yaml', Buffer.from('id: x\n')]]) }
    put(root, { 'staged.txt': 'a', '.git/hooks/commit-msg': '#!/bin/sh\n' })
    git(root, 'add', 'staged.txt')
    failingLate('intent-to-add')
    await expect(commitTransaction(root, fresh, { commit: true })).rejects.toThrow('没有写入，文件已恢复原样')
    process.env.PATH = path
    expect(git(root, 'status', '--porcelain')).toBe('A  staged.txt\n')
    expect(commitsIn(root)).toEqual(['起始'])
  })

  test.each(['fast-import', 'index-info'])('at %s: it is recorded once', async (word) => {
    const root = temporaryRepository()
    failingLate(word)
    await commitTransaction(root, step, { commit: true })
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(commitsIn(root)).toEqual(['记录初步核查', '起始'])
  })

  test('at the commit by git, where there are hooks: it is recorded once', async () => {
    const root = temporaryRepository()
    put(root, { '.git/hooks/commit-msg': '#!/bin/sh\n' })
    chmodSync(join(root, '.git/hooks/commit-msg'), 0o755)
    failingLate('verbatim')
    await commitTransaction(root, step, { commit: true })
    expect(git(root, 'status', '--porcelain')).toBe('')
    expect(commitsIn(root)).toEqual(['记录初步核查', '起始'])
  })
})

test('kept answers that nobody can remove do not hide what was recorded', async () => {
  const root = temporaryRepository()
  const kept = unfinishedAnswers(root, 'NN-2026-0001', 'screen', null)
  // A folder with something in it can't be removed as a file.
  put(root, { '.git/ejc/unfinished/NN-2026-0001~screen~.json/x': '' })
  expect(() => kept.drop()).not.toThrow()
})

describe('the lines of ejc in a message', () => {
  const block = 'Ejc-Action: sign\nEjc-Case: NN-2026-0001\nEjc-Tx: t1'

  test('are read whatever stands below them', () => {
    const found = { action: 'sign', caseId: 'NN-2026-0001', subject: null, transaction: 't1', undoes: null }
    for (const below of ['', '\n审核: 张某', '\n\n（签批）', '\nSigned-off-by: 某 <a@b>'])
      expect(ownLines(`签订赔偿协议\n\n${block}${below}\n`)).toEqual(found)
  })

  test('are the last, where a message quotes another', () => {
    expect(ownLines(`合并\n\n${block}\n\n说明\n\nEjc-Action: undo\nEjc-Undoes: t1\n`)).toMatchObject({
      action: 'undo',
      transaction: null,
      undoes: 't1',
    })
  })

  test('are none in a message by hand, or in a title', () => {
    expect(ownLines('改了几个字\n')).toMatchObject({ action: null, caseId: null })
    expect(ownLines('Ejc-Action: sign')).toMatchObject({ action: null })
  })
})
