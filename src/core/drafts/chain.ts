/** A sentence in its place: what it tells of each label, and where it stands. */
export interface Step {
  readonly logs: readonly number[]
  readonly number: number
  readonly title: string
  /** Whether it goes on with the sentence of the step before. */
  readonly goesOn?: boolean
}

/** For each label, in the order of the table. */
export interface ChainReading {
  /** How likely it is that some sentence has the label. */
  readonly presence: readonly number[]
  /** By label: how likely each step has it. */
  readonly shares: readonly (readonly number[])[]
}

/** How much likelier a sentence goes on with the clause of the one before: as its part, in its paragraph, under its title. */
const SAME_SENTENCE = Math.exp(4)
const SAME_PARAGRAPH = Math.exp(2)
const SAME_TITLE = Math.exp(0.7)
/** A new paragraph is likelier the clause that follows in the law, or the one before in a draft in reverse order. */
const NEXT = Math.exp(0.7)
const BEFORE = Math.exp(0.3)

/** No sentence excludes a clause altogether. */
const LEAST_LOG = -9

/** The weights are learned cautiously from few drafts: what they tell counts for more. */
const SHARPNESS = 1.5

type Row = readonly number[]

/**
 * Reads the sentences of a draft together: each has one label, by what it says and by what stands beside it. The labels
 * stand in the order of the law. How likely a clause is there at all, is what all readings without it lose.
 */
export function readChain(steps: readonly Step[], labels: number): ChainReading {
  const signs = steps.map(({ logs }) => logs.map((log) => Math.exp(SHARPNESS * Math.max(log, LEAST_LOG))))
  const links = steps.map((step, at) => linkBetween(steps[at - 1], step))
  const { rows: forward, log } = passForward(signs, links, -1)
  const backward = passBackward(signs, links)
  const presence = Array.from({ length: labels }, (_, label) =>
    steps.length === 0 ? 0 : 1 - Math.exp(passForward(signs, links, label).log - log),
  )
  const shares = Array.from({ length: labels }, (_, label) =>
    forward.map((row, at) => {
      const both = row.map((value, each) => value * (backward[at]?.[each] ?? 0))
      return (both[label] ?? 0) / sumOf(both)
    }),
  )
  return { presence, shares }
}

/** How much likelier the label stays, goes to the next one or to the one before. */
interface Link {
  readonly stay: number
  readonly next: number
  readonly before: number
}

function linkBetween(before: Step | undefined, { number, title, goesOn = false }: Step): Link {
  if (goesOn) return { stay: SAME_SENTENCE, next: 1, before: 1 }
  if (before?.number === number) return { stay: SAME_PARAGRAPH, next: 1, before: 1 }
  return { stay: before?.title === title ? SAME_TITLE : 1, next: NEXT, before: BEFORE }
}

const sumOf = (row: Row): number => row.reduce((sum, value) => sum + value, 0)

/** What reaches each label from the row before it, or from the one after it where the chain is read backward. */
function reached(row: Row, { stay, next, before }: Link, isForward: boolean): number[] {
  const whole = sumOf(row)
  const [up, down] = isForward ? [next, before] : [before, next]
  return row.map(
    (value, label) =>
      whole + (stay - 1) * value + (up - 1) * (row[label - 1] ?? 0) + (down - 1) * (row[label + 1] ?? 0),
  )
}

/** The first pass, without one label if it is not -1; the rows are scaled, and the logarithm is that of the whole. */
function passForward(signs: readonly Row[], links: readonly Link[], without: number) {
  const rows: Row[] = []
  let log = 0
  for (const [at, sign] of signs.entries()) {
    const last = rows[at - 1]
    const link = links[at]
    const from = last && link ? reached(last, link, true) : sign.map(() => 1)
    const row = sign.map((value, label) => (label === without ? 0 : value * (from[label] ?? 0)))
    const whole = sumOf(row)
    log += Math.log(whole)
    rows.push(row.map((value) => value / whole))
  }
  return { rows, log }
}

function passBackward(signs: readonly Row[], links: readonly Link[]): Row[] {
  const rows: Row[] = []
  for (let at = signs.length - 1; at >= 0; at--) {
    const [after, sign, link] = [rows[0], signs[at + 1], links[at + 1]]
    const row =
      after && sign && link
        ? reached(
            after.map((value, label) => value * (sign[label] ?? 0)),
            link,
            false,
          )
        : (signs[at] ?? []).map(() => 1)
    const whole = sumOf(row)
    rows.unshift(row.map((value) => value / whole))
  }
  return rows
}
