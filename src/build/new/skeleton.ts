import { parseSync } from 'oxc-parser'

/** Stands wherever the author must think; a test fails as long as it is anywhere in the sources or tests. */
export const UNWRITTEN = '【待写】'

/** A matter that most texts have: what a unit compiles with until its own is written. */
const ANY_MATTER = 'application'

export interface NewFile {
  readonly path: string
  readonly text: string
}

/** A new unit: its files, and what a person does once what they leave open is written. */
export interface Skeleton {
  readonly files: readonly NewFile[]
  readonly afterwards: readonly string[]
}

/** The name of the export of an id: `record-x` gives `recordX`, with the kind behind it where that is a word of the language. */
export function exportName(id: string, kind: string): string {
  const name = camel(id)
  return parseSync('name.ts', `export const ${name} = 0`).errors.length > 0 ? camel(`${id}-${kind}`) : name
}

function camel(id: string): string {
  return id.replaceAll(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The lines that name the matter of a unit: the one of its own name where there is one, else one to be replaced. */
export function matterLines(id: string, matters: readonly string[]): string {
  if (matters.includes(id)) return `  matter: '${id}',`
  return `  // ${UNWRITTEN} Its matter, of schemas/regulation.schema.json; a new one begins there and in the packs.
  matter: '${ANY_MATTER}',`
}
