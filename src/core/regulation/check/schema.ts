import type { ValidationError } from '../../../generated/validators.js'
import type { Path } from '../../facts/locations.ts'
import { pointerPath } from '../../schema/explain.ts'
import * as messages from '../../schema/messages.ts'
import type { SchemaNode } from '../../schema/node.ts'
import { closestChoice } from '../../schema/suggest.ts'
import { identifierIn, packValueAt } from '../entries.ts'
import { isMatter, matterTitles } from '../matters.ts'
import type { Json } from '../pack.ts'
import type { PackFault } from './fault.ts'

/** The schema of packs; it allows a list in a second form, patched by its keys. */
export interface PackSchema extends SchemaNode {
  readonly pattern?: string
  readonly then?: PackSchema
  readonly else?: PackSchema
}

/** The errors of the validator, in Chinese with the titles of `schema`: one fault for each place. */
export function schemaFaults(
  errors: readonly ValidationError[],
  data: Json,
  schema: PackSchema,
): PackFault[] {
  const found = new Map<string, PackFault>()
  for (const error of errors) {
    const path = pointerPath(error.instancePath, data)
    const told = explained(error, path, data, schema)
    if (told && !found.has(told.path.join('/'))) found.set(told.path.join('/'), { kind: 'schema', ...told })
  }
  return [...found.values()]
}

type FaultText = Omit<PackFault, 'kind'>

/** A value that the validator does not accept, and where to look for what it should be. */
interface Wrong {
  readonly path: Path
  readonly value: unknown
  readonly label: string
  readonly params: ValidationError['params']
  readonly data: Json
  readonly schema: PackSchema
}

/** Undefined for errors that only follow from another one below. */
function explained(
  error: ValidationError,
  path: Path,
  data: Json,
  schema: PackSchema,
): FaultText | undefined {
  const wrong = {
    path,
    value: packValueAt(data, path),
    label: packValueLabel(path, data, schema),
    params: error.params,
    data,
    schema,
  }
  const explain = Object.hasOwn(explanations, error.keyword) ? explanations[error.keyword] : valueNotAllowed
  const told = explain?.(wrong)
  return typeof told === 'string' ? { path, message: told } : told
}

/** By keyword: the message, and the key that it is about where it is not about the value itself. */
const explanations: Readonly<Record<string, (wrong: Wrong) => string | FaultText | undefined>> = {
  if: () => undefined,
  oneOf: () => undefined,
  required: ({ path, label, params, data, schema }) =>
    messages.missingKey(packValueLabel([...path, String(params.missingProperty)], data, schema), label),
  additionalProperties: ({ path, label, params, schema }) => {
    const key = String(params.additionalProperty)
    return { path: [...path, key], message: strangeKey(label, path, key, schema) }
  },
  propertyNames: ({ path, params }) => {
    const key = String(params.propertyName)
    const message = `“${messages.shownValue(key)}”不能作编号：以小写字母开头，只用字母、数字和短横。`
    return { path: [...path, key], message }
  },
  type: ({ path, label, value, params }) =>
    messages.wrongType(label, lastKey(path), [params.type].flat().map(String)[0] ?? 'string', value),
  format: ({ label, value, params }) =>
    typeof value === 'string' ? messages.wrongFormat(label, String(params.format), value) : undefined,
  const: ({ label, value, params }) =>
    `${label}只能写 ${messages.shownValue(params.allowedValue)}，现在是「${messages.shownValue(value)}」。`,
  minimum: valueOutOfRange,
  maximum: valueOutOfRange,
  exclusiveMinimum: valueOutOfRange,
  // At a map this is about one of its keys, which `propertyNames` reports.
  pattern: (wrong) => (typeof wrong.value === 'string' ? wrongPattern(wrong) : undefined),
  uniqueItems: ({ label }) => `${label}里有重复的项：请删去多余的。`,
}

function valueOutOfRange({ path, label, value, schema }: Wrong): string {
  return messages.outOfRange(label, nodeAt(schema, path) ?? {}, value)
}

