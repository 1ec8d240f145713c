import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** The packages that the program loads without waiting (`src/repository/package-beside.ts`), each whole in a chunk of its name. */
const names = ['yaml', 'js-yaml', 'cli-table3']

/** What drafts taught: large, and read only when a draft is. */
const WEIGHTS = 'clause-weights'

/** Where the chunks of these packages and of what drafts taught begin, beside the program. */
export const entriesBeside = {
  ...Object.fromEntries(names.map((name) => [name, `beside:${name}`])),
  [WEIGHTS]: `src/generated/${WEIGHTS}.ts`,
}

/** Loads what drafts taught when it is first asked for, not with the code that may ask. */
const weightsBeside: Plugin = {
  name: 'weights-beside',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[\\/]generated[\\/]clause-weights\.ts$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? undefined : { path, namespace: 'later' },
    )
    onLoad({ filter: /./, namespace: 'later' }, () => ({
      contents: `export const clauseWeights = () => ejcNeed('${WEIGHTS}.js').clauseWeights()`,
    }))
  },
}

/** The library of tables measures each cell a dozen times: usual texts by `table-widths.ts`, others by its own package. */
const quickWidths: Plugin = {
  name: 'quick-widths',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ path, importer, resolveDir }) =>
      /[\\/]cli-table3[\\/]src[\\/]/.test(importer)
        ? { path, namespace: 'widths', pluginData: resolveDir }
        : undefined,
    )
    const quick = JSON.stringify(join(import.meta.dirname, 'table-widths.ts'))
    onLoad({ filter: /./, namespace: 'widths' }, ({ path, pluginData: resolveDir }) => ({
      contents: `module.exports = require(${quick}).widthBy(() => require('${path}'))`,
      resolveDir,
    }))
  },
}

const packagesBeside: Plugin = {
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
const encodingsOfNode: Plugin = {
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

/** What stands in the program for a package or for data: loads it later, or does the same at less cost. */
export const standingInFor = [packagesBeside, weightsBeside, quickWidths, encodingsOfNode]
