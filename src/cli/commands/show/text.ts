import type { IsoDate } from '../../../core/calendar/dates.ts'
import { maskIdentifier } from '../../../core/facts/identifiers.ts'
import { reminderDays } from '../../../core/facts/reminder.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import { timelineOf } from '../../../core/facts/timeline.ts'
import type { Finding } from '../../../core/lint/define.ts'
import { aboutText } from '../../../core/stages/about.ts'
import type { Action } from '../../../core/stages/define.ts'
import type { StageFlags } from '../../../core/stages/flags.ts'
import { type NextStep, nextStepOf } from '../../../core/stages/next-step.ts'
import { stages } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import { callOf } from '../../shared/output/call.ts'
import { deadlineTables, isPending } from '../../shared/output/deadlines.ts'
import { findingText, summary } from '../../shared/output/findings.ts'
import type { Output } from '../../shared/output/output.ts'
import { paperStanding } from '../../shared/output/papers.ts'
import { type Cell, table } from '../../shared/output/table.ts'
import { padTo, paragraph } from '../../shared/output/text.ts'
import { dueText, standing } from '../../shared/output/words.ts'
import { remediesText } from './remedies.ts'
import type { CaseSummary } from './run.ts'
import { simpleCaseText } from './simple-case.ts'

type Layout = Pick<Output, 'style' | 'width'>

/** One case on a page: who, what, where it stands, what happened, what is due, what is wrong, what to do next. `repo` as `-C` of the call. */
export function caseText(shown: CaseSummary, layout: Layout, repo?: string): string {
  const { style } = layout
  const sections = [
    ['赔偿义务人', obligors(shown.view, layout)],
    ['经过', timeline(shown.view, layout)],
    ['期限', deadlines(shown.view, layout)],
    ['简单案件', simpleCaseText(shown.view, layout)],
    ['救济途径', remediesText(shown.view, layout)],
    ['问题', findings(shown, layout)],
    ['文书', papers(shown, layout)],
    ['现在可办', actions(shown, layout)],
    ['下一步', next(shown, layout, repo)],
  ] as const
  const parts = sections
    .filter(([, body]) => body !== '')
    .map(([title, body]) => `${style.bold(title)}\n${body}`)
  return [heading(shown, layout), ...parts].join('\n\n')
}

function heading({ view, flags }: CaseSummary, { style, width }: Layout): string {
  const { facts, stage, regulation } = view
  const { title, cause, jurisdiction, officers = [] } = facts.case
  const lines = [
    ['案由', cause ?? ''],
    ['阶段', [stages[stage.case].title, ...flagWords(flags)].join(' · ')],
    [
      '承办',
      [jurisdiction.handlingUnit, officers.map(({ name }) => name).join('、')].filter(Boolean).join(' · '),
    ],
    ['适用', regulation.title],
  ] as const
  const rows = lines.filter(([, text]) => text !== '')
  return [
    style.bold(paragraph(`${facts.id}  ${title}`, width)),
    ...rows.map(([word, text]) => paragraph(text, width, '      ', padTo(word, 6))),
  ].join('\n')
}

function flagWords(flags: StageFlags): string[] {
  const confirmation = { applied: '已申请司法确认', confirmed: '已司法确认', refused: '法院不予确认' }
  return [
    flags.confirmation ? confirmation[flags.confirmation] : '',
    flags.enforcement ? '已申请强制执行' : '',
    flags.preAgreementRestoration ? '协议前修复' : '',
    flags.investigationSuspended ? '调查期限中止' : '',
    flags.major ? '重大案件' : '',
  ].filter(Boolean)
}

/** Identifiers and telephone numbers are masked: whole they stand only in the forms that need them. */
function obligors({ facts, stage }: CaseView, { style, width }: Layout): string {
  const rows = facts.obligors.map(({ id, kind, name, creditCode, idNumber, phone }) => [
    id,
    name,
    kind === 'organization' ? '单位' : '个人',
    stages[stage.obligors.get(id) ?? stage.case].title,
    maskIdentifier(creditCode ?? idNumber ?? ''),
    maskIdentifier(phone ?? ''),
  ])
  const titles = ['编号', '名称', '类别', '阶段', '证号', '电话']
  const columns = titles.map((title) => ({ title, flexible: title === '名称' || title === '证号' }))
  return rows.length ? table(columns, rows, width, style.dim) : '尚未查明。'
}

