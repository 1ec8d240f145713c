import { createRequire } from 'node:module'

let library: typeof import('yaml') | undefined

/**
 * The `yaml` package, loaded on first use: it costs as much as half of node's own start,
 * and only files that are broken, pointed into or written need it. Synchronous, since reading is.
 */
export function yamlLibrary(): typeof import('yaml') {
  library ??= load()
  return library
}

function load(): typeof import('yaml') {
  return createRequire(import.meta.url)('yaml')
}
