import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { createRepository, listOf, type TestRepository } from '../../../support/cli.ts'

const id = 'NN-2026-0001'
const day = ['--today', '2026-11-24']
const why = ['--reason', '查到原卷']

/** The example case as a ledger of 2026-09-30 tells of it: an initiation, services and an agreement, no check and no conclusion. */
function takenOver(): TestRepository {
  const repository = createRepository('example-case')
  const file = (name: string) => `cases/${id}/${name}.yaml`
  const edit = (name: string, change: (data: Record<string, unknown>) => void): void => {
    const data = parse(repository.read(file(name))) as Record<string, unknown>
    change(data)
    repository.write(file(name), stringify(data))
  }
  edit('case', (data) => {
    data.backfilled = { on: '2026-09-30', source: '台账.xlsx', row: 2 }
  })
  edit('investigation', (data) => {
    delete data.conclusion
  })
  edit('consultation', (data) => {
    const [round] = data.rounds as Record<string, unknown>[]
    delete round?.meetings
    delete round?.replies
  })
  rmSync(join(repository.root, file('screening')))
  repository.git('add', '--all')
  repository.git('commit', '--quiet', '-m', '放入案件')
  return repository
}

const unrecorded = ({ ejc }: TestRepository): string =>
  listOf(ejc(['lint', `cases/${id}`, '--rule', 'case/backfilled', '--json', ...day]), 'lint')
    .map(({ message }) => String(message))
    .join()

describe('第三十八条: ejc amend completes a step of which the ledger did not tell', () => {
  const repository = takenOver()
  const { ejc } = repository

  it('names such steps among what can be amended', () => {
    const { exit, stderr } = ejc(['amend', id, '这一步没有', ...why, ...day])
    expect(exit).toBe(2)
    expect(stderr).toMatch(/记录初步核查　补录时未载明，可以补登/u)
    expect(unrecorded(repository)).toMatch(/初步核查/u)
  })

  it('writes it with its own day, in one commit that says why; from then on it is read as any other', () => {
    const call = ejc([
      ...['amend', id, '初步核查', '--set', 'checkedOn=2026-02-20', '--set', 'damageFound=true'],
      ...['--set', 'decision=initiate', ...why, ...day],
    ])
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('补登：记录初步核查') })
    expect(parse(repository.read(`cases/${id}/screening.yaml`))).toMatchObject({ checkedOn: '2026-02-20' })
    expect(repository.git('log', '-1', '--format=%B')).toMatch(/补登：记录初步核查[\s\S]*理由：查到原卷/u)
    expect(unrecorded(repository)).not.toMatch(/初步核查/u)
    const [screening] = listOf(ejc(['due', id, '--all', '--json', ...day]), 'due').filter(
      ({ deadline }) => deadline === 'screening',
    )
    expect(screening).toMatchObject({ met: '2026-02-20', status: 'met' })
  })

  it('adds what belongs into a list at its end, without a day of its own making', () => {
    const said = ['attended[]=o1', 'attended[]=o2', 'outcome=agreed', 'agreedWith[]=o1', 'agreedWith[]=o2']
    const meeting = ['meet', '1', ...said.flatMap((each) => ['--set', each])]
    expect(ejc(['amend', id, ...meeting, ...why, ...day]).exit).toBe(2)
    const call = ejc(['amend', id, ...meeting, '--set', 'heldOn=2026-09-10', ...why, ...day])
    expect(call).toMatchObject({ exit: 0, stdout: expect.stringContaining('补登：记录磋商会议') })
    expect(parse(repository.read(`cases/${id}/consultation.yaml`))).toMatchObject({
      rounds: [{ meetings: [{ number: 1, heldOn: '2026-09-10', agreedWith: ['o1', 'o2'] }] }],
    })
  })

  it('takes away nothing that was never recorded', () => {
    expect(ejc(['amend', id, 'conclude', '--remove', ...why, ...day])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('没有记录过'),
    })
  })
})
