import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The built-in template of a form; undefined when it has none. */
export function builtInTemplate(id: string): Uint8Array | undefined {
  const path = join(packageFolder(), 'templates', `${id}.docx`)
  return existsSync(path) ? readFileSync(path) : undefined
}

/** The folder of this program, whether its code is bundled or not. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
