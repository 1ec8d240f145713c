import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/core/facts/facts.ts'
import { signedFilesOf, signedPapers } from '../../src/core/facts/signed-papers.ts'
import { documentsFor, type Values } from '../golden/read.ts'

const scan = (name: string, more: Values = {}) => ({ file: `attachments/${name}.pdf`, sha256: name, ...more })

/** The signed papers of a case, one a line: title, subject, file, place. */
const papers = (facts: Values): string[] =>
  signedPapers(factsOf(documentsFor({ base: 'minimal', facts }))).map(
    ({ document, path, title, subject, file, sha256 }) =>
      [title, subject ?? '-', file, sha256, [document, ...path].join('.')].join(' '),
  )

const agreement = { id: 'G1', obligors: ['o1'] }
const agreed = (more: Values): Values => ({ agreements: { agreements: [{ ...agreement, ...more }] } })

describe('第三十八条: the signed papers of a case', () => {
  test.each<[string, Values, string]>([
    [
      'the register of the initiation',
      { investigation: { initiation: { initiatedOn: '2026-03-02', signedCopy: scan('a') } } },
      '启动登记表签署件 - attachments/a.pdf a investigation.initiation.signedCopy',
    ],
    [
      'a notice',
      { consultation: { rounds: [{ round: 2, notice: { number: '桂损磋1号', signedCopy: scan('a') } }] } },
      '告知书签署件 2 attachments/a.pdf a consultation.rounds.0.notice.signedCopy',
    ],
    [
      'the receipt of a service',
      { consultation: { rounds: [{ round: 1, services: [{ obligor: 'o2', signedCopy: scan('a') }] }] } },
      '送达回证签署件 1/o2 attachments/a.pdf a consultation.rounds.0.services.0.signedCopy',
    ],
    [
      'the minutes of a meeting',
      { consultation: { rounds: [{ round: 1, meetings: [{ number: 3, signedCopy: scan('a') }] }] } },
      '会议纪要签署件 1/3 attachments/a.pdf a consultation.rounds.0.meetings.0.signedCopy',
    ],
    [
      'an agreement',
      agreed({ signedCopy: scan('a') }),
      '协议签署件 G1 attachments/a.pdf a agreements.agreements.0.signedCopy',
    ],
    [
      'its text',
      agreed({ signedText: scan('a') }),
      '签订的协议文本 G1 attachments/a.pdf a agreements.agreements.0.signedText',
    ],
    [
      'the register of an evaluation that was filed',
      { restoration: { projects: [{ id: 'R1', filedOn: '2026-05-06', filedCopy: scan('a') }] } },
      '评估备案表签署件 R1 attachments/a.pdf a restoration.projects.0.filedCopy',
    ],
    [
      'the letter to the court about it',
      { restoration: { projects: [{ id: 'R1', sentToCourtOn: '2026-05-06', sentCopy: scan('a') }] } },
      '报送函签署件 R1 attachments/a.pdf a restoration.projects.0.sentCopy',
    ],
    [
      'a ruling on its confirmation',
      { court: { confirmations: [{ agreement: 'G1', signedCopy: scan('a') }] } },
      '司法确认裁定扫描件 G1 attachments/a.pdf a court.confirmations.0.signedCopy',
    ],
    [
      'a judgment',
      { court: { suits: [{ id: 'S1', obligors: ['o1'], signedCopy: scan('a') }] } },
      '裁判文书扫描件 S1 attachments/a.pdf a court.suits.0.signedCopy',
    ],
    [
      'the register of a termination',
      { closing: { terminations: [{ obligors: ['o1'], signedCopy: scan('a') }] } },
      '终止登记表签署件 - attachments/a.pdf a closing.terminations.0.signedCopy',
    ],
  ])('%s', (_, facts, line) => {
    expect(papers(facts)).toEqual([line])
  })

  test('the scan before the text, and behind each those that it took the place of', () => {
    const copy = scan('b', { superseded: [scan('a'), { file: 'attachments/c.pdf' }, '见附件'] })
    expect(papers(agreed({ signedText: scan('t'), signedCopy: copy }))).toEqual([
      '协议签署件 G1 attachments/b.pdf b agreements.agreements.0.signedCopy',
      '协议签署件（已换下） G1 attachments/a.pdf a agreements.agreements.0.signedCopy.superseded.0',
      '签订的协议文本 G1 attachments/t.pdf t agreements.agreements.0.signedText',
    ])
  })

  test('not a paper without a file or a digest, nor one in a document that holds none', () => {
    expect(papers(agreed({ signedCopy: { file: 'attachments/a.pdf' } }))).toEqual([])
    expect(papers(agreed({ signedCopy: { sha256: 'a' } }))).toEqual([])
    expect(papers(agreed({ signedCopy: 'attachments/a.pdf' }))).toEqual([])
    expect(papers({ screening: { signedCopy: scan('a') } })).toEqual([])
    expect(papers({})).toEqual([])
  })

  test('each with the object in which it stands, in the order of the documents', () => {
    const copy = scan('a')
    const both = { ...agreed({ signedCopy: copy }), investigation: { initiation: { signedCopy: scan('i') } } }
    const facts = factsOf(documentsFor({ base: 'minimal', facts: both }))
    expect(signedPapers(facts).map(({ file }) => file)).toEqual(['attachments/i.pdf', 'attachments/a.pdf'])
    expect(signedPapers(facts)[1]?.place).toBe(facts.agreements[0]?.signedCopy)
  })

  test('the files of an agreement, with those that others took the place of', () => {
    const signedCopy = scan('b', { superseded: [scan('a')] })
    expect(signedFilesOf({ signedCopy, signedText: scan('t') })).toEqual([
      'attachments/b.pdf',
      'attachments/a.pdf',
      'attachments/t.pdf',
    ])
    expect(signedFilesOf({})).toEqual([])
  })
})
