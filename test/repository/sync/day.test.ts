import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { KnownBases } from '../../../src/repository/sync/base.ts'
import { removeTemporary } from '../temporary.ts'
import { comes, goes, histories, namesOf } from './histories.ts'

afterAll(removeTemporary, 60_000)

/** The commits of the day, those of merges apart; 400 where the environment says so. */
const COMMITS = Number(process.env.EJC_DAY ?? 40)
const TEAM = [0, 1, 2] as const

const step = fc.record({
  who: fc.constantFrom(...TEAM),
  leaves: fc.boolean(),
  which: fc.nat(),
  /** Whom the officer exchanges with afterwards; both take what the other had before, so that their histories cross. */
  meets: fc.option(fc.constantFrom(...TEAM), { freq: 2 }),
})

test('a day of three officers whose histories cross loses nobody and brings back nobody', {
  timeout: 60_000 + COMMITS * 6_000,
}, async () => {
  const { first, change, merge, officersAt } = histories()
  const start = await first([{ name: '甲' }, { name: '乙' }, { name: '丙' }])
  const heads: [string, string, string] = [start, start, start]
  const come = new Set(['甲', '乙', '丙'])
  const gone = new Set<string>()
  const [day = []] = fc.sample(fc.array(step, { minLength: COMMITS, maxLength: COMMITS, size: 'max' }), {
    numRuns: 1,
    seed: 15,
  })
  // What one officer's machine knows of the day; the merge in the evening is made once without it too.
  const known: KnownBases = new Map()
  const merged = async (ours: string, theirs: string, by: KnownBases = known): Promise<string> => {
    const commit = await merge(ours, theirs, by)
    if (commit === undefined) throw new Error('somebody would have to decide')
    return commit
  }
  for (const [index, { who, leaves, which, meets }] of day.entries()) {
    // Somebody always has the case.
    const present = namesOf(officersAt(heads[who])).filter((name) => name !== '甲')
    const leaving = leaves ? present[which % Math.max(present.length, 1)] : undefined
    const coming = `人${index}`
    heads[who] = await change(heads[who], leaving ? goes(leaving) : comes(coming))
    if (leaving) gone.add(leaving)
    else come.add(coming)
    if (meets === null || meets === who) continue
    const [mine, yours] = [heads[who], heads[meets]]
    heads[who] = await merged(mine, yours)
    heads[meets] = await merged(yours, mine)
  }
  const two = await merged(heads[0], heads[1])
  const end = await merged(two, heads[2])
  expect(namesOf(officersAt(end))).toEqual([...come].filter((name) => !gone.has(name)).sort())
  const anew = await merged(two, heads[2], new Map())
  expect(namesOf(officersAt(anew))).toEqual(namesOf(officersAt(end)))
})
