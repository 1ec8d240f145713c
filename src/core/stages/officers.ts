import type { IsoDate } from '../calendar/dates.ts'
import type { CaseView } from '../view.ts'

/** What stands for the officer of a case that is assigned to nobody. */
export const NO_OFFICER = '未指派'

/** The names of the officers of a case, as a form or a record first proposes them. */
export function officerNames({ facts }: Pick<CaseView, 'facts'>): string[] {
  return (facts.case.officers ?? []).map(({ name }) => name)
}

/** The officers as 经办人 of a register, who sign on the day of what it is about: today where no day is told. */
export function handlersOn(
  view: Pick<CaseView, 'facts' | 'today'>,
  day: IsoDate = view.today,
): { name: string; date: IsoDate }[] {
  return officerNames(view).map((name) => ({ name, date: day }))
}

/** The officer whom the record of a decision first proposes: the first of the case, where it has one. */
export function firstOfficer(view: Pick<CaseView, 'facts'>): { by?: string } {
  const [by] = officerNames(view)
  return by === undefined ? {} : { by }
}
