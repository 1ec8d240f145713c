/** One of several parts into which the work is divided, so that several machines share it. */
export interface Shard {
  /** Which part, from 1. */
  readonly part: number
  /** How many parts there are. */
  readonly of: number
}

interface Sharded {
  readonly shard?: Shard | undefined
}

/** The cases of a part, taken in turn: cases of one year lie side by side and weigh alike. All where nothing is divided. */
export function ownCases(ids: readonly string[], { shard }: Sharded): ReadonlySet<string> {
  return new Set(shard ? ids.filter((_, at) => at % shard.of === shard.part - 1) : ids)
}

/** Whether the part also checks what belongs to no case. */
export function isFirst({ shard }: Sharded): boolean {
  return shard === undefined || shard.part === 1
}
