import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const probe = fileURLToPath(new URL('tz-probe.ts', import.meta.url))

function answersIn(zone: string): string {
  return execFileSync(process.execPath, ['--import', 'tsx', probe], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
    maxBuffer: 32 * 1024 * 1024,
  })
}

it('the calendar answers the same wherever the computer stands', () => {
  const shanghai = answersIn('Asia/Shanghai')
  expect(JSON.parse(shanghai)).toHaveLength(4748)
  expect(answersIn('America/Los_Angeles') === shanghai).toBe(true)
  expect(answersIn('Pacific/Kiritimati') === shanghai).toBe(true)
})
