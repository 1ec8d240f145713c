import { parseSync } from 'oxc-parser'

/** Stands wherever the author must think; a test fails as long as it is anywhere in the sources or tests. */
export const UNWRITTEN = '【待写】'

/** A matter that most texts have: a new unit compiles with it until somebody writes its own. */
const ANY_MATTER = 'application'

export interface UnitFile {
  readonly path: string
  readonly text: string
}

/** A new unit: its files, and what the author does once the open parts are written. */
export interface Skeleton {
  readonly files: readonly UnitFile[]
  readonly afterwards: readonly string[]
}

/** The step that runs the tests of a unit: many of them call the built program. */
export const buildAndTest = (...folders: readonly string[]): string =>
  `npm run build, and npx vitest run --config test/vitest.config.ts ${folders.join(' ')}`

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

/** The lines that name the matter of a unit: the one of its own name where there is one, else one to be replaced. */
export function matterLines(id: string, matters: readonly string[]): string {
  if (matters.includes(id)) return `  matter: '${id}',`
  return `  // ${UNWRITTEN} Its matter, of schemas/regulation.schema.json; a new one begins there and in the packs.
  matter: '${ANY_MATTER}',`
}
