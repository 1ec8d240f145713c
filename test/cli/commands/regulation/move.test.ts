import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { docx, p } from '../../../documents/sample.ts'
import { createRepository, dataOf, type TestRepository } from '../../../support/cli.ts'
import { allCompared, finalFile, finalId, newFinalText } from '../../../support/own-pack.ts'

const day = ['--today', '2026-11-24']
const id = 'NN-2026-0001'
const other = 'NN-2025-0003'
const reason = ['--reason', '正式文本施行，尚未结案的案件改用']

/** The example cases with some papers, and the final text, in which the consultation is given 45 days. */
function officeWithFinalText(): TestRepository {
  const repository = createRepository('example-case', 'example-case-2')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--no-verify', '-m', '示例案件')
  for (const paper of ['磋商告知书', '送达回证'])
    expect(repository.ejc(['render', id, paper, '1/o1', ...day]).exit).toBe(0)
  newFinalText(repository)
  allCompared(repository)
  repository.replace(finalFile, 'amount: 90\n', 'amount: 45\n')
  repository.git('commit', '--quiet', '--all', '--no-verify', '-m', '核对正式文本')
  return repository
}

const move = (repository: TestRepository, ...args: string[]) =>
  repository.ejc(['regulation', 'move', ...args, ...day])

describe('ejc regulation move', () => {
  const repository = officeWithFinalText()
  const count = () => repository.git('rev-list', '--count', 'HEAD').trim()
  const caseOf = (which: string) => parse(repository.read(`cases/${which}/case.yaml`))

  it('shows every date, finding and paper that would change, and writes nothing', () => {
    const before = count()
    const call = move(repository, id, other, '--to', finalId, '--dry-run')
    expect(call.exit).toBe(0)
    expect(call.stdout).toMatch(
      /赔偿磋商 +第1轮 某化工有限公司 +2026-09-28（按期完成） +2026-08-14（逾期完成）/,
    )
    expect(call.stdout).toContain('新出现警告：「赔偿磋商」（第1轮 某化工有限公司）应在 2026-08-14 以前办理')
    expect(call.stdout).toMatch(
      /文书内容将不同，没有送达、签署的须重新生成（1 份）：\n +documents\/.*磋商告知书/,
    )
    expect(call.stdout).toMatch(/文书内容不变，只是注明的规范不同（1 份）：送达回证/)
    expect(call.stdout).toContain(other)
    expect(call.stderr).toContain('没有写入')
    expect([count(), repository.git('status', '--porcelain')]).toEqual([before, ''])
  })

  it('tells programs the same', () => {
    const { cases, ...rest } = Object(
      dataOf(move(repository, id, '--to', finalId, '--dry-run', '--json'), 'regulation-move'),
    )
    expect(rest).toEqual({ to: finalId, dryRun: true })
    expect(cases).toHaveLength(1)
    expect(cases[0]).toMatchObject({ case: id, regulation: 'guangxi-2025-draft', commit: null })
    expect(cases[0].deadlines).toContainEqual(
      expect.objectContaining({
        deadline: 'consultation',
        subject: '1/o1',
        from: { due: '2026-09-28', rolledDue: '2026-09-28', status: 'met' },
        to: { due: '2026-08-14', rolledDue: '2026-08-14', status: 'met-late' },
      }),
    )
    expect(cases[0].papers).toContainEqual(
      expect.objectContaining({ form: 'consultation-notice', subject: '1/o1', change: 'changed' }),
    )
  })

  it('is never silent: it wants a reason, and a yes to what was shown', () => {
    const before = count()
    const unreasoned = move(repository, id, '--to', finalId, '--yes')
    expect(unreasoned.exit).toBe(2)
    expect(unreasoned.stderr).toContain('--reason')
    const unconfirmed = move(repository, id, '--to', finalId, ...reason)
    expect(unconfirmed.exit).toBe(2)
    expect(unconfirmed.stderr).toContain('--yes')
    expect([count(), repository.git('status', '--porcelain')]).toEqual([before, ''])
  })

  it.each([
    ['no text to move to', [id], 2, '请写明改用哪部规范'],
    ['no case', ['--to', finalId], 2, '请写明改用规范的案件'],
    ['a text that there is not', [id, '--to', 'guangxi-2027'], 2, '没有规范包 guangxi-2027'],
    ['a text to build on only', [id, '--to', 'national-2026'], 2, '仅供其他规范继承'],
    ['the text that it is under', [id, '--to', 'guangxi-2025-draft'], 1, `${id} 已经适用 guangxi-2025-draft`],
    ['a case that there is not', ['NN-2026-0099', '--to', finalId], 2, 'NN-2026-0099'],
  ])('refuses %s', (_, words, exit, why) => {
    const call = move(repository, ...words, ...reason, '--yes')
    expect(call.exit).toBe(exit)
    expect(call.stderr).toContain(why)
  })

  it('puts day and reason on record, one commit a case, by the number people write', () => {
    const before = Number(count())
    const call = move(repository, '2026-1', other, '--to', finalId, ...reason, '--by', '局长办公会', '--yes')
    expect(call.exit).toBe(0)
    expect(call.stdout).toContain('2026-08-14（逾期完成）')
    expect(call.stdout).toContain(`已将 ${id} 改用 ${finalId}`)
    expect(Number(count())).toBe(before + 2)
    for (const [which, commit] of [
      [id, 'HEAD~1'],
      [other, 'HEAD'],
    ] as const) {
      expect(repository.git('log', '-1', '--format=%B', commit)).toContain(
        `${which} 改用广西细则（${finalId}）\n\nEjc-Action: move-regulation\nEjc-Case: ${which}\n`,
      )
      expect(repository.git('show', '--name-only', '--format=', commit).trim()).toBe(
        `cases/${which}/case.yaml`,
      )
      expect(caseOf(which)).toMatchObject({
        regulation: finalId,
        regulationMoves: [
          {
            from: 'guangxi-2025-draft',
            to: finalId,
            movedOn: '2026-11-24',
            reason: '正式文本施行，尚未结案的案件改用',
            by: '局长办公会',
          },
        ],
      })
    }
    expect(repository.ejc(['log', id, ...day]).stdout).toContain(`改用广西细则（${finalId}）`)
    expect(repository.ejc(['due', id, '--all', ...day]).stdout).not.toContain('程序出错')
    expect(repository.ejc(['lint', id, '--verify-history', ...day]).stdout).not.toMatch(
      /history\/fact-changed|schema\//,
    )
  })

  it('refuses one that is there already, and all with it', () => {
    const before = count()
    const call = move(repository, id, '--to', finalId, ...reason, '--yes')
    expect(call.exit).toBe(1)
    expect(call.stderr).toContain(`${id} 已经适用 ${finalId}`)
    expect(count()).toBe(before)
  })

  it('is undone as any other step', () => {
    const call = repository.ejc(['undo', id, '--yes', ...day])
    expect(call.exit).toBe(0)
    expect(caseOf(id)).toMatchObject({ regulation: 'guangxi-2025-draft' })
    expect(caseOf(id)).not.toHaveProperty('regulationMoves')
    expect(repository.ejc(['show', id, ...day]).exit).toBe(0)
  })
})

