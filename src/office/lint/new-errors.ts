import type { IsoDate } from '../../core/calendar/dates.ts'
import type { Finding } from '../../core/lint/define.ts'
import { ruleOf } from '../../core/lint/index.ts'
import { furtherProblems } from '../../core/schema/collector.ts'
import type { Changes } from '../../repository/changes.ts'
import type { GitLocation } from '../../repository/gitdir.ts'
import { withSnapshot } from '../../repository/snapshot.ts'
import { lintRepository } from '../lint.ts'

/**
 * Whether a finding is an error of the record: what stands in the files is wrong. What is still to be done or to be
 * paid, or was done late, is a state of the world: the record is right, and only a later step changes it.
 */
export function isErrorOfRecord({ rule, severity }: Finding): boolean {
  if (severity !== 'error') return false
  const known = ruleOf(rule)
  return known === undefined || known.scope !== 'case' || known.about === 'breach'
}

/**
 * The errors of the record among `findings`, which are all that there are, that were not there at the commit that the
 * changes are compared with.
 * Throws RepositoryError `git` where there is no such commit.
 */
export async function newErrorsOfRecord(
  git: GitLocation,
  findings: readonly Finding[],
  { base, cases, twins }: Changes,
  today: IsoDate,
): Promise<Finding[]> {
  const wrong = findings.filter(isErrorOfRecord)
  if (!wrong.length) return []
  const before = await withSnapshot(git, base, { cases, twins }, ({ root, others }) =>
    lintRepository(root, { today, ...(cases && { cases, twins }), others, everything: true }),
  )
  return errorsBeyond(before, wrong)
}

/**
 * Those among the later findings that the earlier ones do not hold; both are all that there are, not those printed. A
 * change may move an item of a list, so a place counts without its position in the list, and two findings at one place
 * need two before.
 */
export function errorsBeyond(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = new Map<string, number>()
  for (const finding of before)
    for (const path of pathsOf(finding)) {
      const place = placeOf(finding, path)
      known.set(place, (known.get(place) ?? 0) + 1)
    }
  const isNew = (place: string): boolean => {
    const left = known.get(place) ?? 0
    known.set(place, left - 1)
    return left <= 0
  }
  return after.flatMap((finding) => {
    const [path, ...others] = pathsOf(finding).filter((each) => isNew(placeOf(finding, each)))
    if (path === undefined) return []
    if (!finding.others) return [finding]
    return [{ ...finding, path, message: furtherProblems(1 + others.length), others: [path, ...others] }]
  })
}

/** The places of a finding: many, where it stands for those that are not told one by one. */
function pathsOf({ path, others }: Finding): readonly string[] {
  return others ?? [path]
}

function placeOf({ rule, code, file }: Finding, path: string): string {
  return [rule, code, file, path.replace(/\b\d+\b/g, '')].join('\n')
}
