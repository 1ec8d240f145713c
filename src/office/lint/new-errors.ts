import { join } from 'node:path'
import type { IsoDate } from '../../core/calendar/dates.ts'
import type { Finding } from '../../core/lint/define.ts'
import { ruleOf } from '../../core/lint/index.ts'
import { listedPaths, printed } from '../../repository/git.ts'
import { needGit } from '../../repository/gitdir.ts'
import { layOut, withScratch } from '../../repository/sync/tree.ts'
import { lintRepository } from '../lint.ts'

/**
 * Whether a finding is an error of the record: what stands in the files is wrong. What is still to be done or to be paid, or
 * was done late, is a state of the world: the record is right, and only a later step changes it.
 */
export function isErrorOfRecord({ rule, severity }: Finding): boolean {
  if (severity !== 'error') return false
  const known = ruleOf(rule)
  return known === undefined || known.scope !== 'case' || known.about === 'breach'
}

/**
 * The errors of the record among `findings` that were not there at a commit; those of the cases named, and of the repository.
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
    return lintRepository(join(folder, 'files', git.prefix), { today, cases })
  })
  return errorsBeyond(before, wrong)
}

/** What decides about these cases at a commit: their folders, everything outside of cases/, and the numbers of the others. */
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
    return first !== 'cases' || wanted.has(id) || name === 'case.yaml'
  })
}

/**
 * Those among the later findings that the earlier ones do not hold. A change may move an item of a list, so a place counts
 * without its position in the list, and two findings at one place need two before.
 */
export function errorsBeyond(before: readonly Finding[], after: readonly Finding[]): Finding[] {
  const known = before.map(placeOf)
  return after.filter((finding) => {
    const at = known.indexOf(placeOf(finding))
    if (at >= 0) known.splice(at, 1)
    return at < 0
  })
}

function placeOf({ rule, code, file, path }: Finding): string {
  return [rule, code, file, path?.replace(/\b\d+\b/g, '')].join('\n')
}
