import type { ActionId } from '../../generated/ids.ts'
import type { IsoDate } from '../calendar/dates.ts'
import type { WordDraft } from '../drafts/draft.ts'
import type { DocumentName, Documents, ProjectDocument } from '../facts/documents.ts'
import type { Path } from '../facts/locations.ts'
import type { Matter } from '../regulation/cite.ts'
import type { CaseView } from '../view.ts'
import type { HistoryCommit, HistoryDraft, HistoryExample } from './history.ts'
import type { ChangedPaper, DamagedFile } from './paper-files.ts'

export type Severity = 'error' | 'warning' | 'notice'

/** What a rule reads beside the facts; its result can't be kept when one of these changes. */
export type Reads = 'today' | 'files' | 'history'

/** A file in a case folder; its SHA-256 (hex) is computed when it is needed. */
export interface CaseFile {
  readonly path: string
  /** Whether the file is there for its folder, or a system or a program left it behind. */
  readonly isLeftover?: boolean
  sha256(): string
}

/** A rendered paper in documents/ of a case: what its properties say, and how it differs from the facts. */
export interface CasePaper {
  readonly path: string
  /** The id of the form it was made of. */
  readonly form: string
  /** Whether ejc knows it by its text alone, since another program wrote the file. */
  readonly savedAnew?: boolean
  readonly subject: string | null
  readonly draft: boolean
  /** Whether what it is about was recorded once and is not any more. */
  readonly subjectGone?: boolean
  /** Whether what it prints has changed since it was made, or its subject is gone. */
  readonly outdated: boolean
  /** Whether it is what was made of the case as it was then. */
  readonly isMadeOf?: (then: CaseView) => boolean
  /** The first paragraph with a blank line or a placeholder left in it. */
  readonly blank: string | undefined
  /** Its paragraphs in every part that a reader or a program sees, with and without changes that nobody has accepted. */
  readonly texts: readonly string[]
  /** Why it could not be read, in plain words; undefined where it was. */
  readonly unread?: string | undefined
}

/** A text in the case folder that is checked word by word: a draft of an agreement, a supplement, a notice … */
export interface CaseDraft {
  readonly path: string
  /** The form that ejc made it of, and its subject; null where that is another program's file. */
  readonly form?: string | null
  readonly subject?: string | null
  /** Whether the call names the file. */
  readonly named?: boolean
  /** The id of the agreement to which the draft belongs; null when that is unknown. */
  readonly agreement: string | null
  /** Its content; the reason where it can't be read. */
  readonly content: WordDraft | string
}

/** What a rule over one case sees. */
export interface CaseScope extends CaseView {
  /** The rendered papers in documents/, opened on first use. */
  readonly papers: () => readonly CasePaper[]
  /** What papers say otherwise than the facts, where the caller can tell what these were. */
  readonly changedPapers?: () => readonly ChangedPaper[]
  /** Word files in documents/ that are damaged, where the caller looks at them. */
  readonly damaged?: () => readonly DamagedFile[]
  /** Rules of which only a part is checked: whether a suppression of theirs is used is unknown. */
  readonly partial?: readonly string[]
  /** The drafts of agreements, and edited notices, in documents/ and attachments/, read on first use. */
  readonly drafts: () => readonly CaseDraft[]
  /** Every file below the case folder, by its path with forward slashes (`attachments/E1.pdf`). */
  readonly files: ReadonlyMap<string, CaseFile>
  /**
   * Evidence outside of the repository, by its path: null where it is missing, undefined where this machine can't tell.
   */
  readonly outside?: (path: string) => CaseFile | null | undefined
  readonly projects: readonly ProjectDocument[]
}

/** A finding of a rule, with its place in the facts: an object of the facts or a document, and a path inside it. */
export interface FindingDraft {
  readonly target: object | DocumentName
  readonly path: Path
  readonly message: string
  readonly code?: string
  /** Only where the severity in this situation differs from that of the rule. */
  readonly severity?: Severity
  /** Only where the matter in this situation differs from that of the rule. */
  readonly matter?: Matter
  /** Only where the article is known already, such as that of an overdue deadline. */
  readonly article?: string
  /** The address of what it is about (`1/o2`), where its place does not show it; a suppression may name it. */
  readonly subject?: string | null
  /** The keys of its place that are lacking: a terminal asks for all of them in one round. */
  readonly keys?: readonly string[]
  /** The day that it is about, where its place does not show it. */
  readonly day?: IsoDate
  /** What is not on record, where that differs from its rule (`unrecorded`); null where nothing is missing. */
  readonly unrecorded?: string | null
  /** The action that would have recorded a missing step: by it, not by the place, a finding is from before a takeover. */
  readonly lacks?: ActionId
  /**
   * The file of the case folder and the line (in a Word file, the paragraph), where the finding is about no document.
   */
  readonly place?: FilePlace
}

/** A line of a file in the case folder. */
export interface FilePlace {
  readonly path: string
  readonly line: number
}

/** A finding whose place in the facts is known, but not yet its line and column. */
export interface PlacedFinding {
  readonly rule: string
  readonly code: string | null
  readonly severity: Severity
  readonly message: string
  readonly article: string | null
  readonly document: DocumentName
  readonly path: Path
  readonly about: About
  readonly denies?: Denial
  /** The keys of its place that are lacking. */
  readonly keys?: readonly string[]
  /** The address of what it is about, where its place does not show it. */
  readonly subject?: string
  /** The place in a file, where the finding is about no document. */
  readonly place?: FilePlace
}

