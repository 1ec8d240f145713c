import { type DocumentName, type Documents, documentNames } from './documents.ts'

export type Path = readonly (string | number)[]

/** Where a fact stands: the document and the path inside it. */
export interface Location {
  readonly document: DocumentName
  readonly path: Path
}

/** Finds where an object of the facts stands; undefined for an object that is no part of them. */
export type Locator = (target: object) => Location | undefined

/** A step to an object, from the one that holds it: few objects are asked for, so that no path is made for the others. */
interface Step {
  readonly from: Step | undefined
  /** The name of the document where nothing holds the object. */
  readonly key: string | number
}

/** On the first question, walks the documents once and remembers what holds each object. */
export function createLocator(documents: Documents): Locator {
  let known: Map<object, Step> | undefined
  return (target) => {
    known ??= walk(documents)
    const step = known.get(target)
    return step && locationOf(step)
  }
}

function walk(documents: Documents): Map<object, Step> {
  const known = new Map<object, Step>()
  const visit = (value: unknown, key: string | number, from: Step | undefined): void => {
    if (typeof value !== 'object' || value === null) return
    const step = { from, key }
    known.set(value, step)
    if (Array.isArray(value))
      for (let index = 0; index < value.length; index++) visit(value[index], index, step)
    else for (const [name, child] of Object.entries(value)) visit(child, name, step)
  }
  for (const name of documentNames) visit(documents[name], name, undefined)
  return known
}

function locationOf(step: Step): Location | undefined {
  const path: (string | number)[] = []
  let last = step
  for (; last.from; last = last.from) path.unshift(last.key)
  const document = documentNames.find((name) => name === last.key)
  return document && { document, path }
}
