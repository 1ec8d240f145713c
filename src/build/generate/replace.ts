import { renameSync, writeFileSync } from 'node:fs'

/** Writes beside the file and renames, so that a process that runs at the same time never reads half a file. */
export function replaceFile(file: string, content: string): void {
  writeFileSync(`${file}.${process.pid}`, content)
  renameSync(`${file}.${process.pid}`, file)
}
