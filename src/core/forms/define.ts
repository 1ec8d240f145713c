import type { CaseView } from '../view.ts'

/** A fact that a form needs and the case does not have: what it is, where it is recorded, and by which action. */
export interface Missing {
  readonly field: string
  /** The path as `case.clue.reference`: document, then keys. */
  readonly path: string
  readonly action: string
}

/**
 * The value of one placeholder: a text; paragraphs; rows of a repeated table row; or whether an optional part stays.
 */
export type FieldValue =
  | string
  | { readonly paragraphs: readonly string[] }
  | { readonly rows: readonly Readonly<Record<string, string>>[] }
  | { readonly block: boolean }

export interface FilledForm {
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly missing: readonly Missing[]
}

/** One official form or paper of a case. */
export interface FormDefinition {
  /** The id in the regulation pack, which gives the title and article; the template has the same file name. */
  readonly id: string
  /** What it is written for: null for the case as a whole, else an address (`1/o2`, `G1`). */
  readonly subjects: (view: CaseView) => readonly (string | null)[]
  /** The values of every placeholder of the template. */
  readonly fill: (view: CaseView, subject: string | null) => FilledForm
}

/** Defines a form. */
export function defineForm(form: FormDefinition): FormDefinition {
  return form
}

/** Collects what a form says, and what it lacks, in one pass. */
export function collect(): {
  readonly missing: Missing[]
  need(field: string, value: string | undefined, path: string, action: string): string
} {
  const missing: Missing[] = []
  return {
    missing,
    need(field, value, path, action) {
      if (value !== undefined && value !== '') return value
      missing.push({ field, path, action })
      return ''
    },
  }
}
