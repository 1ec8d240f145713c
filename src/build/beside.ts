import type { Plugin } from 'esbuild'

/** The packages that the program loads without waiting (`src/repository/package-beside.ts`), each whole in a chunk of its name. */
const names = ['yaml', 'js-yaml', 'cli-table3']

/** Where the chunks of these packages begin, beside the program. */
export const entriesBeside = Object.fromEntries(names.map((name) => [name, `beside:${name}`]))

export const packagesBeside: Plugin = {
  name: 'packages-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^beside:/ }, ({ path }) => ({
      path: path.replace('beside:', ''),
      namespace: 'beside',
    }))
    onLoad({ filter: /./, namespace: 'beside' }, ({ path }) => ({
      contents: `module.exports = require('${path}')`,
      resolveDir: '.',
    }))
  },
}

/**
 * The editor of a long answer guesses and reads encodings by two packages of half a megabyte. Node reads those that
 * editors here write: UTF-8, else GB 18030.
 */
export const encodingsOfNode: Plugin = {
  name: 'encodings-of-node',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:iconv-lite|chardet)$/ }, ({ path, resolveDir }) =>
      resolveDir.includes('external-editor') ? { path, namespace: 'encodings' } : undefined,
    )
    onLoad({ filter: /./, namespace: 'encodings' }, () => ({
      contents: "import * as all from './encodings.ts'\nexport * from './encodings.ts'\nexport default all",
      resolveDir: import.meta.dirname,
    }))
  },
}
