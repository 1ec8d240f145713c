import type { Contractor } from '../facts/documents.ts'

interface Body {
  readonly name: string
  readonly creditCode?: string
}

/** Whether two bodies are the same: by their 统一社会信用代码 where both have one on record, else by name. */
export function isSameBody(one: Body, other: Body): boolean {
  if (one.creditCode && other.creditCode && one.creditCode === other.creditCode) return true
  return one.name === other.name
}

/** Whether a contractor is on record as affiliated with another body, by its name or its code. */
export function isAffiliated({ affiliatedWith }: Contractor, other: Body): boolean {
  if (!affiliatedWith) return false
  return affiliatedWith === other.creditCode || affiliatedWith.includes(other.name)
}
