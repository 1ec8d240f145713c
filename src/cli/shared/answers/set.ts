import { choicesOf, type Lists } from '../../../core/schema/choices.ts'
import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import { closestChoice } from '../../../core/schema/suggest.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { keyOrder, schemaAt, titleAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import { type Edit, editData } from '../../../repository/yaml/edit.ts'
import { UsageError } from '../exit.ts'
import type { ReadClauses } from './clauses.ts'
import { readText } from './text-file.ts'

/** Where the item stands that `--set` fills in: a document and a path inside it. */
export interface ItemPlace {
  readonly name: SchemaName
  readonly path: readonly PathSegment[]
  readonly lists: Lists
  /** Reads all clauses of an agreement out of one text. */
  readonly readClauses?: ReadClauses
}

const YES_WORDS = ['true', '是', 'yes']
const NO_WORDS = ['false', '否', 'no']

/**
 * Applies each `a.b=value` to the item. The schema alone says what type a value has; `a[]=value` appends to a list,
 * `a=@file` reads the value from a file.
 * @throws UsageError naming the option, the key and what would be right.
 */
export function applySets(place: ItemPlace, item: unknown, sets: readonly string[]): unknown {
  return sets.reduce((current, set) => {
    try {
      return editData(current, [editOf(place, set)])
    } catch (error) {
      if (error instanceof RangeError)
        throw new UsageError(`--set ${set}：路径与已有内容不符，或者跳过了前面的项。`)
      throw error
    }
  }, item)
}

function editOf(place: ItemPlace, set: string): Edit {
  const match = /^([^=]+?)(\[\])?=([\s\S]*)$/.exec(set)
  if (!match?.[1]) throw new UsageError(`--set ${set}：应写成 键=值，例如 --set servedOn=2026-06-30。`)
  const path = match[1].split('.').map((key): PathSegment => (/^\d+$/.test(key) ? Number(key) : key))
  const appends = match[2] !== undefined
  const node = schemaForSet(place, path, set)
  const target = appends ? schemaAt(place.name, [...place.path, ...path, 0]) : node
  if (!target) throw new UsageError(`--set ${set}：${path.join('.')} 不是列表，不能用 [] 追加。`)
  const text = fromFile(match[3] ?? '', set)
  const isClauses = [...place.path, ...path].at(-1) === 'clauses' && match[3]?.startsWith('@')
  const value =
    isClauses && place.readClauses
      ? clausesInValue(place.readClauses, text, set)
      : typed(target, text, place.lists, set)
  return { kind: appends ? 'append' : 'set', path, value }
}

function schemaForSet(place: ItemPlace, path: readonly PathSegment[], set: string): SchemaNode {
  for (let length = 1; length <= path.length; length++) {
    const whole = [...place.path, ...path.slice(0, length)]
    if (schemaAt(place.name, whole)) continue
    const known = keyOrder(place.name, whole.slice(0, -1)) ?? []
    const choices = known.map((code) => ({
      code,
      label: titleAt(place.name, [...whole.slice(0, -1), code]) ?? code,
    }))
    const meant = closestChoice(String(path[length - 1]), choices)
    const hint = meant ? `是否想写 ${meant.code}（${meant.label}）？` : `可以写的有：${known.join('、')}。`
    throw new UsageError(`--set ${set}：没有 ${path.slice(0, length).join('.')} 这一项。${hint}`)
  }
  const node = schemaAt(place.name, [...place.path, ...path])
  if (!node) throw new UsageError(`--set ${set}：没有这一项。`)
  return node
}

function fromFile(value: string, set: string): string {
  if (!value.startsWith('@')) return value
  const text = readText(value.slice(1))
  if (typeof text === 'object') throw new UsageError(`--set ${set}：${text.wrong}。`)
  return text
}

function clausesInValue(read: ReadClauses, text: string, set: string): Item {
  const clauses = read(text)
  if (typeof clauses.wrong === 'string') throw new UsageError(`--set ${set}：${clauses.wrong}。`)
  return clauses
}

function typed(node: SchemaNode, text: string, lists: Lists, set: string): unknown {
  const types = [node.type ?? []].flat()
  if (types.includes('boolean')) {
    if (YES_WORDS.includes(text)) return true
    if (NO_WORDS.includes(text)) return false
    throw new UsageError(`--set ${set}：应为 true（是）或者 false（否）。`)
  }
  if (types.includes('integer')) {
    if (/^-?\d+$/.test(text)) return Number(text)
    throw new UsageError(`--set ${set}：应为整数。`)
  }
  if (types.includes('array') && text === '') return []
  if (types.includes('array'))
    throw new UsageError(`--set ${set}：这是列表，请用 []= 逐项追加，例如 attended[]=o1。`)
  if (types.includes('object') && !types.includes('string')) {
    throw new UsageError(`--set ${set}：这一项下面还有各栏，请写到具体的栏，例如 meeting.place=…`)
  }
  return choicesOf(node, lists)?.find(({ label }) => label === text)?.code ?? text
}
