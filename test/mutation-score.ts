/** What a report of Stryker says of each file, as far as it is counted here. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

/** How many mutants there are that a test could kill, and how many were. */
export interface Tally {
  readonly killed: number
  readonly valid: number
}

const KILLED = ['Killed', 'Timeout']
const ALIVE = ['Survived', 'NoCoverage']

/** A report with the files of a later one, which replace its own of the same name. */
export function lastOf(former: Report | undefined, later: Report): Report {
  return { ...later, files: { ...former?.files, ...later.files } }
}

/** The mutants of all files, and of each folder of `src/core`, by name. Those left out or not run don't count. */
export function tallies({ files }: Report): {
  readonly all: Tally
  readonly folders: readonly (readonly [string, Tally])[]
} {
  const folders = new Map<string, Tally>()
  for (const [path, { mutants }] of Object.entries(files)) {
    const folder = path.split('/').slice(0, -1).slice(0, 3).join('/')
    folders.set(folder, added(folders.get(folder), tallyOf(mutants)))
  }
  const inOrder = [...folders].sort(([one], [other]) => (one < other ? -1 : 1))
  return { all: inOrder.reduce<Tally>((sum, [, each]) => added(sum, each), added()), folders: inOrder }
}

function tallyOf(mutants: readonly { readonly status: string }[]): Tally {
  const count = (statuses: readonly string[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = count(KILLED)
  return { killed, valid: killed + count(ALIVE) }
}

const added = (one: Tally = { killed: 0, valid: 0 }, other: Tally = { killed: 0, valid: 0 }): Tally => ({
  killed: one.killed + other.killed,
  valid: one.valid + other.valid,
})

/** The share of killed mutants in per cent; 100 where there are none. */
export function scoreOf({ killed, valid }: Tally): number {
  return valid ? (100 * killed) / valid : 100
}
