import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'

const folder = 'dist'
const entry = 'main.js'

/** Builds dist/: one small entry, everything heavy in chunks that are loaded when a command needs them. */
async function bundle(): Promise<void> {
  await import('./generate.ts')
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  const { outputFiles, metafile } = await build({
    entryPoints: { main: 'src/cli/main.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    define: { EJC_VERSION: JSON.stringify(version) },
    // Packages in CommonJS ask for Node's own modules by require, which a module of this format does not have.
    banner: {
      js: "import{createRequire as ejcCreateRequire}from'node:module';const require=ejcCreateRequire(import.meta.url);",
    },
  })
  await replaceWith(new Map(outputFiles.map(({ path, contents }) => [basename(path), contents])))
  // Loading the parser only to print the same lines each time would double the time to the first word.
  await writeFile(`${folder}/help.txt`, execFileSync(process.execPath, ['bin/ejc.js', 'help']))
  // Which source stands in which chunk: read by the test that watches over what is loaded at the start.
  await writeFile(`${folder}/meta.json`, JSON.stringify(metafile))
}

/** Chunks first, then the entry, then what is no longer wanted: a program that starts meanwhile finds a whole one. */
async function replaceWith(files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true })
  const names = [...files.keys()].filter((name) => name !== entry)
  for (const name of [...names, entry]) {
    const contents = files.get(name)
    if (contents) await writeFile(`${folder}/${name}`, contents)
  }
  const old = (await readdir(folder)).filter((name) => name.endsWith('.js') && !files.has(name))
  for (const name of old) await rm(`${folder}/${name}`)
}

await bundle()
