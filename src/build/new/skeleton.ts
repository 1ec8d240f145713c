import { parseSync } from 'oxc-parser'

/** Stands wherever the author must think; a test fails as long as it is anywhere in the sources or tests. */
export const UNWRITTEN = '【待写】'

/** A matter that most texts have: a new unit compiles with it until somebody writes its own. */
const ANY_MATTER = 'application'

export interface UnitFile {
  readonly path: string
  readonly text: string
}

/** A line at the end of a list in a file that is there already: of `forms` in a pack. */
export interface Entry {
  readonly path: string
  /** The key of the list, at the beginning of a line. */
  readonly list: string
  readonly line: string
}

/** A new unit: its files, and what the author does once the open parts are written. */
export interface Skeleton {
  readonly files: readonly UnitFile[]
  readonly entries?: readonly Entry[]
  readonly afterwards: readonly string[]
}

/** The step that runs the tests of a unit: many of them call the built program. */
export const buildAndTest = (...folders: readonly string[]): string =>
  `npm run build, and npx vitest run --config test/vitest.config.ts ${folders.join(' ')}`

/** A YAML text with the entry as the last item of its list. @throws Error where the text has no such list. */
export function withEntry(text: string, { path, list, line }: Entry): string {
  const lines = text.split('\n')
  const start = lines.indexOf(`${list}:`)
  if (start < 0) throw new Error(`${path}: has no list ${list}`)
  const isOther = (each: string, index: number): boolean => index > start && /^\S/.test(each)
  const next = lines.findIndex(isOther)
  const end = next < 0 ? lines.length : next
  const last = lines.slice(0, end).findLastIndex((each) => each.startsWith('  - '))
  return lines.toSpliced(Math.max(last, start) + 1, 0, line).join('\n')
}

/**
 * The name of the export of an id: `record-x` gives `recordX`, with the kind behind it where that is a word of the
 * language.
 */
export function exportName(id: string, kind: string): string {
  const name = camelCase(id)
  return parseSync('name.ts', `export const ${name} = 0`).errors.length > 0
    ? camelCase(`${id}-${kind}`)
    : name
}

function camelCase(id: string): string {
  return id.replaceAll(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The matter of a unit's own name where there is one, else one to be replaced. */
export function matterFor(id: string, matters: readonly string[]): string {
  return matters.includes(id) ? id : ANY_MATTER
}

/** The lines that name the matter of a unit. */
export function matterLines(id: string, matters: readonly string[]): string {
  const line = `  matter: '${matterFor(id, matters)}',`
  if (matters.includes(id)) return line
  return `  // ${UNWRITTEN} Its matter, of schemas/regulation.schema.json; a new one begins there and in the packs.
${line}`
}
