import type { IsoDate } from '../calendar/dates.ts'
import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import type { CaseView } from '../view.ts'

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

/** A fact that a form needs and the case does not have. */
export type Missing = Need

type FieldValues = Readonly<Record<string, FieldValue>>

export interface FilledForm {
  readonly fields: FieldValues
  /** Every fact that the form needs, including those that the case has. */
  readonly needed: readonly Need[]
  readonly missing: readonly Missing[]
}

/** One official form or paper of a case. */
export interface FormDefinition {
  /** The id in the regulation pack, which gives the title and article; the template has the same file name. */
  readonly id: string
  /** The phase of the case under which it lies in the archive. */
  readonly phase: DocumentName
  /** Where it is signed or sealed: how that block begins; a letter, by the office under its name at the right. */
  readonly signing: RegExp | 'office'
  /** The day of the paper by the facts; without one, the day of its commit. */
  readonly datedOn?: (facts: Facts, subject: string | null) => IsoDate | undefined
  /** What it is written for: null for the case as a whole, else an address (`1/o2`, `G1`). */
  readonly subjects: (view: CaseView) => readonly (string | null)[]
  /** The values of every placeholder of the template. */
  readonly fill: (view: CaseView, subject: string | null) => FilledForm
  /**
   * The fields that somebody fills by hand when the paper is signed or served; a record of them later changes no paper.
   */
  readonly byHand?: readonly string[]
}

/** Defines a form. */
export function defineForm(form: FormDefinition): FormDefinition {
  return form
}

/** Collects the facts that a form needs, and those that are missing, while its fields are filled. */
export function collectFields(): {
  need(field: string, value: string | undefined, path: string, action: string): string
  filled(fields: FieldValues): FilledForm
} {
  const needed: Need[] = []
  const missing: Missing[] = []
  return {
    need(field, value, path, action) {
      const fact = { field, path, action }
      needed.push(fact)
      if (value) return value
      missing.push(fact)
      return ''
    },
    filled: (fields) => ({ fields, needed, missing }),
  }
}
