import { createRequire } from 'node:module'

/** Given to each chunk of the packed program (`src/build/pack.ts`), into which the build lays each of these packages. */
declare const ejcNeed: ((chunk: string) => { readonly default: unknown }) | undefined

/** Loads a package at its first use, without waiting: reading is synchronous, and most calls need none of these. */
export function packageBeside<T>(name: string): T {
  // The boundary to a package: the caller says what it is.
  if (typeof ejcNeed !== 'undefined') return ejcNeed(`${name}.js`).default as T
  return createRequire(import.meta.url)(name)
}