describe('a case stays where it is', () => {
  it('while the text has marks left', () => {
    const repository = officeWithFinalText()
    repository.replace(finalFile, '    article: 第一条\n', '    article: 第一条\n    review: 待核\n')
    const call = move(repository, id, '--to', finalId, ...reason, '--yes')
    expect(call.exit).toBe(1)
    expect(call.stderr).toContain(`规范包 ${finalId} 还有 1 处问题（待核 1 处），案件不能改用`)
    expect(call.stderr).toContain(`ejc regulation check ${finalId}`)
  })

  it('while the text is not committed as it lies there', () => {
    const repository = officeWithFinalText()
    repository.replace(finalFile, 'amount: 45\n', 'amount: 46\n')
    const call = move(repository, id, '--to', finalId, ...reason, '--yes')
    expect(call.exit).toBe(1)
    expect(call.stderr).toContain(`${finalFile} 还有没有提交的改动`)
    expect(move(repository, id, '--to', finalId, '--dry-run').exit).toBe(0)
  })

  it('when it is closed, when it can’t be read, and when it could not be read under the text', () => {
    const repository = officeWithFinalText()
    const file = `cases/${id}/case.yaml`
    const channel: string = parse(repository.read(file)).clue.channel
    repository.replace(finalFile, `code: ${channel}\n`, 'code: another-channel\n')
    repository.git('commit', '--quiet', '--all', '--no-verify', '-m', '改代码')
    const unknown = move(repository, id, '--to', finalId, ...reason, '--yes')
    expect(unknown.exit).toBe(1)
    expect(unknown.stderr).toContain('改用 guangxi-2026 以后下列内容无法读取，没有改动任何案件')
    expect(unknown.stderr).toContain(`${file}：「线索渠道（channel）」没有「${channel}」这个选项`)
    repository.replace(finalFile, 'code: another-channel\n', `code: ${channel}\n`)
    repository.git('commit', '--quiet', '--all', '--no-verify', '-m', '改回')
    repository.write(`cases/${other}/closing.yaml`, 'closed:\n  closedOn: 2026-11-20\n  result: performed\n')
    const closed = move(repository, other, id, '--to', finalId, ...reason, '--yes')
    expect(closed.exit, closed.stderr).toBe(1)
    expect(closed.stderr).toContain(`${other} 已经结案`)
    repository.write(file, 'id: [\n')
    const broken = move(repository, id, '--to', finalId, ...reason, '--yes')
    expect(broken.exit).toBe(2)
    expect(broken.stderr).toContain(file)
  })
})

