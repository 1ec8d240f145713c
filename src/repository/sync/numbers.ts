import { posix } from 'node:path'
import type { GitLocation } from '../gitdir.ts'
import { nextCaseId } from '../repository.ts'
import type { Tree } from './tree.ts'

/** The names of the folders of cases in a tree. */
export function caseIdsInTree({ prefix }: GitLocation, tree: Tree): string[] {
  const folder = posix.join(prefix, 'cases/')
  const inside = [...tree.keys()].filter((path) => path.startsWith(folder))
  return [...new Set(inside.map((path) => path.slice(folder.length).split('/', 1)[0] ?? ''))]
}

/** The next number of the same office and year that none of `taken` has. */
export function freeNumber(id: string, taken: readonly string[]): string {
  const [, prefix = '', year = ''] = /^(.+)-(\d+)-\d+$/.exec(id) ?? []
  return nextCaseId(taken, prefix, Number(year))
}
