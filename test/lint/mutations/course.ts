import type { DocumentName, Documents } from '../../../src/core/facts/documents.ts'
import { both, type Mutation, without } from './mutation.ts'

type Change = Mutation['change']

/** A point in the course of the sample case: the facts known by then, and the day of the last of them. */
export interface Point {
  readonly title: string
  readonly on: string
  readonly change: Change
  /** Duties without delay (及时), of which a warning reminds from the first day. */
  readonly warned?: readonly string[]
}

const order: readonly DocumentName[] = [
  'screening',
  'investigation',
  'appraisals',
  'consultation',
  'agreements',
  'court',
  'payments',
  'restoration',
  'supervision',
]

/** The documents up to and with this one; the evidence as far as the papers are there. */
const through = (last: DocumentName | 'case'): Change =>
  without(...order.slice(order.indexOf(last as never) + 1))

const round = ({ consultation }: Documents) => consultation?.rounds[0]
const project = ({ restoration }: Documents) => restoration?.projects?.[0]

function inInvestigation(documents: Documents): void {
  delete documents.investigation?.conclusion
}

const commissioned: Change = ({ appraisals }) => {
  for (const appraisal of appraisals?.appraisals ?? []) {
    const { id, kind, commissionedBy, commissionedOn = '', body = { name: '' } } = appraisal
    for (const key of Object.keys(appraisal)) Reflect.deleteProperty(appraisal, key)
    Object.assign(appraisal, { id, kind, commissionedBy, commissionedOn, body })
  }
}

const keepInRound =
  (...keys: string[]): Change =>
  (documents) => {
    const held = round(documents)
    for (const key of ['services', 'replies', 'meetings', 'outcomes'].filter((each) => !keys.includes(each)))
      if (held) Reflect.deleteProperty(held, key)
  }

const firstMeetingOnly: Change = (documents) => {
  const held = round(documents)
  if (held) held.meetings = held.meetings?.slice(0, 1) ?? []
}

const keepInProject =
  (...keys: string[]): Change =>
  (documents) => {
    const work = project(documents)
    const later = ['inspections', 'completedOn', 'evaluations', 'filedOn', 'sentToCourtOn']
    for (const key of later.filter((each) => !keys.includes(each)))
      if (work) Reflect.deleteProperty(work, key)
  }

const ruled =
  (...keys: string[]): Change =>
  ({ court }) => {
    const [confirmation] = court?.confirmations ?? []
    const later = ['acceptedOn', 'announcedOn', 'ruledOn', 'result', 'rulingNumber']
    for (const key of later.filter((each) => !keys.includes(each)))
      if (confirmation) Reflect.deleteProperty(confirmation, key)
  }

/** The lawful case, step by step from its clue. */
export const course: readonly Point[] = [
  { title: 'the clue', on: '2025-03-05', change: through('case') },
  { title: 'the screening', on: '2025-03-05', change: through('screening') },
  {
    title: 'the initiation',
    on: '2025-03-07',
    change: both(through('investigation'), inInvestigation),
  },
  {
    title: 'the commission of the appraisal',
    on: '2025-03-12',
    change: both(through('appraisals'), inInvestigation, commissioned),
  },
  {
    title: 'the appraisal',
    on: '2025-04-10',
    change: both(through('appraisals'), inInvestigation),
  },
  { title: 'the conclusion', on: '2025-05-20', change: through('appraisals') },
  { title: 'the notice', on: '2025-05-26', change: both(through('consultation'), keepInRound()) },
  {
    title: 'the service',
    on: '2025-05-28',
    change: both(through('consultation'), keepInRound('services')),
  },
  {
    title: 'the replies',
    on: '2025-06-03',
    change: both(through('consultation'), keepInRound('services', 'replies')),
  },
  {
    title: 'the first meeting',
    on: '2025-06-20',
    change: both(through('consultation'), keepInRound('services', 'replies', 'meetings'), firstMeetingOnly),
  },
  { title: 'the agreeing meeting', on: '2025-07-10', change: through('consultation') },
  { title: 'the agreement', on: '2025-07-24', change: through('agreements') },
  { title: 'the application for confirmation', on: '2025-08-05', change: both(through('court'), ruled()) },
  {
    title: 'the payments',
    on: '2025-08-15',
    change: both(through('payments'), ruled('acceptedOn', 'announcedOn')),
  },
  { title: 'the confirmation', on: '2025-09-20', change: through('payments') },
  {
    title: 'the start of the restoration',
    on: '2025-09-25',
    change: both(through('restoration'), keepInProject()),
  },
  {
    title: 'the completion',
    on: '2026-03-20',
    change: both(through('restoration'), keepInProject('inspections', 'completedOn')),
  },
  {
    title: 'the evaluation',
    on: '2026-04-24',
    change: both(through('restoration'), keepInProject('inspections', 'completedOn', 'evaluations')),
    warned: ['restoration/not-filed filing', 'restoration/not-filed court'],
  },
  { title: 'the filing', on: '2026-05-08', change: through('restoration') },
  { title: 'the disclosures', on: '2026-05-15', change: through('supervision') },
]
