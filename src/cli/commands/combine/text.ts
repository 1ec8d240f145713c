import { chineseDate } from '../../../core/calendar/dates.ts'
import { clueOn } from '../../../core/facts/queries.ts'
import type { AdoptedId } from '../../../core/merge/adopt.ts'
import type { Combined } from '../../../core/merge/combine.ts'
import { ownWords } from '../../../core/merge/join.ts'
import type { Decision } from '../../../core/merge/merge.ts'
import type { EntryKind } from '../../../core/merge/references.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import { officerNames } from '../../../core/stages/officers.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { type MovedDeadline, movedDeadlines, movedLines } from '../../shared/wording/moved-deadlines.ts'
import { changesText } from '../../shared/wording/preview.ts'
import type { Combining, CombiningPlan, Pair } from './plan.ts'

/** A fact that both cases stated, and whose version counts. */
export interface KeptFact {
  readonly title: string
  readonly address: string
  readonly decision: Decision
}

const kindNames: Readonly<Record<EntryKind, string>> = {
  obligor: '赔偿义务人',
  evidence: '证据',
  appraisal: '鉴定评估',
  objection: '异议',
  agreement: '协议',
  suit: '诉讼',
  order: '支付令',
  enforcement: '执行',
  project: '修复项目',
  payment: '款项',
  reminder: '提醒',
}

/**
 * What goes over and under which ids, and what counts where both cases stated something: a line each, for preview and
 * commit.
 */
export function courseLines(
  { from, into }: Pair,
  joined: Combined,
  kept: readonly KeptFact[],
  { reason, title }: Combining,
): string[] {
  const others = new Map(kept.map(({ title, decision }) => [title, decision]))
  return [
    `理由：${reason}`,
    ...(title === into.view.facts.case.title ? [] : [`案件名称改为：${title}`]),
    ...clueLine({ from, into }, joined),
    ...idLines(joined.ids),
    ...[...others].map(([title, decision]) =>
      decision === 'both' ? `${title}：两项都保留` : `${title}：以 ${sideId({ from, into }, decision)} 为准`,
    ),
  ]
}

export function sideId({ from, into }: Pick<Pair, 'from' | 'into'>, decision: Decision): string {
  return decision === 'theirs' ? from.id : into.id
}

/** From which clue the law counts, and where the other one stands, where the two are not the same. */
function clueLine(
  { from, into }: Pick<Pair, 'from' | 'into'>,
  { earlierClue, otherClue }: Combined,
): string[] {
  if (!otherClue) return []
  const [own, other] = [clueOn(into.view.facts), clueOn(from.view.facts)]
  const day = earlierClue ? other : own
  const why = own === other || day === undefined ? '' : '较早的 '
  const when = day === undefined ? '' : `（${chineseDate(day)}）`
  const [first, second] = earlierClue ? [from.id, into.id] : [into.id, from.id]
  return [`线索：以${why}${first} 为准${when}；${second} 的线索记入并入记录，登记表的案件来源一并写明`]
}

function idLines(ids: readonly AdoptedId[]): string[] {
  const kinds = [...new Set(ids.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const own = ids.filter((each) => each.kind === kind)
    const said = own.map(({ from, to, known }) => {
      const id = from === to ? from : `${from} → ${to}`
      return known ? `${id}（两案都有）` : id
    })
    return `转入${kindNames[kind]}：${said.join('、')}`
  })
}

/** What the two cases say of themselves in words of their own, where both do and differ, and nothing new is said. */
function wordsLine({ from, into }: Pair, { after }: CombiningPlan): string[] {
  const [own, other, both] = [into.view.facts.case, from.view.facts.case, after.facts.case]
  const titles = ownWords.flatMap((key) =>
    own[key] === both[key] && own[key] !== undefined && other[key] !== undefined && own[key] !== other[key]
      ? (titleAt('case', [key]) ?? key)
      : [],
  )
  return titles.length ? [`${titles.join('、')}：以 ${into.id} 的说法为准`] : []
}

/** Who joins the officers of the case that goes on. */
function officersLine({ into }: Pair, { after }: CombiningPlan): string[] {
  const known = officerNames(into.view)
  const joining = officerNames(after).filter((name) => !known.includes(name))
  if (!joining.length) return []
  return [`办案人员：${joining.join('、')}加入${known.length ? `，与${known.join('、')}共同承办` : ''}`]
}

/** The deadlines of either case that fall on another day in the one that goes on. */
export function movedBy({ into }: Pair, { after, alone }: CombiningPlan): readonly MovedDeadline[] {
  const own = movedDeadlines(into.view, after)
  const keyOf = ({ to }: MovedDeadline): string => `${to.deadline} ${to.subject ?? ''}`
  const known = new Set(own.map(keyOf))
  return [...own, ...movedDeadlines(alone, after).filter((each) => !known.has(keyOf(each)))]
}

/** What will be written and what follows, for the officer who confirms it. */
export function combinePreview(
  pair: Pair,
  plan: CombiningPlan,
  joined: Combined,
  lines: readonly string[],
  out: Output,
): string {
  const { from, into } = pair
  const { width } = out
  const indented = (line: string): string => wrapIndented(clean(line), width, '    ', '  ')
  const papers = from.raw.files.some((file) => file.startsWith('documents/'))
  return [
    wrapIndented(clean(`${from.id} ${from.view.facts.case.title}`), width, '  ', ''),
    wrapIndented(clean(`并入 ${into.id} ${into.view.facts.case.title}`), width, '  ', ''),
    ...lines.map(indented),
    ...(joined.files.length
      ? [indented(`${joined.files.length} 个证据文件复制到 ${into.id}，校验值不变。`)]
      : []),
    ...wordsLine(pair, plan).map(indented),
    ...officersLine(pair, plan).map(indented),
    indented(`${from.id} 撤回登记，注明并入何处，记录和文件保留可查，不再计期限、不再上报。`),
    ...(papers ? [indented(`${from.id} 已生成的文书留在原处；需要的在 ${into.id} 重新生成。`)] : []),
    ...changesText(plan.after, previewOfAction(into.view, plan.after), plan.findings, out),
    ...movedLines(plan.after, movedBy(pair, plan), width),
  ].join('\n')
}
