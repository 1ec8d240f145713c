import { packageBeside } from '../package-beside.ts'

let library: typeof import('yaml') | undefined
let fast: typeof import('js-yaml') | undefined

/**
 * The `yaml` package, loaded on first use: loading takes half as long as the start of node itself, and it is only
 * needed for broken files, for positions and for writing. Synchronous, since reading is.
 */
export function yamlLibrary(): typeof import('yaml') {
  library ??= packageBeside<typeof import('yaml')>('yaml')
  return library
}

/** The same for `js-yaml`, needed only for files in another style than that of ejc. */
export function fastLibrary(): typeof import('js-yaml') {
  fast ??= packageBeside<typeof import('js-yaml')>('js-yaml')
  return fast
}
