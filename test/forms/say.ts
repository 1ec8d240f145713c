import type { Documents } from '../../src/core/facts/documents.ts'
import type { FilledForm, Need } from '../../src/core/forms/define.ts'
import type { CaseView } from '../../src/core/view.ts'
import { fill } from './support.ts'
import { wholeCase } from './whole.ts'

export type Change = (documents: Documents) => void

/** A field of a paper: a text, its paragraphs, its rows, or whether a part of the page stays. */
export function says({ fields }: FilledForm, field: string): unknown {
  const value = fields[field]
  if (value === undefined) throw new Error(`no field ${field}`)
  return typeof value === 'string' ? value : Object.values(value)[0]
}

/** A paper of the whole case, after a change. */
export function paper(id: string, subject: string | null, change?: Change): FilledForm {
  return fill(wholeCase('2026-12-24', change), id, subject)
}

/** What a paper needs or lacks, a line for each fact: the field, where it is recorded, and the step that records it. */
export function lines(needs: readonly Need[]): string[] {
  return needs.map(({ field, path, action }) => `${field}：${path} ← ${action}`)
}

/** The whole case under a text that is in force, and as ejc.yaml says after a change. */
export function inForce(view: CaseView, config: Partial<CaseView['config']> = {}): CaseView {
  return {
    ...view,
    regulation: { ...view.regulation, status: 'in-force' },
    config: { ...view.config, ...config },
  }
}
