import { expect, it } from 'vitest'
import { oncePerCase, oncePerSubject } from '../../src/core/facts/once.ts'

it('answers a question once for each case, also where the answer is none', () => {
  const asked: string[] = []
  const ask = oncePerCase(({ id }: { readonly id: string }) => {
    asked.push(id)
    return id === 'A' ? undefined : [id]
  })
  const [a, b] = [{ id: 'A' }, { id: 'B' }]
  expect([ask(a), ask(a), ask(b)]).toEqual([undefined, undefined, ['B']])
  expect(ask(b)).toBe(ask(b))
  // The same facts read anew are another case.
  expect(ask({ ...b })).not.toBe(ask(b))
  expect(asked).toEqual(['A', 'B', 'B'])
})

it('answers a question about something in a case once for each thing', () => {
  const asked: string[] = []
  const ask = oncePerSubject(({ id }: { readonly id: string }, subject: string | null) => {
    asked.push(`${id} ${subject}`)
    return subject === null ? undefined : [id, subject]
  })
  const [a, b] = [{ id: 'A' }, { id: 'B' }]
  expect([ask(a, null), ask(a, null), ask(a, 'o1')]).toEqual([undefined, undefined, ['A', 'o1']])
  expect(ask(a, 'o1')).toBe(ask(a, 'o1'))
  expect(ask(b, 'o1')).toEqual(['B', 'o1'])
  expect(asked).toEqual(['A null', 'A o1', 'B o1'])
})
