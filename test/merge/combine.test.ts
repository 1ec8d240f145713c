import { describe, expect, it } from 'vitest'
import type { CaseData } from '../../src/core/facts/documents.ts'
import { combineCases } from '../../src/core/merge/combine.ts'
import type { Decision } from '../../src/core/merge/merge.ts'

const clue = (day: string): object => ({ channel: 'inspection', foundOn: day })
const person = (id: string, idNumber: string): object => ({ id, kind: 'individual', name: '韦某', idNumber })

const ours: CaseData = {
  case: {
    id: 'NN-2026-0001',
    title: '甲案',
    clue: clue('2026-03-04'),
    damage: { knownOn: '2026-03-05' },
    obligors: [person('o1', '1')],
  },
  evidence: { evidence: [{ id: 'E1', title: '笔录', sha256: 'aa' }] },
  consultation: { rounds: [{ round: 1, services: [{ obligor: 'o1', method: 'mail' }] }] },
  agreements: {
    agreements: [
      { id: 'G1', obligors: ['o1'], payments: [{ id: 'P1', dueOn: '2026-09-01', amount: '1.00' }] },
    ],
  },
}

const theirs: CaseData = {
  case: {
    id: 'NN-2026-0002',
    title: '乙案',
    clue: { ...clue('2026-03-02'), reporter: { kind: 'citizen', name: '农某' } },
    damage: { knownOn: '2026-03-03' },
    obligors: [person('o1', '2'), person('o2', '1')],
    relatedProceedings: [{ kind: 'penalty', reference: '罚字1号' }],
    assignments: [{ on: '2026-03-03', to: '李某' }],
    lint: { suppress: [{ rule: 'agreement/bond', subject: 'G1/o1', reason: '不需要' }] },
  },
  appraisals: {
    appraisals: [
      {
        id: 'A1',
        kind: 'forensic-opinion',
        commissionedBy: ['obligee', 'o1'],
        objections: [{ id: 'B1', by: 'o1' }],
      },
    ],
  },
  evidence: {
    evidence: [
      { id: 'E1', title: '照片', file: 'attachments/E1-照片.jpg', sha256: 'bb' },
      { id: 'E2', title: '笔录', sha256: 'AA' },
    ],
  },
  consultation: {
    rounds: [
      {
        round: 1,
        services: [{ obligor: 'o1', method: 'mail', receipt: 'E1' }],
        meetings: [{ number: 1, heldOn: '2026-06-01', minutes: 'E2' }],
      },
    ],
  },
  agreements: {
    agreements: [
      {
        id: 'G1',
        obligors: ['o1'],
        signatories: [{ party: 'o1', name: '韦某' }],
        payments: [
          { id: 'P1', obligor: 'o1', dueOn: '2026-09-01', amount: '1.00' },
          { id: 'P2', obligor: 'o1', dueOn: '2026-10-01', amount: '2.00' },
        ],
        document: 'E1',
      },
    ],
  },
  court: {
    enforcements: [{ instrument: 'confirmation', reference: 'G1', obligors: ['o1'] }],
    demands: [{ reference: 'G1', on: '2026-11-01', obligors: ['o1'] }],
    suits: [
      {
        id: 'S1',
        obligors: ['o1'],
        agreement: 'G1',
        instalments: ['P2'],
        appeal: { by: 'o1', on: '2026-11-02' },
      },
    ],
  },
  payments: { payments: [{ id: 'P2', agreement: 'G1', amount: '2.00', paidOn: '2026-10-01', payer: 'o1' }] },
  supervision: { disclosures: [{ matter: 'agreement', subject: 'G1', publishedOn: '2026-11-03' }] },
}

function combined(decide: (address: string) => Decision | undefined = () => undefined, other = theirs) {
  const fileNames = (_: string, file: string): string => file
  return combineCases(
    { ours, theirs: other, fileNames },
    () => undefined,
    (document, address) => decide(`${document}.${address}`),
  )
}

