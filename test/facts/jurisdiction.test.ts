import { describe, expect, test } from 'vitest'
import type { Jurisdiction } from '../../src/core/facts/documents.ts'
import {
  isHandedDown,
  isOfCounty,
  jurisdictionProposals,
  lacksLead,
  needsAuthorization,
  proposedLevel,
} from '../../src/core/facts/jurisdiction.ts'
import { sampleDocuments } from '../../src/core/lint/sample.ts'
import { settingOn } from '../support/setting.ts'

const { regulation } = settingOn('2026-05-01')
const city: Jurisdiction = {
  level: 'city',
  obligee: '南宁市人民政府',
  handlingUnit: '南宁市生态环境局',
  handlingUnitKind: 'department',
}
const authorization = { document: '授权书', grantedBy: '南宁市人民政府', grantedOn: '2026-03-01' }

describe('第七条: given a unit below the city, it handles a case only when authorised', () => {
  test('a department of a county, or whatever handles at the level of a county; a branch acts for the city', () => {
    expect(needsAuthorization(city, regulation)).toBe(false)
    expect(needsAuthorization({ ...city, handlingUnitKind: 'county-department' }, regulation)).toBe(true)
    expect(needsAuthorization({ ...city, level: 'county' }, regulation)).toBe(true)
    expect(
      needsAuthorization({ ...city, level: 'county', handlingUnitKind: 'city-branch' }, regulation),
    ).toBe(false)
  })

  test('a case is handed down only by the level in charge, to the level that the text allows', () => {
    const county: Jurisdiction = { ...city, level: 'county', countyAuthorization: authorization }
    expect(isHandedDown(county, 'city', regulation)).toBe(true)
    expect(isHandedDown(county, 'region', regulation)).toBe(false)
    expect(isHandedDown({ ...city, level: 'county' }, 'city', regulation)).toBe(false)
    expect(isHandedDown({ ...city, countyAuthorization: authorization }, 'city', regulation)).toBe(false)
  })
})

describe('第十条: given several units, one leads', () => {
  test.each<[Partial<Jurisdiction>, boolean]>([
    [{}, false],
    [{ jointUnits: [] }, false],
    [{ jointUnits: ['南宁市水利局'] }, true],
    [{ jointUnits: ['南宁市水利局'], leadUnit: '南宁市生态环境局' }, false],
  ])('%o lacks a lead: %s', (more, expected) => {
    expect(lacksLead({ ...city, ...more })).toBe(expected)
  })
})

describe('the level and the department to which the facts point', () => {
  const proposals = (damage: object, jurisdiction: Partial<Jurisdiction> = {}) => {
    const { case: file } = sampleDocuments()
    return jurisdictionProposals(
      { ...file, damage: { ...file.damage, ...damage }, jurisdiction: { ...city, ...jurisdiction } },
      regulation,
    )
  }

  test('conform where the choice is the same, or no department is chosen', () => {
    const { level, department } = proposals({}, { department: 'ecology-environment' })
    expect(level).toMatchObject({ proposed: 'city', chosen: 'city', conforms: true })
    expect(department).toMatchObject({
      proposed: 'ecology-environment',
      conforms: true,
      reason: regulation.item('damageKinds', 'pollutant-discharge')?.label,
    })
    expect(proposals({}).department).toMatchObject({ chosen: undefined, conforms: true })
  })

  test('do not where they differ, unless the case was handed down', () => {
    expect(proposals({}, { department: 'water' }).department).toMatchObject({ conforms: false })
    const county = { level: 'county' } as const
    expect(proposals({}, county).level).toMatchObject({ proposed: 'city', conforms: false })
    expect(proposals({}, { ...county, countyAuthorization: authorization }).level).toMatchObject({
      conforms: true,
    })
  })

  test('of damage across cities, the level is that of the region', () => {
    const { level } = proposals({ crossRegion: 'cross-city' })
    expect(level).toMatchObject({ proposed: 'region', conforms: false, article: '第十条' })
    const { case: file } = sampleDocuments()
    expect(proposedLevel(file, regulation)?.level).toBe('city')
  })

  test('of damage of another kind, the text names no department', () => {
    expect(proposals({ kind: 'other' }).department?.proposed).toBe(
      regulation.item('damageKinds', 'other')?.department,
    )
  })
})

describe('whether an office is of county level by its name', () => {
  const own: Jurisdiction = { ...city, obligee: '贵港市人民政府' }

  test.each([
    ['青秀区人民政府', true],
    ['南宁市青秀区人民政府', true],
    ['广西壮族自治区南宁市青秀区生态环境局', true],
    ['某县自然资源局', true],
    ['某旗人民政府', true],
    ['贵港市桂平市人民政府', true],
    [' 某县自然资源局', true],
    ['南宁市人民政府', false],
    ['南宁市生态环境局', false],
    ['南宁市青秀区生态环境分局', false],
    ['南宁市高新区管理委员会', false],
    ['南宁经济技术开发区管理委员会', false],
    ['城市管理局', false],
    ['南宁市城区建设局', false],
    ['广西壮族自治区生态环境厅', false],
    ['南宁市林业局', false],
  ])('%s: %s', (name, expected) => {
    expect(isOfCounty(name, own)).toBe(expected)
  })

  test('a city of county level is known by the unit of the county that handles the case', () => {
    const county: Jurisdiction = {
      ...own,
      handlingUnit: '桂平市自然资源局',
      handlingUnitKind: 'county-department',
    }
    expect(isOfCounty('桂平市人民政府', county)).toBe(true)
    expect(isOfCounty(' 桂平市水利局', county)).toBe(true)
    expect(isOfCounty('贵港市人民政府', county)).toBe(false)
    expect(isOfCounty('桂平市人民政府', { ...county, handlingUnitKind: 'department' })).toBe(false)
    expect(isOfCounty('贵港市水利局', { ...county, handlingUnit: '贵港市自然资源局' })).toBe(false)
    expect(isOfCounty('桂平市人民政府', { ...county, handlingUnit: '某局' })).toBe(false)
  })
})
