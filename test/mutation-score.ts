/** A place in a file; the first line and the first column are 1. */
interface Position {
  readonly line: number
  readonly column: number
}

/** One change of the code, and what the tests said of it. */
interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement?: string
  readonly location: { readonly start: Position; readonly end: Position }
}

/** What a report of Stryker says of each file, as far as it is counted here. */
export interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>
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

/** The places of the mutants that no test killed, as the option `--mutate` of Stryker names them: columns begin with 0. */
export function placesOfSurvivors({ files }: Report): string[] {
  const places = Object.entries(files).flatMap(([path, { mutants }]) =>
    mutants
      .filter(({ status }) => ALIVE.includes(status))
      .map(({ location: { start, end } }) => `${path}:${written(start)}-${written(end)}`),
  )
  return [...new Set(places)]
}

const written = ({ line, column }: Position): string => `${line}:${column - 1}`

/** The former report, with what the later one says of the mutants that the tests of the former did not kill. */
export function retold(former: Report, later: Report): Report {
  const files = Object.entries(former.files).map(([path, file]) => {
    const told = new Map(later.files[path]?.mutants.map((mutant) => [identityOf(mutant), mutant]))
    const mutants = file.mutants.map((mutant) =>
      ALIVE.includes(mutant.status) ? (told.get(identityOf(mutant)) ?? mutant) : mutant,
    )
    return [path, { ...file, mutants }] as const
  })
  return { ...former, files: Object.fromEntries(files) }
}

function identityOf({ mutatorName, replacement, location: { start, end } }: Mutant): string {
  return JSON.stringify([mutatorName, replacement, written(start), written(end)])
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

function tallyOf(mutants: readonly Mutant[]): Tally {
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