const MOST_FINDINGS = 10

function gravity({ severity }: Finding): number {
  return { error: 0, warning: 1, notice: 2 }[severity]
}

function timeline({ facts, today }: CaseView, { style, width }: Layout): string {
  const rows = timelineOf(facts).map(({ date, what, about }): Cell[] => [
    date > today ? { text: `${date} 未到`, paint: style.yellow } : date,
    what,
    about,
  ])
  const columns = [{ title: '日期' }, { title: '事项', flexible: true }, { title: '对象', flexible: true }]
  return table(columns, rows, width, style.dim)
}

function deadlines(view: CaseView, layout: Layout): string {
  const pending = view.deadlines.filter(isPending)
  if (!pending.length) return '没有未办结的期限。'
  const named = pending.map((deadline) => ({
    deadline,
    subject: subjectLabel(view.facts, deadline.subject, view.regulation),
  }))
  const withinDays = reminderDays(view.config)
  return deadlineTables(named, { today: view.today, withinDays, showCase: false }, layout)
}

function findings({ findings: found, view }: CaseSummary, layout: Layout): string {
  if (!found.length) return '未发现问题。'
  const gravest = found.toSorted((a, b) => gravity(a) - gravity(b)).slice(0, MOST_FINDINGS)
  const more = `以上为前 ${gravest.length} 个，运行 ejc lint ${view.facts.id} 查看全部。`
  return [
    ...gravest.map((finding) => findingText(finding, layout)),
    `${summary(found)}。`,
    ...(found.length > gravest.length ? [paragraph(more, layout.width)] : []),
  ].join('\n')
}

function papers({ papers: all, view }: CaseSummary, { style, width }: Layout): string {
  const rows = all.map(({ title, subject, state, missing }): Cell[] => [
    title,
    subjectLabel(view.facts, subject, view.regulation),
    paperStanding(state, missing.length),
  ])
  const columns = [
    { title: '文书', flexible: true },
    { title: '对象', flexible: true },
    { title: '状态', flexible: true },
  ]
  return rows.length ? table(columns, rows, width, style.dim) : ''
}

function actions({ actions: all, view }: CaseSummary, { style, width }: Layout): string {
  const subjects = new Map<Action, string[]>()
  for (const { action, subject } of all.filter(({ blockedBy }) => blockedBy.length === 0)) {
    const label = aboutText(view, action, subject)
    subjects.set(action, [...(subjects.get(action) ?? []), label])
  }
  const rows = [...subjects].map(([{ id, title, matter }, labels]) => [
    id,
    title,
    labels.join('、'),
    view.regulation.articleOf(matter),
  ])
  const columns = [
    { title: '代码' },
    { title: '事项', flexible: true },
    { title: '对象', flexible: true },
    { title: '依据' },
  ]
  return rows.length ? table(columns, rows, width, style.dim) : ''
}

function next(
  { view, actions: all }: CaseSummary,
  { style, width }: Layout,
  repo: string | undefined,
): string {
  const step = nextStepOf(view, all)
  const about = step?.action ?? step?.deadline
  if (!step || !about) return '没有需要办理的事项。'
  const subject = subjectLabel(view.facts, about.subject, view.regulation)
  const title = step.action?.action.title ?? step.deadline?.title ?? ''
  const what = `${title}${subject ? `（${subject}）` : ''}${reasonOf(step, view.today)}`
  const call = step.action
    ? ['advance', view.facts.id, step.action.action.id, step.action.subject]
    : ['due', view.facts.id, '--explain']
  return [style.green(paragraph(what, width)), paragraph(callOf(repo, call), width, '  ', '  $ ')].join('\n')
}

/** By when, and for which deadline where it is called otherwise. */
function reasonOf({ action, deadline }: NextStep, today: IsoDate): string {
  if (!deadline) return ''
  const when = [dueText(deadline), standing(deadline, today)].filter(Boolean).join('，')
  const named = action === undefined || action.action.title === deadline.title
  return named ? `：${when}` : `：${deadline.title}${when ? ` ${when}` : ''}`
}
