import type { PathSegment } from './node.ts'
import type { Problem } from './problem.ts'

/** So many problems of each kind are told one by one; of the others of a file, how many there are. */
export const MOST_LISTED = 100

/** A path as a JSON pointer, as the validator names places. */
export function pointerOf(path: readonly PathSegment[]): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/**
 * Collects the problems of a document, one at a place. After the first hundred of a kind, the others are only counted
 * and not explained, so that a file of nothing but mistakes is answered as soon as any other.
 */
export function problemCollector(): {
  /** Adds what `explain` says, unless something is told of that place; undefined where there is nothing to say. */
  add(code: Problem['code'], place: string, explain: () => Problem | undefined): void
  /** What was told, and for each kind how many were left, at the place of the first of these. */
  problems(pathOf: (place: string) => PathSegment[]): Problem[]
} {
  const listed = new Map<string, Problem>()
  const unlisted = new Map<Problem['code'], Set<string>>()
  const number = new Map<Problem['code'], number>()
  return {
    add(code, place, explain) {
      if (listed.has(place)) return
      const before = number.get(code) ?? 0
      if (before >= MOST_LISTED) {
        unlisted.set(code, (unlisted.get(code) ?? new Set()).add(place))
        return
      }
      const problem = explain()
      if (!problem) return
      listed.set(place, problem)
      number.set(code, before + 1)
    },
    problems: (pathOf) => [
      ...listed.values(),
      ...[...unlisted].map(([code, places]): Problem => {
        const [first = ''] = places
        return {
          code,
          path: pathOf(first),
          message: furtherProblems(places.size),
          others: [...places].map(pathOf),
        }
      }),
    ],
  }
}

const UNTOLD = '同类的问题另有'

/** How many problems of a kind are not told one by one. */
export function furtherProblems(count: number): string {
  return `${UNTOLD} ${count} 处，没有逐一列出：请先改正列出的，再检查。`
}

/** Whether a message stands for others that are not told. */
export function isFurtherProblems(message: string): boolean {
  return message.startsWith(UNTOLD)
}
