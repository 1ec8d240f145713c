import { join } from 'node:path'
import { bytesIfThere } from '../durable.ts'
import { editorSchemas, type PackForEditors } from '../init/schemas.ts'
import { fixedFiles } from '../init/texts.ts'
import type { Repository } from '../repository.ts'
import { sideFiles } from '../side-files.ts'

/** The lines of .gitattributes that `ejc init` writes and that are not there. */
export function missingAttributes(root: string): string[] {
  const wanted = linesIn(fixedFiles.find(([path]) => path === '.gitattributes')?.[1] ?? '')
  const there = attributesOf(root)
  return wanted.filter((line) => !there.includes(line))
}

/** The lines of .gitattributes. */
export const attributesOf = (root: string): string[] => linesOf(root, '.gitattributes')

/** The lines for the files that programs leave behind that .gitignore does not have. */
export function missingIgnores(root: string): string[] {
  const there = linesOf(root, '.gitignore')
  return sideFiles.filter((line) => !there.includes(line))
}

/** The files to which lines are added, as they become; the office's own lines stay. */
export function filesWithLines(root: string): Map<string, Uint8Array> {
  const lines = { '.gitattributes': missingAttributes(root), '.gitignore': missingIgnores(root) }
  const lacking = Object.entries(lines).filter(([, missing]) => missing.length)
  return new Map(lacking.map(([file, missing]) => [file, withLines(root, file, missing)]))
}

function withLines(root: string, file: string, lines: readonly string[]): Uint8Array {
  const there = textOf(root, file)
  const whole = there === '' || there.endsWith('\n') ? there : `${there}\n`
  return Buffer.from(`${whole}${lines.join('\n')}\n`)
}

/** The schemas for editors that are not as this ejc would write them, as it would. */
export function staleSchemas(repository: Repository, pack: PackForEditors): Map<string, Uint8Array> {
  const fresh = editorSchemas(pack).map(([path, text]) => [path, Buffer.from(text)] as const)
  return new Map(
    fresh.filter(([path, bytes]) => {
      const there = repository.readBytes(path)
      return there === undefined || Buffer.compare(there, bytes) !== 0
    }),
  )
}

function linesOf(root: string, file: string): string[] {
  return linesIn(textOf(root, file))
}

function textOf(root: string, file: string): string {
  return new TextDecoder().decode(bytesIfThere(join(root, file)) ?? new Uint8Array())
}

function linesIn(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
