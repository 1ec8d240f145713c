import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readAgreement } from '../../src/core/drafts/read-agreement.ts'
import type { Agreement } from '../../src/core/facts/documents.ts'
import { agreement } from '../../src/core/forms/agreement.ts'
import type { CaseView } from '../../src/core/view.ts'
import { readDraft } from '../../src/documents/outline.ts'
import { preparePaper } from '../../src/documents/render.ts'
import { crowdedCase } from '../forms/crowd.ts'
import { only } from '../forms/support.ts'
import { wholeCase } from '../forms/whole.ts'

/** The agreement of a case as ejc prints it; a draft where nobody has signed yet. */
export function printed(view: CaseView, draft: boolean): Promise<Uint8Array> {
  const subject = draft ? null : only(view.facts.agreements).id
  return preparePaper({ view, form: agreement, subject, draft }, () => undefined).bytes()
}

/** What is read again from it, by code. */
export function readBack(view: CaseView, bytes: Uint8Array): Record<string, string> {
  const { clauses } = readAgreement(readDraft(bytes, '赔偿协议.docx'), view.regulation)
  return Object.fromEntries(clauses.map(({ code, text }) => [code, text]))
}

/** What an officer writes into each line that the draft leaves, in their order; the last ones stay as they are. */
export function filledIn(bytes: Uint8Array, words: readonly string[]): Uint8Array {
  const files = unzipSync(bytes)
  const name = 'word/document.xml'
  const rest = [...words]
  const text = strFromU8(files[name] ?? new Uint8Array())
  const [cover = '', ...body] = text.split('一、生态环境损害事实')
  const written = body.join('一、生态环境损害事实').replace(/＿{4,}/gu, (line) => rest.shift() ?? line)
  return zipSync({ ...files, [name]: strToU8([cover, written].join('一、生态环境损害事实')) })
}

/** What the reading tells in words: the clauses, and what it asks the officer to look at. */
export function told(view: CaseView, bytes: Uint8Array): { clauses: string; strays: string } {
  const { clauses, strays } = readAgreement(readDraft(bytes, '赔偿协议.docx'), view.regulation)
  return {
    clauses: clauses.map(({ text }) => text).join('\n'),
    strays: strays.map(({ text }) => text).join('\n'),
  }
}

const PARAGRAPH = /<w:p[ >](?:(?!<w:p[ >])[\s\S])*?<\/w:p>/gu

/**
 * The paper with each paragraph that has a text put through an edit: the lines that stand in its place. What it gives
 * for an empty text stands at the end.
 */
export function edited(bytes: Uint8Array, edit: (text: string) => readonly string[]): Uint8Array {
  const files = unzipSync(bytes)
  const name = 'word/document.xml'
  const fresh = (lines: readonly string[]): string =>
    lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('')
  const written = strFromU8(files[name] ?? new Uint8Array()).replace(PARAGRAPH, (paragraph) => {
    const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)/gu)].map(([, part]) => part).join('')
    const lines = text === '' ? [text] : edit(text)
    if (lines[0] === text) return `${paragraph}${fresh(lines.slice(1))}`
    return fresh(lines)
  })
  const end = written.lastIndexOf('<w:sectPr')
  return zipSync({
    ...files,
    [name]: strToU8(`${written.slice(0, end)}${fresh(edit(''))}${written.slice(end)}`),
  })
}

type Change = (agreement: Agreement) => void

/** Work in two phases, each with its days. */
export function byPhases(signed: Agreement): void {
  signed.restoration = {
    ...{ mode: 'in-situ', startBy: '2025-07-15', completeBy: '2025-12-31', evaluateBy: '2026-02-28' },
    phases: [
      { id: 'W1', work: '清淤', completeBy: '2025-09-30' },
      { id: 'W2', work: '增殖放流', completeBy: '2025-12-31' },
    ],
  }
}

/** The ways in which an agreement can be performed, each as it stands among its figures. */
export const performances: Readonly<Record<string, Change>> = {
  'money at once': (signed) => {
    delete signed.restoration
    signed.substitutes = []
  },
  'work by phases': byPhases,
  instalments: (signed) => {
    signed.substitutes = [{ mode: 'instalments', amount: '100000.00', reason: '资金周转困难' }]
    signed.performanceBond = { amount: '20000.00', form: '银行保函', dueOn: '2025-07-10' }
  },
  'a bond by one obligor into an account': (signed) => {
    signed.performanceBond = {
      ...{ amount: '20000.00', form: '现金', dueOn: '2025-07-10', obligors: signed.obligors.slice(0, 1) },
      payee: { name: '南宁市生态环境局', account: '45010121234567890', bank: '某银行南宁某支行' },
    }
  },
  'a bond of which only the obligor is agreed': (signed) => {
    signed.performanceBond = { amount: '20000.00', obligors: [...signed.obligors] }
  },
  'a bond of which only the payee is agreed': (signed) => {
    signed.performanceBond = { amount: '20000.00', payee: { name: '南宁市生态环境局' } }
  },
  'work of which only the days are agreed': (signed) => {
    signed.restoration = { startBy: '2025-07-15', completeBy: '2025-12-31' }
  },
  'work of which only the end is agreed': (signed) => {
    signed.restoration = { completeBy: '2025-12-31' }
  },
  'two works, one without days': (signed) => {
    signed.restoration = [
      { id: 'W1', site: '北侧土壤', obligors: signed.obligors.slice(0, 1), completeBy: '2025-12-31' },
      { id: 'W2', site: '地下水' },
    ]
  },
  'labour and another place': (signed) => {
    signed.substitutes = [
      { mode: 'labor', amount: '10000.00', work: '巡河', days: 60, supervisedBy: '某村委会' },
      { mode: 'off-site', amount: '20000.00', place: '某林场', area: '2 公顷', basis: '评估报告' },
    ]
  },
  'a co-signatory': (signed) => {
    signed.coSignatories = [{ name: '某镇人民政府', role: '监督方', undertaking: '监督修复' }]
    signed.signatories = [{ party: only(signed.obligors.slice(0, 1)), name: '莫某', authority: '特别授权' }]
  },
}

/** A signed case with so many obligors that performs in one of these ways. */
export function signedCase(count: number, change: Change): CaseView {
  return crowdedCase(count, undefined, ({ agreements }) => change(only(agreements?.agreements)))
}

/** The same before the talks. */
export function caseToSign(count: number): CaseView {
  const { facts } = crowdedCase(count)
  return wholeCase('2025-06-19', (documents) => {
    documents.case.obligors = [...facts.obligors]
    delete documents.agreements
    delete documents.payments
    delete documents.restoration
    delete documents.closing
    documents.court = {}
    const round = only(documents.consultation?.rounds)
    delete round.meetings
    delete round.outcomes
  })
}
