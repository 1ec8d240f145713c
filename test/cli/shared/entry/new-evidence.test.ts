import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { evidenceLines } from '../../../../src/cli/shared/entry/new-evidence.ts'
import { id } from '../../../support/advance.ts'
import { temporaryFolder } from '../../../support/cli.ts'
import { committedExample } from '../../../support/do-action.ts'

const how = { repo: undefined, layout: { width: 200 } }
const linesOf = (entry: object, options: Parameters<typeof evidenceLines>[2] = how): string =>
  evidenceLines(id, [{ id: 'E9', title: '监理报告', ...entry }], options).join('\n')

describe('what is said of a file that comes with a step', () => {
  it('names as filled in by ejc only what ejc has filled in', () => {
    expect(linesOf({ collectedOn: '2027-04-20', collectedBy: ['覃某'] })).toContain(
      'E9 监理报告：取得日期 2027-04-20，取得人 覃某（由 ejc 填写，请核对）\n',
    )
    expect(linesOf({ collectedBy: ['覃某'] })).toContain(
      'E9 监理报告：取得人 覃某（由 ejc 填写，请核对）；取得日期没有写明，请补填\n',
    )
    const nothing = linesOf({ collectedBy: [] })
    expect(nothing).toContain('E9 监理报告：取得日期、取得人没有写明，请补填\n')
    expect(nothing).not.toContain('由 ejc 填写')
  })

  it('names the call that completes it, with the folder that the officer works from', () => {
    const text = linesOf({}, { ...how, repo: '案件 库' })
    expect(text).toContain(`ejc -C "案件 库" amend ${id} 登记证据 E9 --set collectedOn=日期`)
  })

  it('takes the day of the step for a report inside of a part of the item: 监理报告', () => {
    const repository = committedExample()
    const file = join(temporaryFolder(), '监理报告.pdf')
    writeFileSync(file, '监理')
    const sets = ['completedOn=2027-04-20', 'supervisor.name=某监理公司', `supervisor.report=@${file}`]
    const call = repository.ejc([
      ...['advance', id, 'complete-restoration', 'R1', ...sets.flatMap((set) => ['--set', set])],
      ...['--dry-run', '--today', '2027-04-21'],
    ])
    expect(call.exit, call.stderr).toBe(0)
    expect(call.stderr.replaceAll(/\n\s*/gu, '')).toMatch(/监理报告.*：取得日期 2027-04-20，/u)
  })
})
