/** A text of a draft in its order: the clause that it is, where its words tell, and how much it speaks of each. */
export interface Placed {
  readonly label: string | undefined
  readonly scores: ReadonlyMap<string, number>
}

/** A clause, and the text that its place tells. */
export interface Placing {
  readonly code: string
  readonly index: number
}

/**
 * The clauses that texts are by their place: a text that its words do not tell, between reasons and opinions, is the
 * acknowledgement of liability if nothing else is. Clauses follow the order of the law, or its reverse.
 */
export function placedClauses(
  texts: readonly Placed[],
  order: readonly string[],
  isMissing: (code: string) => boolean,
): Placing[] {
  const told = texts.flatMap(({ label }, index) => (label === undefined ? [] : [index]))
  const borders = [-1, ...told, texts.length]
  return borders.slice(1).flatMap((end, index) => {
    const start = borders[index] ?? -1
    const run = texts.slice(start + 1, end)
    const { within, near } = candidatesBetween(order, texts[start]?.label, texts[end]?.label)
    const candidates = within.filter(isMissing)
    // As many texts as clauses: each is one of them. At the ends of a draft stands much that is no clause.
    const isInside = start >= 0 && end < texts.length
    if (isInside && candidates.length > 0 && run.length === candidates.length)
      return candidates.map((code, at) => ({ code, index: start + 1 + at }))
    const possible = candidates.length > 0 ? candidates : near.filter(isMissing)
    return onePerClause(
      run.flatMap(({ scores }, at) => {
        const found = best(possible, scores, isInside ? LEAST_HINT : LEAST_AT_ENDS)
        return found ? [{ ...found, index: start + 1 + at }] : []
      }),
    )
  })
}

/** The clauses between two others, and those that often change places with one of the two. */
function candidatesBetween(
  order: readonly string[],
  before: string | undefined,
  after: string | undefined,
): { readonly within: readonly string[]; readonly near: readonly string[] } {
  const first = before === undefined ? -1 : order.indexOf(before)
  const last = after === undefined ? order.length : order.indexOf(after)
  const [low, high] = [Math.min(first, last), Math.max(first, last)]
  return { within: order.slice(low + 1, high), near: order.slice(Math.max(low - 1, 0), high + 2) }
}

const LEAST_HINT = 1
const LEAST_AT_ENDS = 1.5

/** The one of which a text speaks most, if it does at all. */
function best(
  candidates: readonly string[],
  scores: ReadonlyMap<string, number>,
  least: number,
): { readonly code: string; readonly score: number } | undefined {
  const [first, second] = candidates
    .map((code) => ({ code, score: scores.get(code) ?? 0 }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score)
  return first && first.score > (second?.score ?? 0) ? first : undefined
}

/** The text that speaks most of a clause is the clause; others beside it are not. */
function onePerClause(found: readonly (Placing & { readonly score: number })[]): Placing[] {
  return found.filter(
    ({ code, score, index }) =>
      !found.some(
        (other) =>
          other.code === code && (other.score > score || (other.score === score && other.index < index)),
      ),
  )
}
