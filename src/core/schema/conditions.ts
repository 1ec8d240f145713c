import type { SchemaNode } from './node.ts'

/** What stands beside a value in its section. */
type Siblings = Readonly<Record<string, unknown>>

/** Whether the neighbours of a value are as a condition of `x-when` or `x-titles` says. */
export function isMet(condition: string, siblings: Siblings): boolean {
  return condition.split('&').every((part) => {
    const [key = '', wanted] = part.split('=')
    if (!key) return true
    const isOther = key.endsWith('!')
    const value = siblings[isOther ? key.slice(0, -1) : key]
    return wanted === undefined ? value !== undefined : wanted.split('|').includes(String(value)) !== isOther
  })
}

/**
 * The schema of a value with the title that it has beside these neighbours: 分期支付的金额, and not 折抵金额. A title may
 * name a neighbour: `{inNameOf}的地址`.
 */
export function titledBeside(node: SchemaNode, siblings: Siblings): SchemaNode {
  const own = Object.entries(node['x-titles'] ?? {}).find(([condition]) => isMet(condition, siblings))
  if (!own) return node
  return { ...node, title: own[1].replace(NEIGHBOUR, (_, key: string) => String(siblings[key] ?? '')) }
}

/** A neighbour in a title. */
const NEIGHBOUR = /\{(\w+)\}/gu

/** Every title of a value, the one that it mostly has first; without the neighbours that a title names. */
export function titlesOf({ title, 'x-titles': others = {} }: SchemaNode): string[] {
  return [...(title === undefined ? [] : [title]), ...Object.values(others).map(unnamed)]
}

const unnamed = (title: string): string => title.replace(/\{\w+\}的?/gu, '')
