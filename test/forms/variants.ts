import type { Documents } from '../../src/core/facts/documents.ts'
import { formOf } from '../../src/core/forms/index.ts'
import type { Change } from './say.ts'
import { only } from './support.ts'
import { wholeCase } from './whole.ts'

/** For whom a paper is written in the whole case, after a change. */
export const writtenFor = (id: string, change?: Change) => {
  const view = wholeCase('2026-12-24', change)
  return formOf(id, view.regulation)?.subjects(view)
}

export type Row = readonly [what: string, change: Change, field: string, said: unknown]

export const proceedings = (...given: readonly object[]): Change => {
  const all = given.map((each) => ({
    ...{ kind: 'penalty', reference: '某号', authority: '某局', amount: '100.00' },
    ...each,
  }))
  return ({ case: about }) => Object.assign(about, { relatedProceedings: all })
}
export const supervised =
  (more: object): Change =>
  (documents) => {
    documents.supervision = { ...documents.supervision, ...more }
  }
export const told = (on: string, more: object = {}) => ({ to: '某支队', obligor: 'o1', on, ...more })
export const agreementOf = ({ agreements }: Documents) => only(agreements?.agreements)
export const projectOf = ({ restoration }: Documents) => only(restoration?.projects)

export const roundOf = ({ consultation }: Documents) => only(consultation?.rounds)
export const noticeOf = (documents: Documents) => {
  const { notice } = roundOf(documents)
  if (!notice) throw new Error('no notice')
  return notice
}
export const meetingOf = (documents: Documents, index = 0) => {
  const meeting = roundOf(documents).meetings?.[index]
  if (!meeting) throw new Error('no meeting')
  return meeting
}
export const appraisalOf = ({ appraisals }: Documents) => only(appraisals?.appraisals)
