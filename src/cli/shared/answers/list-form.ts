import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { schemaAt } from '../../../core/schema/walk.ts'
import { UsageError } from '../exit.ts'
import { nameKeyOf } from './named.ts'

/** The key that an option names. */
export interface SetKey {
  readonly path: readonly PathSegment[]
  readonly node: SchemaNode
  /** Whether the value is one more item of the list. */
  readonly appends: boolean
}

/** A whole value in brackets, as lists and sections stand in files; people also type those of a Chinese keyboard. */
const IN_BRACKETS = /^\s*(?:\[[\s\S]*\]|\{[\s\S]*\}|【[\s\S]*】|｛[\s\S]*｝|［[\s\S]*］)\s*$/u
/** A line of a list as it stands in a file. */
const DASHED = /^\s*- /u

/**
 * Refuses a value for a list, or for a part with keys of its own, that is written as in a file: [{name: 宁某}],
 * {name: 宁某}, - 宁某, name: 宁某. Taken as a word, it would become an odd name.
 * @throws UsageError with the way to write it
 */
export function refuseFileForm(
  { name, path: above }: { readonly name: SchemaName; readonly path: readonly PathSegment[] },
  { path, node, appends }: SetKey,
  value: string,
  set: string,
): void {
  const at = (inner: readonly PathSegment[]) => schemaAt(name, [...above, ...inner])
  const holder = at(path.slice(0, -1))
  // One name stands for the part that it is the name of.
  const isName = nameKeyOf(holder) === path.at(-1)
  const item = isName ? holder : appends || isList(node) ? at([...path, 0]) : node
  if (!(isName || appends || isList(node) || item?.properties) || !isInFileForm(item, value)) return
  const takesWords = nameKeyOf(item) !== undefined || (item !== undefined && isWord(item))
  const isOfSeveral = appends || isList(isName ? (at(path.slice(0, -1)) ?? node) : node)
  const words = isOfSeveral ? '甲、乙' : '甲'
  const way = takesWords ? `直接写 ${keyIn(set)}=${words}` : listForm(item, set).replace(/^请|。$/gu, '')
  throw new UsageError(
    `--set ${set}：这是文件（YAML）里的写法，这里不能用。请${way}；或者写进文件，用 --from 文件 读入。`,
  )
}

function isInFileForm(item: SchemaNode | undefined, text: string): boolean {
  const keys = Object.entries(item?.properties ?? {}).flatMap(([key, { title }]) => [key, title ?? key])
  const isKeyed = keys.some((key) => RegExp(`^\\s*${key}\\s*[:：]`, 'u').test(text))
  return isKeyed || IN_BRACKETS.test(text) || DASHED.test(text)
}

function isList({ type }: SchemaNode): boolean {
  return [type ?? []].flat().includes('array')
}

/** Whether a list holds words or sentences: they are given at once, separated as a question takes them. */
export function isWord(item: SchemaNode): boolean {
  return !item.properties && !item.oneOf && [item.type ?? 'string'].flat().includes('string')
}

/** How a list is given: words one by one, sections by their number and key. */
export function listForm(item: SchemaNode | undefined, set: string): string {
  const [key] = Object.keys(item?.properties ?? {}).filter((each) => each !== 'id')
  const name = keyIn(set)
  return key === undefined
    ? `请用 []= 逐项追加，例如 ${name}[]=…。已有内容要换掉的，${replaceForm(set)}`
    : `请写明第几项（从 0 数起）和其中的栏，例如 ${name}.0.${key}=…。`
}

/** How a list is replaced as a whole. */
export function replaceForm(set: string): string {
  const name = keyIn(set)
  return `先写 --set ${name}= 清空，再写 --set ${name}[]=…。`
}

/** The key of an option as it was written. */
export function keyIn(set: string): string {
  return (set.split('=')[0] ?? '').replace(/\[\]$/, '')
}
