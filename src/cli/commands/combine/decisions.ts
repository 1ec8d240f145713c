import type { Namesakes, SameObligor } from '../../../core/merge/adopt.ts'
import type { CaseConflict } from '../../../core/merge/case.ts'
import type { Decision } from '../../../core/merge/merge.ts'
import { caseMeant } from '../../shared/cases/numbers.ts'
import { type OptionValues, texts } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'
import { conflictPlace } from '../../shared/wording/compared.ts'

/** The two cases of a call: `from` goes into `into`. */
export interface TwoCases {
  readonly root: string
  readonly from: string
  readonly into: string
}

/** What the officer has said of facts that both cases state, by the call or by answers. */
export interface Decisions {
  /** By the address of the fact: `investigation.initiation`. */
  readonly facts: Map<string, Decision>
  /**
   * By the id of an obligor of the case that is taken in: its id in the other case; null where the other does not have
   * it.
   */
  readonly obligors: Map<string, string | null>
  /** The words of --keep that name a fact, not yet matched with one. */
  readonly named: Map<string, Decision>
  /** What counts where nothing else is said. */
  readonly otherwise: Decision | undefined
}

const BOTH = ['both', '都', '都保留']

/** Reads --keep and --same. Throws UsageError for what is neither of the two cases. */
export function decisionsOf(cases: TwoCases, options: OptionValues): Decisions {
  const named = new Map<string, Decision>()
  let otherwise: Decision | undefined
  for (const given of texts(options, 'keep')) {
    const at = given.lastIndexOf('=')
    const decision = sideNamed(cases, given.slice(at + 1), given)
    if (at >= 0) named.set(given.slice(0, at).trim(), decision)
    else otherwise = decision
  }
  const obligors = new Map(texts(options, 'same').map(sameOf))
  return { facts: new Map(), obligors, named, otherwise }
}

function sideNamed({ root, from, into }: TwoCases, word: string, given: string): Decision {
  if (BOTH.includes(word)) return 'both'
  const id = caseMeant(root, word)
  if (id === into) return 'ours'
  if (id === from) return 'theirs'
  throw new UsageError(`--keep 写的是“${given}”，应为 事项=案件，案件是 ${into} 或者 ${from}。`)
}

function sameOf(given: string): [string, string | null] {
  const [, from, to] = /^([^=]+)=(.*)$/.exec(given.trim()) ?? []
  if (from !== undefined) return [from.trim(), to?.trim() || null]
  throw new UsageError(
    `--same 写的是“${given}”，应为 义务人=义务人，例如 --same o1=o2；是另一个人的，写 --same o1=。`,
  )
}

/** Whether an obligor is one of the other case, as far as the officer has said so. */
export function sameObligor({ obligors }: Decisions): SameObligor {
  return (id) => obligors.get(id)
}

/** How a fact is called in options: `investigation.initiation`, `case.damage.estimatedLoss`. */
export function factAddress({ document, address }: Pick<CaseConflict, 'document' | 'address'>): string {
  return address === '' ? document : `${document}.${address}`
}

/** The fact in the titles of the schema: 启动索赔, 损害情况 › 初步估算损害金额. */
export function factTitle(conflict: CaseConflict): string {
  return conflictPlace({ ...conflict, schema: conflict.document, file: '', caseId: null })
}

/** What can be typed for a fact: its own title, 初步估算损害金额, unless others among these have the same. */
export function factWord(conflict: CaseConflict, among: readonly CaseConflict[]): string {
  const word = ownTitle(factTitle(conflict))
  const alike = among.filter((each) => isNamedBy(factTitle(each), word))
  return alike.length > 1 || /\s/u.test(word) ? factAddress(conflict) : word
}

/** Settles what the call says of some facts. Returns those on which nobody has decided. */
export function settledByCall(
  { facts, named, otherwise }: Decisions,
  conflicts: readonly CaseConflict[],
): readonly CaseConflict[] {
  return conflicts.filter((conflict) => {
    const title = factTitle(conflict)
    const own = [...named].find(([word]) => word === factAddress(conflict) || isNamedBy(title, word))
    const decision = own?.[1] ?? otherwise
    if (own) named.delete(own[0])
    if (decision === undefined || (decision === 'both' && !conflict.both)) return true
    facts.set(factAddress(conflict), decision)
    return false
  })
}

/** 启动索赔, or the last of several titles: 初步估算损害金额. */
function isNamedBy(title: string, word: string): boolean {
  return title === word || ownTitle(title) === word
}

function ownTitle(title: string): string {
  return title.split(' › ').at(-1) ?? title
}

/** Refuses namesakes of whom nobody has said whether they are one. */
export function refuseUnclearNamesakes(unclear: readonly Namesakes[], { from, into }: TwoCases): void {
  if (!unclear.length) return
  const lines = unclear.map(
    ({ from: id, to, name }) =>
      `  ${from} 的 ${id} 与 ${into} 的 ${to} 都叫${name}：是同一个，加 --same ${id}=${to}；不是，加 --same ${id}=`,
  )
  throw new UsageError(
    ['两案有同名的义务人，证件号码没有填全，请写明是不是同一个，没有写入：', ...lines].join('\n'),
  )
}
