import { realpathSync } from 'node:fs'

/** The call of this very program in words, for others that are to start it: node and the script. */
export function ownProgram(): string[] {
  const script = process.argv[1]
  return script === undefined ? ['ejc'] : [process.execPath, realpathSync(script)]
}
