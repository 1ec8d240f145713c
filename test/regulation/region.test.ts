import { describe, expect, it, test } from 'vitest'
import { readPacks } from '../../src/build/generate/law.ts'
import { faultsOf } from '../../src/core/regulation/check.ts'
import { copyPack } from '../../src/core/regulation/copy.ts'
import { holdsFor, provinceCode, provinceOf, regionName } from '../../src/core/regulation/region.ts'

describe('the text of a region holds for', () => {
  it.each([
    ['450000', '450000', true, 'the office of the region itself'],
    ['450000', '450103', true, 'a county in the region'],
    ['450000', '451000', true, 'a city whose own code ends with three zeros'],
    ['450000', '460000', false, 'the next region'],
    ['450100', '450103', true, 'a county of the city'],
    ['450100', '450200', false, 'another city'],
    ['450100', '450000', false, 'the region, whose text a city cannot write'],
    ['451000', '451002', true, 'a county of a city whose code ends with three zeros'],
    ['451000', '451100', false, 'the city with the next code'],
    ['450103', '450103', true, 'the county itself'],
    ['500112', '500112', true, 'a district whose code holds two zeros'],
    ['450103', '450105', false, 'another county'],
  ])('%s: an office in %s: %s (%s)', (region, office, holds) => {
    expect(holdsFor(region, office)).toBe(holds)
  })
})

describe('a code', () => {
  it('tells the province in which a place lies', () => {
    expect(provinceOf('530102')).toBe('云南省')
    expect(provinceCode('530102')).toBe('530000')
    expect(regionName('530102')).toBe('530102（云南省）')
  })

  it('of no province has no name', () => {
    expect(provinceOf('990000')).toBeUndefined()
    expect(regionName('990000')).toBe('990000')
  })
})

const packs = await readPacks()
const head = {
  id: 'yunnan',
  title: '云南办法',
  shortTitle: '云南办法',
  status: 'draft',
  issuer: '某厅',
} as const
const regionFaults = (pack: Parameters<typeof faultsOf>[0], office?: string) =>
  faultsOf(pack, [pack, ...packs], office).filter(({ path }) => ['region', 'review'].includes(`${path[0]}`))

describe('a pack copied for another province', () => {
  test('with its region is of that region, which nobody need compare', () => {
    const { data, remarks } = copyPack('guangxi-2025-draft', packs, { ...head, region: '530000' })
    expect(data).toMatchObject({ region: '530000' })
    expect(data).not.toHaveProperty('review')
    expect(remarks.filter(({ path }) => path[0] === 'region')).toEqual([])
    expect(regionFaults({ ...data, id: 'yunnan' }, '530102')).toEqual([])
  })

  test('without its region keeps that of the source, marked, and the check names the mark', () => {
    const { data, remarks } = copyPack('guangxi-2025-draft', packs, head)
    expect(data).toMatchObject({ region: '450000', review: '待核' })
    expect(remarks[0]).toEqual({
      path: ['region'],
      text: '适用地区（原：guangxi-2025-draft 450000（广西壮族自治区））',
    })
    expect(regionFaults({ ...data, id: 'yunnan' })).toEqual([
      {
        kind: 'review',
        path: ['review'],
        message: '「适用地区」还没有与正式文本核对：核对、改正以后删去这一行。',
      },
    ])
  })

  test('of a source that names no region has none, and no mark', () => {
    const source = { id: 'placeless', extends: 'guangxi-2025-draft', shortTitle: '无地区', title: '无地区' }
    const { data, remarks } = copyPack('placeless', [source, ...packs], head)
    expect(data).not.toHaveProperty('region')
    expect(data).not.toHaveProperty('review')
    expect(remarks.filter(({ path }) => path[0] === 'region')).toEqual([])
  })

  test('of Guangxi does not do for an office in Yunnan', () => {
    const { data } = copyPack('guangxi-2025-draft', packs, { ...head, region: '450000' })
    const pack = { ...data, id: 'yunnan' }
    expect(regionFaults(pack, '530102')).toEqual([
      {
        kind: 'contradiction',
        path: ['region'],
        message:
          '适用地区是 450000（广西壮族自治区），本库在 530102（云南省）：请改正 region；本库的地区写错的，改正 ejc.yaml 的 region.code。',
      },
    ])
    expect(regionFaults(pack, '450100')).toEqual([])
    expect(regionFaults(pack)).toEqual([])
    expect(regionFaults({ ...pack, region: 450000 }, '530102')).toEqual([])
  })
})
