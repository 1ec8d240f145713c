import { isRealDate } from '../../core/calendar/dates.ts'

/** A value of parsed YAML that knows where it stands; each reading throws an Error naming file and key. */
export interface YamlReader {
  get(key: string): YamlReader
  has(key: string): boolean
  /** Refuses keys that are not listed. */
  only(keys: readonly string[]): void
  list(): YamlReader[]
  text(): string
  integer(): number
  flag(): boolean
  date(): string
  oneOf<Choice extends string>(choices: readonly Choice[]): Choice
  fail(why: string): never
}

/** Reads our own data files at build time; `where` is the file's name. */
export function yamlReader(value: unknown, where: string): YamlReader {
  const fail = (why: string): never => {
    throw new Error(`${where}: ${why}, found ${JSON.stringify(value)}`)
  }
  const record = () => (isRecord(value) ? value : fail('must be a map'))
  const text = () => (typeof value === 'string' && value !== '' ? value : fail('must be text'))
  return {
    fail,
    text,
    get: (key) => yamlReader(record()[key], `${where}: ${key}`),
    has: (key) => Object.hasOwn(record(), key),
    only: (keys) => {
      const unknown = Object.keys(record()).find((key) => !keys.includes(key))
      if (unknown !== undefined) fail(`has an unknown key ${unknown}`)
    },
    list: () =>
      (Array.isArray(value) ? value : fail('must be a list')).map((item: unknown, index) =>
        yamlReader(item, `${where}[${index}]`),
      ),
    integer: () =>
      typeof value === 'number' && Number.isInteger(value) ? value : fail('must be a whole number'),
    flag: () => (typeof value === 'boolean' ? value : fail('must be true or false')),
    date: () => (isRealDate(text()) ? text() : fail('must be a real date YYYY-MM-DD')),
    oneOf: (choices) =>
      choices.find((choice) => choice === value) ?? fail(`must be one of ${choices.join(', ')}`),
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
