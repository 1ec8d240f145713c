import { describe, expect, it } from 'vitest'
import type { Documents } from '../../src/core/facts/documents.ts'
import { maskOf } from '../../src/core/forms/masking.ts'
import { fill, first, lines, only, rows } from './support.ts'

const unit = {
  name: '崇左市人民政府',
  handlingUnit: '崇左市生态环境局',
  creditCode: '11451400MA5K000000',
  representative: { name: '农某' },
  address: '崇左市某路',
  phone: '0771-7000000',
}
const joint = (documents: Documents): void => {
  documents.case.jurisdiction.obligees = [unit]
}
const own = first().facts.case.jurisdiction.handlingUnit

describe('several claimants (第七条)', () => {
  it('both units stand as the claiming side in the notice, the agreement and the minutes', () => {
    const both = `${own}、崇左市生态环境局`
    expect(fill(first(joint), 'agreement', 'G1').fields.赔偿权利人).toBe(both)
    expect(fill(first(joint), 'consultation-notice', '1/o1').fields.告知人).toBe(both)
    expect(lines(fill(first(joint), 'meeting-minutes', '1/1').fields.参加人员)[0]).toContain(both)
    expect(fill(first(joint), 'disclosure-text', 'agreement/G1').fields.赔偿权利人).toContain(
      '崇左市人民政府',
    )
  })

  it('apply to the court together, each detail with its unit', () => {
    const { fields } = fill(first(joint), 'confirmation-application', 'G1')
    expect(fields.申请人).toBe(`${own}、崇左市生态环境局`)
    expect(fields.申请人统一社会信用代码).toMatch(
      new RegExp(`^${own}：.*；崇左市生态环境局：11451400MA5K000000$`, 'u'),
    )
    expect(fields['申请人地址（联系方式）']).toContain('崇左市生态环境局：崇左市某路（0771-7000000）')
    expect(fields.申请人法定代表人).toContain('崇左市生态环境局：农某')
    const { fields: enforced } = fill(first(joint), 'enforcement-application')
    expect(enforced.申请人名称).toBe(`${own}、崇左市生态环境局`)
  })

  it('name what is missing of the other unit, and nothing where there is one claimant', () => {
    const bare = (documents: Documents): void => {
      documents.case.jurisdiction.obligees = [{ name: unit.name, handlingUnit: unit.handlingUnit }]
    }
    const paths = (change?: (documents: Documents) => void) =>
      fill(first(change), 'confirmation-application', 'G1').missing.map(({ path }) => path)
    expect(paths(bare)).toContain('case.jurisdiction.obligees[崇左市人民政府].creditCode')
    expect(paths().filter((path) => path.includes('obligees'))).toEqual([])
  })

  it('and co-signatories are named among the other terms, for whom the annex has no place', () => {
    const signed = (documents: Documents): void => {
      joint(documents)
      const agreement = only(documents.agreements?.agreements)
      agreement.coSignatories = [
        { name: '某担保有限公司', role: '保证人', undertaking: '对付款承担连带保证责任' },
      ]
      agreement.signatories = [{ party: '崇左市人民政府', name: '农某', post: '局长' }]
    }
    const text = lines(fill(first(signed), 'agreement', 'G1').fields.其他约定).join('\n')
    expect(text).toContain(`${own}、崇左市生态环境局（农某，局长）作为赔偿权利人一方共同签署`)
    expect(text).toContain('某担保有限公司作为保证人共同签署，对付款承担连带保证责任。')
    const alone = lines(fill(first(), 'agreement', 'G1').fields.其他约定).join('\n')
    expect(alone).not.toContain('签署各方')
  })
})

describe('a person without an id number', () => {
  const abroad = (documents: Documents): void => {
    for (const obligor of documents.case.obligors) {
      if (obligor.kind !== 'individual') continue
      delete obligor.idNumber
      obligor.identity = { kind: 'passport', number: 'E12345678' }
    }
  }
  const person = first().facts.obligors.find(({ kind }) => kind === 'individual')

  it('stands with the paper that he has, and nothing is missing', () => {
    const { fields, missing } = fill(first(abroad), 'confirmation-application', 'G1')
    expect(rows(fields.自然人)[0]?.身份证号码).toBe('护照 E12345678')
    expect(missing.map(({ path }) => path)).not.toContain(`case.obligors[${person?.id}].idNumber`)
    expect(rows(fill(first(abroad), 'agreement', 'G1').fields.自然人)[0]?.身份证号码).toBe('护照 E12345678')
  })

  it('keeps his number out of what is published, his own as that of whoever succeeds him', () => {
    expect(maskOf(first(abroad))('护照 E12345678')).toBe('护照 （略）')
    const succeeded = (documents: Documents): void => {
      const [dead] = documents.case.obligors
      if (!dead) return
      dead.endedOn = '2026-11-01'
      dead.successor = {
        kind: 'individual',
        name: '覃大山',
        identity: { kind: 'taiwan-permit', number: '12345678' },
      }
    }
    expect(maskOf(first(succeeded))('覃大山，12345678')).toBe('覃某，（略）')
  })

  it('a natural person who pays or signs for another is not published by name either', () => {
    const paid = (documents: Documents): void => {
      const [payment] = documents.payments?.payments ?? []
      if (payment) payment.payer = { name: '覃大山', relation: 'relative' }
      only(documents.agreements?.agreements).coSignatories = [{ name: '黄小燕', role: '保证人' }]
    }
    expect(maskOf(first(paid))('由覃大山付款，黄小燕保证')).toBe('由覃某付款，黄某保证')
  })
})

describe('an obligor in bankruptcy', () => {
  const bankrupt =
    (ended?: string) =>
    (documents: Documents): void => {
      const obligor = documents.case.obligors.find(({ kind }) => kind === 'organization')
      if (!obligor) return
      obligor.bankruptcy = {
        openedOn: '2026-03-01',
        administrator: { name: '某律师事务所', representative: { name: '蒙某' }, address: '某大厦' },
        ...(ended && { endedOn: ended }),
      }
    }
  const organisation = first().facts.obligors.find(({ kind }) => kind === 'organization')
  const notice = (change: (documents: Documents) => void) =>
    fill(first(change), 'consultation-notice', `1/${organisation?.id}`).fields

  it('is addressed by its administrator, from the opening to the end of the proceedings', () => {
    expect(notice(bankrupt())['法定代表人/企业负责人']).toBe('破产管理人某律师事务所（负责人蒙某）')
    expect(notice(bankrupt()).地址).toBe('某大厦')
    expect(notice(bankrupt()).被告知人).toBe(organisation?.name)
    expect(notice(bankrupt('2026-03-02'))['法定代表人/企业负责人']).toBe(organisation?.representative?.name)
  })
})
