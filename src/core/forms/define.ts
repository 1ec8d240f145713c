import type { ActionId } from '../../generated/ids.ts'
import type { IsoDate } from '../calendar/dates.ts'
import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { oncePerSubject } from '../facts/once.ts'
import type { Matter } from '../regulation/cite.ts'
import { type CaseView, viewBy } from '../view.ts'

/** A fact that a form needs: the field that prints it, its path, and the action that records it. */
export interface Need {
  readonly field: string
  /** The path as `case.clue.reference`: document, then keys. */
  readonly path: string
  readonly action: string
}

/**
 * What a placeholder is filled with. A text with line breaks becomes paragraphs where its placeholder stands alone, and
 * breaks elsewhere; `rows` repeats the table rows that hold `{{name.field}}`; `block` keeps or removes the part between
 * `{{#name}}` and `{{/name}}`.
 */
export type FieldValue =
  | string
  | { readonly paragraphs: readonly string[] }
  | { readonly rows: readonly Readonly<Record<string, string>>[] }
  | { readonly block: boolean }

/** The same of a fact that the case does not have: its own name says in `missing` that nothing is printed for it. */
export type Missing = Need

type FieldValues = Readonly<Record<string, FieldValue>>

export interface FilledForm {
  readonly fields: FieldValues
  /** Every fact that the form needs, including those that the case has. */
  readonly needed: readonly Need[]
  readonly missing: readonly Missing[]
  /** Papers that could go with it and that the case does not have: it is made without them. */
  readonly unattached?: readonly Need[]
  /** Things that bear no day, so that only the officer can tell whether they were there on the day of the paper. */
  readonly undated?: { readonly listed: readonly Need[]; readonly leftOut: readonly Need[] }
  /** The matters of law whose articles it cites: the pack knows which of them were not read in their own text. */
  readonly cited?: readonly Matter[]
  /** Of a paper that the office has made itself: what it leaves as a line to write on, beside what is missing. */
  readonly open?: OpenLines
}

/** Lines to write on. */
interface OpenLines {
  /** What the template asks for and no field is called: 天气, 义务人.传真. */
  readonly unknown: readonly string[]
  /** Fields that some item of a list does not have: 义务人.电话. */
  readonly gaps: readonly string[]
}

/** One official form or paper of a case. */
export interface FormDefinition {
  /** The id in the regulation pack, which gives the title and article; the template has the same file name. */
  readonly id: string
  /**
   * The document of the case whose phase it belongs to: `consultation` for a paper of the talks. The archive lays it
   * under that heading.
   */
  readonly phase: DocumentName
  /**
   * What the line of the signature or seal says, by which the tests of the layout find it on a page. office: a letter,
   * which the office signs under its name at the right.
   */
  readonly signing: RegExp | 'office'
  /**
   * The day of the paper by the facts, of which it speaks; without one it speaks of today, and has the day of its
   * commit.
   */
  readonly datedOn?: (facts: Facts, subject: string | null) => IsoDate | undefined
  /** The day on which it was signed, where it speaks of no day of its own. */
  readonly madeOn?: (facts: Facts, subject: string | null) => IsoDate | undefined
  /** Where the scan of the signed paper is recorded: the path of its section, without numbers of lists. */
  readonly signedAt?: string
  /** The number of the paper by the facts (文号); without one it has none. */
  readonly numberOf?: (facts: Facts, subject: string | null) => string | undefined
  /**
   * The step that records that the letter went out, and its key that holds the number: a letter is made before, so that
   * its number is not on record yet.
   */
  readonly numberedBy?: { readonly step: ActionId; readonly key: string }
  /** Whether the obligors make it together with the office, as they do an agreement. */
  readonly isJoint?: boolean
  /** What it is written for: null for the case as a whole, else an address (`1/o2`, `G1`). */
  readonly subjects: (view: CaseView) => readonly (string | null)[]
  /** What it can be written for too, where the call names it: no fact of the case calls for it. */
  readonly alsoFor?: (view: CaseView) => readonly string[]
  /** The values of every placeholder of the template. */
  readonly fill: (view: CaseView, subject: string | null) => FilledForm
  /**
   * The fields that somebody writes on the printed paper when it is signed or served, such as the day of an application.
   * Once they are recorded, the paper made before is still right: it does not count as changed. `发文日期` and
   * `发文字号` are such fields in every form and need not be listed.
   */
  readonly byHand?: readonly string[]
  /**
   * Set where the office has made the paper itself: its template, relative to the library, and its title in the
   * archive (题名), where the template gives one.
   */
  readonly own?: { readonly file: string; readonly archivedAs?: string | undefined }
}

/** A form as it is written: it may ask for the case as it is now, beside the case as it was on the day of the paper. */
type WrittenForm = Omit<FormDefinition, 'fill'> & {
  readonly fill: (view: CaseView, subject: string | null, now: CaseView) => FilledForm
}

/** The field that prints the number of a letter. */
export const NUMBER_FIELD = '发文字号'

/** What a letter is given when it goes out: until then it has neither, and recording them changes nothing that it says. */
const givenLast = ['发文日期', NUMBER_FIELD]

/** The fields of a form that are filled by hand once it is made, of those that it has. */
export function fieldsByHand({ byHand = [] }: Pick<FormDefinition, 'byHand'>, fields: FieldValues): string[] {
  return [...byHand, ...givenLast.filter((name) => name in fields && !byHand.includes(name))]
}

/** Everything that a form can be written for: what the facts call for, and what a call may name. */
export function nameableSubjects(
  { subjects, alsoFor }: Pick<FormDefinition, 'subjects' | 'alsoFor'>,
  view: CaseView,
): readonly (string | null)[] {
  return [...new Set([...subjects(view), ...(alsoFor?.(view) ?? [])])]
}

/** Whether a form can be made for a subject: not once the entry of the record that it is about was taken back. */
export function canBeMadeFor(
  form: Pick<FormDefinition, 'subjects' | 'alsoFor'>,
  view: CaseView,
  subject: string | null,
): boolean {
  return nameableSubjects(form, view).includes(subject)
}

/**
 * Defines a form: a paper with a day of its own tells what was known on that day, and nothing that came later. It is
 * filled once for all who ask: steps, lists of papers and the paper itself.
 */
export function defineForm(form: WrittenForm): FormDefinition {
  const { datedOn, fill } = form
  return {
    ...form,
    fill: oncePerSubject((view: CaseView, subject: string | null) =>
      fill(viewBy(view, datedOn?.(view.facts, subject)), subject, view),
    ),
  }
}

/**
 * Collects the facts that a form needs, those that are missing, what could go with it, and the law it cites, while its
 * fields are filled.
 */
export function collectFields(): {
  need(field: string, value: string | undefined, path: string, action: string): string
  /** A paper that goes with this one: its name where the case has it, else nothing. */
  encloses(paper: string, name: string, path: string, action: string): string
  cites(matter: Matter): void
  filled(fields: FieldValues): FilledForm
} {
  const needed: Need[] = []
  const missing: Missing[] = []
  const unattached: Need[] = []
  const cited: Matter[] = []
  return {
    need(field, value, path, action) {
      const fact = { field, path, action }
      needed.push(fact)
      if (value) return value
      missing.push(fact)
      return ''
    },
    encloses(paper, name, path, action) {
      if (!name) unattached.push({ field: paper, path, action })
      return name
    },
    cites(matter) {
      cited.push(matter)
    },
    filled: (fields) => ({
      fields,
      needed,
      missing,
      ...(unattached.length && { unattached }),
      ...(cited.length && { cited }),
    }),
  }
}
