import type { Documents } from '../../src/core/facts/documents.ts'
import type { FieldValue, FilledForm } from '../../src/core/forms/define.ts'
import { formOf } from '../../src/core/forms/index.ts'
import type { CaseView } from '../../src/core/view.ts'
import { viewOfFixture } from '../support/setting.ts'

const today = '2026-11-24'

/** The first example: two obligors, one an individual, an agreement that both signed. */
export const first = (change?: (documents: Documents) => void): CaseView =>
  viewOfFixture('example-case', today, change)

/** The second example: three obligors with three fates, every section used. */
export const second = (change?: (documents: Documents) => void): CaseView =>
  viewOfFixture('example-case-2', today, change)

/** A form filled from a case. */
export function fill(view: CaseView, word: string, subject: string | null = null): FilledForm {
  const form = formOf(word, view.regulation)
  if (!form) throw new Error(`no form ${word}`)
  return form.fill(view, subject)
}

/** A field as lines of text. */
export function lines(value: FieldValue | undefined): readonly string[] {
  if (value === undefined) throw new Error('no such field')
  if (typeof value === 'string') return [value]
  if ('paragraphs' in value) return value.paragraphs
  throw new Error('not a text')
}

/** A field as rows. */
export function rows(value: FieldValue | undefined): readonly Readonly<Record<string, string>>[] {
  if (value === undefined || typeof value === 'string' || !('rows' in value)) throw new Error('no rows')
  return value.rows
}

/** The one item of a list that a test changes. */
export function only<T>(items: readonly T[] | undefined): T {
  const [item] = items ?? []
  if (item === undefined) throw new Error('nothing there')
  return item
}
