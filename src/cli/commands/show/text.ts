import type { IsoDate } from '../../../core/calendar/dates.ts'
import { claimantsText } from '../../../core/facts/claimants.ts'
import { maskIdentifier } from '../../../core/facts/identifiers.ts'
import { numberOf } from '../../../core/facts/identity.ts'
import { reminderDays } from '../../../core/facts/reminder.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import { timelineOf } from '../../../core/facts/timeline.ts'
import type { Finding } from '../../../core/lint/define.ts'
import { aboutText, subjectWord } from '../../../core/stages/about.ts'
import { wordOf } from '../../../core/stages/actions/index.ts'
import type { Action } from '../../../core/stages/define.ts'
import type { StageFlags } from '../../../core/stages/flags.ts'
import { actionsInOrder, type NextStep, nextStepOf } from '../../../core/stages/next-step.ts'
import type { PossibleAction } from '../../../core/stages/possible.ts'
import { stageTitleInFull } from '../../../core/stages/stage.ts'
import type { CaseView } from '../../../core/view.ts'
import { ejcCall } from '../../shared/output/call.ts'
import type { Layout } from '../../shared/output/output.ts'
import { type Cell, textTable } from '../../shared/output/table.ts'
import { padTo, wrapIndented } from '../../shared/output/text.ts'
import { deadlineTables, isPending } from '../../shared/wording/deadlines.ts'
import { summary } from '../../shared/wording/findings.ts'
import { paperStateText } from '../../shared/wording/papers.ts'
import { plainFindingText } from '../../shared/wording/plain-finding.ts'
import { deadlineStatusText, dueText } from '../../shared/wording/words.ts'
import { bankruptcyText } from './bankruptcy.ts'
import { relatedText } from './related-cases.ts'
import { remediesText } from './remedies.ts'
import type { CaseSummary } from './run.ts'
import { simpleCaseText } from './simple-case.ts'

/**
 * One case on a page: who, what, where it stands; first what is due and what is wrong, then who and what happened, last
 * what can be done and what to do next. `repo` as `-C` of the call.
 */
export function caseText(shown: CaseSummary, layout: Layout, repo?: string): string {
  const { style } = layout
  const sections = [
    ['期限', deadlinesPart(shown.view, layout)],
    ['问题', findingsPart(shown, layout)],
    ['赔偿义务人', obligorsPart(shown.view, layout)],
    ['经过', timeline(shown.view, layout)],
    ['简单案件', simpleCaseText(shown.view, layout)],
    ['救济途径', remediesText(shown.view, layout, repo)],
    ['文书', papers(shown, layout)],
    ['现在可办', actionsPart(shown, layout)],
    ['下一步', next(shown, layout, repo)],
  ] as const
  const parts = sections
    .filter(([, body]) => body !== '')
    .map(([title, body]) => `${style.bold(title)}\n${body}`)
  return [caseHeading(shown, layout), ...parts].join('\n\n')
}

function caseHeading({ view, flags }: CaseSummary, { style, width }: Layout): string {
  const { facts, stage, regulation } = view
  const { title, cause, jurisdiction, officers = [] } = facts.case
  const lines = [
    ['案由', cause ?? ''],
    ['索赔', claimantsText(facts)],
    ['阶段', [stageTitleInFull(facts, stage.case), ...flagWords(flags)].join(' · ')],
    [
      '承办',
      [jurisdiction.handlingUnit, officers.map(({ name }) => name).join('、')].filter(Boolean).join(' · '),
    ],
    ['移交', lastHandover(facts.case.assignments)],
    ...relatedText(facts.case, (code) => regulation.label('channels', code)),
    ['补录', takenOverText(facts.case.backfilled)],
    ['适用', regulation.title],
  ] as const
  const rows = lines.filter(([, text]) => text !== '')
  return [
    style.bold(wrapIndented(`${facts.id}  ${title}`, width)),
    ...rows.map(([word, text]) => wrapIndented(text, width, '      ', padTo(word, 6))),
  ].join('\n')
}

/** The last time that the case was handed over; the others stand in its course. */
function lastHandover(assignments: CaseSummary['view']['facts']['case']['assignments'] = []): string {
  const last = assignments.at(-1)
  if (!last) return ''
  return [
    `${last.on} ${last.from === undefined ? `${last.to}接办` : `${last.from} → ${last.to}`}`,
    last.reason ?? '',
  ]
    .filter(Boolean)
    .join('：')
}

