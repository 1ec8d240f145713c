import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { besideOnce, encodingsOfNode, packagesBeside } from './beside.ts'
import { digestOfFiles } from './generate/stamp.ts'
import { bundledPackages, licenceTexts } from './licences.ts'

const folder = 'dist'
/** Order of writing: files that load others come last. */
const entries = ['program.js', 'main.js']

const shared = {
  outdir: folder,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
} satisfies BuildOptions

/**
 * Builds dist/: a tiny entry, and the program, everything heavy in chunks that are loaded when a command needs them.
 */
async function bundle(): Promise<void> {
  await import('./generate.ts')
  const program = await build({
    ...shared,
    entryPoints: { program: 'src/cli/program.ts' },
    splitting: true,
    plugins: [besideOnce, encodingsOfNode],
    define: { EJC_BUNDLED: 'true' },
    // Packages in CommonJS ask for Node's own modules by require, which a module of this format does not have.
    banner: {
      js: "import{createRequire as ejcCreateRequire}from'node:module';const require=ejcCreateRequire(import.meta.url);",
    },
  })
  const main = await build({
    ...shared,
    entryPoints: { main: 'src/cli/main.ts' },
    define: {
      EJC_VERSION: JSON.stringify(await versionOfPackage()),
      EJC_SOURCES: JSON.stringify(digestOfFiles(['src', 'schemas', 'package-lock.json'])),
    },
    plugins: [programBeside],
  })
  const built = [program, main, ...(await packagesBeside(shared))]
  const files = built.flatMap(({ outputFiles }) => outputFiles)
  await replaceWith(new Map(files.map(({ path, contents }) => [basename(path), contents])))
  // Loading the parser only to print the same lines each time would double the time to the first word.
  await writeFile(`${folder}/help.txt`, execFileSync(process.execPath, ['bin/ejc.js', 'help']))
  // Which source stands in which chunk: read by the test that watches over what is loaded at the start.
  const outputs = Object.assign({}, ...built.map(({ metafile }) => metafile.outputs))
  await writeFile(`${folder}/licences.txt`, licenceTexts(bundledPackages(outputs)))
  await writeFile(`${folder}/meta.json`, JSON.stringify({ outputs }))
}

async function versionOfPackage(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile('package.json', 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  throw new Error('package.json names no version')
}

/**
 * Built separately, the entry shares no chunk with the program: one file fewer to load before it prints the version.
 */
const programBeside: Plugin = {
  name: 'program-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/program\.ts$/ }, () => ({ path: './program.js', external: true }))
  },
}

/**
 * Writes chunks first, then the entries, then removes old files: a program that starts meanwhile finds a complete one.
 */
async function replaceWith(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const chunks = [...files.keys()].filter((name) => !entries.includes(name))
  for (const name of [...chunks, ...entries]) {
    const contents = files.get(name)
    if (contents) await writeFile(`${folder}/${name}`, contents)
  }
  const old = (await readdir(folder)).filter((name) => /\.c?js$/.test(name) && !files.has(name))
  for (const name of old) await rm(`${folder}/${name}`)
}

await bundle()
