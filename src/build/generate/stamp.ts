import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'

/** All files below the given files and folders, sorted; those that do not exist are left out. */
function filesBelow(roots: readonly string[]): string[] {
  return roots
    .filter((root) => existsSync(root))
    .flatMap((root) =>
      statSync(root).isDirectory() ? filesBelow(readdirSync(root).map((name) => `${root}/${name}`)) : [root],
    )
    .sort()
}

/** A digest of names and contents: the same inputs need not be generated again. */
export function digestOfFiles(roots: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of filesBelow(roots)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}
