import type {
  Agreement,
  Appraisal,
  CaseDocument,
  ClosingDocument,
  CourtDocument,
  Documents,
  Evidence,
  InvestigationDocument,
  Obligor,
  Payment,
  RestorationDocument,
  Round,
  ScreeningDocument,
  SupervisionDocument,
} from './documents.ts'

/** A document whose lists are always there: empty where the file has none. */
type WithLists<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> }

type CourtFacts = WithLists<
  CourtDocument,
  | 'confirmations'
  | 'suits'
  | 'paymentOrders'
  | 'transfers'
  | 'enforcements'
  | 'limitationInterruptions'
  | 'preservations'
>
type RestorationFacts = WithLists<RestorationDocument, 'projects'>
type SupervisionFacts = WithLists<
  SupervisionDocument,
  'monthlyReports' | 'overdueExplanations' | 'disclosures' | 'leniencyNotices'
>
type ClosingFacts = WithLists<ClosingDocument, 'terminations'>

/**
 * What happened in one case, as its files say: every conclusion follows from this, the regulation, the calendar and
 * today alone. Lists are present even where a file is missing, and `rounds` are in order, so that each deadline, rule,
 * action and form reads like its sentence of the law.
 */
export interface Facts {
  readonly id: string
  readonly case: CaseDocument
  readonly obligors: readonly Obligor[]
  readonly screening: ScreeningDocument | undefined
  readonly investigation: InvestigationDocument | undefined
  readonly appraisals: readonly Appraisal[]
  readonly rounds: readonly Round[]
  readonly agreements: readonly Agreement[]
  readonly court: CourtFacts
  readonly restoration: RestorationFacts
  readonly payments: readonly Payment[]
  readonly supervision: SupervisionFacts
  readonly evidence: readonly Evidence[]
  readonly closing: ClosingFacts
  /** The documents as read, for addresses and positions. */
  readonly documents: Documents
}

/** The facts of a case from its (schema-valid) documents. */
export function factsOf(documents: Documents): Facts {
  return {
    id: documents.case.id,
    case: documents.case,
    obligors: documents.case.obligors ?? [],
    screening: documents.screening,
    investigation: documents.investigation,
    appraisals: documents.appraisals?.appraisals ?? [],
    rounds: [...(documents.consultation?.rounds ?? [])].sort((a, b) => a.round - b.round),
    agreements: documents.agreements?.agreements ?? [],
    court: {
      confirmations: [],
      suits: [],
      paymentOrders: [],
      transfers: [],
      enforcements: [],
      limitationInterruptions: [],
      preservations: [],
      ...documents.court,
    },
    restoration: { projects: [], ...documents.restoration },
    payments: documents.payments?.payments ?? [],
    supervision: {
      monthlyReports: [],
      overdueExplanations: [],
      disclosures: [],
      leniencyNotices: [],
      ...documents.supervision,
    },
    evidence: documents.evidence?.evidence ?? [],
    closing: { terminations: [], ...documents.closing },
    documents,
  }
}
