/** With more pairs of lines than this, comparing takes too long: the text is then used as rendered. */
const mostComparisons = 4_000_000

/**
 * `rendered`, but with the user's own lines where the two differ only in blanks, so that an edit changes no line
 * without need (comments in columns, blanks in brackets). The caller checks that the result reads as intended.
 */
export function restoreLines(original: string, rendered: string): string {
  const old = original.split('\n')
  const oldKeys = old.map(withoutBlanks)
  const fresh = commentsBack(rendered.split('\n'), new Set(oldKeys))
  const freshKeys = fresh.map(withoutBlanks)
  const start = sharedStart(oldKeys, freshKeys)
  const end = sharedStart(oldKeys.slice(start).reverse(), freshKeys.slice(start).reverse())
  const oldMiddle = oldKeys.slice(start, oldKeys.length - end)
  const freshMiddle = freshKeys.slice(start, freshKeys.length - end)
  if (oldMiddle.length * freshMiddle.length > mostComparisons) return rendered
  const pairs = longestCommon(oldMiddle, freshMiddle)
  const origin = new Map<number, number>()
  for (let index = 0; index < start; index++) origin.set(index, index)
  for (const [from, to] of pairs) origin.set(start + to, start + from)
  for (let index = 1; index <= end; index++) origin.set(fresh.length - index, old.length - index)
  const lines = fresh.map((line, index) => old[origin.get(index) ?? -1] ?? line)
  return lines.filter((line, index) => line !== '' || !isAddedBlank(fresh, origin, index)).join('\n')
}

/**
 * Whether a line is the blank line that the writer adds before a comment at the end, and that the user did not have.
 */
function isAddedBlank(fresh: readonly string[], origin: ReadonlyMap<number, number>, index: number): boolean {
  const next = origin.get(index + 1)
  return !origin.has(index) && next !== undefined && /^\s*#/.test(fresh[index + 1] ?? '')
}

const withoutBlanks = (line: string): string => line.replace(/[ \t]+/g, '')

/**
 * Puts comments back beside the key of a section where the user had them: rendered, they stand on lines of their own.
 */
function commentsBack(lines: readonly string[], known: ReadonlySet<string>): string[] {
  return lines.reduce<string[]>((result, line) => {
    const above = result.at(-1)
    const belongsAbove =
      above !== undefined &&
      /^\s*#/.test(line) &&
      above.endsWith(':') &&
      known.has(withoutBlanks(above + line)) &&
      !known.has(withoutBlanks(line))
    if (belongsAbove) result[result.length - 1] = `${above} ${line.trimStart()}`
    else result.push(line)
    return result
  }, [])
}

function sharedStart(left: readonly string[], right: readonly string[]): number {
  let length = 0
  while (length < left.length && length < right.length && left[length] === right[length]) length++
  return length
}

/** Index pairs of a longest common subsequence. */
function longestCommon(left: readonly string[], right: readonly string[]): [number, number][] {
  const width = right.length + 1
  const lengths = new Uint32Array((left.length + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      const same = left[row] === right[column]
      const length = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
      lengths[row * width + column] = length
    }
  }
  const pairs: [number, number][] = []
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (left[row] === right[column]) pairs.push([row++, column++])
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
  return pairs
}
