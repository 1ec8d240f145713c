import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
let library: typeof import('yaml') | undefined
let fast: typeof import('js-yaml') | undefined

/**
 * The `yaml` package, loaded on first use: it costs as much as half of node's own start,
 * and only files that are broken, pointed into or written need it. Synchronous, since reading is.
 */
export function yamlLibrary(): typeof import('yaml') {
  library ??= load<typeof import('yaml')>('yaml')
  return library
}

/** The same for `js-yaml`, which only files need that ejc itself would write otherwise. */
export function fastLibrary(): typeof import('js-yaml') {
  fast ??= load<typeof import('js-yaml')>('js-yaml')
  return fast
}

function load<T>(name: string): T {
  return require(name)
}
