import type { Measured, Outcome, State } from './point.ts'

/** What is wrong after a fault; empty where nothing is. */
export interface Verdict {
  /** A fact that is lost, stands twice or is half there. */
  readonly losses: readonly string[]
  /** Words that were printed and are not so. */
  readonly words: readonly string[]
  /** What git shows as left over, without a word about it. */
  readonly left: readonly string[]
}

const SAYS_NOTHING_WRITTEN = /没有写入|没有改动任何文件|本机没有改动|恢复原样。|恢复原样$|文件已恢复原样/m
const SAYS_OPEN = /还不能确定|也未能恢复原样|下次写入时会先把这一次续完|下次运行时会先核对/
const SAYS_DONE =
  /已记录|已写入|已办 \d|已撤销|已把 .* 改为|已收到|已发出|已备份到|已立卷|已加入|新建案件库。|已添加|已登记|已提交/

/** Holds what happened against what was there before, what would be there without the fault, and what was said. */
export function judge(measured: Measured, { done, at, next, end }: Outcome): Verdict {
  const { before, after, beforeNext, afterNext, scenario } = measured
  const losses: string[] = []
  const words: string[] = []
  const ends = scenario.next ? [after] : [beforeNext, afterNext]
  if (next.exit !== 0) losses.push(`the next call ends with ${next.exit}: ${brief(next.said)}`)
  else if (!ends.some((each) => isSame(each, end))) losses.push(difference(ends, end))
  if (end.made === 'broken') losses.push('what is made outside is half there')
  const stands = isSame(end, afterNext) && !isSame(beforeNext, afterNext)
  const isKilled = done.exit === null
  if (!isKilled && !scenario.isRepeatable) words.push(...wrongWords(done, { before, after, at, stands }))
  if (!isKilled && scenario.isRepeatable) {
    if (done.exit === 0 && !isSame(at, after)) words.push(`exit 0, but: ${difference([after], at)}`)
    if (SAYS_NOTHING_WRITTEN.test(done.said) && !SAYS_OPEN.test(done.said) && !isUntouched(before, at))
      words.push(`says that nothing was written: ${brief(done.said)}`)
  }
  const left = end.status === '' || ends.some((each) => each.status === end.status) ? [] : [end.status]
  return { losses, words, left }
}

interface Held {
  readonly before: State
  readonly after: State
  readonly at: State
  readonly stands: boolean
}

function wrongWords(
  { exit, said }: { exit: number | null; said: string },
  { before, after, at, stands }: Held,
) {
  const wrong: string[] = []
  if (SAYS_NOTHING_WRITTEN.test(said) && !SAYS_OPEN.test(said) && !isUntouched(before, at))
    wrong.push(`says that nothing was written: ${brief(said)}`)
  if (exit === 0 && !stands) wrong.push(`exit 0 without effect: ${brief(said)}`)
  if (exit === 0 && at.head !== after.head) wrong.push(`exit 0 before HEAD moved: ${brief(said)}`)
  if (exit !== 0 && SAYS_DONE.test(said) && !SAYS_OPEN.test(said) && !stands)
    wrong.push(`says that it was done: ${brief(said)}`)
  if (exit !== 0 && !SAYS_DONE.test(said) && !SAYS_OPEN.test(said) && stands)
    wrong.push(`does not say that it was done: ${brief(said)}`)
  return wrong
}

/** Whether HEAD and the files are as before. */
const isUntouched = (before: State, at: State): boolean =>
  before.head === at.head && before.files === at.files

const keys = ['files', 'head', 'status', 'shared', 'made'] as const

function isSame(one: State, other: State): boolean {
  return keys.every((key) => one[key] === other[key])
}

function difference(allowed: readonly State[], end: State): string {
  return allowed
    .map((each, index) => {
      const differing = keys.filter((key) => each[key] !== end[key])
      return `${index ? 'after' : 'before'}: ${differing.map((key) => `${key} ${differenceOf(each[key], end[key])}`).join('; ')}`
    })
    .join(' | ')
}

function differenceOf(expected: string, found: string): string {
  const [lines, others] = [expected.split('\n'), found.split('\n')]
  const missing = lines.filter((line) => !others.includes(line)).map((line) => `-${line}`)
  const more = others.filter((line) => !lines.includes(line)).map((line) => `+${line}`)
  return brief([...missing, ...more].join(' '))
}

const brief = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 260)
