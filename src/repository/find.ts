import { existsSync } from 'node:fs'
import { exactPattern } from '../core/pattern.ts'
import { RepositoryError } from './errors.ts'
import { listedPaths, plumb, printed } from './git.ts'
import { locateGit } from './gitdir.ts'
import { journalFile } from './journal.ts'

/**
 * What the files of a case must hold to be read: one of each of these characters, or one of these texts, or a fitting
 * name.
 */
export interface Sought {
  /** Each character in the ways in which it may be written; empty where any file may hold what is sought. */
  readonly characters: readonly (readonly string[])[]
  /** Whether the characters follow one another on one line, such as the digits of a number. */
  readonly inOneLine: boolean
  readonly texts: readonly string[]
  readonly fits: (fileName: string) => boolean
}

/**
 * The cases (of `ids`) that may hold everything that is sought, asked of git, which reads files four times as fast as
 * we do. Undefined where git can't tell: outside of git, and while a write waits to be carried out.
 */
export async function casesThatMayHold(
  root: string,
  ids: readonly string[],
  sought: readonly Sought[],
): Promise<string[] | undefined> {
  const git = locateGit(root)
  if (!git || existsSync(journalFile(git))) return undefined
  try {
    const files = listedPaths(await printed(root, ['ls-files', '-z', '--cached', '--others', '--', 'cases']))
    const seen = new Set(files.map(caseOf))
    const found = await Promise.all(
      sought.filter(({ characters }) => characters.length).map((each) => casesWith(root, each, files)),
    )
    // What git does not list, such as a link to another folder, is read.
    return ids.filter((id) => !seen.has(id) || found.every((cases) => cases.has(id)))
  } catch (error) {
    if (error instanceof RepositoryError) return undefined
    throw error
  }
}

function caseOf(path: string): string {
  return path.split('/')[1] ?? ''
}

/** More characters tell hardly more, and each costs time. */
const ENOUGH = 6

async function casesWith(
  root: string,
  { characters, inOneLine, texts, fits }: Sought,
  files: readonly string[],
) {
  const alternatives = characters.map((ways) => `(${ways.map(exactPattern).join('|')})`)
  const [withAll, withTexts] = await Promise.all([
    filesWith(
      root,
      ['-E', '--all-match'],
      inOneLine ? [alternatives.join('( |　)*')] : [...new Set(alternatives)].slice(0, ENOUGH),
    ),
    // A backslash may hide any character behind an escape.
    filesWith(root, ['-F'], ['\\', ...texts]),
  ])
  const named = files.filter((path) => fits(path.split('/').slice(2).join('/')))
  return new Set([...withAll, ...withTexts, ...named].map(caseOf))
}

/** The documents with one of the patterns, or with `--all-match` with all of them; unknown and ignored files too. */
async function filesWith(
  root: string,
  how: readonly string[],
  patterns: readonly string[],
): Promise<string[]> {
  const { stdout } = await plumb(
    root,
    [
      'grep',
      '-z',
      '-l',
      '--text',
      '--untracked',
      '--no-exclude-standard',
      ...how,
      ...patterns.flatMap((pattern) => ['-e', pattern]),
      '--',
      ':(glob)cases/*/*.yaml',
    ],
    { answers: [1] },
  )
  return listedPaths(stdout.toString())
}
