import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../src/core/archive/items.ts'
import { factsOf } from '../../src/core/facts/facts.ts'
import { type CaseView, viewOf } from '../../src/core/view.ts'
import { settingOn } from '../support/setting.ts'
import { documentsWith } from '../support/step.ts'

const today = '2026-11-24'

/** The sample case with so many obligors, all of whom sign its agreement. */
function viewWith(count: number): CaseView {
  const documents = documentsWith({})
  const [first] = documents.case.obligors
  if (!first) throw new Error('the sample has an obligor')
  const obligors = Array.from({ length: count }, (_, index) => ({
    ...first,
    id: `o${index + 1}`,
    name: `甲${index + 1}公司`,
  }))
  const agreements = documents.agreements?.agreements.map((each) => {
    return { ...each, obligors: obligors.map(({ id }) => id) }
  })
  const all = { ...documents, case: { ...documents.case, obligors } }
  return viewOf(factsOf(agreements ? { ...all, agreements: { agreements } } : all), settingOn(today))
}

function itemsFor(view: CaseView, ...names: string[]) {
  const days = new Map(names.map((name) => [`documents/${name}`, today]))
  return itemsOf(view, { days, isPrinted: () => false })
}

/** The sample case with a receipt of its first service on the list of evidence. */
function withReceipt(): { readonly view: CaseView; readonly evidence: string } {
  const evidence = 'attachments/E90-回证.pdf'
  const documents = documentsWith({})
  const rounds = (documents.consultation?.rounds ?? []).map((round) => ({
    ...round,
    services: (round.services ?? []).map((each, index) => (index ? each : { ...each, receipt: 'E90' })),
  }))
  const listed = documents.evidence?.evidence ?? []
  const all = {
    ...documents,
    consultation: { ...documents.consultation, rounds },
    evidence: { evidence: [...listed, { id: 'E90', title: '回证', file: evidence }] },
  }
  return { view: viewOf(factsOf(all), settingOn(today)), evidence }
}