export interface Finding {
  readonly rule: string
  readonly code: string | null
  readonly severity: Severity
  readonly message: string
  readonly article: string | null
  readonly case: string | null
  readonly file: string
  readonly line: number
  readonly column: number
  /** The path inside the file, as `agreements.0.clauses.facts`. */
  readonly path: string
  /** The paths of all that it stands for, where it says only how many more there are; never printed. */
  readonly others?: readonly string[]
}

/** An example for a rule: a change to the documents of the sample case, in which no rule finds anything. */
export interface Example {
  readonly title: string
  readonly today?: string
  /** Files in the case folder; without it, those that the sample's evidence lists. */
  readonly files?: readonly string[]
  /** Files in the folder outside of the repository; without it, that folder can't be reached. */
  readonly outside?: readonly string[]
  /** Papers in documents/; none without it. */
  readonly papers?: readonly CasePaper[]
  /** The papers that say something else than the facts; nothing tells without it. */
  readonly changedPapers?: readonly ChangedPaper[]
  /** Damaged Word files in documents/; none without it. */
  readonly damaged?: readonly DamagedFile[]
  /** Word drafts in the case folder; none without it. */
  readonly drafts?: readonly CaseDraft[]
  readonly change: (documents: Documents) => void
}

/** An example that a rule rejects. */
export interface RejectedExample extends Example {
  /**
   * What it finds: severity, code (- where it has none) and place, as `warning receipt
   * consultation.rounds.0.services.0`.
   */
  readonly finds?: readonly string[]
  /** Texts that its messages hold. */
  readonly says?: readonly string[]
}

interface RuleHeading {
  readonly id: string
  readonly severity: Severity
  /**
   * The matter of the law that it checks; null for housekeeping. Where a text lacks the matter, the rule finds nothing.
   */
  readonly matter: Matter | null
  /** It keeps the facts free of contradictions, and so applies whether or not the text has its matter. */
  readonly contradiction?: true
  /** What must hold, in one line. */
  readonly title: string
  /** Why it matters. */
  readonly why: string
  /** How to mend it. */
  readonly mend: string
  readonly reads?: readonly Reads[]
  readonly examples: { readonly accept: readonly Example[]; readonly reject: readonly RejectedExample[] }
}

/**
 * What an error of a rule means. breach: the law was broken, so an action that would cause it is refused · omission:
 * something is still to be done, or was done late; facts are recorded as they are, and a later step corrects it
 */
export type About = 'breach' | 'omission'

/**
 * How an error of a rule shows that facts can't all be so. order: one day is before another that it must follow ·
 * reference: something refers to what is not on record · ground: a step lacks the one that it rests on · future: what
 * is recorded has not happened yet
 */
export type Denial = 'order' | 'reference' | 'ground' | 'future'

export interface CaseRule extends RuleHeading {
  readonly scope: 'case'
  readonly about: About
  /** How an error of it shows that facts can't all be so; left out where they may well be so. */
  readonly denies?: Denial
  /**
   * What a rule finds about the time before a takeover from a ledger becomes a notice. Set where it stays as it is:
   * record, since the record contradicts itself · owed, since something is still owed, unless the case was closed by then
   */
  readonly severityStays?: 'record' | 'owed'
  /** Why `import` does not doubt a row for what it finds: the check of the cell says it already, or the office chose it. */
  readonly notOfRow?: 'told-by-cell' | 'choice-of-office'
  /** What is not on record, in Chinese: of the time before a takeover, one finding names this for all rules together. */
  readonly unrecorded?: string
  readonly check: (scope: CaseScope) => Iterable<FindingDraft>
}

/** A rule over one case. */
export function defineRule(rule: Omit<CaseRule, 'scope'>): CaseRule {
  return { ...rule, scope: 'case' }
}

/** A rule that `src/office/lint` or the engine itself checks; it is described here so that it can be explained. */
export interface HousekeepingRule extends Omit<RuleHeading, 'examples'> {
  readonly scope: 'repository'
}

/** Describes a rule that does not check the facts of a case, but files while they are read, or the whole repository. */
export function describeRule(rule: Omit<HousekeepingRule, 'scope'>): HousekeepingRule {
  return { ...rule, scope: 'repository' }
}

/** A rule over the history of the repository, run by `--verify-history`; it sees each commit in turn. */
export interface HistoryRule extends Omit<RuleHeading, 'examples'> {
  readonly scope: 'repository'
  readonly check: (commit: HistoryCommit) => Iterable<HistoryDraft>
  readonly examples: {
    readonly accept: readonly HistoryExample[]
    readonly reject: readonly HistoryExample[]
  }
}

/** Defines a rule over the history of the repository, which sees one commit after the other. */
export function defineHistoryRule(rule: Omit<HistoryRule, 'scope' | 'reads'>): HistoryRule {
  return { ...rule, scope: 'repository', reads: ['history'] }
}

export type Rule = CaseRule | HousekeepingRule | HistoryRule

/** The keys of what stands at a place: of a document any, else those that its type has. */
type KeysAt<Target, Place> = Place extends string
  ? Place extends keyof Target
    ? KeysOf<Extract<Target[Place], object>>
    : string
  : KeysOf<Target>

type KeysOf<Target> = Target extends object ? Extract<keyof Target, string> : string

/** A finding at a key of an object of the facts (or of a document), or at the object itself. */
export function at<
  Target extends object | DocumentName,
  const Place extends string | number | Path | undefined,
>(
  target: Target,
  path: Place,
  message: string,
  more: Omit<FindingDraft, 'target' | 'path' | 'message' | 'keys'> & {
    readonly keys?: readonly KeysAt<Target, Place>[]
  } = {},
): FindingDraft {
  const place: string | number | Path | undefined = path
  const inside = place === undefined ? [] : typeof place === 'object' ? place : [place]
  return { target, path: inside, message, ...more }
}
