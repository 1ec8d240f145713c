import type { Deadline } from '../../../../core/deadlines/define.ts'
import { subjectLabel } from '../../../../core/facts/subjects.ts'
import type { Difference, DifferenceSection } from '../../../../core/regulation/diff.ts'
import type { RegulationPack } from '../../../../core/regulation/pack.ts'
import type { Output } from '../../../shared/output/output.ts'
import { severityPaint } from '../../../shared/output/paint.ts'
import { type Cell, textTable } from '../../../shared/output/table.ts'
import { wrapIndented } from '../../../shared/output/text.ts'
import { severityWords, statusWords } from '../../../shared/wording/words.ts'
import type { MovedCase, MovedFinding } from '../moved.ts'

/** What each part of a pack is called. */
const differenceSectionWords: Readonly<Record<DifferenceSection, string>> = {
  periods: '期间',
  limits: '限额',
  lists: '清单',
  clauses: '协议条款',
  rolling: '末日顺延',
  jurisdiction: '管辖',
  matters: '事项',
  articles: '条文',
}

export interface PackDiff {
  readonly from: RegulationPack
  readonly to: RegulationPack
  readonly differences: readonly Difference[]
  readonly cases: readonly MovedCase[]
}

/** The comparison for people: the texts first, then what it means case by case. */
export function diffText({ from, to, differences, cases }: PackDiff, out: Output): string {
  const { style, width } = out
  const head = style.bold(
    wrapIndented(`${from.shortTitle}（${from.id}）→ ${to.shortTitle}（${to.id}）`, width),
  )
  const body = differences.length
    ? differenceTable(differences, out)
    : '数值、清单、条款、事项和条文没有差别。'
  const affected = cases.filter(isAffected)
  const quiet = cases.filter((each) => !isAffected(each)).map((each) => each.case)
  return [
    `${head}\n${body}`,
    ...affected.map((each) => movedCaseText(each, from.id, out)),
    ...(quiet.length ? [wrapIndented(`改用后没有变化：${quiet.join('、')}。`, width)] : []),
  ].join('\n\n')
}

function differenceTable(differences: readonly Difference[], { style, width }: Output): string {
  const heads = [
    { title: '部分' },
    { title: '编号', flexible: true },
    { title: '名称', flexible: true },
    { title: '原规范', flexible: true },
    { title: '新规范', flexible: true },
  ]
  const rows = differences.map(({ section, id, title, from, to }): Cell[] => [
    differenceSectionWords[section],
    id,
    title,
    from ?? '（无）',
    to ?? '（无）',
  ])
  return textTable(heads, rows, width, style.dim)
}

/** Whether anything changes in the case besides the text that it names. */
export function isAffected({ deadlines, appearing, disappearing }: MovedCase): boolean {
  return deadlines.length + appearing.length + disappearing.length > 0
}

/** What changes in one case; where the case is pinned to another pack than `from`, that pack is named. */
export function movedCaseText(moved: MovedCase, from: string, out: Output): string {
  const { style, width } = out
  const pinned = moved.regulation === from ? '' : `（现适用 ${moved.regulation}）`
  const title = moved.view.facts.case.title
  const parts = [
    style.bold(wrapIndented(`${moved.case}${pinned}  ${title}`, width)),
    ...(moved.deadlines.length ? [deadlineTable(moved, out)] : []),
    ...moved.appearing.map((finding) => movedFindingText('新出现', finding, out)),
    ...moved.disappearing.map((finding) => movedFindingText('不再有', finding, out)),
  ]
  return parts.join('\n')
}

function deadlineTable({ deadlines, view }: MovedCase, { style, width }: Output): string {
  const heads = [
    { title: '期限', flexible: true },
    { title: '对象', flexible: true },
    { title: '原规范', flexible: true },
    { title: '新规范', flexible: true },
  ]
  const rows = deadlines.map(({ from, to }): Cell[] => [
    `  ${(to ?? from)?.title ?? ''}`,
    subjectLabel(view.facts, (to ?? from)?.subject ?? null, view.regulation),
    dated(from),
    dated(to),
  ])
  return textTable(heads, rows, width, style.dim)
}

/** The last day and how it stands; both days where the end is moved off a rest day. */
function dated(deadline: Deadline | undefined): string {
  if (!deadline) return '（无）'
  const { due, rolledDue, status, certain } = deadline
  const rolled = rolledDue && rolledDue !== due ? `，顺延至 ${rolledDue}` : ''
  const provisional = certain ? '' : '，暂定'
  return due ? `${due}${rolled}（${statusWords[status]}${provisional}）` : statusWords[status]
}

function movedFindingText(
  what: string,
  { rule, code, severity, message }: MovedFinding,
  out: Output,
): string {
  const word = severityWords[severity]
  const name = [rule, code].filter(Boolean).join(' ')
  return severityPaint(
    out.style,
    severity,
  )(wrapIndented(`${what}${word}：${message}（${name}）`, out.width, '    ', '  '))
}

/** What changes in one case, for programs. */
export function caseJson({ case: id, regulation, deadlines, appearing, disappearing }: MovedCase) {
  return {
    case: id,
    regulation,
    deadlines: deadlines.map(({ from, to }) => {
      const named = to ?? from
      return {
        deadline: named?.deadline ?? '',
        title: named?.title ?? '',
        subject: named?.subject ?? null,
        from: from ? dates(from) : null,
        to: to ? dates(to) : null,
      }
    }),
    appearing,
    disappearing,
  }
}

function dates({ due, rolledDue, status }: Deadline) {
  return { due, rolledDue, status }
}
