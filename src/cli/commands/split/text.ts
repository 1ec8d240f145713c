import { obligorName } from '../../../core/facts/queries.ts'
import type { Parted } from '../../../core/merge/part.ts'
import type { Leaving, Side } from '../../../core/merge/sides.ts'
import { previewOfAction } from '../../../core/stages/preview.ts'
import type { CaseView } from '../../../core/view.ts'
import { clean, type Output } from '../../shared/output/output.ts'
import { wrapIndented } from '../../shared/output/text.ts'
import { movedDeadlines, movedLines } from '../../shared/wording/moved-deadlines.ts'
import { changesText } from '../../shared/wording/preview.ts'
import type { NewCase, SplittingPlan } from './plan.ts'

const NOBODY = '分出的案件没有赔偿义务人：查明以后用“增加或者更正赔偿义务人”补登'

/** Who and what leaves, a line each, for preview and commit. */
export function courseLines(
  { facts }: CaseView,
  { obligors, evidence: chosen }: Leaving,
  { evidence, named }: Parted,
  { reason }: NewCase,
): string[] {
  const names = [...obligors].map((id) => `${id} ${obligorName(facts, id)}`)
  const line = (title: string, items: readonly string[]): string[] =>
    items.length ? [`${title}：${items.join('、')}`] : []
  const titles = new Map(facts.evidence.map(({ id, title }) => [id, title]))
  const on = (side: Side, isMeant: (id: string) => boolean = () => true): string[] =>
    [...evidence].flatMap(([id, own]) => (own === side && isMeant(id) ? `${id} ${titles.get(id) ?? ''}` : []))
  const isKept = (id: string): boolean => chosen.has(id) && named.left.has(id)
  const isNamed = (id: string): boolean => named.left.has(id) || named.moved.has(id)
  return [
    `理由：${reason}`,
    ...(names.length ? line('分出的义务人', names) : [NOBODY]),
    ...line('分出的证据', on('moved')),
    ...line(
      '两案都用到、两案都有的证据',
      on('both', (id) => isNamed(id) && !isKept(id)),
    ),
    ...line('写明分出、留下的事项还在引用，两案都有的证据', on('both', isKept)),
    ...line(
      '没有事项引用、没有写明分出，两案都有的证据',
      on('both', (id) => !isNamed(id)),
    ),
  ]
}

/** What will be written and what follows in both cases, for the officer who confirms it. */
export function splitPreview(
  before: CaseView,
  fresh: NewCase,
  { left, moved, findings }: SplittingPlan,
  lines: readonly string[],
  out: Output,
): string {
  const { width } = out
  const indented = (line: string): string => wrapIndented(clean(line), width, '    ', '  ')
  const head = (line: string): string => wrapIndented(clean(line), width, '  ', '')
  // A heading with nothing below it says nothing.
  const headed = (title: string, below: readonly string[]): string[] =>
    below.length ? [head(title), ...below] : []
  return [
    head(`从 ${before.facts.id} ${before.facts.case.title}`),
    head(`分出 ${fresh.id} ${fresh.title}`),
    ...lines.map(indented),
    indented('线索、核查、启动、调查结论等关系到双方的，两案都有；编号在两案中不变。'),
    indented(`损害情况和初步估算两案相同：各是多少，分别用 ejc amend ${before.facts.id} 登记线索 等更正。`),
    ...headed(`${before.facts.id} 分案以后：`, [
      ...changesText(left, previewOfAction(before, left), findings.left, out),
      ...movedLines(left, movedDeadlines(before, left), width),
    ]),
    ...headed(`${fresh.id}：`, changesText(moved, previewOfAction(undefined, moved), findings.moved, out)),
  ].join('\n')
}
