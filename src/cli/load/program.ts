import { join } from 'node:path'
import { openProgram } from './chunks.ts'
import { knownCode } from './known-code.ts'
import { ownFolder } from './own-folder.ts'
import { PACK, programSources } from './sources.ts'
import { tuneEngine } from './tune.ts'

/** The program, and what keeps for later calls what was made for this one. */
interface LoadedProgram {
  readonly program: typeof import('../program.ts')
  keep(): void
}

let loaded: LoadedProgram | undefined

/**
 * Loads the packed program, once a process.
 * @param build the digest of the program
 */
export function loadProgram(folder: string, build: string, argv: readonly string[]): LoadedProgram {
  if (loaded) return loaded
  tuneEngine()
  const own = ownFolder()
  const known = knownCode(own, build, commandIn(argv))
  const sources = programSources(folder, own, build)
  const { need, compiled } = openProgram(join(folder, PACK), sources.of, known)
  // The boundary to what the build packs.
  const program = need('program.js') as typeof import('../program.ts')
  loaded = {
    program,
    keep: () => {
      try {
        known.keep(compiled)
        sources.keep()
      } catch {
        // What can't be kept is made anew by the next call.
      }
    },
  }
  return loaded
}

function commandIn(argv: readonly string[]): string {
  const takesValue = new Set(['-C', '--repo', '--today'])
  const word = argv.find((each, index) => !each.startsWith('-') && !takesValue.has(argv[index - 1] ?? ''))
  return word !== undefined && /^[a-z-]{1,20}$/.test(word) ? word : 'other'
}
