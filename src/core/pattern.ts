/** The source of a regular expression that matches exactly this text. */
export function exactPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

/** From this length of a text on, V8 makes machine code of a pattern at its first use; texts in Chinese are wide. */
const LONG_TEXT = '\u3000'.repeat(1000)

/**
 * A long pattern, made at its first use. V8 would make something to interpret at the first use and machine code at the
 * second; for thousands of characters, the former alone takes three times as long as the latter.
 */
export function longPattern(source: () => string, flags: string): () => RegExp {
  let pattern: RegExp | undefined
  return () => {
    if (!pattern) {
      pattern = new RegExp(source(), flags)
      LONG_TEXT.search(pattern)
    }
    return pattern
  }
}

/**
 * What the patterns (flag `g`, each takes a character or more) find in a text, in order and none within another. Of two
 * that begin at the same place, the first pattern's counts, as in one pattern `(?:first)|(?:second)`. The patterns stay
 * apart because most texts need only some of them, and each of them is made only once.
 */
export function matchesInTurn(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  // The next match of each pattern is kept until another match has passed its place, so that no text is searched twice.
  const next = patterns.map((pattern) => matchFrom(text, 0, pattern))
  for (let match = firstOf(next); match; match = firstOf(next)) {
    found.push(match)
    const at = match.index + match[0].length
    for (const [index, pattern] of patterns.entries()) {
      const kept = next[index]
      if (kept && kept.index < at) next[index] = matchFrom(text, at, pattern)
    }
  }
  return found
}

/** The first match from a place on; undefined where there is none. */
function matchFrom(text: string, at: number, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  return match?.[0] ? match : undefined
}

type Match = RegExpExecArray | undefined
const earlier = (one: Match, other: Match): Match =>
  one && other ? (other.index < one.index ? other : one) : (one ?? other)
const firstOf = (matches: readonly Match[]): Match => matches.reduce(earlier, undefined)
