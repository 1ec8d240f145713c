import { describe, expect, test } from 'vitest'
import { describedUnit, unitOnPapers } from '../../src/core/facts/claimants.ts'
import type { Documents } from '../../src/core/facts/documents.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { forms } from '../../src/core/forms/index.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { wholeCase } from './whole.ts'

const CITY = '桂川市生态环境局'
const BRANCH = '桂川市青江生态环境局'

/** The whole case, handled by a branch, in the name of its city's department where `inNameOf` is given. */
function byBranch(inNameOf?: string, reply = {}): CaseView {
  const whole = wholeCase('2026-12-24', (documents: Documents) => {
    Object.assign(documents.case.jurisdiction, {
      handlingUnit: BRANCH,
      handlingUnitKind: 'city-branch',
      ...(inNameOf && { inNameOf }),
    })
    documents.case.officers = [{ name: '罗某', phone: '0771-5555555' }]
  })
  const { config, ...setting } = settingOn('2026-12-24')
  const { address } = config.unit ?? {}
  const replyTo = { ...(address && { address }), contact: '莫某', phone: '0700-1234567' }
  const unit = {
    ...config.unit,
    name: BRANCH,
    kind: 'city-branch',
    ...(inNameOf && { inNameOf, replyTo: { ...replyTo, ...reply } }),
  }
  return viewOf(factsOf(whole.facts.documents), { ...setting, config: { ...config, unit } })
}

/** Every value of every paper of the case, with the paper's name. */
function printed(view: CaseView): string[] {
  return forms.flatMap((form) =>
    form
      .subjects(view)
      .flatMap((subject) =>
        Object.entries(form.fill(view, subject).fields).map(
          ([field, value]) => `${form.id} ${subject ?? ''} ${field}: ${JSON.stringify(value)}`,
        ),
      ),
  )
}

describe('the name on papers of a branch (第七条)', () => {
  const city = printed(byBranch(CITY))
  const own = printed(byBranch())

  test('is that of its city’s department on every paper, where it acts in that name', () => {
    expect(city.filter((line) => line.includes(BRANCH))).toEqual([])
    expect(city.filter((line) => line.includes(CITY)).length).toBeGreaterThan(20)
  })

  test('is its own everywhere, where the claimant has designated the branch itself', () => {
    expect(own.filter((line) => line.includes(CITY))).toEqual([])
    expect(own.map((line) => line.replaceAll(BRANCH, CITY))).toEqual(city)
  })

  test('stands as a party and under the notice, the receipt, the agreement and the letters', () => {
    const named = (field: string) => city.find((line) => line.includes(`${field}: "${CITY}"`))
    for (const field of ['告知人', '赔偿权利人', '签章权利人', '送达机关', '申请人', '发文机关'])
      expect(named(field), field).toBeDefined()
  })

  test('the answer to the notice goes to where the branch is, and somebody there can be asked', () => {
    const view = byBranch(CITY, { address: '青江区某路 9 号' })
    const notice = forms.find(({ id }) => id === 'consultation-notice')
    const filled = notice?.fill(view, '1/o1')
    expect(filled?.fields.答复期限).toContain(`送交或者邮寄至${CITY}（地址：青江区某路 9 号）。`)
    const unnamed = byBranch(CITY, { address: undefined, contact: undefined, phone: undefined })
    const { officers: _, ...about } = unnamed.facts.documents.case ?? {}
    const facts = factsOf({ ...unnamed.facts.documents, case: about as Documents['case'] })
    const lacks = notice?.fill({ ...unnamed, facts }, '1/o1').missing.map(({ path }) => path)
    expect(lacks).toEqual(
      expect.arrayContaining(['address', 'contact', 'phone'].map((key) => `config.unit.replyTo.${key}`)),
    )
  })

  test('a unit that is no branch acts in its own name, whatever else was recorded', () => {
    const jurisdiction = { handlingUnit: CITY, inNameOf: '某市人民政府' }
    expect(unitOnPapers({ ...jurisdiction, handlingUnitKind: 'department' })).toBe(CITY)
  })

  test('the particulars of ejc.yaml are those of the unit on papers, and of no other', () => {
    const { config, facts } = byBranch(CITY)
    expect(describedUnit(config, facts)?.name).toBe(BRANCH)
    expect(describedUnit({ ...config, unit: { name: BRANCH, kind: 'city-branch' } }, facts)).toBeUndefined()
    expect(describedUnit({ ...config, unit: { name: CITY, kind: 'department' } }, facts)?.name).toBe(CITY)
  })
})
