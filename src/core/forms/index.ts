import type { Regulation } from '../regulation/regulation.ts'
import { agreement } from './agreement.ts'
import { appraisalCommission } from './appraisal-commission.ts'
import { confirmationApplication } from './confirmation-application.ts'
import { consultationNotice } from './consultation-notice.ts'
import { courtLetter } from './court-letter.ts'
import type { FormDefinition } from './define.ts'
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
import { terminationRegister } from './termination-register.ts'
import { transferLetter } from './transfer-letter.ts'

/** The seven forms of annex 2, in its order. */
export const annexForms: readonly FormDefinition[] = [
  initiationRegister,
  investigationRegister,
  terminationRegister,
  consultationNotice,
  agreement,
  confirmationApplication,
  enforcementApplication,
]

/** The supporting documents of a case, in the order of the regulation pack. */
const papers: readonly FormDefinition[] = [
  serviceReceipt,
  meetingAgenda,
  meetingMinutes,
  appraisalCommission,
  explanationRequest,
  majorReport,
  monthlyReport,
  overdueExplanation,
  performanceLetter,
  priorityLetter,
  evaluationFiling,
  courtLetter,
  transferLetter,
  disclosureText,
]

/** Every form that can be filled: those of annex 2, then the supporting documents. */
export const forms: readonly FormDefinition[] = [...annexForms, ...papers]

/** A form by its id, its number in annex 2 or its Chinese title, of which a part will do where only one has it. */
export function formOf(word: string, regulation: Regulation): FormDefinition | undefined {
  const wanted = word.trim()
  const entries = regulation.forms.filter(({ id }) => forms.some((form) => form.id === id))
  const exact = entries.find(
    ({ id, title, number }) =>
      id === wanted || title === wanted || (number !== undefined && String(number) === wanted),
  )
  const [partial, ...others] = wanted === '' ? [] : entries.filter(({ title }) => title.includes(wanted))
  const entry = exact ?? (others.length ? undefined : partial)
  return forms.find(({ id }) => id === entry?.id)
}

/** The title of a form, as the regulation gives it. */
export function formTitle(id: string, regulation: Regulation): string {
  return regulation.forms.find((form) => form.id === id)?.title ?? id
}
