import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { type BuildOptions, build } from 'esbuild'
import { entriesBeside, standingInFor } from './beside.ts'
import { titlesOfExamples } from './examples.ts'
import { digestOfFiles } from './generate/stamp.ts'
import { bundledPackages, licenceTexts } from './licences.ts'
import { packChunks } from './pack.ts'
import { withoutUnused } from './unused.ts'

const folder = 'dist'

const shared = {
  outdir: folder,
  bundle: true,
  platform: 'node',
  target: 'node20',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
} satisfies BuildOptions

/**
 * Builds dist/: a tiny entry, and the program as one file, in chunks that are loaded when a command needs them.
 */
async function bundle(): Promise<void> {
  await import('./generate.ts')
  const program = await build({
    ...shared,
    format: 'esm',
    splitting: true,
    entryPoints: { program: 'src/cli/program.ts', ...entriesBeside },
    plugins: [...standingInFor, ...withoutUnused, titlesOfExamples],
    define: { 'import.meta.url': 'ejcUrl' },
  })
  const packed = packChunks(program.outputFiles)
  const main = await build({
    ...shared,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    entryPoints: { main: 'src/cli/main.ts' },
    supported: { 'dynamic-import': false },
    define: {
      'import.meta.dirname': '__dirname',
      EJC_VERSION: JSON.stringify(await versionOfPackage()),
      EJC_SOURCES: JSON.stringify(digestOfFiles(['src', 'schemas', 'package-lock.json'])),
      EJC_PACKED: JSON.stringify(createHash('sha256').update(packed).digest('hex')),
    },
  })
  const [entry] = main.outputFiles
  if (!entry) throw new Error('esbuild wrote no entry')
  await replaceWith({ 'program.pack': packed, 'main.cjs': entry.contents })
  // Loading the parser only to print the same lines each time would double the time to the first word.
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' }
  await writeFile(`${folder}/help.txt`, execFileSync(process.execPath, ['bin/ejc.js', 'help'], { env }))
  // Which source stands in which chunk: read by the test that watches over what is loaded at the start.
  const outputs = { ...program.metafile.outputs, ...main.metafile.outputs }
  await writeFile(`${folder}/licences.txt`, licenceTexts(bundledPackages(outputs)))
  await writeFile(`${folder}/meta.json`, JSON.stringify({ outputs }))
}

async function versionOfPackage(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile('package.json', 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error('package.json names no version')
}

/** Renames each file in, so that a program that starts or runs meanwhile finds a whole one; then removes what is old. */
async function replaceWith(files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, contents] of Object.entries(files)) {
    await writeFile(`${folder}/.${name}`, contents)
    await rename(`${folder}/.${name}`, `${folder}/${name}`)
  }
  const old = (await readdir(folder)).filter((name) => /\.(?:c?js|br)$/.test(name) && !(name in files))
  for (const name of old) await rm(`${folder}/${name}`)
}

await bundle()
