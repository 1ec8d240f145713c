import type { SchemaName, ValidationError } from '../../generated/validators.js'
import { type Choice, choicesOf, type Lists } from './choices.ts'
import { pointerOf } from './collector.ts'
import * as messages from './messages.ts'
import type { PathSegment, SchemaNode } from './node.ts'
import type { Problem } from './problem.ts'
import { closestChoice } from './suggest.ts'
import { schemaAt, titleAt } from './walk.ts'

/**
 * How messages speak: of keys with their titles, and of YAML, to somebody who edits the file; of keys with their titles
 * to somebody who writes options; of titles alone to somebody who answers questions.
 */
export type Naming = 'title-and-key' | 'title-and-option' | 'title'

/** What an explanation needs to know of the document. */
export interface Subject {
  readonly name: SchemaName
  readonly naming: Naming
  readonly data: unknown
  readonly lists: Lists
}

type ProblemParts = Omit<Problem, 'code'> & { readonly code?: Problem['code'] }

/** The problem behind an error of the validator; undefined for errors that only accompany another. */
export function problemOf(error: ValidationError, subject: Subject): Problem | undefined {
  const path = pointerPath(error.instancePath, subject.data)
  const explanation = explanations[error.keyword]?.(error, path, subject)
  return explanation && { code: 'invalid', ...explanation }
}

/** Where the problem behind an error is, as a JSON pointer, without explaining it. */
export function problemPointer({ instancePath, params }: ValidationError): string {
  const key = params.missingProperty ?? params.additionalProperty ?? params.propertyName
  return key === undefined ? instancePath : instancePath + pointerOf([String(key)])
}

type Explain = (error: ValidationError, path: PathSegment[], subject: Subject) => ProblemParts | undefined

const explanations: Readonly<Record<string, Explain | undefined>> = {
  type: explainType,
  enum: explainChoice,
  const: explainConst,
  format: explainFormat,
  minimum: explainRange,
  maximum: explainRange,
  required: explainMissing,
  additionalProperties: explainUnknownKey,
  propertyNames: explainKeyName,
}

/** The name of a value in a message: its key, or the title of its list and its number. */
export function valueLabel(
  { name, naming }: Pick<Subject, 'name' | 'naming'>,
  path: readonly PathSegment[],
): string {
  const last = path.at(-1)
  if (last === undefined) return '文件'
  const title = titleAt(name, typeof last === 'number' ? path.slice(0, -1) : path)
  if (typeof last === 'number') return `「${title ?? ''}」第 ${last + 1} 项`
  if (title === undefined || title === last) return `「${last}」`
  return naming === 'title' ? `「${title}」` : `「${title}（${last}）」`
}

function explainType(
  error: ValidationError,
  path: PathSegment[],
  subject: Subject,
): ProblemParts | undefined {
  const value = ownValueAt(subject.data, path)
  const expected = [error.params.type].flat().map(String)
  // A string or a map (a clause, a holiday): whoever wrote something else meant the string.
  const first = expected[0] ?? 'string'
  const key = subject.naming !== 'title-and-key' ? undefined : String(path.at(-1) ?? '')
  return { path, message: messages.wrongType(valueLabel(subject, path), key, first, value) }
}

function explainChoice(_: ValidationError, path: PathSegment[], subject: Subject): ProblemParts {
  const node = schemaAt(subject.name, path)
  const choices = (node && choicesOf(node, subject.lists)) ?? []
  return wrongChoiceProblem(valueLabel(subject, path), path, ownValueAt(subject.data, path), choices)
}

/** The problem of a value that is none of the choices. */
export function wrongChoiceProblem(
  label: string,
  path: PathSegment[],
  value: unknown,
  choices: readonly Choice[],
): Problem {
  const guess = closestChoice(String(value), choices)
  const message = messages.wrongChoice(label, value, choices, guess)
  const problem = { code: 'invalid' as const, path, message }
  return guess ? { ...problem, suggestion: guess.code } : problem
}

function explainConst(error: ValidationError, path: PathSegment[], subject: Subject): ProblemParts {
  const allowed = messages.shownValue(error.params.allowedValue)
  return {
    path,
    message: `${valueLabel(subject, path)}应当是 ${allowed}，现在是「${messages.shownValue(ownValueAt(subject.data, path))}」。`,
    suggestion: allowed,
  }
}

function explainFormat(
  error: ValidationError,
  path: PathSegment[],
  subject: Subject,
): ProblemParts | undefined {
  const value = ownValueAt(subject.data, path)
  // At a map this is about one of its keys, which `propertyNames` reports.
  if (typeof value !== 'string') return undefined
  const format = String(error.params.format)
  const message = messages.wrongFormat(
    valueLabel(subject, path),
    format,
    value,
    subject.naming === 'title-and-key',
  )
  const suggestion = format === 'date' ? isoDate(value) : undefined
  return suggestion ? { path, message, suggestion } : { path, message }
}

/** 2026年3月2日, 2026/3/2 and 2026.3.2 as 2026-03-02. */
function isoDate(value: string): string | undefined {
  const [, year, month, day] = /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/.exec(value.trim()) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return date === value ? undefined : date
}

function explainRange(_: ValidationError, path: PathSegment[], subject: Subject): ProblemParts {
  const node: SchemaNode = schemaAt(subject.name, path) ?? {}
  return {
    path,
    message: messages.outOfRange(valueLabel(subject, path), node, ownValueAt(subject.data, path)),
  }
}

function explainMissing(error: ValidationError, path: PathSegment[], subject: Subject): ProblemParts {
  const missing = [...path, String(error.params.missingProperty)]
  return {
    path: missing,
    message: messages.missingKey(valueLabel(subject, missing), valueLabel(subject, path)),
  }
}

function explainUnknownKey(error: ValidationError, path: PathSegment[], subject: Subject): Problem {
  const { name } = subject
  const known = Object.keys(schemaAt(name, path)?.properties ?? {}).map((code) => ({
    code,
    label: titleAt(name, [...path, code]) ?? code,
  }))
  return unknownKeyProblem(subject, path, String(error.params.additionalProperty), known)
}

/** The problem of a key that the map at a path does not have. */
export function unknownKeyProblem(
  subject: Pick<Subject, 'name' | 'naming'>,
  path: readonly PathSegment[],
  key: string,
  known: readonly Choice[],
): Problem {
  const guess = closestChoice(key, known)
  const message = messages.unknownKey(key, valueLabel(subject, path), known, guess)
  const problem = { code: 'unknown-key' as const, path: [...path, key], message }
  return guess ? { ...problem, suggestion: guess.code } : problem
}

function explainKeyName(error: ValidationError, path: PathSegment[], subject: Subject): ProblemParts {
  const key = String(error.params.propertyName)
  return {
    path: [...path, key],
    message: messages.wrongFormat(`${valueLabel(subject, path)}的键`, 'id', key),
  }
}

/** The segments of a JSON pointer; those that lead into a list become numbers. */
export function pointerPath(pointer: string, data: unknown): PathSegment[] {
  const path: PathSegment[] = []
  let value = data
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const segment = Array.isArray(value) ? Number(key) : key
    path.push(segment)
    value = ownValueAt(value, [segment])
  }
  return path
}

/** The value at a path of plain data, own properties only. */
function ownValueAt(data: unknown, path: readonly PathSegment[]): unknown {
  let value = data
  for (const segment of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined
    value = Reflect.get(value, segment)
  }
  return value
}
