import type { DeadlineId } from '../../generated/ids.ts'
import type { CaseView } from '../view.ts'

/** The subjects of the deadlines of an id that are neither met nor closed. */
export function owedSubjects({ deadlines }: CaseView, id: DeadlineId): string[] {
  return deadlines
    .filter(({ deadline, met, status }) => deadline === id && met === null && status !== 'closed')
    .flatMap(({ subject }) => subject ?? [])
}
