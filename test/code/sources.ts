import { readdirSync, readFileSync } from 'node:fs'

/** A source of the program. */
export interface Source {
  readonly file: string
  readonly text: string
}

/** Every source of a folder, what is generated left out; the paths with `/` on every system. */
export function readSources(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !file.includes('/generated/'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
}
