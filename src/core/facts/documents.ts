/** The facts of a case as types: generated from the schemas, named here for the rest of the program. */
import type {
  AgreementsDocument,
  AppraisalsDocument,
  CaseDocument,
  ClosingDocument,
  ConsultationDocument,
  CourtDocument,
  EvidenceDocument,
  InvestigationDocument,
  PaymentsDocument,
  RestorationDocument,
  ScreeningDocument,
  SupervisionDocument,
} from '../../generated/types.ts'

export type {
  Activity,
  Agreement,
  AgreementsDocument,
  Appeal,
  Appraisal,
  AppraisalBody,
  AppraisalsDocument,
  AppraisedAmount,
  Approval,
  Bankruptcy,
  CalendarDocument,
  CaseDocument,
  Clause,
  ClosingDocument,
  Clue,
  Compensation,
  CompensationItem,
  Conclusion,
  ConfigDocument,
  Confirmation,
  ConsultationDocument,
  Contractor,
  CourtDocument,
  Damage,
  DebtKind,
  Demand,
  Disclosure,
  EarlyRequest,
  Enforcement,
  Evaluation,
  Evidence,
  EvidenceDocument,
  Exemption,
  Expert,
  Extension,
  Fact,
  FundUse,
  Identity,
  Initiation,
  Inspection,
  InvestigationDocument,
  JudgmentService,
  Jurisdiction,
  LeniencyNotice,
  LimitationInterruption,
  MajorReport,
  Measure,
  Meeting,
  MeetingRecord,
  MeetingWaiver,
  MonthlyReport,
  MoreMeetings,
  NotInitiate,
  Notice,
  Objection,
  Obligor,
  ObligorAmendment,
  Officer,
  Organization,
  OtherObligee,
  Outcome,
  OutputDocument,
  OverdueExplanation,
  Panel,
  Payee,
  Payment,
  PaymentOrder,
  PaymentsDocument,
  PerformanceBond,
  Person,
  Preservation,
  ProceedingStep,
  ProcuratorateNotice,
  ProcuratorialSuggestion,
  ProjectDocument,
  RelatedProceeding,
  Reminder,
  Reply,
  Reporter,
  RestorationDocument,
  RestorationMode,
  RestorationPhase,
  RestorationProject,
  RestorationSet,
  RestorationTerms,
  Retrial,
  Round,
  ScheduledPayment,
  ScreeningDocument,
  Service,
  ServiceAttempt,
  Share,
  Signatory,
  Signature,
  SimpleCase,
  Submission,
  SubmissionsDocument,
  Substitute,
  Suit,
  SupervisionDocument,
  Suppression,
  Termination,
  Transfer,
  Unit,
  WaiverConsent,
} from '../../generated/types.ts'

/** The documents of a case, in the order of its phases; each is `<name>.yaml` in the folder of the case. */
export const documentNames = [
  'case',
  'screening',
  'investigation',
  'appraisals',
  'consultation',
  'agreements',
  'court',
  'restoration',
  'payments',
  'supervision',
  'evidence',
  'closing',
] as const

export type DocumentName = (typeof documentNames)[number]

/** The documents of a case as data; a missing one means that its phase has not begun. */
export type CaseData = Readonly<Partial<Record<DocumentName, unknown>>>

const names: ReadonlySet<string> = new Set(documentNames)

/** Whether a name is that of a document of a case. */
export function isDocumentName(name: string): name is DocumentName {
  return names.has(name)
}

/** What happened in a case. A missing document means that its phase has not begun. */
export interface Documents {
  case: CaseDocument
  screening?: ScreeningDocument
  investigation?: InvestigationDocument
  appraisals?: AppraisalsDocument
  consultation?: ConsultationDocument
  agreements?: AgreementsDocument
  court?: CourtDocument
  restoration?: RestorationDocument
  payments?: PaymentsDocument
  supervision?: SupervisionDocument
  evidence?: EvidenceDocument
  closing?: ClosingDocument
}

/** 重大案件 and 督办. */
export type Major = NonNullable<SupervisionDocument['major']>

/** 结案. */
export type Closed = NonNullable<ClosingDocument['closed']>

/** 修复方案 of an appraisal, with its author. */
export type RestorationPlan = NonNullable<AppraisalsDocument['appraisals'][number]['restorationPlan']>

/** 协议前修复. */
export type PreAgreement = NonNullable<RestorationDocument['preAgreement']>
