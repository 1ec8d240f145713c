import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { RepositoryError } from '../../repository/errors.ts'

/** The part of its memory up to which a command may fill it: beyond, node would end it without a word of ours. */
const FULL = 0.85

const MEBIBYTE = 2 ** 20

/**
 * Garbage that may pile up before it is looked for: so many bytes, and a part of what is in use, since to look takes the
 * longer the more that is. Node itself would let it fill gigabytes first.
 */
const LITTER = 24 * MEBIBYTE
const LITTER_PART = 0.25

/** What was in use after garbage was last collected here, in bytes. */
let settled = Number.POSITIVE_INFINITY

/** What to do where memory does not suffice. */
const usualWayOut = '请只取一部分（如 --year、--officer）'

/**
 * Goes on only while there is memory left, and room for so many bytes more. Called again and again in long work, it also
 * keeps the garbage of tens of thousands of cases from piling up.
 * @throws RepositoryError that says how little memory node may use, and what to do
 */
export function needMemory(bytes = 0, wayOut = usualWayOut): void {
  if (inUse() > settled * (1 + LITTER_PART) + LITTER || !hasRoom(bytes)) collectGarbage()
  settled = Math.min(settled, inUse())
  if (hasRoom(bytes)) return
  const limit = Math.round(getHeapStatistics().heap_size_limit / MEBIBYTE)
  throw new RepositoryError(
    'memory',
    `内存不够，没有做完：node 只能用 ${limit} MiB。${wayOut}，\n或者放宽限制再试：设环境变量 NODE_OPTIONS=--max-old-space-size=${nextLimit(limit, bytes)}。`,
  )
}

function inUse(): number {
  const { used_heap_size: used, external_memory: outside } = getHeapStatistics()
  return used + outside
}

/** What lies outside of the heap, as the bytes of files, is not limited. */
function hasRoom(bytes: number): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics()
  return used + bytes < limit * FULL
}

/** Twice as much, or as much as it takes, in MiB. */
function nextLimit(limit: number, bytes: number): number {
  return Math.max(limit * 2, Math.ceil((bytes * 1.3) / MEBIBYTE))
}

let collect: (() => void) | undefined

function collectGarbage(): void {
  collect ??= collector()
  collect()
  settled = inUse()
}

/** What node calls itself when memory runs low. V8 refuses code that was kept under other flags, so the flag is taken back. */
function collector(): () => void {
  setFlagsFromString('--expose-gc')
  const found: unknown = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc')
  return typeof found === 'function' ? () => void found() : () => undefined
}
