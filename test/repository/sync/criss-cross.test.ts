import { resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { setUpClone } from '../../../src/repository/sync/driver.ts'
import { git, put, removeTemporary, textOf } from '../temporary.ts'
import { calls, comes, FILE, goes, histories, namesOf } from './histories.ts'

afterAll(removeTemporary, 60_000)

/** More of them where the environment says so. */
const PAIRS = Number(process.env.EJC_CROSSES ?? 12)

describe('histories that cross', { timeout: 30_000 + PAIRS * 15_000 }, () => {
  test('do not bring back an officer who was removed on the way', async () => {
    const { first, change, merge, officersAt, root } = histories()
    const start = await first([{ name: '甲' }])
    const [a1, b1] = [await change(start, comes('乙')), await change(start, comes('丙'))]
    const [a2, b2] = [await merge(a1, b1), await merge(b1, a1)]
    if (!a2 || !b2) throw new Error('no merge')
    expect(git(root, 'merge-base', '--all', a2, b2).trim().split('\n')).toHaveLength(2)
    // Each was added on one side of the crossing only, so that one of the two bases never had him.
    const without = await change(await change(a2, goes('乙')), goes('丙'))
    const end = await merge(without, await change(b2, calls('甲', '0771-1')))
    expect(end && officersAt(end)).toEqual([{ name: '甲', phone: '0771-1' }])
  })

  test('ask again where each side settled the same question in its own way', async () => {
    const { first, change, merge, settled } = histories()
    const start = await first([{ name: '甲', phone: '1' }])
    const [a1, b1] = [await change(start, calls('甲', '2')), await change(start, calls('甲', '3'))]
    const [a2, b2] = [
      await settled(a1, b1, [{ name: '甲', phone: '2' }]),
      await settled(b1, a1, [{ name: '甲', phone: '3' }]),
    ]
    expect(await merge(a2, b2)).toBeUndefined()
    const [a3, b3] = [
      await settled(a1, b1, [{ name: '甲', phone: '2' }]),
      await settled(b1, a1, [{ name: '甲', phone: '2' }]),
    ]
    expect(await merge(await change(a3, comes('乙')), b3)).toBeDefined()
  })

  test('of random pairs of clones lose and revive nobody', async () => {
    const { first, change, merge, officersAt } = histories()
    const start = await first(['甲', '乙', '丙'].map((name) => ({ name })))
    const step = fc.record({ side: fc.boolean(), remove: fc.nat(), cross: fc.boolean() })
    const days = fc.sample(fc.array(step, { minLength: 3, maxLength: 7 }), PAIRS)
    for (const [day, steps] of days.entries()) {
      let heads: [string, string] = [start, start]
      const gone = new Set<string>()
      const come = new Set(['甲', '乙', '丙'])
      for (const [index, { side, remove, cross }] of steps.entries()) {
        const at = side ? 1 : 0
        const present = officersAt(heads[at]).map(({ name }) => name)
        const leaving = remove % 2 ? present[remove % Math.max(present.length, 1)] : undefined
        const coming = `人${day}-${index}`
        heads[at] = await change(heads[at], leaving ? goes(leaving) : comes(coming))
        if (leaving) gone.add(leaving)
        else come.add(coming)
        if (!cross) continue
        // Both merge what the other had before, so that neither is the other's ancestor.
        const [one, other] = [await merge(heads[0], heads[1]), await merge(heads[1], heads[0])]
        if (one && other) heads = [one, other]
      }
      const end = await merge(heads[0], heads[1])
      const expected = [...come].filter((name) => !gone.has(name)).sort()
      expect(end && namesOf(officersAt(end))).toEqual(expected)
    }
  })
})

describe('git itself, by the merge driver', { timeout: 60_000 }, () => {
  test('gets a base without marks of conflict, and brings back nobody', async () => {
    const { first, change, merge, root } = histories()
    await setUpClone(root, [process.execPath, resolve('bin/ejc.js')])
    put(root, { '.gitattributes': 'cases/*/*.yaml merge=ejc\n' })
    git(root, 'add', '.gitattributes')
    git(root, 'commit', '--quiet', '-m', '合并方式')
    expect(git(root, 'config', 'merge.ejc.recursive').trim()).toBe('ejc-base')
    const start = await first([{ name: '甲', phone: '0' }])
    const [a1, b1] = [
      await change(await change(start, comes('乙')), calls('甲', '1')),
      await change(await change(start, comes('丙')), calls('甲', '1')),
    ]
    const [a2, b2] = [await merge(a1, b1), await merge(b1, a1)]
    if (!a2 || !b2) throw new Error('no merge')
    const without = await change(await change(a2, goes('乙')), goes('丙'))
    const other = await change(b2, calls('甲', '2'))
    git(root, 'reset', '--quiet', '--hard', without)
    git(root, 'merge', '--quiet', '--no-edit', other)
    expect(parse(textOf(root, FILE) ?? '')).toMatchObject({ officers: [{ name: '甲', phone: '2' }] })
  })
})
