import type { Shard } from '../../../office/lint/shard.ts'
import { type OptionValues, text } from '../../shared/command.ts'
import { UsageError } from '../../shared/exit.ts'

/** The part that a call checks; undefined where it checks all. Throws UsageError for what is no part. */
export function shardOf(options: OptionValues): Shard | undefined {
  const written = text(options, 'shard')
  if (written === undefined) return undefined
  const [, part, of] = PART.exec(written.normalize('NFKC')) ?? []
  const shard = { part: Number(part), of: Number(of) }
  if (shard.part >= 1 && shard.part <= shard.of) return shard
  throw new UsageError(`--shard 写的是“${written}”，应为第几份/共几份，例如 --shard 1/4。`)
}

const PART = /^(\d{1,3})\/(\d{1,3})$/u
