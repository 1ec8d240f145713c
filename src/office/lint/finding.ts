import type { Finding, HousekeepingRule, PlacedFinding, Rule } from '../../core/lint/define.ts'
import { isRegulated } from '../../core/lint/engine.ts'
import { describedRules } from '../../core/lint/housekeeping.ts'
import type { Citations } from '../../core/regulation/citation.ts'
import type { FileProblem } from '../../repository/check.ts'
import type { createPlaces } from '../../repository/place.ts'
import type { RawDocument } from '../../repository/repository.ts'
import type { Position } from '../../repository/yaml/position.ts'

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
  readonly others?: FileProblem['others']
}

/** A finding of a housekeeping rule that has no matter of the law: it is reported even where there is no regulation. */
export function housekeeping(rule: string, file: string, message: string, details?: Details): Finding {
  const { matter, ...described } = describedRule(rule)
  if (matter !== null) throw new Error(`the housekeeping rule ${rule} rests on ${matter}`)
  return findingInFile(described, file, message, null, details)
}

/** A finding of a housekeeping rule that has a matter of the law; none where the text lacks the matter. */
export function regulatedHousekeeping(
  citations: Citations,
  rule: string,
  file: string,
  message: string,
  details?: Details,
): Finding[] {
  return regulatedFinding(citations, describedRule(rule), file, message, details)
}

function describedRule(rule: string): HousekeepingRule {
  const described = describedRules.find(({ id }) => id === rule)
  if (!described) throw new Error(`no housekeeping rule ${rule}`)
  return described
}

/** A finding of any rule about a whole file or at a known place; none where the text lacks the rule's matter. */
export function regulatedFinding(
  citations: Citations,
  rule: Pick<Rule, 'id' | 'severity' | 'matter' | 'contradiction'>,
  file: string,
  message: string,
  details?: Details,
): Finding[] {
  const { matter, contradiction = false } = rule
  if (!contradiction && !isRegulated(citations, matter)) return []
  const article = matter !== null && citations.has(matter) ? citations.articleOf(matter) : null
  return [findingInFile(rule, file, citations.written(message), article, details)]
}

function findingInFile(
  { id, severity }: Pick<Rule, 'id' | 'severity'>,
  file: string,
  message: string,
  article: string | null,
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
    ...(details.others && { others: details.others.map((path) => path.join('.')) }),
  }
}

/** A problem of a file as a finding at its line. */
export function problemFinding(
  problem: FileProblem,
  caseId: string | null,
  raw: RawDocument | undefined,
  places: ReturnType<typeof createPlaces>,
): Finding {
  const { rule, file, message, path, line, position, others } = problem
  const place = line ?? places.of(raw, path, position)
  return housekeeping(rule, file, message, {
    ...(caseId === null ? {} : { case: caseId }),
    path,
    place,
    ...(others && { others }),
  })
}
