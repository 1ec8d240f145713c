import type { IsoDate } from '../../core/calendar/dates.ts'
import { closest } from '../../core/schema/suggest.ts'
import { isStage, type Stage, stages } from '../../core/stages/stage.ts'
import type { Workspace } from '../../repository/workspace.ts'
import { withoutCache } from '../cache.ts'
import { defineCommand, flag, type OptionValues, text } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { inOrder, isWanted, type Order, orders, type Wanted } from '../list/select.ts'
import type { Outlook } from '../outlook.ts'
import { readOutlooks } from '../outlooks.ts'
import { type FindingCounts, nextDeadline } from '../output/listed.ts'
import type { Output } from '../output/output.ts'
import { printLong } from '../output/pager.ts'
import { statusPaint } from '../output/paint.ts'
import { type Cell, table } from '../output/table.ts'
import { dueText, severityWords, standing } from '../output/words.ts'
import { wholeNumber } from '../parse.ts'

const PAGE_LENGTH = 50

/** `ejc list`: all cases, where they stand and what is due next. */
export const list = defineCommand({
  name: 'list',
  usage: '[字词...]',
  summary: '列出全部案件',
  after: 'due',
  arguments: [
    { syntax: '[字词...]', help: '只列编号、名称、案由、当事人或者承办单位、承办人含有这些字的案件' },
  ],
  options: [
    { flags: '--stage <阶段>', help: '只列该阶段的案件（中文名或代码）', parse: stageOf },
    { flags: '--officer <姓名>', help: '只列该承办人的案件' },
    { flags: '--year <年度>', help: '只列该年度编号的案件', parse: yearOf },
    { flags: '--overdue', help: '只列有逾期的案件（提示性期限除外）' },
    { flags: '--major', help: '只列重大案件' },
    { flags: '--sort <顺序>', help: '排列顺序，默认按编号', choices: orders },
    { flags: '--findings', help: '逐案检查，列出问题的个数（案件多时较慢）' },
    { flags: '--limit <件数>', help: '每页件数；不写时列出全部', parse: wholeNumber('--limit') },
    {
      flags: '--page <页码>',
      help: `第几页；没有写 --limit 的每页 ${PAGE_LENGTH} 件`,
      parse: wholeNumber('--page'),
    },
    withoutCache,
  ],
  examples: [
    { call: 'ejc list', does: '全部案件的阶段与最近期限' },
    { call: 'ejc list --stage 赔偿磋商 --officer 覃某', does: '某承办人正在磋商的案件' },
    { call: 'ejc list --overdue --sort due', does: '有逾期的案件，最早到期的在前' },
    { call: 'ejc list 化工 --year 2026 --findings', does: '2026 年名称含“化工”的案件，附问题个数' },
  ],
  async run(context, words, options) {
    const { out, global } = context
    const { outlooks, complete } = await readOutlooks(context, [], options)
    const wanted = wantedBy(words, options)
    const found = inOrder(
      outlooks.filter((outlook) => isWanted(outlook, wanted)),
      orderOf(options),
    )
    const shown = pageOf(found, options)
    const findings = flag(options, 'findings')
      ? await countFindings(await context.workspace(), shown)
      : undefined
    if (global.json)
      out.json(
        'list',
        shown.map(({ listed }) => ({ ...listed, findings: findings?.get(listed.case) ?? null })),
      )
    else if (shown.length) printLong(casesTable(shown, { findings, today: global.today, out }), out)
    else if (!found.length)
      out.note(outlooks.length ? '没有符合条件的案件。' : '还没有案件。运行 ejc new 登记线索。')
    if (found.length > shown.length) out.note(pageText(found.length, options))
    return complete ? Exit.Ok : Exit.Failed
  },
})

function wantedBy(words: readonly string[], options: OptionValues): Wanted {
  const stage = text(options, 'stage')
  return {
    stage: stage !== undefined && isStage(stage) ? stage : undefined,
    officer: text(options, 'officer'),
    year: text(options, 'year'),
    overdue: flag(options, 'overdue'),
    major: flag(options, 'major'),
    words,
  }
}