describe('the papers of a case in its file', () => {
  const agreement = '生态环境损害赔偿协议-NN-2025-0007-G1.docx'

  it('name the obligors of an agreement one by one, up to three', () => {
    const [item] = itemsFor(viewWith(3), agreement)
    expect(item?.title).toBe('生态环境损害赔偿协议（甲1公司、甲2公司、甲3公司）')
    expect(item?.responsible).toMatch(/、甲1公司、甲2公司、甲3公司$/)
  })

  it('name the first of six and their number, so that a line of the list stays one', () => {
    const [item] = itemsFor(viewWith(6), agreement)
    expect(item?.title).toBe('生态环境损害赔偿协议（甲1公司等6名义务人）')
    expect(item?.responsible).toMatch(/、甲1公司等6名义务人$/)
  })

  it.each([
    ['signedText', '协议.docx', 'text', true],
    ['signedText', '协议.pdf', 'text', true],
    ['signedCopy', '协议.docx', 'text', true],
    ['signedCopy', '协议.pdf', 'signed', false],
  ] as const)('are signed by a scan alone: %s as %s', (key, name, kind, isUnsigned) => {
    const file = `attachments/${name}`
    const documents = documentsWith({})
    const [first, ...others] = documents.agreements?.agreements ?? []
    if (!first) throw new Error('the sample has an agreement')
    const agreements = [{ ...first, [key]: { file, sha256: 'a'.repeat(64) } }, ...others]
    const view = viewOf(factsOf({ ...documents, agreements: { agreements } }), settingOn(today))
    const days = new Map([file, `documents/${agreement}`].map((each) => [each, today]))
    const [item] = itemsOf(view, { days, isPrinted: () => false })
    expect(item).toMatchObject({ isUnsigned, copies: [{ source: file, kind }, { kind: 'word' }] })
  })

  it('say that what they are about is not on record any more', () => {
    const [left, kept, named] = itemsFor(
      viewWith(1),
      '民事起诉状-NN-2025-0007-S9.docx',
      agreement,
      '生态环境损害赔偿协议-NN-2025-0007-律师改.docx',
    ).toSorted((a, b) => Number(b.title.includes('撤销')) - Number(a.title.includes('撤销')))
    expect(left?.title).toMatch(/^民事起诉状（.*所依据的事项已撤销）$/)
    expect([kept?.title, named?.title].join()).not.toContain('撤销')
  })

  it('do not say twice what they are about', () => {
    const [item] = itemsFor(viewWith(1), '鉴定评估委托书-NN-2025-0007-A1.docx')
    expect(item?.title).toBe('鉴定评估委托书')
  })

  it('have the number that they print, and the day on which the restoration was filed', () => {
    const documents = documentsWith({})
    const [project, ...others] = documents.restoration?.projects ?? []
    if (!project) throw new Error('the sample has a project')
    const sent = { ...project, sentToCourtNumber: '南环函〔2026〕12号' }
    const facts = factsOf({ ...documents, restoration: { projects: [sent, ...others] } })
    const view = viewOf(facts, settingOn(today))
    const papers = itemsFor(
      view,
      '修复效果评估备案表-NN-2025-0007-R1.docx',
      '修复效果评估材料报送函-NN-2025-0007-R1.docx',
    )
    expect(papers).toMatchObject([
      { documentNumber: null, date: project.filedOn, datedBy: 'fact', isUnsigned: true },
      {
        documentNumber: '南环函〔2026〕12号',
        date: project.sentToCourtOn,
        datedBy: 'fact',
        isUnsigned: true,
      },
    ])
  })

  it('have the scans of the register that was filed and of the letter that was sent, each its own', () => {
    const documents = documentsWith({})
    const [project, ...others] = documents.restoration?.projects ?? []
    if (!project) throw new Error('the sample has a project')
    const scanOf = (name: string) => ({ file: `attachments/${name}.pdf`, sha256: '0'.repeat(64) })
    const signed = { ...project, filedCopy: scanOf('备案表'), sentCopy: scanOf('报送函') }
    const facts = factsOf({ ...documents, restoration: { projects: [signed, ...others] } })
    const names = [
      'attachments/备案表.pdf',
      'attachments/报送函.pdf',
      'documents/修复效果评估备案表-NN-2025-0007-R1.docx',
      'documents/修复效果评估材料报送函-NN-2025-0007-R1.docx',
    ]
    const days = new Map(names.map((name) => [name, today]))
    const items = itemsOf(viewOf(facts, settingOn(today)), { days, isPrinted: () => false })
    expect(items.map(({ copies, isUnsigned }) => ({ isUnsigned, first: copies[0] }))).toEqual([
      { isUnsigned: false, first: { source: 'attachments/备案表.pdf', kind: 'signed' } },
      { isUnsigned: false, first: { source: 'attachments/报送函.pdf', kind: 'signed' } },
    ])
  })

  it('take the evidence that is their signed copy as the first of their copies', () => {
    const { view, evidence } = withReceipt()
    const receipt = '送达回证-NN-2025-0007-1_o1.docx'
    const days = new Map([evidence, `documents/${receipt}`].map((each) => [each, today]))
    const items = itemsOf(view, { days, isPrinted: () => false })
    expect(items).toMatchObject([
      { isUnsigned: false, copies: [{ source: evidence, kind: 'signed' }, { kind: 'word' }] },
    ])
  })

  it('lie in the order of their days within a phase, one without a day behind the one before it', () => {
    const view = viewWith(1)
    const titles = itemsFor(
      view,
      '磋商会议纪要-NN-2025-0007-1_2.docx',
      '磋商会议纪要-NN-2025-0007-1_1.docx',
    ).map(({ title }) => title)
    expect(titles.map((title) => /第\d次会议/.exec(title)?.[0])).toEqual(['第1次会议', '第2次会议'])
  })
})

describe('the evidence of a case in its file', () => {
  it('lies in the phase of the step whose paper it is, and with the evidence where it proves the damage', () => {
    const { view, evidence } = withReceipt()
    const [first] = view.facts.evidence
    const attached = [evidence, first?.file ?? '']
    const papers = ['索赔启动登记表-NN-2025-0007.docx', '生态环境损害赔偿协议-NN-2025-0007-G1.docx']
    const names = [...attached, ...papers.map((each) => `documents/${each}`)]
    const days = new Map(names.map((each) => [each, today]))
    const titles = itemsOf(view, { days, isPrinted: () => false }).map(({ title }) => title)
    expect(titles).toEqual([
      '索赔启动登记表',
      first?.title,
      '回证',
      expect.stringMatching(/^生态环境损害赔偿协议/),
    ])
  })
})
