import { type ArchiveItem, plain, withoutIds } from '../../../core/archive/item.ts'
import { recordOf } from '../../../core/archive/record.ts'
import { chineseDate } from '../../../core/calendar/dates.ts'
import { timelineOf } from '../../../core/facts/timeline.ts'
import type { CaseView } from '../../../core/view.ts'
import { recordDocument } from '../../../documents/volume-document.ts'
import type { CaseCommit } from '../../../repository/archive.ts'
import { clean } from '../../shared/output/output.ts'
import { textTable } from '../../shared/output/table.ts'
import { historyLine } from '../../shared/wording/history.ts'

/** 案件记录 as the last item of the file, in place of the data of the case. */
export function recordItem({ facts, today }: CaseView): ArchiveItem {
  return {
    ...plain,
    title: '案件记录（案件库导出）',
    responsible: facts.case.jurisdiction.handlingUnit,
    date: today,
    datedBy: 'archive',
    copies: [{ source: recordName(facts.id), kind: 'word' }],
  }
}

/** The name that stands for the record among the files of the case: no file of git has two slashes. */
export function recordName(id: string): string {
  return `//案件记录-${id}.docx`
}

/** The record: course, facts and history of a case in plain words. */
export function caseRecord(view: CaseView, history: readonly CaseCommit[]): Promise<Uint8Array> {
  const course = timelineOf(view.facts).map(({ date, what, about }) => [
    chineseDate(date),
    what,
    withoutIds(about),
  ])
  const recorded = linesOf(view, history).map(({ at, what, about, by, note }) => [
    at,
    [what, withoutIds(about)].filter(Boolean).join('　'),
    by,
    note.join('\n'),
  ])
  const tables = [
    {
      title: '办理经过（按事实发生的日期）',
      heads: [
        ['日期', 4],
        ['事项', 7],
        ['对象', 6],
      ] as const,
      rows: course,
    },
    {
      title: '记录经过（按记入案件库的时间）',
      heads: [
        ['时间', 4],
        ['事项', 6],
        ['记录人', 2],
        ['理由和改动', 6],
      ] as const,
      rows: recorded,
    },
  ]
  return recordDocument(headOf(view), tables, recordOf(view))
}

/** 记录经过.txt: what was recorded, by its commits, for whoever compares it with the repository. */
export function historyText(view: CaseView, history: readonly CaseCommit[]): string {
  const heads = ['时间', '事项', '对象', '记录人', '提交'].map((title) => ({ title }))
  const rows = linesOf(view, history).map(({ at, what, about, by, commit }) => [at, what, about, by, commit])
  const lines = ['记录经过', '', ...headOf(view), '', textTable(heads, rows, Number.MAX_SAFE_INTEGER)]
  return `${lines.join('\n')}\n`
}

/** The commits of the case as people read them, the earliest first. */
function linesOf({ facts, regulation }: CaseView, history: readonly CaseCommit[]) {
  return history.map((entry) => historyLine(entry, facts.id, facts, regulation)).toReversed()
}

/** What every page for people begins with. */
export function headOf({ facts }: CaseView): string[] {
  return [
    `案件编号：${facts.id}`,
    clean(`案件名称：${facts.case.title}`),
    clean(`承办单位：${facts.case.jurisdiction.handlingUnit}`),
  ]
}
