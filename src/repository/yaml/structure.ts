import type { Pair, Scalar } from 'yaml'
import { yamlLibrary } from './library.ts'
import { deepestNesting, isForbiddenKey, tooDeep } from './rules.ts'

/** Something that the parser accepts and we do not, at a character offset. */
export interface StructureProblem {
  offset: number
  message: string
}

interface Ranged {
  range?: [number, number, number] | null | undefined
}

export const notAMap = '文件顶层应为“键: 值”的映射'
export const emptyFile = '文件为空：请补充内容；该阶段尚未开始的，请删除此文件'

/** Everything in a parsed document that is not in our subset of YAML, in the order of the text. */
export function structureProblems(root: unknown): StructureProblem[] {
  const { isMap, isScalar } = yamlLibrary()
  if (root === null || (isScalar(root) && root.value === null)) return [{ offset: 0, message: emptyFile }]
  const problems = [...nodeProblems(root, 1)]
  if (!isMap(root)) problems.unshift({ offset: 0, message: notAMap })
  return problems
}

function* nodeProblems(node: unknown, depth: number): Generator<StructureProblem> {
  const { isAlias, isCollection, isScalar } = yamlLibrary()
  if (isAlias(node)) yield problemOfNode(node, `不得使用引用 *${node.source}：请写出内容`)
  if (!isScalar(node) && !isCollection(node)) return
  if (node.anchor !== undefined)
    yield problemOfNode(node, `不得使用锚点 &${node.anchor}：请删去，并在引用处写出内容`)
  if (node.tag !== undefined) yield problemOfNode(node, `不得使用类型标记 ${node.tag}：请删去`)
  if (isScalar(node)) yield* numberProblems(node)
  else if (depth > deepestNesting) yield problemOfNode(node, tooDeep)
  else yield* problemsOfItems(node.items, depth + 1)
}

function* numberProblems(node: Scalar): Generator<StructureProblem> {
  if (typeof node.value !== 'number' || Number.isFinite(node.value)) return
  yield problemOfNode(node, `${node.source ?? ''} 不是可用的数：请改正，或加引号作为文字`)
}

function* problemsOfItems(items: readonly unknown[], depth: number): Generator<StructureProblem> {
  const { isPair } = yamlLibrary()
  const seen = new Set<string>()
  for (const item of items) {
    if (!isPair(item)) {
      yield* nodeProblems(item, depth)
      continue
    }
    yield* keyProblems(item, seen)
    yield* nodeProblems(item.key, depth)
    yield* nodeProblems(item.value, depth)
  }
}

function* keyProblems({ key }: Pair, seen: Set<string>): Generator<StructureProblem> {
  const { isNode, isScalar } = yamlLibrary()
  if (!isScalar(key)) {
    yield problemOfNode(isNode(key) ? key : {}, '键应为文字，不能是列表、映射或引用')
    return
  }
  const name = String(key.value)
  if (typeof key.value !== 'string')
    yield problemOfNode(key, `键 ${key.source ?? '（空）'} 应为文字：请加上引号`)
  if (isForbiddenKey(name)) yield problemOfNode(key, `不得使用键 ${name}：请改名`)
  if (seen.has(name)) yield problemOfNode(key, `键 ${name} 重复：同一层只能出现一次，请合并`)
  seen.add(name)
}

function problemOfNode(node: Ranged, message: string): StructureProblem {
  return { offset: node.range?.[0] ?? 0, message }
}
