import type { IsoDate } from '../../../core/calendar/dates.ts'
import { fenOf, showYuan } from '../../../core/facts/money.ts'
import { shownArticle } from '../../../core/regulation/citation.ts'
import type { BoardCase, BoardDeadline, BoardFindings } from '../../../core/reports/board.ts'
import { type Stage, stages } from '../../../core/stages/stage.ts'
import { deadlineStatusText, dueText, severityWords } from '../../shared/wording/words.ts'

/** A deadline in the words of the page. */
export interface DeadlineTexts {
  readonly status: BoardDeadline['status']
  /** How it stands: 逾期 3 天. */
  readonly standing: string
  readonly due: string
  readonly title: string
  /** What it is about; empty where the title says all. */
  readonly about: string
  readonly advisory: boolean
  readonly article: string
}

export function deadlineTexts(deadline: BoardDeadline, today: IsoDate): DeadlineTexts {
  const { status, title, about, advisory } = deadline
  const [standing, due] = [deadlineStatusText(deadline, today), dueText(deadline)]
  return { status, standing, due, title, about, advisory, article: shownArticle(deadline) }
}

/** A sign of its own for each state, so that colour is never the only mark. */
export const statusSigns: Readonly<Partial<Record<BoardDeadline['status'], string>>> = {
  overdue: '▲ ',
  rolled: '◆ ',
  soon: '◆ ',
  suspended: 'Ⅱ ',
}

/** What is said of a case in pairs of a name and a text. */
export const factNames = [
  '赔偿义务人',
  '承办单位',
  '主管部门',
  '损害类型',
  '主张金额',
  '确定金额',
  '到账金额',
  '检查发现',
] as const

/** The texts to `factNames`. */
export function factTexts(each: BoardCase): readonly string[] {
  const { obligors, handlingUnit, department, damage, claimed, settled, paid, findings } = each
  const parties = obligors.map(({ name, stage }) => `${name}（${stages[stage].title}）`).join('、')
  return [
    parties || '尚未确定',
    ...[handlingUnit, department, damage],
    ...[claimed, settled, paid].map(amount),
    findingsInWords(findings),
  ]
}

/** 2 个错误，1 个警告 */
function findingsInWords({ error, warning, notice }: BoardFindings): string {
  const counts = [
    [error, severityWords.error],
    [warning, severityWords.warning],
    [notice, severityWords.notice],
  ] as const
  return counts.flatMap(([count, word]) => (count > 0 ? `${count} 个${word}` : [])).join('，') || '没有问题'
}

function amount(yuan: string): string {
  const fen = fenOf(yuan)
  return fen === 0n ? '—' : showYuan(fen)
}

/** The stages that a case usually goes through; a suit is shown only where there is one. */
const usualWay: readonly Stage[] = [
  'screening',
  'investigation',
  'consultation',
  'agreement',
  'suit',
  'performance',
  'evaluation',
  'closed',
]

/** The way of a case that stands at a stage; empty where it has left the usual one. */
export function wayTo(stage: Stage): readonly Stage[] {
  return usualWay.includes(stage) ? usualWay.filter((each) => each !== 'suit' || stage === 'suit') : []
}
