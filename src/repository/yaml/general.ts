import type { Event, Schema } from 'js-yaml'
import { fastLibrary } from './library.ts'
import type { ReadResult } from './problem.ts'
import { failedRead } from './problem.ts'
import { deepestNesting, isForbiddenKey, tooDeep } from './rules.ts'

let known: Schema | undefined

/** Our subset of YAML's core schema; everything else is left to the slow reader. */
function schema(): Schema {
  known ??= fastLibrary().CORE_SCHEMA.withTags(stringMap(), finiteFloat())
  return known
}

function stringMap() {
  return fastLibrary().defineMappingTag<Record<string, unknown>>('tag:yaml.org,2002:map', {
    create: () => ({}),
    identify: () => false,
    has: (map, key) => typeof key === 'string' && Object.hasOwn(map, key),
    keys: (map) => Object.keys(map),
    get: (map, key) => (typeof key === 'string' ? map[key] : undefined),
    addPair: (map, key, value) => {
      if (typeof key !== 'string' || isForbiddenKey(key)) return 'left to the slow reader'
      map[key] = value
      return ''
    },
  })
}

/** The core schema's floats without infinities and NaN, which JSON does not have. */
function finiteFloat() {
  const { defineScalarTag, floatCoreTag, NOT_RESOLVED } = fastLibrary()
  return defineScalarTag<number>(floatCoreTag.tagName, {
    implicit: true,
    implicitFirstChars: floatCoreTag.implicitFirstChars,
    resolve: (source, isExplicit, tagName) => {
      const value = floatCoreTag.resolve(source, isExplicit, tagName)
      const unbounded =
        value === NOT_RESOLVED ? /^[-+]?[.\d]+e[-+]?\d+$/i.test(source) : !Number.isFinite(value)
      if (unbounded) throw new Error('left to the slow reader')
      return value
    },
    identify: floatCoreTag.identify,
  })
}

/** The data; a problem when the nesting is too deep for every reader; undefined when the slow reader must decide. */
export function readGeneral(text: string): ReadResult | undefined {
  // The two parsers disagree about where tabs are allowed; the slow one, which also writes, decides.
  if (text.includes('\t')) return undefined
  const { constructFromEvents, parseEvents, YAMLException } = fastLibrary()
  try {
    const events = parseEvents(text, { maxDepth: deepestNesting })
    if (!events.every(isPlain)) return undefined
    const documents = constructFromEvents(events, { source: text, schema: schema(), maxAliases: 0 })
    const [data] = documents
    if (documents.length !== 1 || typeof data !== 'object' || data === null || Array.isArray(data))
      return undefined
    return { ok: true, data }
  } catch (error) {
    if (error instanceof YAMLException && error.reason.startsWith('nesting exceeded')) {
      return failedRead(tooDeep, (error.mark?.line ?? 0) + 1, (error.mark?.column ?? 0) + 1)
    }
    return undefined
  }
}

const absent = -1

function isPlain(event: Event): boolean {
  const { EVENT_ID } = fastLibrary()
  switch (event.type) {
    case EVENT_ID.DOCUMENT:
      return event.directives.length === 0
    case EVENT_ID.ALIAS:
      return false
    case EVENT_ID.POP:
      return true
    default:
      return event.anchorStart === absent && event.tagStart === absent
  }
}
