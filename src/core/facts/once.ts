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

/** The same for a question about something in the case: it is answered once for each thing, as for each obligor. */
export function oncePerSubject<T, Subject, Case extends object = Facts>(
  ask: (facts: Case, subject: Subject) => T,
): (facts: Case, subject: Subject) => T {
  const answersOf = oncePerCase<Map<Subject, { readonly answer: T }>, Case>(() => new Map())
  return (facts, subject) => {
    const known = answersOf(facts)
    const kept = known.get(subject) ?? { answer: ask(facts, subject) }
    known.set(subject, kept)
    return kept.answer
  }
}
