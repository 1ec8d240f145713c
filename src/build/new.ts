import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { plan } from './new/plan.ts'
import { type Skeleton, UNWRITTEN, withEntry } from './new/skeleton.ts'

/** Writes a unit that compiles, and says what a person has to write in it. */
async function main(words: readonly string[]): Promise<void> {
  const planned = plan(words)
  if (typeof planned === 'string') {
    console.error(planned)
    process.exitCode = 2
    return
  }
  for (const { path, text } of planned.files) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const entry of planned.entries ?? [])
    writeFileSync(entry.path, withEntry(readFileSync(entry.path, 'utf8'), entry))
  format(planned.files.map(({ path }) => path))
  await import('./generate.ts')
  console.log(printUnit(planned))
}

/** A long name breaks lines otherwise. */
function format(files: readonly string[]): void {
  const code = files.filter((file) => file.endsWith('.ts'))
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  execFileSync(process.execPath, [biome, 'format', '--write', ...code], { stdio: 'pipe' })
}

function printUnit({ files, entries = [], afterwards }: Skeleton): string {
  const open = [...files, ...entries].flatMap(({ path }) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.includes(UNWRITTEN) ? [`  ${path}:${index + 1}  ${line.trim()}`] : [])),
  )
  return [
    `To be written, each at a ${UNWRITTEN}; npm run check fails as long as one is left:`,
    ...open,
    'Then:',
    ...afterwards.map((step) => `  ${step}`),
    '  CHANGELOG.md, naming the article, where ejc concludes otherwise than before',
    '  npm run check',
  ].join('\n')
}

await main(process.argv.slice(2))
