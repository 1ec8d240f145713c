/**
 * The shape of a regulation pack: the figures and lists of a legal text, as data. Declared by hand to match
 * schemas/regulation.schema.json, which is what a pack is validated against before it reaches this code.
 */
import type { Matter } from '../../generated/matters.ts'
import type { Condition, Jurisdiction } from './in-charge.ts'

/** How a period is counted; natural days unless the text says 工作日. */
export type PeriodUnit = 'working-day' | 'day' | 'month' | 'year'

/** Where an entry comes from, and how sure we are of it. */
export interface Provenance {
  /** The article as the text itself names it; in a resolved pack that of the matter, where the entry gives none. */
  article: string
  /** The few words of the text in which the figure stands. */
  words?: string
  /** True when the text gives no numeral and the figure follows from its meaning; `note` says how. */
  inferred?: boolean
  /** False when the provision was not read in its own text; such an entry is shown as 未核对. */
  verified?: boolean
  note?: string
}

/** Where the text writes a matter, or that it does not. */
export interface MatterEntry {
  /** In a resolved pack, the title of the matter. */
  title?: string
  /** One article, or several joined by 、 . */
  article?: string
  /** The paragraph and item within the article. */
  item?: string
  /** The text has no such norm: what rests on it alone is silent. */
  absent?: true
  verified?: boolean
  note?: string
  /** Copied from another text and not yet compared with this one. */
  review?: '待核'
}

/** A value that a period has from a day on, with the provision that gives it. */
export interface PeriodValue {
  /** YYYY-MM-DD; left out by the first. */
  from?: string
  amount: number
  unit: PeriodUnit
  /** In a resolved pack that of the period, where the value gives none of its own. */
  article?: string
  /** It also governs clocks that run on that day and have not run out; without it, only those that begin later. */
  running?: true
  verified?: boolean
  note?: string
}

export interface PeriodEntry extends Provenance {
  title: string
  /** In a resolved pack with `values`, that of the last of them. */
  amount: number
  unit: PeriodUnit
  /** The values that the law has given it over time, the oldest first. */
  values?: PeriodValue[]
  /** 「原则上」「一般」: passing it is a warning, not a breach. */
  principle?: boolean
  /** No text sets it; it is only a reminder. */
  advisory?: boolean
}

/** A value that a limit has from a day on; exactly one of amount (decimal string, yuan), percent and count. */
export interface LimitValue {
  /** YYYY-MM-DD; left out by the first. */
  from?: string
  amount?: string
  percent?: number
  count?: number
  article?: string
  verified?: boolean
  note?: string
}

export interface LimitEntry extends Provenance {
  title: string
  /** The values that the law gave it over time, the oldest first; a resolved pack has the last of them. */
  values?: LimitValue[]
  amount?: string
  percent?: number
  count?: number
  principle?: boolean
}

/** Whether an appraisal of this kind stops the investigation clock. */
export type Suspends = 'yes' | 'no' | 'unsettled'

export interface ListItem {
  code: string
  /** The text's own words. */
  label: string
  /** A short label for tables. */
  short?: string
  help?: string
  article?: string
  /** The paragraph or item within the article: （一）. */
  item?: string
  verified?: boolean
  /** damageKinds: the department that the list of departments gives it to. */
  department?: string
  /** appraisalKinds: see `Suspends`. */
  suspends?: Suspends
  /** levels: how the names of its claimants end. */
  government?: string
  /** damageScopes: true when the regulation applies. */
  covered?: boolean
  /** enforcementInstruments: the form for its application. */
  form?: string
  /** evaluationExemptions: the substitute mode on which it rests. */
  mode?: string
  /** majorGrounds: the facts that point to it. */
  when?: Condition
}

export interface ListEntry {
  title: string
  article: string
  verified?: boolean
  note?: string
  items: ListItem[]
}

export interface Clause {
  code: string
  /** What it is about, in the words of the text. */
  title: string
  required: boolean
  matter?: Matter
  article: string
  /** Where it stands in form 5: 一（一）, 三. */
  formSection: string
  /** Words that identify the clause in a Word draft. */
  recognise: ClauseWords
}

