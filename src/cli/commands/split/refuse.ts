import { obligorName } from '../../../core/facts/queries.ts'
import type { PlacedFinding } from '../../../core/lint/define.ts'
import type { Bond, Leaving } from '../../../core/merge/sides.ts'
import { isContradiction } from '../../../core/stages/refusals.ts'
import type { CaseView } from '../../../core/view.ts'
import { RefusedError, UsageError } from '../../shared/exit.ts'
import { clean } from '../../shared/output/clean.ts'

/** Refuses a case that can't be split, and a split that takes away everybody or nothing. */
export function refuseSplit({ facts, regulation }: CaseView, { obligors, evidence }: Leaving): void {
  const { withdrawal } = facts.case
  if (withdrawal)
    throw new RefusedError(`案件 ${facts.id} 已经撤回，以 ${withdrawal.duplicateOf} 为准，请在该案分案。`)
  if (facts.closing.closed)
    throw new RefusedError(
      `案件 ${facts.id} 已经结案，不能分案（${regulation.articleOf('one-case-one-file')}）：结案确是录错的：ejc amend ${facts.id} 结案 --remove，再分案。`,
    )
  if (!obligors.size && !evidence.size) throw new UsageError('没有写明分出什么：--obligors 或者 --evidence。')
  if (obligors.size && obligors.size === facts.obligors.length)
    throw new UsageError('分出的是本案的全部义务人，本案就没有义务人了：请留下至少一个。')
}

/**
 * Refuses to part what one agreement, one judgment or one debt binds together, and says who would have to leave too.
 */
export function refuseBonds(view: CaseView, { obligors }: Leaving, bonds: readonly Bond[]): void {
  if (!bonds.length) return
  const lines = bonds.map((bond) => clean(`  ${bondText(view, bond)}`))
  const together = boundWith(obligors, bonds)
  const isAll = together.size === view.facts.obligors.length
  const way = isAll
    ? '他们与其余义务人都有牵连，不能分案：对其中一人另行处理的，在本案内办理。'
    : `连同他们一起分出：--obligors ${[...together].join(',')}；或者不分案，在本案内分别办理。`
  throw new RefusedError(
    [
      `分案与已经记录的事实不符，没有写入（${view.regulation.articleOf('one-case-one-file')}）：`,
      ...lines,
      `  ${way}`,
    ].join('\n'),
  )
}

function bondText(view: CaseView, { kind, id, obligors, fact }: Bond): string {
  const names = obligors.map((each) => obligorName(view.facts, each)).join('、')
  switch (kind) {
    case 'agreement':
      return `协议 ${id} 由${names}共同签订${isJoint(fact) ? '，并有连带承担的款项' : ''}，一份协议不能分在两案`
    case 'suit':
      return `诉讼 ${id} 以${names}为共同被告${fact.judgedOn === undefined ? '' : '，已经一并裁判'}，不能分在两案`
    case 'order':
      return `支付令 ${id} 的债务人是${names}，不能分在两案`
    case 'enforcement':
      return `强制执行 ${id} 对${names}一并申请，不能分在两案`
    default:
      return `修复项目 ${id} 由${names}共同承担，不能分在两案`
  }
}

function isJoint({ shares }: Bond['fact']): boolean {
  const all: readonly { readonly joint?: unknown }[] = Array.isArray(shares) ? shares : []
  return all.some(({ joint }) => joint === true)
}

/** Those who leave, with all whom a bond ties to them. */
function boundWith(chosen: ReadonlySet<string>, bonds: readonly Bond[]): ReadonlySet<string> {
  const together = new Set(chosen)
  for (let size = 0; size !== together.size; ) {
    size = together.size
    for (const { obligors } of bonds)
      if (obligors.some((id) => together.has(id))) for (const id of obligors) together.add(id)
  }
  return together
}

/** Refuses a split after which one of the cases would contradict itself, though the whole case did not. */
export function refuseBreaches(id: string, found: readonly PlacedFinding[]): void {
  const breaches = found.filter(isContradiction)
  if (!breaches.length) return
  const lines = breaches.map(({ article, message }) => clean(`  ${article ?? ''}：${message}`))
  throw new RefusedError([`分案以后 ${id} 的记录互相矛盾，没有写入：`, ...lines].join('\n'))
}
