import type { CasePaper } from './define.ts'

const paper = (form: string, subject: string | null = null): CasePaper => ({
  path: `documents/${[form, subject?.replace('/', '_')].filter(Boolean).join('-')}.docx`,
  form,
  subject,
  draft: false,
  outdated: false,
  blank: undefined,
})

/** The initiation register of the sample case, as it should be. */
export const samplePaper: CasePaper = paper('initiation-register')

/** Every paper that the sample case calls for. */
export const samplePapers: readonly CasePaper[] = [
  samplePaper,
  paper('investigation-register'),
  paper('consultation-notice', '1/o1'),
  paper('consultation-notice', '1/o2'),
  paper('agreement', 'G1'),
  paper('confirmation-application', 'G1'),
]
