import { type BuildOptions, type BuildResult, build, type Plugin } from 'esbuild'

/** The packages that the program loads without waiting (`src/repository/package-beside.ts`), each in a file of its own. */
const names = ['yaml', 'js-yaml', 'cli-table3']

/** Bundles these packages, each whole, as `<name>.cjs`. */
export function packagesBeside(
  shared: BuildOptions,
): Promise<BuildResult<{ write: false; metafile: true }>[]> {
  return Promise.all(
    names.map((name) =>
      build({
        ...shared,
        format: 'cjs',
        stdin: { contents: `module.exports = require('${name}')`, resolveDir: '.', sourcefile: `${name}.js` },
        entryNames: name,
        outExtension: { '.js': '.cjs' },
        write: false,
        metafile: true,
      }),
    ),
  )
}

/** Where the program imports one of these packages, it takes the file beside it, so that none is in it twice. */
export const besideOnce: Plugin = {
  name: 'beside-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path }) => ({
      path,
      namespace: 'beside',
    }))
    onLoad({ filter: /./, namespace: 'beside' }, ({ path }) => ({
      contents: `module.exports = require('./${path}.cjs')`,
    }))
    onResolve({ filter: /^\.\/.*\.cjs$/, namespace: 'beside' }, ({ path }) => ({ path, external: true }))
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