/** From which ledger a case was taken over, and what that means. */
function takenOverText(backfilled: CaseSummary['view']['facts']['case']['backfilled']): string {
  if (!backfilled) return ''
  const { on, source, sheet, row, number } = backfilled
  const place = [source, sheet && `“${sheet}”表`, row && `第 ${row} 行`].filter(Boolean).join(' ')
  const known = number === undefined ? '' : `，原编号 ${number}`
  return `${on} 自 ${place}${known}；此前没有载明的不算逾期`
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

/** Identifiers and telephone numbers are masked: only the forms that need them print them whole. */
function obligorsPart({ facts, stage }: CaseView, { style, width }: Layout): string {
  const rows = facts.obligors.map((obligor) => [
    obligor.id,
    obligor.name,
    obligor.kind === 'organization' ? '单位' : '个人',
    stageTitleInFull(facts, stage.obligors.get(obligor.id) ?? stage.case, obligor.id),
    maskIdentifier(numberOf(obligor) ?? ''),
    maskIdentifier(obligor.phone ?? ''),
  ])
  const titles = ['编号', '名称', '类别', '阶段', '证号', '电话']
  const columns = titles.map((title) => ({ title, flexible: title === '名称' || title === '证号' }))
  if (!rows.length) return '尚未查明。'
  const bankruptcies = facts.obligors.flatMap(bankruptcyText).map((text) => wrapIndented(text, width))
  return [textTable(columns, rows, width, style.dim), ...bankruptcies].join('\n')
}

const MOST_FINDINGS = 10

function severityRank({ severity }: Finding): number {
  return { error: 0, warning: 1, notice: 2 }[severity]
}

function timeline({ facts, today }: CaseView, { style, width }: Layout): string {
  const rows = timelineOf(facts).map(({ date, what, about }): Cell[] => [
    date > today ? { text: `${date} 未到`, paint: style.yellow } : date,
    what,
    about,
  ])
  const columns = [{ title: '日期' }, { title: '事项', flexible: true }, { title: '对象', flexible: true }]
  return textTable(columns, rows, width, style.dim)
}

function deadlinesPart(view: CaseView, layout: Layout): string {
  const pending = view.deadlines.filter(isPending)
  if (!pending.length) return '没有未办结的期限。'
  const named = pending.map((deadline) => ({
    deadline,
    subject: subjectLabel(view.facts, deadline.subject, view.regulation),
  }))
  const withinDays = reminderDays(view.config)
  return deadlineTables(named, { today: view.today, withinDays, showCase: false }, layout)
}

function findingsPart({ findings: found, view }: CaseSummary, layout: Layout): string {
  if (!found.length) return '未发现问题。'
  const gravest = found.toSorted((a, b) => severityRank(a) - severityRank(b)).slice(0, MOST_FINDINGS)
  const more = `以上为前 ${gravest.length} 个，运行 ejc lint ${view.facts.id} 查看全部。`
  return [
    ...gravest.map((finding) => plainFindingText(finding, view.regulation, layout)),
    `${summary(found)}。`,
    ...(found.length > gravest.length ? [wrapIndented(more, layout.width)] : []),
  ].join('\n')
}

function papers({ papers: all, view }: CaseSummary, { style, width }: Layout): string {
  const rows = all.map(({ title, subject, state, missing }): Cell[] => [
    title,
    subjectLabel(view.facts, subject, view.regulation),
    paperStateText(state, missing.length),
  ])
  const columns = [
    { title: '文书', flexible: true },
    { title: '对象', flexible: true },
    { title: '状态', flexible: true },
  ]
  return rows.length ? textTable(columns, rows, width, style.dim) : ''
}

/** What the facts ask for, each with its subject; of the rest, which can be done at any time, the titles alone. */
function actionsPart({ actions: all, view }: CaseSummary, { style, width }: Layout): string {
  const subjects = new Map<Action, string[]>()
  const always = new Set<Action>()
  for (const { action, subject, advised } of actionsInOrder(view, all)) {
    if (!advised && !subjects.has(action)) always.add(action)
    if (!advised) continue
    const label = aboutText(view, action, subject)
    always.delete(action)
    subjects.set(action, [...(subjects.get(action) ?? []), label])
  }
  const rows = [...subjects].map(([{ title, matter }, labels]) => [
    title,
    labels.join('、'),
    view.regulation.shownArticleOf(matter),
  ])
  const columns = [
    { title: '事项', flexible: true },
    { title: '对象', flexible: true },
    { title: '依据', flexible: true },
  ]
  const others = [...always].map(({ title }) => title)
  const more = `${rows.length ? '需要时还可以办' : '需要时可以办'}：${others.join('；')}。`
  return [
    ...(rows.length ? [textTable(columns, rows, width, style.dim)] : []),
    ...(others.length ? [wrapIndented(more, width)] : []),
  ].join('\n')
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
  const awaited = step.action?.action.awaits?.(view, step.action.subject)
  const what = `${awaited ? `${awaited}：` : ''}${title}${subject ? `（${subject}）` : ''}${actionReason(step, view.today)}`
  const call = step.action
    ? ['advance', view.facts.id, ...actionWords(view, step.action)]
    : ['due', view.facts.id, '--explain']
  return [
    style.green(wrapIndented(what, width)),
    wrapIndented(ejcCall(repo, call), width, '  ', '  $ '),
  ].join('\n')
}

function actionWords(view: CaseSummary['view'], { action, subject }: PossibleAction): (string | null)[] {
  return [wordOf(action), subjectWord(view, action, subject)]
}

/** The day, and the deadline where its title differs from the action's. */
function actionReason({ action, deadline }: NextStep, today: IsoDate): string {
  if (!deadline) return ''
  const when = [dueText(deadline), deadlineStatusText(deadline, today)].filter(Boolean).join('，')
  const named = action === undefined || action.action.title === deadline.title
  return named ? `：${when}` : `：${deadline.title}${when ? ` ${when}` : ''}`
}
