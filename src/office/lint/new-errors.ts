import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { IsoDate } from '../../core/calendar/dates.ts'
import type { Finding } from '../../core/lint/define.ts'
import { ruleOf } from '../../core/lint/index.ts'
import { untold } from '../../core/schema/collector.ts'
import { listedPaths, printed } from '../../repository/git.ts'
import { needGit } from '../../repository/gitdir.ts'
import { layOut, withScratch } from '../../repository/sync/tree.ts'
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
 * The errors of the record among `findings`, which are all that there are, that were not there at a commit; those of the cases named, and of the
 * repository.
 * Throws RepositoryError `git` where there is no such commit.
 */
export async function newErrorsOfRecord(
  root: string,
  findings: readonly Finding[],
  {
    base,
    cases,
    today,
  }: { readonly base: string; readonly cases: readonly string[]; readonly today: IsoDate },
): Promise<Finding[]> {
  const wrong = findings.filter(isErrorOfRecord)
  if (!wrong.length) return []
  const git = needGit(root)
  const before = await withScratch(git, async (folder) => {
    const paths = await pathsAt(git.top, base, git.prefix, cases)
    await layOut(git, base, paths, folder)
    return lintRepository(join(folder, 'files', git.prefix), { today, cases, everything: true })
  })
  return errorsBeyond(before, wrong)
}

/**
 * What decides about these cases at a commit: their folders, everything outside of cases/, and the numbers of the
 * others that are here. Those that a sparse checkout leaves out are not asked for, since a partial clone would have to
 * fetch them.
 */
async function pathsAt(
  top: string,
  commit: string,
  prefix: string,
  cases: readonly string[],
): Promise<string[]> {
  const folder = prefix === '' ? '' : `${prefix}/`
  const output = await printed(top, ['ls-tree', '-r', '-z', '--full-tree', '--name-only', commit])
  const wanted = new Set(cases)
  return listedPaths(output).filter((path) => {
    if (!path.startsWith(folder)) return false
    const [first, id = '', name] = path.slice(folder.length).split('/')
    return first !== 'cases' || wanted.has(id) || (name === 'case.yaml' && existsSync(join(top, path)))
  })
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
    return [{ ...finding, path, message: untold(1 + others.length), others: [path, ...others] }]
  })
}

/** The places of a finding: many, where it stands for those that are not told one by one. */
function pathsOf({ path, others }: Finding): readonly string[] {
  return others ?? [path]
}

function placeOf({ rule, code, file }: Finding, path: string): string {
  return [rule, code, file, path.replace(/\b\d+\b/g, '')].join('\n')
}
