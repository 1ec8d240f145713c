import { createCalendar } from '../../../core/calendar/calendar.ts'
import type { IsoDate } from '../../../core/calendar/dates.ts'
import { type PapersNeeding, papersNeeding } from '../../../core/forms/needed.ts'
import { sampleDocuments } from '../../../core/lint/sample.ts'
import type { Regulation } from '../../../core/regulation/regulation.ts'
import type { Law } from '../../../repository/law.ts'

/** The papers that print what an office says of itself, told by the sample case: there is no other case yet. */
export function papersOfOffice(law: Law, regulation: Regulation, today: IsoDate): PapersNeeding {
  const { national: years, statutory } = law.calendars
  const { level, handlingUnit } = sampleDocuments().case.jurisdiction
  const config = {
    schema: 1,
    region: { code: '450100', name: '' },
    level,
    regulation: regulation.id,
    idPrefix: 'A',
    // Its own case: of that of another unit, papers print nothing of this one.
    unit: { name: handlingUnit },
  } as const
  const calendar = createCalendar({ years, statutory })
  return papersNeeding({ regulation, calendar, config, today })
}
