import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The template of a form as it comes with the program; undefined when it has none. */
export function builtInTemplate(id: string): Uint8Array | undefined {
  const path = join(packageFolder(), 'templates', `${id}.docx`)
  return existsSync(path) ? readFileSync(path) : undefined
}

/** The folder of this program, wherever the code was bundled to. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
