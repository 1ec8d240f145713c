import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeSmallPack } from '../../src/build/small-pack.ts'
import { temporaryFolder } from './folders.ts'

/** Little time, instead of the best that brotli can do. */
const QUICK = 5

/**
 * The program as a package brings it, in a folder of its own: no package of others is to be found from there, and the
 * program lies there small.
 */
export function installedProgram(): string {
  const folder = join(temporaryFolder(), 'installed')
  for (const name of ['bin', 'dist', 'templates', 'package.json'])
    cpSync(name, join(folder, name), { recursive: true })
  rmSync(join(folder, 'dist/program.pack.br'), { force: true })
  writeSmallPack(join(folder, 'dist'), QUICK)
  rmSync(join(folder, 'dist/program.pack'))
  return folder
}
