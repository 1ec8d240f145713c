import type { Facts } from '../facts/facts.ts'
import { confirmationOf, obligorName } from '../facts/queries.ts'
import { cite } from '../regulation/cite.ts'
import { formTitle, formWord } from '../regulation/forms.ts'
import type { Regulation } from '../regulation/regulation.ts'
import type { FindingDraft } from './define.ts'

/** A form that a recorded step requires, and the fact that requires it. */
interface RequiredForm {
  readonly form: string
  readonly subject: string | null
  readonly target: FindingDraft['target']
  /** What was given to others and is nowhere in the file: nobody can say what they were told. */
  readonly severity?: 'warning'
}

/** The forms that the recorded steps require, without those whose signed copy is on file, in the order of the procedure. */
export function requiredForms(facts: Facts): RequiredForm[] {
  const { initiation, conclusion } = facts.investigation ?? {}
  const applied = facts.agreements.filter((agreement) => confirmationOf(facts, agreement)?.appliedOn)
  return [
    ...(initiation && !initiation.signedCopy
      ? [{ form: 'initiation-register', subject: null, target: initiation }]
      : []),
    ...(conclusion && !conclusion.signedCopy
      ? [{ form: 'investigation-register', subject: null, target: conclusion }]
      : []),
    ...facts.rounds.flatMap(({ round, notice, services = [] }) =>
      notice && !notice.signedCopy
        ? services.map((service) => ({
            form: 'consultation-notice',
            subject: `${round}/${service.obligor}`,
            target: service,
            severity: 'warning' as const,
          }))
        : [],
    ),
    ...facts.agreements
      .filter(({ signedOn, signedCopy }) => signedOn && !signedCopy)
      .map((agreement) => ({ form: 'agreement', subject: agreement.id, target: agreement })),
    ...applied.map((agreement) => ({
      form: 'confirmation-application',
      subject: agreement.id,
      target: agreement,
    })),
  ]
}

/** That a form is not in the file of the case, and the call that makes it. */
export function notThere(facts: Facts, regulation: Regulation, form: string, subject: string | null): string {
  const obligor = subject?.split('/').at(1)
  const about = subject === null ? '' : `（${obligor ? obligorName(facts, obligor) : subject}）`
  const call = ['ejc render', facts.id, formWord(regulation, form), subject ?? ''].filter(Boolean).join(' ')
  return `案卷里没有${formTitle(regulation, form)}${about}。${cite('one-case-one-file')}：案卷应当互相印证；可用 ${call} 生成。`
}
