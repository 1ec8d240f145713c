/**
 * What systems and programs leave beside the files of officers, as patterns of .gitignore: the locks of LibreOffice,
 * WPS and Word, their drafts and backups, what macOS and Windows note about a folder. Never a file of a case.
 */
export const sideFiles: readonly string[] = [
  '.DS_Store',
  '._*',
  'Thumbs.db',
  'desktop.ini',
  '~$*',
  '~WRL*.tmp',
  '.~lock.*#',
  '*.bak',
  '*.swp',
  '*.ejc-tmp',
]

const names = new RegExp(`^(${sideFiles.map(patternOf).join('|')})$`, 'iu')

/** Whether a program or a system left the file behind; `path` is posix. */
export function isSideFile(path: string): boolean {
  return names.test(path.slice(path.lastIndexOf('/') + 1))
}

function patternOf(pattern: string): string {
  return pattern
    .split('*')
    .map((part) => part.replace(/[.$]/g, '\\$&'))
    .join('.*')
}