function wrongPattern({ label, path, value }: Wrong): string {
  const written = messages.shownValue(value)
  const key = path.at(-1)
  if (key === 'effectiveFrom' || key === 'effectiveTo' || key === 'from')
    return `${label}应当写成年-月-日，如 2026-03-02，现在是「${written}」。`
  if (key === 'amount') return `${label}应当是带引号、以元为单位的数，如 "300000.00"，现在是「${written}」。`
  if (key === 'region') return `${label}应当是带引号的六位行政区划代码，如 "450000"，现在是「${written}」。`
  return `${label}以小写字母开头，只用小写字母、数字和短横，现在是「${written}」。`
}

/** Neither a choice nor anything else that the schema asks for. */
function valueNotAllowed({ label, path, value, schema }: Wrong): string {
  const node = nodeAt(schema, path)
  const choices = (node?.enum ?? []).map(String).map((code) => ({
    code,
    label: isMatter(code) ? matterTitles[code] : code,
  }))
  const named = (node?.oneOf ?? []).map(({ const: code, title }) => ({
    code: String(code),
    label: title ?? '',
  }))
  const all = [...choices, ...named]
  if (all.length) return messages.wrongChoice(label, value, all, closestChoice(String(value), all))
  return value === ''
    ? `${label}是空的：请填写，或者删去这一项。`
    : `${label}的写法不合格式，现在是「${messages.shownValue(value)}」：请对照 schemas/regulation.schema.json 改正。`
}

function strangeKey(label: string, path: Path, key: string, schema: PackSchema): string {
  const known = Object.entries(nodeAt(schema, path)?.properties ?? {}).map(([code]) => ({
    code,
    label: nodeAt(schema, [...path, code])?.title ?? code,
  }))
  return messages.unknownKey(key, label, known, closestChoice(key, known))
}

/** 「screening 的数量（amount）」: titles of the schema, with the keys and codes for whoever edits the file. */
function packValueLabel(path: Path, data: Json, schema: PackSchema): string {
  const last = path.at(-1)
  if (last === undefined) return '规范包'
  if (typeof last === 'number') return `「${stepNames(path.slice(0, -1), data).join('.')}」第 ${last + 1} 项`
  const title = nodeAt(schema, path)?.title
  const above = path.length > 2 ? `${stepNames(path.slice(0, -1), data).slice(1).join('.')} 的` : ''
  return `「${above}${title === undefined || title === last ? last : `${title}（${last}）`}」`
}

/** The steps of a path, items of lists by what tells them apart, else by their numbers from 1. */
function stepNames(path: Path, data: Json): string[] {
  return path.map((step, index) => {
    if (typeof step === 'string') return step
    const item = packValueAt(data, path.slice(0, index + 1))
    return (item === undefined ? undefined : identifierIn(item)) ?? `第 ${step + 1} 项`
  })
}

function lastKey(path: Path): string {
  return String(path.findLast((step) => typeof step === 'string') ?? '')
}

/** The schema of the value at a path, references followed; undefined where it knows none. */
function nodeAt(schema: PackSchema, path: Path): PackSchema | undefined {
  return path.reduce<PackSchema | undefined>((node, step) => {
    const whole = node && resolved(node, schema)
    const child = whole && childSchema(whole, step)
    return child && resolved(child, schema)
  }, schema)
}

function childSchema(node: PackSchema, step: string | number): PackSchema | undefined {
  if (typeof step === 'number') return node.items ?? node.then?.items
  const others = node.additionalProperties ?? node.else?.additionalProperties
  return node.properties?.[step] ?? (typeof others === 'object' ? others : undefined)
}

function resolved(node: PackSchema, schema: PackSchema): PackSchema {
  const { $ref, ...beside } = node
  const target = $ref === undefined ? undefined : schema.$defs?.[$ref.replace('#/$defs/', '')]
  return target ? { ...resolved(target, schema), ...beside } : node
}
