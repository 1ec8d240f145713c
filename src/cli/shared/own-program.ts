import { realpathSync } from 'node:fs'

/** The words that start this program again: node and the script. */
export function ownProgram(): string[] {
  const script = process.argv[1]
  return script === undefined ? ['ejc'] : [process.execPath, realpathSync(script)]
}
