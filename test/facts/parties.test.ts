import { describe, expect, test } from 'vitest'
import {
  bankruptcyClaims,
  claimPendingSince,
  distributed,
  isBankruptOn,
  unpaidRest,
} from '../../src/core/facts/bankruptcy.ts'
import { claimantsText, claimantUnits, otherSigningParties } from '../../src/core/facts/claimants.ts'
import type { Bankruptcy, Obligor } from '../../src/core/facts/documents.ts'
import { type Facts, factsOf } from '../../src/core/facts/facts.ts'
import { isGoneOn, partyOf, withSuccessors } from '../../src/core/facts/successor.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const factsWith = (facts: Values): Facts => factsOf(documentsFor({ base: 'minimal', facts }))
const company: Obligor = { id: 'o1', kind: 'organization', name: '某化工有限公司' }
const person: Obligor = { id: 'o2', kind: 'individual', name: '郑某' }
const bankrupt: Bankruptcy = { court: '南宁市中级人民法院', openedOn: '2026-03-02' }

describe('given an obligor that is gone, the successor is addressed and signs', () => {
  const succeeded: Obligor = {
    ...company,
    endedOn: '2026-03-01',
    successor: {
      kind: 'organization',
      name: '某新材料有限公司',
      since: '2026-03-10',
      basis: '合并协议',
      address: '南宁市某区',
    },
  }

  test('from the day on which it took over; in between nobody is there', () => {
    expect(partyOf(succeeded, '2026-03-09').name).toBe('某化工有限公司')
    expect(partyOf(succeeded, '2026-03-10')).toEqual({
      id: 'o1',
      kind: 'organization',
      name: '某新材料有限公司（某化工有限公司的承继单位）',
      address: '南宁市某区',
      path: 'case.obligors[o1].successor',
    })
    expect(partyOf(succeeded, undefined).name).toMatch(/^某新材料有限公司/)
    expect(isGoneOn(succeeded, '2026-03-01')).toBe(false)
    expect(isGoneOn(succeeded, '2026-03-02')).toBe(true)
    expect(isGoneOn(succeeded, '2026-03-10')).toBe(false)
  })

  test('since the end of the obligor, where no other day is on record; always, where none is', () => {
    const heir: Obligor = {
      ...person,
      endedOn: '2026-03-01',
      successor: { kind: 'individual', name: '郑小某' },
    }
    expect(partyOf(heir, '2026-02-28').name).toBe('郑某')
    expect(partyOf(heir, '2026-03-01').name).toBe('郑小某（郑某的继承人）')
    expect(
      partyOf({ ...person, successor: { kind: 'individual', name: '郑小某' } }, '2020-01-01').name,
    ).toMatch(/^郑小某/)
    expect(isGoneOn(heir, '2026-03-02')).toBe(false)
    expect(isGoneOn({ ...person, endedOn: '2026-03-01' }, '2026-03-02')).toBe(true)
    expect(isGoneOn(person, '2026-03-02')).toBe(false)
  })

  test('by the relation on record, where it is said', () => {
    const named: Obligor = {
      ...person,
      successor: { kind: 'individual', name: '郑小某', relation: '遗产管理人' },
    }
    expect(partyOf(named, undefined).name).toBe('郑小某（郑某的遗产管理人）')
  })

  test('all whose particulars a case holds are the obligors and those successors', () => {
    expect(withSuccessors([person, succeeded]).map(({ name }) => name)).toEqual([
      '郑某',
      '某化工有限公司',
      '某新材料有限公司',
    ])
  })
})

describe('given a bankruptcy, the administrator acts for the obligor', () => {
  const administrator = { name: '某律师事务所', representative: { name: '冯某' }, address: '南宁市江南区' }
  const inBankruptcy = (more: Partial<Bankruptcy>): Obligor => ({
    ...company,
    address: '南宁市某区',
    phone: '0771-1111111',
    bankruptcy: { ...bankrupt, administrator, ...more },
  })

  test('from the acceptance to the end of the proceedings, both days included', () => {
    const ended = inBankruptcy({ endedOn: '2026-08-01' })
    const acts = (on: string | undefined) => partyOf(ended, on).representative !== undefined
    expect(['2026-03-01', '2026-03-02', '2026-08-01', '2026-08-02'].map(acts)).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(acts(undefined)).toBe(false)
    expect(isBankruptOn(company, '2026-03-02')).toBe(false)
  })

  test('where it is, with its head where one is named; what it lacks stays that of the obligor', () => {
    expect(partyOf(inBankruptcy({}), undefined)).toMatchObject({
      name: '某化工有限公司',
      representative: { name: '破产管理人某律师事务所（负责人冯某）' },
      address: '南宁市江南区',
      phone: '0771-1111111',
    })
    const bare = inBankruptcy({ administrator: { name: '某律师事务所', phone: '0771-2222222' } })
    expect(partyOf(bare, '2026-03-02')).toMatchObject({
      representative: { name: '破产管理人某律师事务所' },
      address: '南宁市某区',
      phone: '0771-2222222',
    })
  })

  test('without an administrator, the obligor itself', () => {
    const { administrator: _, ...unnamed } = inBankruptcy({}).bankruptcy ?? bankrupt
    expect(partyOf({ ...company, bankruptcy: unnamed }, undefined).representative).toBeUndefined()
  })
})

