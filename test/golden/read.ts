import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { ConfigDocument, Documents } from '../../src/core/facts/documents.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { documentsOf, fixtureConfig } from '../support/setting.ts'

/** A tree of plain data, as YAML gives it. */
export type Values = { [key: string]: unknown }

export interface ExpectedDeadline extends Values {
  readonly deadline: string
  readonly subject?: string
  /** Texts that the steps of the count must hold. */
  readonly says?: readonly string[]
}

export interface ExpectedFinding {
  readonly rule: string
  readonly code?: string
  readonly severity?: string
  /** Texts that its message must hold. */
  readonly says?: readonly string[]
}

/** What happened: a base and what is laid over it. */
export interface Happened {
  /** minimal: a clue and two obligors · sample: a lawful case brought to its end · the example cases. */
  readonly base: 'minimal' | 'sample' | 'example-case' | 'example-case-2'
  /** Sections by document, laid over the base: maps are merged, lists and values replaced. */
  readonly facts?: Values
  /** Single values by dotted path, the document first; numbers count the items of lists from 0. */
  readonly set?: Values
  readonly remove?: readonly string[]
  readonly config?: Values
}

/** A case that a lawyer can read: facts, a day, what follows, and the count by hand. */
export interface GoldenCase extends Happened {
  readonly title: string
  readonly law: readonly string[]
  readonly today: string
  readonly byHand: string
  /** The rules that find errors in it, where it looks at one question and is not lawful in another respect. */
  readonly unlawful?: readonly string[]
  readonly expect: {
    readonly stage?: Readonly<Record<string, string>>
    readonly flags?: Values
    readonly deadlines?: readonly ExpectedDeadline[]
    readonly noDeadlines?: readonly { readonly deadline: string; readonly subject?: string }[]
    readonly findings?: readonly (string | ExpectedFinding)[]
    readonly notFindings?: readonly string[]
    /** What is to be done next: an action, and whom or what it is about. */
    readonly next?: { readonly action: string; readonly subject?: string }
  }
}

const folder = import.meta.dirname

function readYaml(path: string): unknown {
  return parse(readFileSync(join(folder, path), 'utf8'))
}

/** The golden cases of every file, with the name of the file. */
export function goldenFiles(): { file: string; cases: readonly GoldenCase[] }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((file) => ({ file, cases: readYaml(file) as GoldenCase[] }))
}

// Read once: the property tests build thousands of cases.
const bases: Readonly<Record<Happened['base'], Documents>> = {
  minimal: readYaml('base/minimal.yaml') as Documents,
  sample: sampleDocuments(),
  'example-case': documentsOf('example-case'),
  'example-case-2': documentsOf('example-case-2'),
}

/** The documents of a case: the base, the sections laid over it, then the single changes. */
export function documentsFor({ base, facts = {}, set = {}, remove = [] }: Happened): Documents {
  const documents = merged(bases[base], facts) as Values
  for (const [path, value] of Object.entries(set)) {
    const [parent, key] = holderOf(documents, path)
    parent[key] = structuredClone(value)
  }
  for (const path of remove) {
    const [parent, key] = holderOf(documents, path)
    if (!Reflect.has(parent, key))
      throw new Error(`nothing to remove at ${path}; there is ${Object.keys(parent).join(', ')}`)
    delete parent[key]
  }
  // What comes out is checked against the schemas before anything is concluded from it.
  return documents as unknown as Documents
}

/** The office's configuration, with what the case says otherwise. */
export function configFor({ config = {} }: Happened): ConfigDocument {
  return merged(fixtureConfig, config) as ConfigDocument
}

function isMap(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function merged(under: unknown, over: unknown): unknown {
  if (!isMap(under) || !isMap(over)) return structuredClone(over)
  const result: Values = { ...structuredClone(under) }
  for (const [key, value] of Object.entries(over)) result[key] = merged(under[key], value)
  return result
}

/** The map or list that holds the last key of a path; a path that leads nowhere is a mistake in the case. */
function holderOf(root: Values, path: string): [Values, string] {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const holder = keys.reduce<unknown>((value, key) => (value as Values | undefined)?.[key], root)
  if (typeof holder !== 'object' || holder === null) throw new Error(`no such path: ${path}`)
  return [holder as Values, last]
}
