import { describe, expect, it } from 'vitest'
import { createRepository, dataOf } from '../../../support/cli.ts'

const like = 'NN-2026-0001'
const day = ['--today', '2026-11-24', '--no-input']
const clue = [
  ...['--set', 'title=某仓库渗漏案', '--set', 'clue.channel=routine-supervision'],
  ...['--set', 'clue.foundOn=2026-11-23'],
]

interface NewItem {
  readonly [key: string]: unknown
  readonly damage: Readonly<Record<string, unknown>>
  readonly jurisdiction: Readonly<Record<string, unknown>>
  readonly obligors: readonly Readonly<Record<string, unknown>>[]
}

function register(...options: string[]) {
  const repository = createRepository('example-case')
  const call = repository.ejc(['new', '--like', like, ...clue, ...options, '--json', ...day])
  // The schema boundary: the call has printed an item of case.yaml.
  return { repository, call, item: (dataOf(call, 'written') as unknown as { item: NewItem }).item }
}

describe('ejc new --like', () => {
  it('given a case of the same kind, takes over cause, office, officers, and kind of damage', () => {
    const { item, repository } = register()
    const former = repository.read(`cases/${like}/case.yaml`)
    expect(item.damage).toMatchObject({ kind: 'pollutant-discharge', scope: 'covered' })
    for (const said of [String(item.cause), String(item.jurisdiction.handlingUnit)])
      expect(former).toContain(said)
    expect(item.officers).toMatchObject([{ name: '覃某' }])
  })

  it('takes over no day, no place, no finding and no sum, and nobody as an obligor', () => {
    const { item } = register()
    expect(item.obligors).toEqual([])
    expect(Object.keys(item.damage).toSorted()).toEqual(
      ['kind', 'media', 'scope'].filter((key) => item.damage[key] !== undefined),
    )
    expect(JSON.stringify(item).match(/\d{4}-\d{2}-\d{2}/g)).toEqual(['2026-11-23'])
    expect(item.jurisdiction).not.toHaveProperty('countyAuthorization')
    for (const key of ['summary', 'simpleCase', 'relatedProceedings', 'assignments'])
      expect(item).not.toHaveProperty(key)
  })

  it('takes over who the obligors are, where the officer says that they are the same', () => {
    const { item } = register('--same-obligors')
    expect(item.obligors.map(({ id, name }) => [id, name])).toEqual([
      ['o1', '某化工有限公司'],
      ['o2', '韦某'],
    ])
    expect(item.damage).not.toHaveProperty('location')
    for (const obligor of item.obligors)
      for (const key of ['identifiedOn', 'custody', 'bankruptcy', 'remarks'])
        expect(obligor).not.toHaveProperty(key)
  })

  it('says what the call says, where it says a part of a section', () => {
    const { item } = register('--set', 'damage.kind=wildlife')
    expect(item.damage).toMatchObject({ kind: 'wildlife', scope: 'covered' })
    expect(item.jurisdiction).toMatchObject({ department: 'forestry' })
  })

  it('names the other case where place and obligor turn out to be the same', () => {
    const { repository, item } = register('--same-obligors')
    const [, location] = /location: (.*)/.exec(repository.read(`cases/${like}/case.yaml`)) ?? []
    const again = ['--same-obligors', '--set', `damage.location=${location}`]
    const { stderr, stdout } = repository.ejc(['new', '--like', like, ...clue, ...again, '--dry-run', ...day])
    expect(`${stdout}${stderr}`).toContain('赔偿义务人、损害地点相同')
    expect(item.title).toBe('某仓库渗漏案')
  })

  it.each([
    ['a case that is not there', ['--like', 'NN-2026-0099'], '没有案件 NN-2026-0099'],
    ['obligors of no case', ['--same-obligors'], '--like'],
  ])('refuses %s', (_, options, says) => {
    const call = createRepository('example-case').ejc(['new', ...options, ...clue, ...day])
    expect(call).toMatchObject({ exit: 2, stdout: '' })
    expect(call.stderr).toContain(says)
  })
})