describe('given a claim in bankruptcy', () => {
  const claims = (bankruptcy?: Partial<Bankruptcy>) =>
    factsWith({
      case: { obligors: [{ ...company, ...(bankruptcy && { bankruptcy: { ...bankrupt, ...bankruptcy } }) }] },
    })

  test('it is pending until the proceedings end', () => {
    expect(claimPendingSince(claims({ claimedOn: '2026-04-01' }), 'o1')).toBe('2026-04-01')
    expect(
      claimPendingSince(claims({ claimedOn: '2026-04-01', endedOn: '2026-08-01' }), 'o1'),
    ).toBeUndefined()
    expect(claimPendingSince(claims(), 'o1')).toBeUndefined()
    expect(claimPendingSince(claims({}), 'o9')).toBeUndefined()
  })

  test('it interrupts the periods, which restart when the proceedings end', () => {
    expect(bankruptcyClaims(claims({ claimedOn: '2026-04-01', endedOn: '2026-08-01' }), 'o1')).toEqual([
      { on: '2026-04-01', restartsOn: '2026-08-01', ofNotYetDue: true },
    ])
    expect(bankruptcyClaims(claims({ claimedOn: '2026-04-01' }), 'o1')).toMatchObject([
      { restartsOn: '2026-04-01' },
    ])
    expect(bankruptcyClaims(claims({}), 'o1')).toEqual([])
    expect(bankruptcyClaims(claims({}), 'o9')).toEqual([])
  })

  test('what is left unpaid is told at the end: of the claim as admitted, else as declared, never less than nothing', () => {
    const over = { ...bankrupt, endedOn: '2026-08-01', claimed: '100.00' }
    const distributions = [
      { on: '2026-06-01', amount: '30.00' },
      { on: '2026-07-01', amount: '20.00' },
    ]
    expect(distributed({ ...over, distributions })).toBe(5000n)
    expect(distributed(over)).toBe(0n)
    expect(unpaidRest({ ...over, distributions })).toBe(5000n)
    expect(unpaidRest({ ...over, admitted: '60.00', distributions })).toBe(1000n)
    expect(unpaidRest({ ...over, admitted: '50.00', distributions })).toBe(0n)
    expect(unpaidRest({ ...over, admitted: '40.00', distributions })).toBe(0n)
    expect(unpaidRest({ ...bankrupt, claimed: '100.00' })).toBeUndefined()
    expect(unpaidRest({ ...bankrupt, endedOn: '2026-08-01' })).toBeUndefined()
  })
})

describe('given several governments that claim', () => {
  const jurisdiction = (obligees: Values[] = []) => ({
    case: {
      jurisdiction: {
        obligee: '南宁市人民政府',
        handlingUnit: '南宁市生态环境局',
        ...(obligees.length && { obligees }),
      },
    },
  })
  const other = { name: '崇左市人民政府', handlingUnit: '崇左市生态环境局' }

  test('each is named with its unit; a single one needs no list', () => {
    expect(claimantsText(factsWith(jurisdiction()))).toBe('')
    expect(claimantsText(factsWith(jurisdiction([other])))).toBe(
      '南宁市人民政府（南宁市生态环境局）、崇左市人民政府（崇左市生态环境局）',
    )
  })

  test('a unit that acts for two is named once', () => {
    const same = { name: '崇左市人民政府', handlingUnit: '南宁市生态环境局' }
    expect(claimantUnits(factsWith(jurisdiction([same, other])))).toEqual([
      '南宁市生态环境局',
      '崇左市生态环境局',
    ])
  })

  test('the units sign for them, then the co-signatories', () => {
    const agreement = {
      id: 'G1',
      obligors: ['o1'],
      coSignatories: [{ name: '某担保有限公司', role: '保证人' }],
    }
    expect(otherSigningParties(factsWith(jurisdiction([other])), agreement)).toEqual([
      { party: 'obligee', name: '南宁市生态环境局' },
      { party: '崇左市人民政府', name: '崇左市生态环境局' },
      { party: '某担保有限公司', name: '某担保有限公司' },
    ])
    expect(otherSigningParties(factsWith(jurisdiction()), { id: 'G1', obligors: ['o1'] })).toHaveLength(1)
  })
})
