import { createRequire } from 'node:module'

/** Set by the build, which lays each of these packages beside the program as one file (`src/build/beside.ts`). */
declare const EJC_BUNDLED: boolean

const require = createRequire(import.meta.url)

/**
 * Loads a package at its first use, without waiting: reading is synchronous, and most calls need none of these. In the
 * built program it is a file beside it, so that nothing is looked for in node_modules.
 */
export function packageBeside<T>(name: string): T {
  return require(typeof EJC_BUNDLED === 'undefined' ? name : `./${name}.cjs`)
}
