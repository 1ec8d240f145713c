import { checkDocument } from '../check.ts'
import { createPlaces } from '../place.ts'
import type { Workspace } from '../workspace.ts'
import { problemFinding } from './finding.ts'
import type { WholeFindings } from './remembered.ts'

/** What is wrong in the files outside of cases/, and what all cases are measured by. */
export function wholeFindings({ repository, problems, setting }: Workspace): WholeFindings {
  const files = [
    repository.config(),
    repository.readSubmissions(),
    ...repository.readCalendars(),
    ...repository.readProjects(),
    ...repository.readRegulations(),
  ]
  const byName = new Map(files.flatMap((raw) => (raw ? [[raw.file, raw] as const] : [])))
  const places = createPlaces()
  const config = checkDocument('config', repository.config(), setting.regulation.lists).problems
  const findings = [...config, ...problems].map((problem) =>
    problemFinding(problem, null, byName.get(problem.file), places),
  )
  return { findings, coveredYears: setting.calendar.coveredYears }
}