describe("papers of the office's own, in a case that moves", () => {
  const repository = createRepository('example-case')
  mkdirSync(join(repository.root, 'templates/新办法'), { recursive: true })
  const put = (file: string, ...body: string[]) => repository.write(`templates/${file}`, docx(...body))
  put('现场检查笔录.docx', p('案由：{{案由}}'))
  put('催告函.docx', p('致{{当事人名称}}'))
  put('报告.docx', p('{{案件名称}}'))
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--no-verify', '-m', '示例案件')
  for (const call of [['现场检查笔录'], ['催告函', 'o1'], ['报告']])
    expect(repository.ejc(['render', id, ...call, ...day]).exit).toBe(0)
  newFinalText(repository)
  allCompared(repository)
  repository.write(finalFile, `templates: 新办法\n${repository.read(finalFile)}`)
  // The text brings a template of its own for one of them, and the office's own is gone.
  put('新办法/报告.docx', p('{{案件名称}}，{{案由}}'))
  repository.git('rm', '--quiet', 'templates/报告.docx')
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '--all', '--no-verify', '-m', '核对正式文本')
  const changes = () => {
    const call = move(repository, id, '--to', finalId, '--dry-run', '--json')
    expect(call.exit, call.stderr).toBe(0)
    const { cases } = Object(dataOf(call, 'regulation-move'))
    return Object.fromEntries(
      cases[0].papers.map((each: { form: string; change: string }) => [each.form, each.change]),
    )
  }

  it('are told: what prints the same stays, what the text has another template for changes', () => {
    expect(changes()).toEqual({ 现场检查笔录: 'same', 催告函: 'same', 报告: 'changed' })
  })

  it('stay in its file, and are made as before', () => {
    expect(move(repository, id, '--to', finalId, ...reason, '--yes').exit).toBe(0)
    expect(repository.ejc(['render', id, '催告函', 'o1', ...day]).exit).toBe(0)
    expect(repository.ejc(['render', id, '报告', ...day]).exit).toBe(0)
    expect(repository.ejc(['lint', id, '--rule', 'document/stale', ...day]).stdout).toBe('')
    expect(repository.ejc(['undo', id, '--yes', ...day]).exit).toBe(0)
  })

  it('do not keep it where it is when their templates are damaged or gone', () => {
    const other = createRepository('example-case')
    mkdirSync(join(other.root, 'templates'), { recursive: true })
    for (const name of ['坏的', '没了']) other.write(`templates/${name}.docx`, docx(p('{{案由}}')))
    other.git('add', '--all')
    other.git('commit', '--quiet', '--no-verify', '-m', '示例案件')
    for (const name of ['坏的', '没了']) expect(other.ejc(['render', id, name, ...day]).exit).toBe(0)
    newFinalText(other)
    allCompared(other)
    other.write('templates/坏的.docx', 'no Word file')
    other.git('rm', '--quiet', 'templates/没了.docx')
    other.git('add', '--all')
    other.git('commit', '--quiet', '--no-verify', '-m', '改动')
    expect(move(other, id, '--to', finalId, ...reason, '--yes')).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining(`已将 ${id} 改用 ${finalId}`),
    })
  })
})
