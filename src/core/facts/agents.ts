import type { Regulation } from '../regulation/regulation.ts'

/**
 * What is wrong with so many agents: a party may be represented by one or two (`litigation-agents`). Undefined where
 * they are not too many.
 */
export function tooManyAgents(regulation: Regulation, agents: readonly unknown[]): string | undefined {
  const most = regulation.count('litigation-agents', undefined)
  if (most === undefined || agents.length <= most) return undefined
  return `委托代理人至多${most}人（${regulation.citation('litigation-agents')}），现有${agents.length}人`
}