describe('a case that goes into another', () => {
  it('brings its obligors, the one with the same number being one, the other under a free id', () => {
    const { data, ids } = combined()
    expect(ids.filter(({ kind }) => kind === 'obligor')).toEqual([
      { kind: 'obligor', from: 'o1', to: 'o3', known: false },
      { kind: 'obligor', from: 'o2', to: 'o1', known: true },
    ])
    expect(data.case).toMatchObject({
      id: 'NN-2026-0001',
      title: '甲案',
      obligors: [{ id: 'o1' }, { id: 'o3', idNumber: '2' }],
    })
  })

  it('brings its evidence with the same SHA-256, its file under the new number, and what both have once', () => {
    const { data, files } = combined()
    expect(data.evidence).toEqual({
      evidence: [
        { id: 'E1', title: '笔录', sha256: 'aa' },
        { id: 'E3', title: '照片', file: 'attachments/E3-照片.jpg', sha256: 'bb' },
      ],
    })
    expect(files).toEqual([{ from: 'attachments/E1-照片.jpg', to: 'attachments/E3-照片.jpg' }])
  })

  it('brings its agreement, instalments and payments, none under an id that either case has', () => {
    const { data } = combined()
    expect(data.agreements).toMatchObject({
      agreements: [
        { id: 'G1', payments: [{ id: 'P1' }] },
        {
          id: 'G2',
          round: 2,
          obligors: ['o3'],
          document: 'E3',
          signatories: [{ party: 'o3' }],
          payments: [
            { id: 'P3', obligor: 'o3' },
            { id: 'P2', obligor: 'o3' },
          ],
        },
      ],
    })
    expect(data.payments).toMatchObject({ payments: [{ id: 'P2', agreement: 'G2', payer: 'o3' }] })
  })

  it('brings its round after those that there are, and says who met where the record says nobody', () => {
    const { data } = combined()
    expect(data.consultation).toMatchObject({
      rounds: [
        { round: 1 },
        {
          round: 2,
          services: [{ obligor: 'o3', receipt: 'E3' }],
          meetings: [{ attended: ['o1', 'o3'], minutes: 'E1' }],
        },
      ],
    })
  })

  it('keeps every other reference', () => {
    const { data } = combined()
    expect(data.appraisals).toMatchObject({
      appraisals: [{ id: 'A1', commissionedBy: ['obligee', 'o3'], objections: [{ by: 'o3' }] }],
    })
    expect(data.court).toMatchObject({
      enforcements: [{ id: 'F1', reference: 'G2', obligors: ['o3'] }],
      demands: [{ reference: 'G2', obligors: ['o3'] }],
      suits: [{ agreement: 'G2', instalments: ['P2'], appeal: { by: 'o3' } }],
    })
    expect(data.supervision).toMatchObject({ disclosures: [{ subject: 'G2' }] })
    expect(data.case).toMatchObject({ lint: { suppress: [{ subject: 'G2/o3' }] } })
  })

  it('says whom a proceeding that names nobody is about, and leaves behind who handled it', () => {
    const { data } = combined()
    expect(data.case).toMatchObject({
      relatedProceedings: [{ reference: '罚字1号', obligors: ['o1', 'o3'] }],
    })
    expect(data.case).not.toHaveProperty('assignments')
  })

  it('counts from the earlier clue and from the earlier day of knowledge', () => {
    const { data, earlierClue, otherClue, conflicts } = combined()
    expect(earlierClue).toBe(true)
    expect(otherClue).toEqual(clue('2026-03-04'))
    expect(data.case).toMatchObject({
      clue: { foundOn: '2026-03-02', reporter: { name: '农某' } },
      damage: { knownOn: '2026-03-03' },
    })
    expect(conflicts).toEqual([])
  })
})

describe('two facts of which only one can be', () => {
  const initiated = (on: string): CaseData['investigation'] => ({
    initiation: { initiatedOn: on, reason: on },
  })
  const mine = { ...ours, investigation: initiated('2026-04-01') }
  const yours = { ...theirs, investigation: initiated('2026-04-02') }
  const join = (decision?: Decision) =>
    combineCases(
      { ours: mine, theirs: yours, fileNames: (_, file) => file },
      () => undefined,
      () => decision,
    )

  it('are a question, as one piece', () => {
    expect(join().conflicts).toMatchObject([
      {
        document: 'investigation',
        address: 'initiation',
        ours: { reason: '2026-04-01' },
        theirs: { reason: '2026-04-02' },
      },
    ])
  })

  it.each([
    ['ours', '2026-04-01'],
    ['theirs', '2026-04-02'],
  ] as const)('are the one that counts: %s', (decision, day) => {
    const { data, conflicts } = join(decision)
    expect(conflicts).toEqual([])
    expect(data.investigation).toEqual(initiated(day))
  })
})

describe('a suggestion of the procuratorate', () => {
  it('by which the later clue came stays to be answered', () => {
    const suggested = {
      ...theirs,
      case: {
        ...(theirs.case as object),
        clue: {
          channel: 'judicial-referral',
          receivedOn: '2026-05-02',
          bySuggestion: true,
          reference: '检建1号',
          transferredBy: '某检察院',
        },
      },
    }
    expect(combined(undefined, suggested).data.case).toMatchObject({
      clue: { foundOn: '2026-03-04' },
      procuratorate: { suggestions: [{ receivedOn: '2026-05-02', number: '检建1号', from: '某检察院' }] },
    })
  })
})
