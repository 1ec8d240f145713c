import { beforeAll, describe, expect, it } from 'vitest'
import { actions } from '../../src/core/stages/actions/index.ts'
import { stages } from '../../src/core/stages/stage.ts'
import { createTally, listed, type WalkTally } from './tally.ts'
import { type Walk, walk } from './walk.ts'

/** How many walks; more of them by `EJC_WALKS=5000`, another part of the world by `EJC_WALK_SEED=100000`. */
const walks = Number(process.env.EJC_WALKS ?? 2000)
const firstSeed = Number(process.env.EJC_WALK_SEED ?? 1)
/** From this many on, every action must have been taken somewhere. */
const ENOUGH = 1000
const SECOND = 1000
const LIMIT = 3600 * SECOND

/** A walk that broke something, as a reader needs it to make it again: its seed and its last steps. */
function told({ seed, taken, broken }: Walk): string {
  const steps = taken
    .slice(-12)
    .map(
      ({ today, action, subject, item }) => `  ${today} ${action} ${subject ?? ''} ${JSON.stringify(item)}`,
    )
  return [`seed ${seed}: ${broken.join('; ')}`, ...steps].join('\n')
}

function walked(seed: number, tally: WalkTally): Walk {
  try {
    return walk(seed, tally)
  } catch (error) {
    return {
      seed,
      taken: [],
      broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    }
  }
}

function summary(tally: WalkTally, seconds: number): string {
  const refused = [...tally.refusals.values()].reduce((total, times) => total + times, 0)
  return [
    `walks ${walks}, steps ${tally.steps()}, items refused ${refused}, ${seconds} s`,
    `rules that refuse an item asked at every step, all rules in ${tally.looked} states, among them every end`,
    `actions: ${listed(tally.actions)}`,
    `stages: ${listed(tally.stages)}`,
    `ends: ${listed(tally.ends)}`,
  ].join('\n')
}

describe('random sequences of legal actions from `ejc new` to an end', () => {
  const tally = createTally()
  let broken: string[] = []

  beforeAll(() => {
    const began = performance.now()
    const all = Array.from({ length: walks }, (_, index) => walked(firstSeed + index, tally))
    broken = all.filter((each) => each.broken.length > 0).map(told)
    console.log(summary(tally, Math.round((performance.now() - began) / SECOND)))
  }, LIMIT)

  it('every state is valid, follows the law, and offers an action or is the end; every walk comes to an end', () => {
    expect(broken).toEqual([])
  })

  it('every refusal says why and by which article', () => {
    expect(tally.silent).toEqual([])
  })

  it('no refusal names an English key or code', () => {
    expect([...tally.foreign]).toEqual([])
  })

  it.runIf(walks >= ENOUGH)('every action is taken by some walk', () => {
    expect(actions.map(({ id }) => id).filter((id) => !tally.actions.has(id))).toEqual([])
  })

  it.runIf(walks >= ENOUGH)('every stage is reached by some walk', () => {
    // A case that was registered twice is withdrawn by `ejc amend`, which no walk takes.
    const reached = ['duplicate', ...tally.stages.keys(), ...(tally.ends.size > 0 ? ['closed'] : [])]
    expect(Object.keys(stages).filter((stage) => !reached.includes(stage))).toEqual([])
  })
})
