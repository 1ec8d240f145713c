import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import type { Call, TestRepository } from './cli.ts'

const answers = join(import.meta.dirname, '../../examples/answers')

/**
 * A step of the case that the demo shows: the day, and an action with its subject, or what an officer files by hand.
 */
type Step = readonly [today: string, action: string, subject?: string] | readonly ['by hand', batch: string]

/** From the clue to the signed agreement, as in `npm run demo`. */
const steps: readonly Step[] = [
  ['2026-07-09', 'screen'],
  ['2026-07-10', 'initiate'],
  ['2026-07-15', 'commission-appraisal'],
  ['2026-08-25', 'receive-appraisal'],
  ['2026-10-12', 'extend-investigation'],
  ['by hand', 'investigation'],
  ['2026-10-20', 'conclude'],
  ['2026-10-21', 'notify'],
  ['by hand', 'service'],
  ['2026-10-22', 'serve', '1/o1'],
  ['2026-10-26', 'serve', '1/o2'],
  ['2026-10-27', 'reply', '1/o1'],
  ['2026-10-29', 'reply', '1/o2'],
  ['by hand', 'meetings'],
  ['2026-11-04', 'meet'],
  ['2026-11-12', 'meet'],
  ['2026-11-20', 'sign'],
]

/** Carries the case of the demo as far as `last` (by default to the signed agreement); returns every call of ejc. */
export function carryDemoCase(repository: TestRepository, id: string, last = 'sign'): Call[] {
  const opened = repository.ejc(['new', '--id', id, '--from', answer('new'), '--today', '2026-07-06'])
  const calls = [opened]
  const meetings: string[] = []
  for (const [today, action, subject] of steps.slice(0, steps.findIndex(([, each]) => each === last) + 1)) {
    if (today === 'by hand') fileByHand(repository, id, action)
    else {
      if (action === 'meet') meetings.push(today)
      const about = action === 'meet' ? String(meetings.length) : subject?.split('/')[1]
      const from = answer([action, about].filter(Boolean).join('-'))
      const words = ['advance', id, action, ...(subject === undefined ? [] : [subject])]
      calls.push(repository.ejc([...words, '--from', from, '--today', today]))
    }
  }
  return calls
}

function answer(name: string): string {
  return join(answers, `${name}.yaml`)
}

/** Puts the files of a batch into the case and commits them: lists grow at their end, the rest is copied. */
function fileByHand(repository: TestRepository, id: string, batch: string): void {
  const from = join(answers, 'by-hand', batch)
  for (const name of readdirSync(from)) {
    const file = `cases/${id}/${name}`
    if (!name.endsWith('.yaml') || !existsSync(join(repository.root, file)))
      cpSync(join(from, name), join(repository.root, file), { recursive: true })
    else
      repository.write(
        file,
        stringify(grown(parse(repository.read(file)), parse(readFileSync(join(from, name), 'utf8')))),
      )
  }
  repository.git('add', '--', `cases/${id}`)
  repository.git('commit', '--quiet', '--no-verify', '-m', `${id} 补记`)
}

function grown(present: Record<string, unknown>, more: Record<string, unknown>): Record<string, unknown> {
  const merged = Object.entries(more).map(([key, value]) => {
    const old = present[key]
    return [key, Array.isArray(old) && Array.isArray(value) ? [...old, ...value] : value] as const
  })
  return { ...present, ...Object.fromEntries(merged) }
}
