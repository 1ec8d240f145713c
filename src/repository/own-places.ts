import { fixedFiles } from './init/texts.ts'

/** What stands at the root of a case repository: its folders, and files of its own beside them. */
const places: ReadonlySet<string> = new Set([
  ...fixedFiles.map(([path]) => path.split('/')[0] ?? ''),
  ...['regulations', 'schemas', 'ejc.yaml', 'submissions.yaml', 'README.md'],
])

/**
 * Whether a path from the root of a case repository is in one of its own places; else a file that git does not know is
 * none of the library's: a calendar that was written there, or the text that a clue was registered from.
 */
export function isOwnPlace(path: string): boolean {
  const [first = ''] = path.split('/')
  return places.has(first) || first.startsWith('.')
}