function orderOf(options: OptionValues): Order {
  return orders.find((order) => order === options.sort) ?? 'id'
}

/** Where the cases are shown page by page: from which to which. */
function sliceOf({ limit, page }: OptionValues): { length: number; page: number } | undefined {
  if (typeof limit !== 'number' && typeof page !== 'number') return undefined
  const length = typeof limit === 'number' ? limit : PAGE_LENGTH
  return { length: Math.max(length, 1), page: Math.max(typeof page === 'number' ? page : 1, 1) }
}

function pageOf(outlooks: readonly Outlook[], options: OptionValues): readonly Outlook[] {
  const slice = sliceOf(options)
  if (!slice) return outlooks
  return outlooks.slice((slice.page - 1) * slice.length, slice.page * slice.length)
}

function pageText(count: number, options: OptionValues): string {
  const { length, page } = sliceOf(options) ?? { length: count, page: 1 }
  return `第 ${page} 页，共 ${Math.ceil(count / length)} 页、${count} 件；用 --page 翻页。`
}

function stageOf(value: string): Stage {
  const found = Object.entries(stages).find(([id, { title }]) => id === value || title === value)
  if (found && isStage(found[0])) return found[0]
  const known = Object.entries(stages).map(([code, { title: label }]) => ({ code, label }))
  const meant =
    known.find(({ label }) => label.includes(value)) ??
    closest(value, known) ??
    closest(
      value,
      known.map(({ label }) => ({ code: label, label })),
    )
  const hint = meant ? `是否想写 ${meant.label}？` : ''
  throw new UsageError(
    `没有“${value}”这个阶段。${hint}可写：${known.map(({ code, label }) => `${label}（${code}）`).join('、')}。`,
  )
}

function yearOf(value: string): string {
  if (/^\d{4}$/.test(value)) return value
  throw new UsageError(`--year 写的是“${value}”，应为四位年份，例如 --year 2026。`)
}

/** How many findings each of the cases has. */
async function countFindings(
  workspace: Workspace,
  outlooks: readonly Outlook[],
): Promise<ReadonlyMap<string, FindingCounts>> {
  const { lintOneCase } = await import('../../office/lint.ts')
  const counted = new Map<string, FindingCounts>()
  for (const { listed } of outlooks) {
    const counts = { error: 0, warning: 0, notice: 0 }
    for (const { severity } of await lintOneCase(workspace, listed.case)) counts[severity] += 1
    counted.set(listed.case, counts)
  }
  return counted
}

interface TableOf {
  readonly findings: ReadonlyMap<string, FindingCounts> | undefined
  readonly today: IsoDate
  readonly out: Output
}

function casesTable(outlooks: readonly Outlook[], { findings, today, out }: TableOf): string {
  const { style, width } = out
  const rows = outlooks.map(({ listed, deadlines }): Cell[] => {
    const next = nextDeadline({ deadlines: deadlines.map(({ deadline }) => deadline) })
    const counts = findings?.get(listed.case)
    return [
      listed.case,
      listed.title,
      stages[listed.stage].title,
      next ? [next.title, dueText(next)].filter(Boolean).join(' ') : '',
      next ? { text: standing(next, today), paint: statusPaint(style, next) } : '',
      counts ? countsCell(counts, style) : '',
      listed.officers.join('、'),
    ]
  })
  const columns = [
    { title: '编号' },
    { title: '案件', flexible: true },
    { title: '阶段' },
    { title: '最近期限', flexible: true },
    { title: '状态', flexible: true },
    { title: '问题', flexible: true },
    { title: '承办人', flexible: true },
  ]
  return table(columns, rows, width, style.dim)
}

/** The graver findings in words; notices alone are none to act on. */
function countsCell({ error, warning }: FindingCounts, style: Output['style']): Cell {
  const parts = [
    ...(error ? [`${error} 个${severityWords.error}`] : []),
    ...(warning ? [`${warning} 个${severityWords.warning}`] : []),
  ]
  if (!parts.length) return '无'
  return { text: parts.join('，'), paint: error ? style.red : style.yellow }
}
