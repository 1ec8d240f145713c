import type { CasePaper } from './define.ts'

/** A paper that ejc rendered for the sample case, complete and up to date. */
export const samplePaperOf = (form: string, subject: string | null = null): CasePaper => ({
  path: `documents/${[form, subject?.replace('/', '_')].filter(Boolean).join('-')}.docx`,
  form,
  subject,
  draft: false,
  outdated: false,
  blank: undefined,
  texts: [],
})

/** The initiation register of the sample case, as it should be. */
export const samplePaper: CasePaper = samplePaperOf('initiation-register')

/** Every paper that the sample case calls for. */
export const samplePapers: readonly CasePaper[] = [
  samplePaper,
  samplePaperOf('investigation-register'),
  samplePaperOf('consultation-notice', '1/o1'),
  samplePaperOf('consultation-notice', '1/o2'),
  samplePaperOf('agreement', 'G1'),
  samplePaperOf('confirmation-application', 'G1'),
]
