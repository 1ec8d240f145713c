declare const EJC_VERSION: string

/** The version that was built. */
export const version = EJC_VERSION

/** Runs one call and sets the exit code; the only place where an error becomes one. */
export async function main(argv: readonly string[]): Promise<void> {
  const [first, ...others] = argv
  if (others.length === 0 && (first === '-V' || first === '--version')) {
    process.stdout.write(`${version}\n`)
    return
  }
  if (others.length === 0 && (first === '-h' || first === '--help')) {
    process.stdout.write(await builtHelp())
    return
  }
  const { runProgram } = await import('./program.ts')
  process.exitCode = await runProgram(argv, version)
}

/** What `ejc help` prints, written down by the build: help comes at once, without loading the parser. */
async function builtHelp(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(new URL('help.txt', import.meta.url), 'utf8')
}
