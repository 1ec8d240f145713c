import type { Finding, Rule } from '../../core/lint/define.ts'
import type { PlacedFinding } from '../../core/lint/engine.ts'
import { describedRules } from '../../core/lint/housekeeping.ts'
import type { FileProblem } from '../check.ts'
import type { createPlaces } from '../place.ts'
import type { RawDocument } from '../repository.ts'
import type { Position } from '../yaml/position.ts'

const start: Position = { line: 1, column: 1 }

/** A finding of a rule over a case, at its place in the file. */
export function findingOf(placed: PlacedFinding, caseId: string, file: string, place: Position): Finding {
  const { rule, code, severity, message, article, path } = placed
  return { rule, code, severity, message, article, case: caseId, file, ...place, path: path.join('.') }
}

interface Details {
  readonly case?: string
  readonly path?: FileProblem['path']
  readonly place?: Position
}

/** A finding of a housekeeping rule; severity and article come from the rule's own description. */
export function housekeeping(rule: string, file: string, message: string, details?: Details): Finding {
  const described = describedRules.find(({ id }) => id === rule)
  if (!described) throw new Error(`no housekeeping rule ${rule}`)
  return findingInFile(described, file, message, details)
}

/** A finding of any rule about a file as a whole, or at a place that is already known. */
export function findingInFile(
  { id, severity, article }: Pick<Rule, 'id' | 'severity' | 'article'>,
  file: string,
  message: string,
  details: Details = {},
): Finding {
  return {
    rule: id,
    code: null,
    severity,
    message,
    article,
    case: details.case ?? null,
    file,
    ...(details.place ?? start),
    path: (details.path ?? []).join('.'),
  }
}

/** A problem of a file as a finding at its line. */
export function problemFinding(
  problem: FileProblem,
  caseId: string | null,
  raw: RawDocument | undefined,
  places: ReturnType<typeof createPlaces>,
): Finding {
  const { rule, file, message, path, line, position } = problem
  const place = line ?? places.of(raw, path, position)
  return housekeeping(rule, file, message, { ...(caseId === null ? {} : { case: caseId }), path, place })
}
