import { lintIn, node, type Spent, spentSideBySide, usedBy } from '../measure.ts'
import { type Bench, type Row, spentRatio, type Work } from '../work.ts'
import { ajvChecking, parsing, reader } from './peers.ts'

/** The most memory that lint may hold, at any number of cases. */
const mebibytes = 200

/** Every rule over every case, without the cache. */
export const lint: Work = {
  name: 'lint',
  async run(bench) {
    const { sizes } = bench
    const rows: Row[] = []
    for (const size of new Set([sizes.lint, sizes.large])) rows.push(...(await ofSize(bench, size)))
    return [...rows, ...(await besideAjv(bench))]
  },
}

async function ofSize({ sizes, repository }: Bench, size: number): Promise<Row[]> {
  const { folder, cases } = await repository(size)
  const ours = lintIn(folder, 'no-cache')
  const calls = { read: { ...node(reader), cwd: folder }, parse: parsing(folder), ours }
  const spent = spentSideBySide(calls, size === sizes.lint ? sizes.rounds : 1)
  const title = `ejc lint, ${cases} cases, no cache`
  return [
    spentRatio(title, spent.ours, spent.parse, { atMost: 2 }, 'js-yaml and ajv standalone'),
    spentRatio(title, spent.ours, spent.read, undefined, 'reading the files'),
    speed(title, cases, spent.ours),
    {
      title: `${title}, peak memory`,
      ours: '',
      against: '',
      value: usedBy(ours).peak,
      unit: 'MiB',
      budget: { atMost: mebibytes },
    },
  ]
}

function speed(title: string, cases: number, { cpu }: Spent): Row {
  return {
    title: `${title}, cases a second of CPU`,
    ours: '',
    against: '',
    value: (cases / cpu) * 1000,
    unit: '/s',
    budget: undefined,
  }
}

/** Another checker of such files, which has the same schemas but no rules. */
async function besideAjv({ sizes, scratch, repository }: Bench): Promise<Row[]> {
  const { folder, cases } = await repository(sizes.lint)
  const theirs = ajvChecking(folder, scratch)
  if (!theirs) {
    process.stderr.write('@jirutka/ajv-cli is not measured: npm could not fetch it\n')
    return []
  }
  const spent = spentSideBySide({ theirs, ours: lintIn(folder, 'no-cache') }, 1)
  const title = `@jirutka/ajv-cli over ejc lint, ${cases} cases`
  return [spentRatio(title, spent.theirs, spent.ours, { atLeast: 7 }, 'ejc lint')]
}
