import type { LineCounter, Node, Pair, YAMLMap } from 'yaml'
import type { Path } from './edit.ts'
import { yamlLibrary } from './library.ts'
import { type Narrow, readNarrow } from './narrow.ts'
import { type Position, positionFinder } from './text.ts'

export type { Position } from './text.ts'

/** The places of a document's values and keys. */
export interface Positions {
  of(path: Path): Position
  ofKey(path: Path): Position
}

/**
 * Parses `text` once for many look-ups; use it where one file has several findings. In a text that can't be parsed,
 * every place is the first line.
 */
export function positionsIn(text: string): Positions {
  const own = readNarrow(text, true)
  return own ? narrowPositions(text, own) : generalPositions(text)
}

/** The places by the offsets that the narrow reader kept. */
function narrowPositions(text: string, { data, offsets, start }: Narrow): Positions {
  const placeAt = positionFinder(text)
  const placeIn = (path: Path, which: 'key' | 'value'): Position => {
    let found = start
    let node: unknown = data
    for (const step of path) {
      if (typeof node !== 'object' || node === null) break
      const offset = offsets.get(node)?.get(step)
      if (!offset) break
      found = offset[which]
      node = Reflect.get(node, step)
    }
    return placeAt(found)
  }
  return { of: (path) => placeIn(path, 'value'), ofKey: (path) => placeIn(path, 'key') }
}

/** The places by the nodes of the library, which reads all of YAML. */
export function generalPositions(text: string): Positions {
  const { LineCounter: Counter, parseDocument } = yamlLibrary()
  const lines = new Counter()
  const options = { version: '1.2', uniqueKeys: false, lineCounter: lines, logLevel: 'error' } as const
  const root = guarded(() => parseDocument(text, options).contents)
  const find = finderIn(root)
  return {
    of: (path) => positionOfNode(find(path).value, lines),
    ofKey: (path) => positionOfNode(find(path).key, lines),
  }
}

/**
 * The place of the value at `path`. Where it is missing: the nearest section above that exists
 * (its key, when it is a map's value; its first line, when it is a list item).
 */
export function positionOf(text: string, path: Path): Position {
  return positionsIn(text).of(path)
}

/** The place of the key at `path` (for unknown keys); the section above where there is none. */
export function positionOfKey(text: string, path: Path): Position {
  return positionsIn(text).ofKey(path)
}

interface KeyAndValue {
  key: Node | null
  value: Node | null
}

/** Finds nodes by their paths. The keys of a map are read once, however many are asked for. */
function finderIn(root: Node | null): (path: Path) => KeyAndValue {
  const { isMap, isSeq } = yamlLibrary()
  const known = new WeakMap<object, ReadonlyMap<string, Pair>>()
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const pairs = known.get(map) ?? firstPairs(map)
    known.set(map, pairs)
    return pairs
  }
  return (path) => {
    let node: unknown = root
    let found: KeyAndValue = { key: root, value: root }
    for (const step of path) {
      if (isMap(node)) {
        const pair = pairsOf(node).get(String(step))
        if (!pair) break
        found = nodesOfPair(pair, found)
        node = pair.value
      } else if (isSeq(node) && typeof step === 'number' && step in node.items) {
        node = node.items[step]
        found = nodeOr(node, found)
      } else break
    }
    return found
  }
}

/** The pairs of a map by their keys; the first where a key is repeated. */
function firstPairs({ items }: YAMLMap): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>()
  for (const pair of items) {
    const key = keyOfPair(pair)
    if (key !== undefined && !pairs.has(key)) pairs.set(key, pair)
  }
  return pairs
}

function keyOfPair(pair: Pair): string | undefined {
  const { isScalar } = yamlLibrary()
  return isScalar(pair.key) ? String(pair.key.value) : undefined
}

/** The place of a section is its key, that of a value is the value; an empty value has the place of its key. */
function nodesOfPair({ key, value }: Pair, above: KeyAndValue): KeyAndValue {
  const { isNode, isScalar } = yamlLibrary()
  const keyNode = isNode(key) ? key : above.key
  const ownPlace = isScalar(value) && value.source !== undefined && value.source !== ''
  const quoted = isScalar(value) && value.type !== 'PLAIN'
  return { key: keyNode, value: ownPlace || quoted ? value : keyNode }
}

function nodeOr(node: unknown, above: KeyAndValue): KeyAndValue {
  const { isNode } = yamlLibrary()
  return isNode(node) ? { key: node, value: node } : above
}

function positionOfNode(node: Node | null, lines: LineCounter): Position {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

function guarded(parse: () => Node | null): Node | null {
  try {
    return parse()
  } catch {
    return null
  }
}
