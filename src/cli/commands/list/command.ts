import { closestChoice } from '../../../core/schema/suggest.ts'
import { isStage, type Stage, stages } from '../../../core/stages/stage.ts'
import { withoutCache } from '../../shared/cases/cache.ts'
import { defineCommand, flag, type OptionValues, text, wholeNumber } from '../../shared/command.ts'
import { Exit, UsageError } from '../../shared/exit.ts'
import { deliverList, listFormats } from '../../shared/table-options.ts'
import { PAGE_LENGTH, type Page, readPage } from './run.ts'
import { type CaseFilter, type Order, orders } from './select.ts'
import { printPage } from './text.ts'

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
    { flags: '--stage <阶段>', help: '只列该阶段的案件（中文名或代码）', parse: parseStage },
    { flags: '--officer <姓名>', help: '只列该承办人的案件' },
    { flags: '--year <年度>', help: '只列该年度编号的案件', parse: parseYear },
    { flags: '--overdue', help: '只列有逾期的案件（提示性期限除外）' },
    { flags: '--major', help: '只列重大案件' },
    { flags: '--all', help: '连同已撤回的重复登记、已并入别案的案件' },
    { flags: '--sort <顺序>', help: '排列顺序，默认按编号', choices: orders },
    { flags: '--findings', help: '逐案检查，列出问题的个数（案件多时较慢）' },
    { flags: '--limit <件数>', help: '每页件数；不写时列出全部', parse: wholeNumber('--limit') },
    {
      flags: '--page <页码>',
      help: `第几页；没有写 --limit 的每页 ${PAGE_LENGTH} 件`,
      parse: wholeNumber('--page'),
    },
    ...listFormats,
    withoutCache,
  ],
  examples: [
    { call: 'ejc list', does: '全部案件的阶段与最近期限' },
    { call: 'ejc list --stage 赔偿磋商 --officer 覃某', does: '某承办人正在磋商的案件' },
    { call: 'ejc list --overdue --sort due', does: '有逾期的案件，最早到期的在前' },
    { call: 'ejc list --format docx', does: '案件清单，按承办人分组，打印后签收' },
    { call: 'ejc list 化工 --year 2026 --findings', does: '2026 年名称含“化工”的案件，附问题个数' },
  ],
  async run(context, words, options) {
    const call = { wanted: filterOf(words, options), order: orderOf(options), page: pageOf(options) }
    const listing = await readPage(context, call, options)
    const texts = async () => (await import('./table.ts')).caseList(listing.shown, context.global.today)
    if (!(await deliverList(context, options, texts)))
      printPage(context, listing, { page: call.page, overdue: call.wanted.overdue, words })
    return listing.complete ? Exit.Ok : Exit.Failed
  },
})

function filterOf(words: readonly string[], options: OptionValues): CaseFilter {
  const stage = text(options, 'stage')
  return {
    stage: stage !== undefined && isStage(stage) ? stage : undefined,
    officer: text(options, 'officer'),
    year: text(options, 'year'),
    overdue: flag(options, 'overdue'),
    major: flag(options, 'major'),
    all: flag(options, 'all'),
    words,
  }
}

function orderOf(options: OptionValues): Order {
  return orders.find((order) => order === options.sort) ?? 'id'
}

/** The page that the call wants; undefined where it wants all cases. */
function pageOf({ limit, page }: OptionValues): Page | undefined {
  if (typeof limit !== 'number' && typeof page !== 'number') return undefined
  const length = typeof limit === 'number' ? limit : PAGE_LENGTH
  return { length: Math.max(length, 1), number: Math.max(typeof page === 'number' ? page : 1, 1) }
}

function parseStage(value: string): Stage {
  const found = Object.entries(stages).find(([id, { title }]) => id === value || title === value)
  if (found && isStage(found[0])) return found[0]
  const known = Object.entries(stages).map(([code, { title: label }]) => ({ code, label }))
  const meant =
    known.find(({ label }) => label.includes(value)) ??
    closestChoice(value, known) ??
    closestChoice(
      value,
      known.map(({ label }) => ({ code: label, label })),
    )
  const hint = meant ? `是否想写 ${meant.label}？` : ''
  throw new UsageError(`没有“${value}”这个阶段。${hint}可写：${known.map(({ label }) => label).join('、')}。`)
}

function parseYear(value: string): string {
  if (/^\d{4}$/.test(value)) return value
  throw new UsageError(`--year 写的是“${value}”，应为四位年份，例如 --year 2026。`)
}
