import { describe, expect, it } from 'vitest'
import { withPrintedNumber } from '../../src/cli/shared/entry/printed-number.ts'
import { taskOf } from '../../src/cli/shared/entry/task.ts'
import { formOf } from '../../src/core/forms/index.ts'
import { actionOf } from '../../src/core/stages/actions/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { papersIn } from '../../src/documents/inspect.ts'
import { numberOnPaper, preparePaper } from '../../src/documents/render.ts'
import { readText } from '../support/read-text.ts'
import { type Given, step } from '../support/step.ts'

const month = '2025-09'
const number = '南环函〔2025〕31号'
const given: Given = {
  supervision: {
    major: { grounds: ['other'], markedOn: '2025-03-06', supervisingUnit: '某厅' },
    monthlyReports: [{ month, reportedOn: '2025-09-30', progress: '正在磋商。', to: '某厅' }],
  },
}

/** The monthly report, with the papers that lie in documents/. */
function paperOf(view: CaseView, files = new Map<string, Uint8Array>(), typed?: string) {
  const form = formOf('monthly-report', view.regulation) ?? expect.fail('no form')
  return preparePaper({ view, form, subject: month, draft: false, number: typed }, (path) => files.get(path))
}

describe('the number of a letter that is not on record yet', () => {
  const { view } = step('report-month', given, '2025-10-08')

  it('is printed as it was typed, and stays on the paper when it is made again', async () => {
    const first = paperOf(view, new Map(), number)
    expect(first.isUnnumbered).toBe(true)
    const bytes = await first.bytes()
    expect((await readText(bytes)).join('\n')).toContain(number)
    const files = new Map([[`cases/${view.facts.id}/documents/${first.file}`, bytes]])
    const again = paperOf(view, files)
    expect(Buffer.compare(await again.bytes(), bytes)).toBe(0)
    expect(again.compare(bytes)).toBe('current')
    expect(paperOf(view, files, '南环函〔2025〕32号').compare(bytes)).toBe('stale')
    expect((await readText(await paperOf(view, files, '').bytes())).join('\n')).not.toContain(number)
  })

  it('is left open on a paper without one, and no other than what the record holds afterwards', async () => {
    expect((await readText(await paperOf(view).bytes())).join('\n')).not.toContain('〔2025〕')
    const [report] = given.supervision?.monthlyReports ?? []
    const recorded = {
      ...given,
      supervision: { ...given.supervision, monthlyReports: [{ ...report, document: number }] },
    }
    const after = step('report-month', recorded as Given, '2025-10-08').view
    expect(paperOf(after).isUnnumbered).toBe(false)
    const before = await paperOf(view, new Map(), number).bytes()
    expect(paperOf(after).compare(before)).not.toBe('edited')
  })

  it('is told where the record gives the letter another number afterwards', async () => {
    const made = paperOf(view, new Map(), number)
    const path = `documents/${made.file}`
    const bytes = await made.bytes()
    const recordedAs = (document: string) => {
      const [report] = given.supervision?.monthlyReports ?? []
      const supervision = { ...given.supervision, monthlyReports: [{ ...report, document }] }
      return step('report-month', { ...given, supervision } as Given, '2025-10-08').view
    }
    const foundIn = (later: CaseView) =>
      papersIn(later, [path], () => bytes).map(({ outdated, isMadeOf }) => ({
        outdated,
        isMade: isMadeOf?.(later),
      }))
    expect(foundIn(recordedAs(number))).toEqual([{ outdated: false, isMade: true }])
    const other = recordedAs('南环函〔2025〕32号')
    expect(foundIn(other)).toEqual([{ outdated: true, isMade: false }])
    expect(paperOf(other).compare(bytes)).toBe('stale')
  })

  it('is proposed by the step that records that the letter went out', async () => {
    const paper = paperOf(view, new Map(), number)
    const file = { path: `cases/${view.facts.id}/documents/${paper.file}`, bytes: await paper.bytes() }
    const readBytes = (path: string) => (path === file.path ? file.bytes : undefined)
    const form = formOf('monthly-report', view.regulation) ?? expect.fail('no form')
    expect(numberOnPaper({ view, form, subject: month }, readBytes)).toBe(number)
    const action = actionOf('report-month') ?? expect.fail('no action')
    const workspace = { repository: { readBytes } } as never
    expect(withPrintedNumber(workspace, view, taskOf(view, action, month)).defaults).toMatchObject({
      document: number,
    })
    const other = withPrintedNumber(workspace, view, taskOf(view, action, '2025-08'))
    expect(other.defaults).not.toHaveProperty('document')
  })
})
