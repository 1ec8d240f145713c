import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { parseSync, Visitor } from 'oxc-parser'
import { describe, expect, it } from 'vitest'
import { entriesBeside, standingInFor } from '../../src/build/beside.ts'
import { withTitlesOnly } from '../../src/build/examples.ts'
import { packChunks } from '../../src/build/pack.ts'
import { withoutUnused } from '../../src/build/unused.ts'
import { openProgram } from '../../src/cli/load/chunks.ts'
import { packedInFile } from '../../src/cli/load/sources.ts'
import { temporaryFolder } from '../support/folders.ts'

const nothingKnown = { of: () => undefined, isStale: false, keep: () => undefined }

/** The program that these chunks make, opened. */
function opened(chunks: Readonly<Record<string, string>>) {
  const files = Object.entries(chunks).map(([name, text]) => ({
    path: `dist/${name}`,
    text,
    contents: Buffer.from(text),
    hash: '',
  }))
  const file = join(temporaryFolder(), 'program.pack')
  writeFileSync(file, packChunks(files))
  return openProgram(file, packedInFile(file).of, nothingKnown)
}

describe('the packed program', () => {
  it('loads a chunk and what it imports once, in order, with names as they are written', async () => {
    const { need, compiled } = opened({
      'b.js': 'var a="广西😀",b=/期$/u.test("日期");export{a as region,b as c,b as "other name"};',
      'a.js':
        'import"./b.js";import{c as d,"other name" as e,region as f}from"./b.js";import{basename as g}from"node:path";import h from"node:path";import*as i from"node:path";var j=async()=>(await import("./c.js")).default,k=[d,e,f,g("x/y"),h.sep===i.sep];export{j as later,k as all};',
      'c.js': 'export default function(){return!0};',
    })
    const { all, later } = need('a.js')
    expect(all).toEqual([true, true, '广西😀', 'y', true])
    expect(need('a.js')).toBe(need('a.js'))
    expect(compiled.map(({ name }) => name)).toEqual(['a.js', 'b.js'])
    expect(typeof later).toBe('function')
  })

  it('is not made of what it could not load', () => {
    expect(() => opened({ 'a.js': 'import("elsewhere")' })).toThrow('a.js imports')
    expect(() => opened({ 'a.js': 'export*from"./b.js"' })).toThrow('a.js exports')
    expect(() => opened({ 'a.js': 'import.meta.url' })).toThrow('a.js')
    expect(() => opened({ 'a.js': 'let =' })).toThrow('a.js')
  })
})

describe('the chunks of the program', () => {
  it('never assign again what they export, which the packed program would not notice', async () => {
    const { outputFiles } = await build({
      entryPoints: { program: 'src/cli/program.ts', ...entriesBeside },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      outdir: temporaryFolder(),
      write: false,
      logLevel: 'error',
      define: { 'import.meta.url': 'ejcUrl' },
      plugins: [...standingInFor, ...withoutUnused],
    })
    expect(outputFiles.length).toBeGreaterThan(100)
    expect(outputFiles.flatMap(({ text }) => assignedExports(text))).toEqual([])
    expect(assignedExports('let a=1,b=1;function f(){a=2;b++}export{a as c,b}')).toEqual(['a', 'b'])
  })

  it('load one another in no circle', () => {
    const { outputs }: Metafile = JSON.parse(readFileSync('dist/meta.json', 'utf8'))
    const open = new Map(
      Object.entries(outputs).map(([name, { imports }]) => [
        name,
        imports.flatMap(({ path, kind }) => (kind === 'import-statement' && outputs[path] ? [path] : [])),
      ]),
    )
    // Those that wait for none go, again and again, until none is left, or a circle.
    for (let before = 0; before !== open.size; ) {
      before = open.size
      for (const [name, imports] of open) if (!imports.some((each) => open.has(each))) open.delete(name)
    }
    expect([...open.keys()]).toEqual([])
  })
})

function assignedExports(text: string): string[] {
  const { program } = parseSync('chunk.js', text)
  const exported = new Set(
    program.body.flatMap((node) =>
      node.type === 'ExportNamedDeclaration'
        ? node.specifiers.map(({ local }) => ('name' in local ? local.name : local.value))
        : [],
    ),
  )
  const assigned: string[] = []
  const note = (target: { readonly type: string; readonly name?: unknown }) => {
    if (target.type === 'Identifier' && exported.has(String(target.name))) assigned.push(String(target.name))
  }
  new Visitor({
    AssignmentExpression: ({ left }) => note(left),
    UpdateExpression: ({ argument }) => note(argument),
  }).visit(program)
  return assigned
}

describe('the examples of a rule', () => {
  it('leave their titles in what is built', () => {
    const code =
      "defineRule({ id: 'a', examples: { accept: [{ title: '甲', change: inCase((c) => { c.x = [1] }) }], reject: [{ title: '乙', change: b, finds: 2 }] } })"
    const cut = "defineRule({ id: 'a', examples: { accept: [{ title: '甲'}], reject: [{ title: '乙'}] } })"
    expect(withTitlesOnly('a.ts', code)).toBe(cut)
  })

  it('are cut in a rule of the program', () => {
    const file = 'src/core/lint/rules/agreement/sum.ts'
    const cut = withTitlesOnly(file, readFileSync(file, 'utf8'))
    expect(cut).toContain("{ title: '各项相符'}")
    expect(cut).not.toContain('change:')
  })
})
