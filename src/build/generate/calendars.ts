import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type {
  Arrangement,
  CalendarData,
  CalendarNotice,
  CalendarYear,
  RegionalCalendar,
  RegionalYear,
} from '../../core/calendar/data.ts'
import { type Reader, reader } from './reader.ts'

const source = fileURLToPath(new URL('../../law/calendars/', import.meta.url))
const target = fileURLToPath(new URL('../../generated/law/calendars.json', import.meta.url))
const states = ['notice', 'secondary', 'unknown'] as const

/**
 * Writes `src/generated/law/calendars.json` (shape `CalendarData`) from `src/law/calendars/`. Throws an Error that
 * names file and key when a year is misshapen, a date does not exist or a file's name is not its year.
 */
export async function generateCalendars(): Promise<void> {
  await mkdir(join(target, '..'), { recursive: true })
  // Renamed into place, so that nobody who imports it meanwhile sees half of it.
  const written = `${target}.${process.pid}`
  await writeFile(written, `${JSON.stringify(await readCalendars())}\n`)
  await rename(written, target)
}

/** The calendars as their YAML says, checked. Errors as above. */
export async function readCalendars(): Promise<CalendarData> {
  return { national: await nationalYears(), regional: await regionalCalendars() }
}

async function nationalYears(): Promise<CalendarYear[]> {
  const files = await yamlFiles(join(source, 'cn'))
  return Promise.all(files.map(async (file) => nationalYear(await readYaml(file), basename(file, '.yaml'))))
}

async function regionalCalendars(): Promise<Record<string, RegionalCalendar>> {
  const calendars = await Promise.all(
    (await yamlFiles(source)).map(async (file) => regional(await readYaml(file))),
  )
  return Object.fromEntries(calendars.map((calendar) => [calendar.region, calendar]))
}

async function yamlFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name))
}

async function readYaml(file: string): Promise<Reader> {
  return reader(parse(await readFile(file, 'utf8')), basename(file))
}

/** The shape of one `cn/<year>.yaml`; throws an Error naming file and key. */
export function nationalYear(entry: Reader, fileName: string): CalendarYear {
  entry.only(['year', 'notice', 'rest', 'work', 'amendments'])
  const year = entry.get('year').integer()
  if (String(year) !== fileName) entry.get('year').fail(`must be the file's name, ${fileName}`)
  const amendments = entry.has('amendments') ? entry.get('amendments').list() : []
  const found = {
    year,
    ...arrangement(entry, year),
    amendments: amendments.map((item) => amendment(item, year)),
  }
  if (found.rest.length === 0) entry.get('rest').fail('must not be empty')
  return found
}

function amendment(entry: Reader, year: number): Arrangement {
  entry.only(['notice', 'rest', 'work'])
  return arrangement(entry, year)
}

function arrangement(entry: Reader, year: number): Arrangement {
  return {
    notice: notice(entry.get('notice')),
    rest: entry
      .get('rest')
      .list()
      .map((item) => {
        item.only(['name', 'from', 'to'])
        const [from, to] = [inYear(item.get('from'), year), inYear(item.get('to'), year)]
        if (to < from) item.get('to').fail('lies before from')
        return { name: item.get('name').text(), from, to }
      }),
    work: datesIn(entry.get('work'), year),
  }
}

function notice(entry: Reader): CalendarNotice {
  entry.only(['title', 'number', 'issuedOn', 'verified'])
  return {
    title: entry.get('title').text(),
    number: entry.get('number').text(),
    ...(entry.has('issuedOn') && { issuedOn: entry.get('issuedOn').date() }),
    verified: entry.get('verified').flag(),
  }
}

/** The shape of one regional file; throws an Error naming file and key. */
export function regional(entry: Reader): RegionalCalendar {
  entry.only(['region', 'codePrefix', 'name', 'source', 'window', 'years'])
  return {
    region: entry.get('region').text(),
    codePrefix: entry.get('codePrefix').text(),
    name: entry.get('name').text(),
    source: notice(entry.get('source')),
    window: entry.get('window').integer(),
    years: entry.get('years').list().map(regionalYear),
  }
}

function regionalYear(entry: Reader): RegionalYear {
  entry.only(['year', 'festival', 'state', 'rest', 'work', 'note'])
  const year = entry.get('year').integer()
  const state = entry.get('state').oneOf(states)
  const unknown = state === 'unknown'
  if (unknown && (entry.has('rest') || entry.has('work')))
    entry.get('state').fail('is unknown, yet days are listed')
  return {
    year,
    festival: inYear(entry.get('festival'), year),
    state,
    rest: unknown ? [] : datesIn(entry.get('rest'), year),
    work: unknown ? [] : datesIn(entry.get('work'), year),
    ...(entry.has('note') && { note: entry.get('note').text() }),
  }
}

function datesIn(entry: Reader, year: number): string[] {
  return entry.list().map((item) => inYear(item, year))
}

// The arrangement of a year may begin in the December before it, as in 2018-12-29.
function inYear(entry: Reader, year: number): string {
  const date = entry.date()
  if (date < `${year - 1}-12-01` || date > `${year}-12-31`) entry.fail(`lies outside ${year}`)
  return date
}
