import { describe, expect, it } from 'vitest'
import { createRepository, ejcIn, temporaryFolder } from '../cli.ts'

const day = ['--today', '2026-11-24']
const id = 'NN-2026-0001'

describe('a call that is run by the server of the tests does what a process of its own does', () => {
  const repository = createRepository('example-case', 'example-case-2')

  it.each([
    ['list', ...day],
    ['due', '--all', ...day],
    ['show', id, '--json', ...day],
    ['lint', '--json', ...day],
    ['explain', 'case/date-order'],
    ['report', 'annual', '--year', '2026', ...day],
    ['show', 'NN-1999-0001', ...day],
    ['lint', '--no-such-option'],
    ['--version'],
    ['--help'],
    [],
  ])('ejc %s %s', (...args) => {
    const served = repository.ejc(args)
    expect(served).toEqual(repository.ejc(args, { process: true }))
    expect(repository.ejc(args), 'called again').toEqual(served)
  })

  it('writes the same commit', () => {
    const written = [false, true].map((process) => {
      const { git, ejc } = createRepository('example-case')
      const set = ['--set', 'to=某县公安局', '--set', 'on=2026-11-24']
      const { exit, stderr } = ejc(['advance', id, 'notify-leniency', 'o2', ...set, ...day], { process })
      return { exit, stderr, shown: git('show', '--format=%an %s', '--', 'cases') }
    })
    expect(written[0]).toEqual(written[1])
    expect(written[0]?.shown).toContain('某县公安局')
  })

  it('is called in its own folder, environment and width', () => {
    const folder = temporaryFolder()
    const narrow = { columns: 60, env: { EJC_OUTSIDE: folder } }
    for (const where of [folder, repository.root]) {
      const [served, process] = [false, true].map((process) =>
        ejcIn(where, ['doctor', '--json', ...day], { ...narrow, process }),
      )
      expect(served).toEqual(process)
    }
    expect(repository.ejc(['due', ...day], narrow)).toEqual(
      repository.ejc(['due', ...day], { ...narrow, process: true }),
    )
  })
})