/** Words of one clause in a Word draft; `…` stands for text between, `/` for or, `$` for the end of a sentence. */
export interface ClauseWords {
  headings: string[]
  /** Words of its text, to separate the matters under a common heading. */
  content: string[]
  /** Sentences that are the clause wherever they stand. */
  sentences?: string[]
  /** Words in a sentence that is about something else. */
  except?: string[]
  topic?: TopicWords
}

/** Weak words of one clause: several fields of them in one sentence tell it, whatever its wording. */
export interface TopicWords {
  /** Words in a title that hint at the clause. */
  titles?: string[]
  /** Fields of words, one of which must be there. */
  core?: string[]
  beside?: string[]
  /** Fields of words that speak for another clause. */
  against?: string[]
}

/** Words that identify other parts of a Word draft, written in the same way. */
export interface DraftWords {
  /** Words in the name of a draft. */
  names?: string[]
  /** Words in the names of other papers about an agreement. */
  otherNames?: string[]
  /** How the annex's own hints begin. */
  hints?: string[]
  /** Short sentences with these settle nothing. */
  blanks?: string[]
  signatures?: string[]
  /** How the list of annexes begins. */
  annexes?: string[]
  /** Words in a sentence about the total amount. */
  totals?: string[]
  /** Words in the titles of papers, by the kind of paper: `agreement`, the id of a form, or another code. */
  paperNames?: Record<string, string[]>
  /** Words in a sentence that says why nothing is restored, and the clauses that it answers. */
  noRestoration?: { sentences: string[]; except?: string[]; clauses: string[] }
  /** Words in a sentence about the offset of a technical upgrade. */
  offsets?: string[]
}

export interface Article {
  number: number
  title: string
  /** What it says, in our own words. */
  gist: string
  /** What ejc does about it, beside what rests on its matters. */
  ejc?: string
}

export interface Annex {
  number: number
  title: string
  gist: string
  ejc?: string
}

/** A point of national law that prevails over the regulation. */
export interface Point {
  id: string
  title: string
  rule: string
  source: string
  article: string
  verified: boolean
  note?: string
}

export interface Form {
  id: string
  matter?: Matter
  /** The annex's number; absent for supporting documents. */
  number?: number
  title: string
  article: string
}

/** A citable text and the days on which it was in force, both inclusive. */
export interface CitableText {
  id: string
  title: string
  aliases: string[]
  effectiveFrom?: string
  effectiveTo?: string
  /** Never in force: a draft for comment. */
  draft?: boolean
  verified: boolean
  article: string
  note?: string
}

export interface Rolling {
  /** True when a period whose last day is a rest day ends on the next day that is not one. */
  rolls: boolean
  article: string
  verified: boolean
  note?: string
}

export type PackStatus = 'draft' | 'in-force' | 'superseded'

/** A pack with every inherited entry in place. */
export interface RegulationPack {
  id: string
  title: string
  shortTitle: string
  /** The number under which it was issued: 文号. */
  number?: string
  status: PackStatus
  issuer: string
  /** True when other packs only extend this one, and no case can be pinned to it. */
  base?: boolean
  /** Only in a pack as written; a resolved one says `basedOn`. */
  extends?: string
  /** The packs whose entries are in place here, the nearest first. */
  basedOn?: string[]
  effectiveFrom?: string
  effectiveTo?: string
  supersededBy?: string
  region?: string
  /** The folder below templates/ of the library that holds the templates of this text. */
  templates?: string
  note?: string
  /** Every matter that the program knows; one that the text lacks says so. */
  matters: Partial<Record<Matter, MatterEntry>>
  articles: Article[]
  annexes: Annex[]
  points: Point[]
  periods: Record<string, PeriodEntry>
  limits: Record<string, LimitEntry>
  lists: Record<string, ListEntry>
  clauses: Clause[]
  drafts?: DraftWords
  forms: Form[]
  laws: CitableText[]
  jurisdiction?: Jurisdiction
  rolling?: Rolling
}

/** A value of JSON. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

/** A pack as written: only what differs from the pack it extends; `null` removes an inherited entry. */
export type RawPack = JsonObject & { id: string; extends?: string }
