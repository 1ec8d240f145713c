import { type DocumentName, type Documents, documentNames } from './documents.ts'

export type Path = readonly (string | number)[]

/** Where a fact stands: the document and the path inside it. */
export interface Location {
  readonly document: DocumentName
  readonly path: Path
}

/** Finds where an object of the facts stands; undefined for an object that is no part of them. */
export type Locator = (target: object) => Location | undefined

/** On the first question, walks the documents once and remembers where each object stands. */
export function createLocator(documents: Documents): Locator {
  let known: WeakMap<object, Location> | undefined
  return (target) => {
    known ??= walk(documents)
    return known.get(target)
  }
}

function walk(documents: Documents): WeakMap<object, Location> {
  const known = new WeakMap<object, Location>()
  const visit = (document: DocumentName, value: unknown, path: Path): void => {
    if (typeof value !== 'object' || value === null) return
    known.set(value, { document, path })
    for (const [key, child] of Object.entries(value)) {
      visit(document, child, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  for (const name of documentNames) visit(name, documents[name], [])
  return known
}
