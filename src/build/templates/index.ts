import { mkdirSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { type Document, Packer } from 'docx'
import { openPackage, packPackage } from '../../documents/package.ts'
import { agreement } from './agreement.ts'
import { appraisalCommission } from './appraisal-commission.ts'
import { confirmationApplication } from './confirmation-application.ts'
import { consultationNotice } from './consultation-notice.ts'
import { courtLetter } from './court-letter.ts'
import { disclosureText } from './disclosure-text.ts'
import { enforcementApplication } from './enforcement-application.ts'
import { evaluationFiling } from './evaluation-filing.ts'
import { explanationRequest } from './explanation-request.ts'
import { initiationRegister } from './initiation-register.ts'
import { investigationRegister } from './investigation-register.ts'
import { majorReport } from './major-report.ts'
import { meetingAgenda } from './meeting-agenda.ts'
import { meetingMinutes } from './meeting-minutes.ts'
import { monthlyReport } from './monthly-report.ts'
import { overdueExplanation } from './overdue-explanation.ts'
import { performanceLetter } from './performance-letter.ts'
import { priorityLetter } from './priority-letter.ts'
import { serviceReceipt } from './service-receipt.ts'
import { fontTable, offGrid } from './styles.ts'
import { terminationRegister } from './termination-register.ts'
import { transferLetter } from './transfer-letter.ts'

/** The seven forms of annex 2, by id: the name of the file in `templates/`. */
export const forms: Readonly<Record<string, () => Document>> = {
  'initiation-register': initiationRegister,
  'investigation-register': investigationRegister,
  'termination-register': terminationRegister,
  'consultation-notice': consultationNotice,
  agreement,
  'confirmation-application': confirmationApplication,
  'enforcement-application': enforcementApplication,
}

/** The supporting documents, likewise. */
export const papers: Readonly<Record<string, () => Document>> = {
  'service-receipt': serviceReceipt,
  'meeting-agenda': meetingAgenda,
  'meeting-minutes': meetingMinutes,
  'appraisal-commission': appraisalCommission,
  'explanation-request': explanationRequest,
  'major-report': majorReport,
  'monthly-report': monthlyReport,
  'overdue-explanation': overdueExplanation,
  'performance-letter': performanceLetter,
  'priority-letter': priorityLetter,
  'evaluation-filing': evaluationFiling,
  'court-letter': courtLetter,
  'transfer-letter': transferLetter,
  'disclosure-text': disclosureText,
}

/** A fixed moment stands for that of making, so that building again gives the same bytes. */
const made = '2025-01-01T00:00:00Z'

/** The bytes of a template, the same on each build. */
export const build = async (form: () => Document): Promise<Uint8Array> => {
  const parts = openPackage(new Uint8Array(await Packer.toBuffer(form())), '模板')
  const text = (path: string) => new TextDecoder().decode(parts.get(path))
  const core = text('docProps/core.xml').replace(/>\d{4}-\d\d-\d\dT[^<]*</g, `>${made}<`)
  parts.set('docProps/core.xml', new TextEncoder().encode(core))
  parts.set('word/styles.xml', new TextEncoder().encode(offGrid(text('word/styles.xml'))))
  parts.set('word/fontTable.xml', new TextEncoder().encode(fontTable()))
  return packPackage(parts)
}

const main = async (): Promise<void> => {
  mkdirSync('templates', { recursive: true })
  for (const [id, form] of Object.entries({ ...forms, ...papers }))
    writeFileSync(`templates/${id}.docx`, await build(form))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main()
