import type { Facts } from './facts.ts'

/**
 * A question to the facts that many rules and deadlines ask: of each case, whose facts never change, it is answered once,
 * and those who ask share the answer.
 */
export function oncePerCase<T, Case extends object = Facts>(ask: (facts: Case) => T): (facts: Case) => T {
  const known = new WeakMap<Case, { readonly answer: T }>()
  return (facts) => {
    const kept = known.get(facts)
    if (kept) return kept.answer
    const answer = ask(facts)
    known.set(facts, { answer })
    return answer
  }
}
