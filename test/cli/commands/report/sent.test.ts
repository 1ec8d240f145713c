import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createRepository } from '../../../support/cli.ts'

const day = ['--today', '2026-11-24']

/** A library whose one clue is of the first quarter of 2026. */
function library() {
  const repository = createRepository()
  repository.addCase('example-case')
  repository.git('add', '-A')
  repository.git('commit', '-qm', '案件')
  const run = (...args: string[]) => repository.ejc([...args, ...day])
  const file = join(repository.root, 'submissions.yaml')
  return { ...repository, run, recorded: () => readFileSync(file, 'utf8'), file }
}

describe('ejc report --sent', () => {
  it('ticks a quarter off the list of deadlines, in one commit, and shows it in the report (第十一条)', () => {
    const { run, recorded, git } = library()
    expect(run('due').stderr).toContain('ejc report 季度线索清单 --quarter 2026Q')
    expect(run('due', '--json').stdout).toContain('"2026Q1"')
    const call = run(
      'report',
      '线索清单',
      '--quarter',
      '2026Q1',
      '--sent',
      '4.8',
      '--to',
      '市环委办',
      '--document',
      '南环报〔2026〕3号',
    )
    expect(call).toMatchObject({ exit: 0 })
    expect(call.stdout).toContain('已记下：2026年第一季度季度线索清单 2026年4月8日报送市环委办')
    expect(recorded()).toMatch(/period: "?2026Q1/)
    expect(git('status', '--porcelain')).toBe('')
    expect(git('log', '-1', '--format=%s')).toContain('报送季度线索清单 2026Q1')
    expect(run('due', '--json').stdout).not.toContain('"2026Q1"')
    expect(run('report', '线索清单', '--quarter', '2026Q1').stdout).toContain('报送：2026-04-08 市环委办')
    expect(run('lint').stdout).not.toContain('submissions.yaml')
  })

  it('corrects what is recorded again, and takes the last recipient for the next', () => {
    const { run, recorded } = library()
    run('report', 'clues', '--quarter', '2026Q1', '--sent', '2026-04-08', '--to', '市环委办')
    const again = run('report', 'clues', '--quarter', '2026Q1', '--sent', '2026-04-09')
    expect(again.stdout).toContain('已改记')
    expect(run('report', 'clues', '--quarter', '2026Q2', '--sent', '2026-07-08').stdout).toContain(
      '报送市环委办',
    )
    expect(recorded().match(/2026-04-0\d/g)).toEqual(['2026-04-09'])
    expect(recorded().match(/市环委办/g)).toHaveLength(2)
  })

  it('writes nothing with --dry-run, and refuses a day that can not be, or another report', () => {
    const { run, root } = library()
    const sent = (...args: string[]) => run('report', ...args)
    expect(sent('annual', '--year', '2025', '--sent', '2026-03-20', '--dry-run').stdout).toContain('将记下')
    expect(sent('clues', '--quarter', '2026Q3', '--sent', '2026-12-01').stderr).toContain('以后')
    expect(sent('clues', '--quarter', '2026Q3', '--sent', '2026-06-01').stderr).toContain('早于')
    expect(sent('督办', '--sent', '2026-06-01').stderr).toContain('只用于季度线索清单')
    expect(sent('clues', '--to', '市环委办').stderr).toContain('--to 要与 --sent 同用')
    expect(sent('clues', '--sent', '11.1', '--format', 'xlsx').stderr).toContain('请去掉 --format')
    expect(() => readFileSync(join(root, 'submissions.yaml'))).toThrow()
  })

  it('leaves a file that can not be relied on as it is', () => {
    const { run, file, recorded } = library()
    writeFileSync(file, 'submissions: 3\n')
    expect(run('report', 'clues', '--quarter', '2026Q1', '--sent', '4.8')).toMatchObject({ exit: 2 })
    expect(recorded()).toBe('submissions: 3\n')
  })
})
