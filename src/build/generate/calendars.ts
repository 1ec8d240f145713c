import { mkdir, readdir, readFile } from 'node:fs/promises'
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
  RestPeriod,
  StatutoryHolidays,
  YearlySpan,
} from '../../core/calendar/data.ts'
import { isRealDate } from '../../core/calendar/dates.ts'
import { type YamlReader, yamlReader } from './reader.ts'
import { replaceFile } from './replace.ts'

const source = fileURLToPath(new URL('../../law/calendars/', import.meta.url))
const target = fileURLToPath(new URL('../../generated/law/calendars.json', import.meta.url))
const states = ['notice', 'secondary', 'ordinance', 'unknown'] as const
const statutoryFile = 'statutory.yaml'
// Any year that is not a leap year: a holiday on 29 February would not be one of every year.
const COMMON_YEAR = '2027'

/**
 * Writes `src/generated/law/calendars.json` (shape `CalendarData`) from `src/law/calendars/`. Throws an Error that
 * names file and key when a year is misshapen, a date does not exist or a file's name is not its year.
 */
export async function generateCalendars(): Promise<void> {
  await mkdir(join(target, '..'), { recursive: true })
  replaceFile(target, `${JSON.stringify(await readCalendars())}\n`)
}

/** The calendars as their YAML says, checked. Errors as above. */
export async function readCalendars(): Promise<CalendarData> {
  const statutory = statutoryHolidays(await readCalendarFile(join(source, 'cn', statutoryFile)))
  return { national: await nationalYears(), statutory, regional: await regionalCalendars() }
}

async function nationalYears(): Promise<CalendarYear[]> {
  const files = (await yamlFiles(join(source, 'cn'))).filter((file) => basename(file) !== statutoryFile)
  return Promise.all(
    files.map(async (file) => nationalYear(await readCalendarFile(file), basename(file, '.yaml'))),
  )
}

async function regionalCalendars(): Promise<Record<string, RegionalCalendar>> {
  const calendars = await Promise.all(
    (await yamlFiles(source)).map(async (file) => regional(await readCalendarFile(file))),
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

async function readCalendarFile(file: string): Promise<YamlReader> {
  return yamlReader(parse(await readFile(file, 'utf8')), basename(file))
}

/** The shape of one `cn/<year>.yaml`; throws an Error naming file and key. */
export function nationalYear(entry: YamlReader, fileName: string): CalendarYear {
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

function amendment(entry: YamlReader, year: number): Arrangement {
  entry.only(['notice', 'rest', 'work'])
  return arrangement(entry, year)
}

function arrangement(entry: YamlReader, year: number): Arrangement {
  return {
    notice: notice(entry.get('notice')),
    rest: restPeriods(entry.get('rest'), year),
    work: datesIn(entry.get('work'), year),
  }
}

function restPeriods(entry: YamlReader, year: number): RestPeriod[] {
  return entry.list().map((item) => {
    item.only(['name', 'from', 'to'])
    const [from, to] = [inYear(item.get('from'), year), inYear(item.get('to'), year)]
    if (to < from) item.get('to').fail('lies before from')
    return { name: item.get('name').text(), from, to }
  })
}

/** The shape of `cn/statutory.yaml`; throws an Error naming file and key. */
export function statutoryHolidays(entry: YamlReader): StatutoryHolidays {
  entry.only(['notice', 'article', 'inLieu', 'since', 'fixed', 'movable', 'window', 'years'])
  return {
    notice: notice(entry.get('notice')),
    article: entry.get('article').text(),
    inLieu: entry.get('inLieu').text(),
    since: entry.get('since').integer(),
    fixed: entry.get('fixed').list().map(namedSpan),
    movable: entry.get('movable').list().map(namedSpan),
    window: entry.get('window').integer(),
    years: entry
      .get('years')
      .list()
      .map((item) => {
        item.only(['year', 'rest'])
        const year = item.get('year').integer()
        return { year, rest: restPeriods(item.get('rest'), year) }
      }),
  }
}

function namedSpan(entry: YamlReader): YearlySpan & { name: string } {
  entry.only(['name', 'from', 'to'])
  return { name: entry.get('name').text(), ...yearlySpan(entry) }
}

function yearlySpan(entry: YamlReader): YearlySpan {
  const [from, to] = [dayOfYear(entry.get('from')), dayOfYear(entry.get('to'))]
  if (to < from) entry.get('to').fail('lies before from')
  return { from, to }
}

function dayOfYear(entry: YamlReader): string {
  const day = entry.text()
  if (!isRealDate(`${COMMON_YEAR}-${day}`)) entry.fail('must be a real day MM-DD')
  return day
}

function notice(entry: YamlReader): CalendarNotice {
  entry.only(['title', 'number', 'issuedOn', 'verified'])
  return {
    title: entry.get('title').text(),
    number: entry.get('number').text(),
    ...(entry.has('issuedOn') && { issuedOn: entry.get('issuedOn').date() }),
    verified: entry.get('verified').flag(),
  }
}

/** The shape of one regional file; throws an Error naming file and key. */
export function regional(entry: YamlReader): RegionalCalendar {
  entry.only(['region', 'codePrefix', 'name', 'source', 'window', 'range', 'years'])
  return {
    region: entry.get('region').text(),
    codePrefix: entry.get('codePrefix').text(),
    name: entry.get('name').text(),
    source: notice(entry.get('source')),
    window: entry.get('window').integer(),
    ...(entry.has('range') && { range: yearlySpan(entry.get('range')) }),
    years: entry.get('years').list().map(regionalYear),
  }
}

function regionalYear(entry: YamlReader): RegionalYear {
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

function datesIn(entry: YamlReader, year: number): string[] {
  return entry.list().map((item) => inYear(item, year))
}

// The arrangement of a year may begin in the December before it, as in 2018-12-29.
function inYear(entry: YamlReader, year: number): string {
  const date = entry.date()
  if (date < `${year - 1}-12-01` || date > `${year}-12-31`) entry.fail(`lies outside ${year}`)
  return date
}
