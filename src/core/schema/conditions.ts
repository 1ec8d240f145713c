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

/** The schema of a value with the title that it has beside these neighbours: 分期支付的金额, and not 折抵金额. */
export function titledBeside(node: SchemaNode, siblings: Siblings): SchemaNode {
  const own = Object.entries(node['x-titles'] ?? {}).find(([condition]) => isMet(condition, siblings))
  return own ? { ...node, title: own[1] } : node
}

/** Every title of a value, the one that it mostly has first. */
export function titlesOf({ title, 'x-titles': others = {} }: SchemaNode): string[] {
  return [...(title === undefined ? [] : [title]), ...Object.values(others)]
}
