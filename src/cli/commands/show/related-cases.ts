import type { CaseDocument, Clue } from '../../../core/facts/documents.ts'

/** Another case with which this one is, or was, one. */
interface RelatedCase {
  readonly kind: 'duplicate-of' | 'combined-into' | 'combined-from' | 'parted-to' | 'parted-from'
  readonly case: string
  readonly on: string
  readonly reason: string
}

type Relations = Pick<CaseDocument, 'withdrawal' | 'combinations' | 'partings' | 'partedFrom'>

/** The case that counts instead of this one, those that went into it, those that left it, and the one that it left. */
export function relatedCases({
  withdrawal,
  combinations = [],
  partings = [],
  partedFrom,
}: Relations): RelatedCase[] {
  const found: RelatedCase[] = []
  if (withdrawal) {
    const { on, duplicateOf, reason, combined } = withdrawal
    found.push({ kind: combined ? 'combined-into' : 'duplicate-of', case: duplicateOf, on, reason })
  }
  for (const { on, from, reason } of combinations)
    found.push({ kind: 'combined-from', case: from, on, reason })
  for (const { on, to, reason } of partings) found.push({ kind: 'parted-to', case: to, on, reason })
  if (partedFrom) found.push({ kind: 'parted-from', ...partedFrom })
  return found
}

const words: Readonly<Record<RelatedCase['kind'], (id: string) => readonly [string, string]>> = {
  'duplicate-of': (id) => ['撤回', `与 ${id} 重复登记，以该案为准`],
  'combined-into': (id) => ['撤回', `并入 ${id}，全部记录已转入该案`],
  'combined-from': (id) => ['并入', `${id} 并入本案，此前的办理见 ejc log ${id}`],
  'parted-to': (id) => ['分出', `由本案分出 ${id}`],
  'parted-from': (id) => ['分自', `由 ${id} 分出，此前的办理见 ejc log ${id}`],
}

/** The same for people: a word and a line each, and the other clue that a case brought. */
export function relatedText(
  relations: Relations,
  channelLabel: (code: string) => string,
): (readonly [string, string])[] {
  return relatedCases(relations).flatMap(({ kind, case: id, on, reason }) => {
    const { clue } = relations.combinations?.find(({ from }) => from === id) ?? {}
    const [word, said] = words[kind](id)
    const line = [word, `${on} ${said}：${reason}`] as const
    return clue ? [line, ['另一条线索', clueText(clue, channelLabel)] as const] : [line]
  })
}

function clueText(
  { channel, reference, foundOn, receivedOn, transferredBy, description }: Clue,
  channelLabel: (code: string) => string,
): string {
  const parts = [
    foundOn ?? receivedOn,
    channel && channelLabel(channel),
    transferredBy,
    reference,
    description,
  ]
  return parts.filter((part) => part !== undefined).join('，')
}
