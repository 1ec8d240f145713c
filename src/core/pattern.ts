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
 * What the patterns (flag `g`, each takes a character or more) find in a text, in order and none within another, as one
 * pattern of all of them in turn would: that pattern would have to be made anew wherever one of its parts is another one.
 */
export function matchesInTurn(text: string, patterns: readonly RegExp[]): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  let at = 0
  const next = () => patterns.map((pattern) => matchFrom(text, at, pattern)).reduce(earlier, undefined)
  for (let match = next(); match; match = next()) {
    found.push(match)
    at = match.index + match[0].length
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
