import { expect, it } from 'vitest'
import { oncePerCase } from '../../src/core/facts/once.ts'

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
