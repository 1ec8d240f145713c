import { closest } from '../../core/schema/suggest.ts'
import { type Stage, stages } from '../../core/stages/stage.ts'
import type { CaseView } from '../../core/view.ts'
import { readCases } from '../cases.ts'
import { defineCommand, text } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { listed, nextDeadline } from '../output/listed.ts'
import type { Output } from '../output/output.ts'
import { statusPaint } from '../output/paint.ts'
import { type Cell, table } from '../output/table.ts'
import { dueText, standing } from '../output/words.ts'

/** `ejc list`: all cases, where they stand and what is due next. */
export const list = defineCommand({
  options: [
    { flags: '--stage <stage>', help: '只列该阶段的案件（中文名或代码）', parse: stageOf },
    { flags: '--officer <name>', help: '只列该承办人的案件' },
  ],
  examples: [
    { call: 'ejc list', does: '全部案件的阶段与最近期限' },
    { call: 'ejc list --stage 赔偿磋商 --officer 覃某', does: '某承办人正在磋商的案件' },
  ],
  async run(context, _, options) {
    const { out, global } = context
    const { views, complete } = readCases(await context.workspace(), [], out)
    const [stage, officer] = [text(options, 'stage'), text(options, 'officer')]
    const wanted = views.filter(
      (view) =>
        (stage === undefined || view.stage.case === stage) &&
        (officer === undefined || (view.facts.case.officers ?? []).some(({ name }) => name === officer)),
    )
    if (global.json) out.json('list', wanted.map(listed))
    else if (wanted.length) out.print(casesTable(wanted, out))
    else out.note(views.length ? '没有符合条件的案件。' : '还没有案件。运行 ejc new 登记线索。')
    return complete ? Exit.Ok : Exit.Failed
  },
})

function stageOf(value: string): Stage {
  const found = Object.entries(stages).find(([id, { title }]) => id === value || title === value)
  if (found && isStage(found[0])) return found[0]
  const known = Object.entries(stages).map(([code, { title }]) => ({ code, label: title }))
  const meant = closest(value, known)
  const hint = meant ? `是否想写 ${meant.label}（${meant.code}）？` : ''
  const all = known.map(({ code, label }) => `${label}（${code}）`)
  throw new UsageError(`没有“${value}”这个阶段。${hint}可写：${all.join('、')}。`)
}

function isStage(id: string): id is Stage {
  return Object.hasOwn(stages, id)
}

function casesTable(views: readonly CaseView[], { style, width }: Output): string {
  const rows = views.map((view): Cell[] => {
    const { facts, stage, today } = view
    const next = nextDeadline(view)
    return [
      facts.id,
      facts.case.title,
      stages[stage.case].title,
      next ? [next.title, dueText(next)].filter(Boolean).join(' ') : '',
      next ? { text: standing(next, today), paint: statusPaint(style, next.status) } : '',
      (facts.case.officers ?? []).map(({ name }) => name).join('、'),
    ]
  })
  const columns = [
    { title: '编号' },
    { title: '案件', flexible: true },
    { title: '阶段' },
    { title: '最近期限', flexible: true },
    { title: '状态', flexible: true },
    { title: '承办人', flexible: true },
  ]
  return table(columns, rows, width, style.dim)
}
