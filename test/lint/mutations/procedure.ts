import type { Documents } from '../../../src/core/facts/documents.ts'
import { course } from './course.ts'
import { both, type Expected, type FactPlace, type Mutation, set, show, unset, without } from './mutation.ts'

const round: FactPlace = ['consultation', 'rounds', 0]
const agreement: FactPlace = ['agreements', 'agreements', 0]
const appraisal: FactPlace = ['appraisals', 'appraisals', 0]
const project: FactPlace = ['restoration', 'projects', 0]
const evaluation: FactPlace = [...project, 'evaluations', 0]
const initiation: FactPlace = ['investigation', 'initiation']
const conclusion: FactPlace = ['investigation', 'conclusion']
const confirmation: FactPlace = ['court', 'confirmations', 0]

const lost = (place: FactPlace, rule: string, more: Partial<Expected> = {}): Mutation => ({
  family: 'a record lost',
  title: show(place),
  change: unset(place),
  expects: { rule, at: place.slice(0, -1) as unknown as FactPlace, ...more },
})

const records: readonly Mutation[] = [
  lost([...initiation, 'approvals', 0], 'investigation/approvals', { at: initiation, code: 'section-head' }),
  lost([...initiation, 'approvals', 1], 'investigation/approvals', {
    at: initiation,
    code: 'department-head',
  }),
  lost(['investigation', 'facts', 0, 'evidence'], 'investigation/facts-without-evidence'),
  lost(['investigation', 'facts'], 'investigation/facts-without-evidence', { at: conclusion, code: 'none' }),
  lost(['investigation', 'legalBasis'], 'investigation/legal-basis', { at: conclusion, code: 'none' }),
  lost(conclusion, 'investigation/conclusion-missing', { besides: ['deadline/overdue'] }),
  lost([...round, 'notice', 'replyBy'], 'consultation/reply-deadline'),
  ...[0, 1].flatMap((index) => [
    lost([...round, 'services', index, 'servedOn'], 'consultation/service', { code: 'served' }),
    lost([...round, 'services', index, 'receipt'], 'consultation/service', { code: 'receipt' }),
    lost([...round, 'services', index], 'consultation/service', { at: round, code: `o${index + 1}` }),
  ]),
  lost([...evaluation, 'experts'], 'restoration/evaluation-missing'),
  lost([...project, 'evaluations'], 'restoration/evaluation-missing', {
    at: [...project, 'completedOn'],
    besides: ['deadline/overdue'],
  }),
  lost([...project, 'filedOn'], 'restoration/not-filed', { code: 'filing' }),
  lost([...project, 'sentToCourtOn'], 'restoration/not-filed', { code: 'court' }),
  ...[0, 1].map((index) => lost(['payments', 'payments', index, 'destination'], 'payments/destination')),
  ...[0, 1, 2].map((index) =>
    lost(['supervision', 'disclosures', index], 'disclosure/missing', {
      code: ['agreement/G1', 'funds', 'restoration-effect/R1'][index] ?? '',
      at: ['supervision'],
    }),
  ),
]

const partly = set([...appraisal, 'restorability'], 'none')
const substitute = (value: Record<string, unknown>) => set([...agreement, 'substitutes'], [value])
const offset = (amount: string, full = false) =>
  both(
    full ? () => undefined : partly,
    substitute({ mode: 'tech-upgrade', amount, consentedOn: '2025-07-24' }),
  )
const substitutes: FactPlace = [...agreement, 'substitutes']
const cap = { rule: 'agreement/tech-upgrade-cap', at: substitutes }

const terms: readonly (readonly [title: string, change: Mutation['change'], expects: Mutation['expects']])[] =
  [
    ['offset one 分 above half of the total', offset('150000.01'), cap],
    ['offset one 分 above half without costs', offset('130000.01'), cap],
    [
      'instalments without a bond',
      substitute({ mode: 'instalments', consentedOn: '2025-07-24' }),
      { rule: 'agreement/bond', at: substitutes },
    ],
    [
      'instalments with a bond',
      both(
        substitute({ mode: 'instalments', consentedOn: '2025-07-24' }),
        set([...agreement, 'performanceBond'], { amount: '10000.00', paidOn: '2025-07-30' }),
      ),
      'lawful',
    ],
    [
      'labor without consent',
      both(partly, substitute({ mode: 'labor', supervisedBy: '某林业站' })),
      { rule: 'agreement/substitute-not-allowed', code: 'consent', at: [...substitutes, 0] },
    ],
    [
      'an offset though all can be restored',
      offset('1000.00', true),
      { rule: 'agreement/substitute-not-allowed', code: 'restorable', at: [...substitutes, 0, 'mode'] },
    ],
  ]

const meeting = (number: number, heldOn: string) => ({
  number,
  heldOn,
  attended: ['o1', 'o2'],
  outcome: 'continued',
  minutes: 'E5',
})
const agreed = { outcome: 'agreed', agreedWith: ['o1', 'o2'] }
const meetings = (...days: string[]) =>
  set(
    [...round, 'meetings'],
    days.map((day, index) =>
      index + 1 < days.length ? meeting(index + 1, day) : { ...meeting(index + 1, day), ...agreed },
    ),
  )
