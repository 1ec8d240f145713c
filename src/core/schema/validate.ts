import { paths, type SchemaName, type ValidationError, validators } from '../../generated/validators.js'
import { isMapData } from '../facts/data.ts'
import type { Choice, Lists } from './choices.ts'
import { pointerOf, problemCollector } from './collector.ts'
import {
  type Naming,
  pointerPath,
  problemOf,
  problemPointer,
  type Subject,
  unknownKeyProblem,
  valueLabel,
  wrongChoiceProblem,
} from './explain.ts'
import { duplicate } from './messages.ts'
import type { PathSegment } from './node.ts'
import type { Problem } from './problem.ts'
import { schemaAt } from './walk.ts'

export type { SchemaName } from '../../generated/validators.js'
export type { Problem } from './problem.ts'

/** The kinds of errors, the one that explains a wrong value best first; other errors at the same place are dropped. */
const precedence = ['type', 'const', 'enum', 'format', 'minimum', 'maximum']

/**
 * Checks plain data against the schema of its name, its codes against the lists of the regulation, and the ids in its
 * lists for repetition. One wrong value is one problem; of very many problems, the first ones are told, and the number
 * of the others. A list that `lists` does not hold is not checked. `naming` says how the messages name keys. A case
 * taken over from a ledger (`isBackfilled`; case.yaml says it itself) may lack some keys.
 */
export function validateDocument(
  name: SchemaName,
  data: unknown,
  lists: Lists,
  naming: Naming = 'title-and-key',
  isBackfilled = isTakenOver(name, data),
): Problem[] {
  const validator = validators[name]
  const subject = { name, data, lists, naming }
  const errors = validator(data) ? [] : (validator.errors ?? [])
  const counted = isBackfilled ? errors.filter((error) => !mayBeLacking(error, subject)) : errors
  const collected = problemCollector()
  for (const error of [...counted].sort((a, b) => keywordRank(a) - keywordRank(b))) {
    const code = error.keyword === 'additionalProperties' ? 'unknown-key' : 'invalid'
    collected.add(code, problemPointer(error), () => problemOf(error, subject))
  }
  checkLists(subject, collected.add)
  checkIds(subject, collected.add)
  return collected.problems((place) => pointerPath(place, data))
}

type AddProblem = ReturnType<typeof problemCollector>['add']

function isTakenOver(name: SchemaName, data: unknown): boolean {
  return name === 'case' && isMapData(data) && data.backfilled !== undefined
}

/** Whether an error is that a key is missing which a ledger need not hold. */
function mayBeLacking({ keyword, instancePath, params }: ValidationError, { name, data }: Subject): boolean {
  if (keyword !== 'required') return false
  const lacking = schemaAt(name, pointerPath(instancePath, data))?.['x-backfill']
  return lacking?.includes(String(params.missingProperty)) === true
}

function keywordRank({ keyword }: ValidationError): number {
  const place = precedence.indexOf(keyword)
  return place < 0 ? precedence.length : place
}

function checkLists(subject: Subject, add: AddProblem): void {
  const { name, data, lists } = subject
  for (const [pattern, list] of paths[name].lists) {
    const choices = lists[list]
    if (!choices) continue
    const codes = codesOf(choices)
    const isKey = pattern.at(-1) === '@keys'
    visit(data, pattern, (value, place) => {
      if (typeof value !== 'string' || codes.has(value)) return
      const path = [...place]
      add(isKey ? 'unknown-key' : 'invalid', pointerOf(path), () =>
        isKey
          ? unknownKeyProblem(subject, path.slice(0, -1), value, choices)
          : wrongChoiceProblem(valueLabel(subject, path), path, value, choices),
      )
    })
  }
}

const codeSets = new WeakMap<readonly Choice[], ReadonlySet<string>>()

/** The codes of a list, remembered: the same few lists are asked for every document of every case. */
function codesOf(choices: readonly Choice[]): ReadonlySet<string> {
  const known = codeSets.get(choices)
  if (known) return known
  const codes = new Set(choices.map(({ code }) => code))
  codeSets.set(choices, codes)
  return codes
}

function checkIds(subject: Subject, add: AddProblem): void {
  const { name, data } = subject
  for (const [pattern, property] of paths[name].ids) {
    visit(data, pattern, (items, path) => {
      const first = new Map<unknown, number>()
      for (const [index, item] of Array.isArray(items) ? items.entries() : []) {
        const id: unknown = isMapData(item) ? item[property] : undefined
        const before = first.get(id)
        if (id === undefined) continue
        const place = [...path, index, property]
        if (before === undefined) first.set(id, index)
        else add('invalid', pointerOf(place), () => repeated(subject, place, id, before))
      }
    })
  }
}

function repeated(subject: Subject, path: PathSegment[], id: unknown, before: number): Problem {
  return { path, code: 'invalid', message: duplicate(valueLabel(subject, path), id, before) }
}

type Visitor = (value: unknown, path: PathSegment[]) => void

/** Calls back for the values at a pattern of `PathIndex`: `*` for each item, a last `@keys` for the keys of a map. */
function visit(data: unknown, pattern: readonly string[], visitor: Visitor): void {
  // One path for the whole walk, since almost no value needs its path: only a wrong one does.
  const path: PathSegment[] = []
  const step = (value: unknown, segment: PathSegment, depth: number): void => {
    path.push(segment)
    descend(value, depth)
    path.pop()
  }
  const descend = (value: unknown, depth: number): void => {
    const name = pattern[depth]
    if (name === undefined) visitor(value, path)
    else if (name === '*') {
      if (Array.isArray(value))
        for (let index = 0; index < value.length; index++) step(value[index], index, depth + 1)
    } else if (isMapData(value)) {
      if (name === '@keys') for (const key of Object.keys(value)) step(key, key, depth + 1)
      else if (Object.hasOwn(value, name)) step(value[name], name, depth + 1)
    }
  }
  descend(data, 0)
}
