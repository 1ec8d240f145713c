import type { IsoDate } from '../../../core/calendar/dates.ts'
import type { Outlook } from '../../shared/cases/outlook.ts'
import type { CommandContext } from '../../shared/context.ts'
import { ejcCall } from '../../shared/output/call.ts'
import type { Output } from '../../shared/output/output.ts'
import { printLong } from '../../shared/output/pager.ts'
import { statusPaint } from '../../shared/output/paint.ts'
import { type Cell, textTable } from '../../shared/output/table.ts'
import { obligorsText } from '../../shared/wording/deadlines.ts'
import { type FindingCounts, nextDeadline } from '../../shared/wording/listed-case.ts'
import { deadlineStatusText, dueText, severityWords } from '../../shared/wording/words.ts'
import type { Listing, Page } from './run.ts'

/** Prints the cases of a list, or that there are none; below it which page this is. */
export function printPage(
  { out, global }: CommandContext,
  { shown, found, late, hidden, some, officers, findings }: Listing,
  { page, overdue, words }: PageCall,
): void {
  if (global.json)
    out.json(
      'list',
      shown.map(({ listed }) => ({ ...listed, findings: findings?.get(listed.case) ?? null })),
    )
  else if (shown.length) printLong(casesTable(shown, { findings, today: global.today, out }), out)
  else if (!found)
    out.note(some ? nothingText(words, officers, global.repo) : '还没有案件。运行 ejc new 登记线索。')
  if (page && found > shown.length) out.note(pageRemark(found, page))
  if (!global.json && !overdue) noteLate(late, out)
  if (hidden && !global.json) out.note(`另有 ${hidden} 件已撤回或者已并入别案，用 --all 列出。`)
}

/** What is said below a list depends on these options of the call. */
interface PageCall {
  readonly page: Page | undefined
  readonly overdue: boolean
  readonly words: readonly string[]
}

/** That no case fits: who has cases, where an officer was named, and where else the words may stand. */
function nothingText(
  words: readonly string[],
  officers: readonly string[],
  repo: string | undefined,
): string {
  return [
    '没有符合条件的案件。',
    ...(officers.length ? [`承办人有：${officers.join('、')}。`] : []),
    ...(words.length ? [`连同事实、证据一起找：${ejcCall(repo, ['search', ...words])}`] : []),
  ].join('\n')
}

/** How many of the cases are late, below a list of any length. */
function noteLate(late: number, out: Output): void {
  if (late) out.note(`其中 ${late} 件有逾期；在这条命令后面加 --overdue --sort due，只看这些。`)
}

function pageRemark(count: number, { length, number }: Page): string {
  return `第 ${number} 页，共 ${Math.ceil(count / length)} 页、${count} 件；用 --page 翻页。`
}

interface TableOf {
  readonly findings: ReadonlyMap<string, FindingCounts> | undefined
  readonly today: IsoDate
  readonly out: Output
}

function casesTable(outlooks: readonly Outlook[], { findings, today, out }: TableOf): string {
  const { style, width } = out
  const rows = outlooks.map(({ listed, stage, about, deadlines }): Cell[] => {
    const next = nextDeadline({ deadlines: deadlines.map(({ deadline }) => deadline) })
    const counts = findings?.get(listed.case)
    return [
      listed.case,
      about.whole.title,
      obligorsText(about.whole.obligors),
      stage,
      next ? [next.title, dueText(next)].filter(Boolean).join(' ') : '',
      next ? { text: deadlineStatusText(next, today), paint: statusPaint(style, next) } : '',
      counts ? countsCell(counts, style) : '',
      listed.officers.join('、'),
    ]
  })
  const columns = [
    { title: '编号' },
    { title: '案件', flexible: true },
    { title: '义务人', flexible: true },
    { title: '阶段' },
    { title: '最近期限', flexible: true },
    { title: '状态', flexible: true },
    { title: '问题', flexible: true },
    { title: '承办人', flexible: true },
  ]
  return textTable(columns, rows, width, style.dim)
}

/** The errors and warnings in words; notices need no action. */
function countsCell({ error, warning }: FindingCounts, style: Output['style']): Cell {
  const parts = [
    ...(error ? [`${error} 个${severityWords.error}`] : []),
    ...(warning ? [`${warning} 个${severityWords.warning}`] : []),
  ]
  if (!parts.length) return '无'
  return { text: parts.join('，'), paint: error ? style.red : style.yellow }
}
