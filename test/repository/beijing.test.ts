import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { beijingTime } from '../../src/repository/beijing.ts'
import { createRepository } from '../support/cli.ts'

const zone = process.env.TZ
afterEach(() => {
  process.env.TZ = zone
})

describe('a time that people read', () => {
  it.each(['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'])(
    'is that of Beijing on a machine in %s',
    (machine) => {
      process.env.TZ = machine
      expect(beijingTime('2026-03-01T16:30:00Z')).toBe('2026-03-02 00:30')
      expect(beijingTime('2026-03-01T08:30:00-08:00')).toBe('2026-03-02 00:30')
      expect(beijingTime('2026-12-31T15:59:59+00:00')).toBe('2026-12-31 23:59')
    },
  )

  it('is left as it is where it is none', () => {
    expect(beijingTime('昨天')).toBe('昨天')
  })

  it('is so in log, undo and sync, also where the commit was made and read elsewhere', () => {
    const repository = createRepository('example-case')
    const env = { TZ: 'America/Los_Angeles', GIT_COMMITTER_DATE: '2026-03-01T20:30:00-08:00' }
    const set = ['--set', 'to=某县公安局', '--set', 'on=2026-11-24', '--today', '2026-11-24']
    const done = repository.ejc(['advance', 'NN-2026-0001', 'notify-leniency', 'o2', ...set], { env })
    expect(done.exit, done.stderr).toBe(0)
    expect(repository.ejc(['log', 'NN-2026-0001'], { env }).stdout).toContain('2026-03-02 12:30')
    const undo = repository.ejc(['undo', 'NN-2026-0001', '--dry-run'], { env })
    expect(undo.stderr).toContain('2026-03-02 12:30')
    const shared = resolve(repository.root, '../shared.git')
    spawnSync('git', ['init', '--quiet', '--bare', shared])
    const synced = repository.ejc(['sync', '--commit', '--remote', shared], { env })
    expect(synced.stdout, synced.stderr).toContain('2026-03-02 12:30')
  })
})