const consent = (consentedOn: string) =>
  set([...round, 'moreMeetings'], { consentedBy: '南宁市生态环境局', consentedOn, reason: '案情复杂' })
const four = meetings('2025-06-20', '2025-06-27', '2025-07-04', '2025-07-10')
const tooMany = { rule: 'consultation/too-many-meetings', at: [...round, 'meetings', 3, 'heldOn'] as const }

const steps: readonly (readonly [title: string, change: Mutation['change'], expects: Mutation['expects']])[] =
  [
    ['three meetings', meetings('2025-06-20', '2025-06-27', '2025-07-10'), 'lawful'],
    ['a fourth meeting without consent', four, tooMany],
    ['a fourth meeting with consent on its day', both(four, consent('2025-07-10')), 'lawful'],
    ['a fourth meeting with consent after it', both(four, consent('2025-07-11')), tooMany],
    [
      'marine damage',
      set(['case', 'damage', 'scope'], 'marine'),
      { rule: 'case/out-of-scope', at: ['case', 'damage', 'scope'] },
    ],
    [
      'the water department over a discharge',
      set(['case', 'jurisdiction', 'department'], 'water'),
      { rule: 'jurisdiction/department', at: ['case', 'jurisdiction', 'department'] },
    ],
    [
      'a restoration begun the day before the agreement was signed',
      set([...project, 'startedOn'], '2025-07-23'),
      { rule: 'restoration/pre-agreement', at: [...project, 'startedOn'] },
    ],
    [
      'an evaluation that did not pass',
      set([...evaluation, 'passed'], false),
      { rule: 'restoration/not-passed', at: [...evaluation, 'passed'], besides: ['deadline/overdue'] },
    ],
    [
      'a judge that refused',
      set([...confirmation, 'result'], 'refused'),
      { rule: 'court/refused-needs-new-round', at: [...confirmation, 'result'] },
    ],
    [
      'an id number in what is published',
      set(['supervision', 'disclosures', 0, 'note'], '义务人郑某，11010519491231002X'),
      { rule: 'disclosure/personal-data', at: ['supervision', 'disclosures', 0, 'note'] },
    ],
    [
      'no screening before the initiation',
      without('screening'),
      { rule: 'case/stage-gap', at: initiation, besides: ['deadline/overdue'] },
    ],
  ]

const named = (family: string, list: typeof terms): Mutation[] =>
  list.map(([title, change, expects]) => ({ family, title, change, expects }))

const attachments =
  'E1-勘查笔录 E2-检测报告 E3-送达回证一 E4-送达回证二 E5-纪要一 E6-纪要二 E7-票据一 E8-票据二 E9-评估报告'
    .split(' ')
    .map((name) => `attachments/${name}.pdf`)

const files = attachments.flatMap((file, index): Mutation[] => {
  const code = `E${index + 1}`
  const item: FactPlace = ['evidence', 'evidence', index]
  const change = (_: Documents): void => undefined
  return [
    {
      family: 'a file gone',
      title: file,
      change,
      files: { [file]: null },
      expects: { rule: 'evidence/missing-file', code, at: [...item, 'file'] },
    },
    {
      family: 'a file changed',
      title: file,
      change,
      files: { [file]: '改' },
      expects: { rule: 'evidence/hash', code, at: [...item, 'sha256'] },
    },
  ]
})

const point = (title: string): Mutation['change'] =>
  course.find((each) => each.title === title)?.change ?? (() => undefined)

const late = (code: string, after: string, today: string, at: FactPlace): Mutation => ({
  family: 'a period that has run out',
  title: `${code}, ${today}`,
  change: point(after),
  today,
  expects: { rule: 'deadline/overdue', code, at, besides: code === 'payment' ? ['payments/unpaid'] : [] },
})

/** The first day after the last: 第十二条, 第十三条, 第二十条 to 第二十二条 and the agreement, counted by hand. */
const periods: readonly Mutation[] = [
  late('screening', 'the clue', '2025-03-11', ['case', 'clue']),
  late('investigation', 'the initiation', '2025-05-07', initiation),
  late('investigation', 'the appraisal', '2025-06-04', initiation),
  late('reply', 'the service', '2025-06-10', [...round, 'services', 0]),
  late('consultation', 'the replies', '2025-08-26', [...round, 'services', 0]),
  late('agreement', 'the agreeing meeting', '2025-08-01', round),
  late('payment', 'the agreement', '2025-08-21', [...agreement, 'payments', 0]),
  late('restoration-start', 'the confirmation', '2025-09-26', agreement),
  late('restoration-complete', 'the start of the restoration', '2026-04-01', project),
  late('evaluation', 'the completion', '2026-05-01', project),
]

export const procedureMutations: readonly Mutation[] = [
  ...records,
  ...named('terms that are not allowed', terms),
  ...named('a step that is not allowed', steps),
  ...files,
  ...periods,
]
