import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import { parseSync } from 'oxc-parser'

/**
 * The library that reads PDFs also signs them, by two packages that are larger than itself. ejc signs nothing: of what
 * they bring only a class must be there, which another one extends.
 */
const withoutSigning: Plugin = {
  name: 'without-signing',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:pkijs|asn1js)$/ }, ({ path }) => ({ path, namespace: 'signing' }))
    onLoad({ filter: /./, namespace: 'signing' }, () => ({ contents: 'exports.CryptoEngine = class {}' }))
    // The keys of a cloud, which it would ask for when it signs.
    onResolve({ filter: /^@google-cloud\// }, ({ path }) => ({ path, namespace: 'signing' }))
  },
}

/** What `src/documents/pdf-reading.ts` calls of a PDF: all else writes, fills or draws one. */
const readOfPdf = [
  'constructor',
  'context',
  'getObject',
  'getPageCount',
  'isAuthenticated',
  'isEncrypted',
  'load',
  'recoveredViaBruteForce',
]

/** Of the class by which all of that library is reached, only what reads: without the rest it is a quarter as large. */
const onlyReadingOfPdf: Plugin = {
  name: 'only-reading-of-pdf',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /@libpdf[\\/]core[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: withMembers(readFileSync(path, 'utf8'), 'PDF', readOfPdf),
    }))
    onResolve({ filter: /^pako$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'inflate',
      pluginData: resolveDir,
    }))
    onLoad({ filter: /./, namespace: 'inflate' }, ({ pluginData: resolveDir }) => ({
      contents: "module.exports = require('pako/lib/inflate.js')",
      resolveDir,
    }))
  },
}

/** The code, its class of this name without other methods than these. Throws where one of them is missing. */
function withMembers(code: string, name: string, members: readonly string[]): string {
  const { body } = parseSync('library.mjs', code).program
  const declared = body.flatMap((node) => (node.type === 'VariableDeclaration' ? node.declarations : []))
  const made = declared.find(({ id }) => id.type === 'Identifier' && id.name === name)?.init
  if (made?.type !== 'ClassExpression') throw new Error(`there is no class ${name}`)
  const methods = made.body.body.flatMap((node) =>
    node.type === 'MethodDefinition' && node.key.type === 'Identifier'
      ? [{ ...node, name: node.key.name }]
      : [],
  )
  const missing = members.filter((each) => !methods.some((method) => method.name === each))
  if (missing.length) throw new Error(`${name} has no ${missing.join(', ')}`)
  return methods
    .filter((method) => !members.includes(method.name))
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), code)
}

/** The library of ledgers also reads and draws charts, in a third of its code. It reads on where it finds none. */
const withoutCharts: Plugin = {
  name: 'without-charts',
  setup({ onLoad }) {
    onLoad({ filter: /hucre[\\/]dist[\\/]xlsx[\\/]chart-(?:reader|writer)\.mjs$/ }, () => ({
      contents: 'export const parseChart = () => undefined, writeChart = parseChart',
    }))
  },
}

/** The library that builds Word files fills others too, by functions that esbuild takes to do something when loaded. */
const withoutFilling: Plugin = {
  name: 'without-filling',
  setup({ onLoad }) {
    onLoad({ filter: /docx[\\/]dist[\\/]index\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        /^(var patch\w+ =) (?=function\(\))/gm,
        '$1 /* @__PURE__ */ ',
      ),
    }))
  },
}

/** Leaves out of the program what packages bring that ejc never calls, where the bundler can't tell. */
export const withoutUnused = [withoutSigning, onlyReadingOfPdf, withoutCharts, withoutFilling]
