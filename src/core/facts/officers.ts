import type { IsoDate } from '../calendar/dates.ts'
import type { CaseDocument } from './documents.ts'

type Officers = NonNullable<CaseDocument['officers']>

/**
 * The officers of a case on a day: for whoever took over later, it names whom he took over from.
 */
export function officersOn(
  { officers = [], assignments = [] }: Pick<CaseDocument, 'officers' | 'assignments'>,
  day: IsoDate,
): Officers {
  const later = assignments.filter(({ on }) => on > day)
  return later.reduceRight<Officers>((standing, { from, fromPhone, to }) => {
    const former = from === undefined ? [] : [{ name: from, ...(fromPhone && { phone: fromPhone }) }]
    return standing.flatMap((officer) => (officer.name === to ? former : [officer]))
  }, officers)
}
