import type { Reporter } from '../../../core/facts/documents.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import { isContradiction } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { RefusedError, UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'
import type { Pair } from './plan.ts'

/** One of the two cases. */
type Side = Pick<Pair['from'], 'id' | 'view'>

/** Refuses what can't be one case: one that was withdrawn or closed, or is handled under another text. */
export function refusePair({ from, into }: Pick<Pair, 'from' | 'into'>): void {
  if (from.id === into.id) throw new UsageError('并案要写两件不同的案件。')
  for (const { id, view } of [from, into]) refuseWithdrawn(id, view)
  refuseClosed(into, from)
  refuseClosed(from, into)
  const [own, other] = [into.view.regulation, from.view.regulation]
  if (own.id === other.id) return
  throw new RefusedError(
    [
      `两案适用的规范不同，不能并案，没有写入：${into.id} ${own.title}，${from.id} ${other.title}。`,
      `  先统一适用的规范：ejc regulation move ${from.id} --to ${own.id} --reason 理由`,
    ].join('\n'),
  )
}

function refuseWithdrawn(id: string, { facts }: CaseView): void {
  const { withdrawal } = facts.case
  if (withdrawal)
    throw new RefusedError(`案件 ${id} 已经撤回，以 ${withdrawal.duplicateOf} 为准，不能再并案。`)
}

/** A case that is closed takes nothing in and goes nowhere: a duplicate is withdrawn, with the note of which counts. */
function refuseClosed({ id, view }: Side, other: Side): void {
  if (!view.facts.closing.closed) return
  throw new RefusedError(
    [
      `案件 ${id} 已经结案，不能并案（${view.regulation.articleOf('one-case-one-file')}），没有写入。`,
      ...adviceOnOther(other, id),
      `  ${id} 的结案确是录错的：ejc amend ${id} 结案 --remove，再并案`,
    ].join('\n'),
  )
}

function adviceOnOther({ id, view: { facts } }: Side, counts: string): string[] {
  if (facts.closing.closed) return []
  if (!facts.investigation?.initiation)
    return [`  ${id} 是重复登记的，撤回，以 ${counts} 为准：ejc amend ${id} 登记线索 --remove`]
  return [`  ${id} 已经启动索赔，不应继续的：ejc advance ${id} 终止索赔`]
}

/** Refuses where an unanswered reporter would be lost: the case that goes on keeps only one reporter. */
export function refuseUnanswered({ from, into }: Pick<Pair, 'from' | 'into'>, after: CaseView): void {
  const kept = after.facts.case.clue.reporter
  for (const { id, view } of [from, into]) {
    const { reporter } = view.facts.case.clue
    if (!reporter || reporter.answeredOn || isSame(reporter, kept)) continue
    throw new RefusedError(
      [
        clean(`${id} 的举报人${reporter.name ?? ''}还没有答复，并案以后只记一名举报人，没有写入。`),
        `  先答复（${view.regulation.articleOf('reporter-answer')}）：ejc advance ${id} 答复举报人`,
        `  或者以 ${id} 的举报人为准：--keep 举报人=${id}`,
      ].join('\n'),
    )
  }
}

function isSame(reporter: Reporter, kept: Reporter | undefined): boolean {
  return kept !== undefined && kept.name === reporter.name && kept.reportedOn === reporter.reportedOn
}

/** Refuses where the facts of the two cases contradict each other, though neither case contradicts itself. */
export function refuseBreaches({ from, into }: Pick<Pair, 'from' | 'into'>, found: readonly PlacedFinding[]) {
  const breaches = found.filter(isContradiction)
  if (!breaches.length) return
  const lines = breaches.map(({ article, message }) => clean(`  ${article ?? ''}：${message}`))
  throw new RefusedError(
    [
      '合在一案里，两案的记录互相矛盾，没有写入：',
      ...lines,
      `  录错的先更正：ejc amend ${into.id}、ejc amend ${from.id}；两案说法不同的，换 --keep。`,
    ].join('\n'),
  )
}
