import type { OutputFile } from 'esbuild'
import { type EcmaScriptModule, type Program, parseSync } from 'oxc-parser'
import type { Chunks } from '../cli/load/sources.ts'

/** A part of a text, and what stands there instead. */
interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Lays all chunks of the program into one file, behind a line that says where each is: a call opens one file and reads
 * from it only what it needs. Each chunk becomes a function that `src/cli/load/chunks.ts` calls, so that the code which
 * V8 compiled for it can be kept; modules of JavaScript have no such way in node 20.
 */
export function packChunks(files: readonly OutputFile[]): Uint8Array {
  const chunks: Record<string, readonly [number, number]> = {}
  const parts = files.map(({ path, text }) => {
    const name = path.replace(/.*[\\/]/, '')
    return { name, bytes: Buffer.from(asFunction(name, text)) }
  })
  let at = 0
  for (const { name, bytes } of parts) {
    chunks[name] = [at, bytes.length]
    at += bytes.length
  }
  const head = Buffer.from(`${JSON.stringify(chunks satisfies Chunks)}\n`)
  return Buffer.concat([head, ...parts.map(({ bytes }) => bytes)])
}

/** Throws where a chunk holds what these few forms, all that esbuild writes, do not cover. */
function asFunction(name: string, code: string): string {
  const { program, module, errors } = parseSync(name, code)
  if (errors.length) throw new Error(`${name}: ${errors[0]?.message}`)
  if (module.importMetas.length) throw new Error(`${name} asks for import.meta, which no function has`)
  const imports = program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' ? [imported(node.source.value, node.specifiers)] : [],
  )
  const { exported, edits } = exportsOf(name, program)
  const body = edited(code, [...edits, ...removedImports(program), ...laterImports(name, code, module)])
  return `(function(ejcExports,ejcNeed,ejcLater,require,ejcUrl){"use strict";${imports.join('')}${body}\n${exported.join('')}})`
}

type Import = Extract<Program['body'][number], { type: 'ImportDeclaration' }>

const removedImports = ({ body }: Program): Edit[] =>
  body.flatMap(({ type, start, end }) => (type === 'ImportDeclaration' ? [{ start, end, text: '' }] : []))

/**
 * What a chunk imports is there once and for all: no chunks load one another in a circle, and nothing that one exports
 * is assigned later (the loader would have no way to tell).
 */
function imported(from: string, specifiers: Import['specifiers']): string {
  const isChunk = from.startsWith('./')
  const source = isChunk ? `ejcNeed("${from.slice(2)}")` : `require("${from}")`
  if (!specifiers.length) return `${source};`
  const named = specifiers.flatMap((each) =>
    each.type === 'ImportSpecifier' ? [`${asKey(nameOf(each.imported))}:${each.local.name}`] : [],
  )
  const whole = specifiers.flatMap(({ type, local }) =>
    type === 'ImportSpecifier'
      ? []
      : [`const ${local.name}=${source}${isChunk && type === 'ImportDefaultSpecifier' ? '.default' : ''};`],
  )
  return `${named.length ? `const{${named.join(',')}}=${source};` : ''}${whole.join('')}`
}

const nameOf = (node: { readonly name: string } | { readonly value: string }): string =>
  'name' in node ? node.name : node.value

const asKey = (name: string): string => (/^[\w$]+$/.test(name) ? name : JSON.stringify(name))

function exportsOf(name: string, { body }: Program): { exported: string[]; edits: Edit[] } {
  const exported: string[] = []
  const edits: Edit[] = []
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration')
      edits.push({ start: node.start, end: node.declaration.start, text: 'ejcExports.default=' })
    else if (node.type === 'ExportNamedDeclaration' && !node.source && !node.declaration) {
      edits.push({ start: node.start, end: node.end, text: '' })
      for (const each of node.specifiers)
        exported.push(`${asKey(nameOf(each.exported))}:${nameOf(each.local)}`)
    } else if (/^Export/.test(node.type)) throw new Error(`${name} exports in a way that is not foreseen`)
  }
  return { exported: exported.length ? [`Object.assign(ejcExports,{${exported.join(',')}});`] : [], edits }
}

function laterImports(name: string, code: string, { dynamicImports }: EcmaScriptModule): Edit[] {
  return dynamicImports.map(({ start, end, moduleRequest }) => {
    const [, from] = /^"\.\/(.*)"$/.exec(code.slice(moduleRequest.start, moduleRequest.end)) ?? []
    if (from === undefined) throw new Error(`${name} imports ${code.slice(start, end)}, which is not built`)
    return { start, end, text: `ejcLater("${from}")` }
  })
}

function edited(code: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: instead }) => text.slice(0, start) + instead + text.slice(end), code)
}
