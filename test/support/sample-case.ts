import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { stringify } from 'yaml'
import type { Documents } from '../../src/core/facts/documents.ts'
import { sampleDocuments, sampleToday } from '../../src/core/lint/sample.ts'
import { temporaryFolder } from './cli.ts'

/** Puts the lawful sample case, after a change, into a case repository: its documents and its (empty) attachments. */
export function putSample(
  root: string,
  id: string,
  change: (documents: Documents) => void = () => undefined,
): void {
  const documents = sampleDocuments()
  documents.case.id = id
  change(documents)
  const put = (file: string, text: string): void => {
    const path = join(root, 'cases', id, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  for (const [name, document] of Object.entries(documents)) put(`${name}.yaml`, stringify(document))
  for (const { file } of documents.evidence?.evidence ?? []) if (file) put(file, '')
}

/**
 * The path of a program that is ejc on a day, by default that of the sample case, for hooks and workflows that name
 * none.
 */
export function ejcOnSampleDay(name = 'ejc', today: string = sampleToday): string {
  const path = join(temporaryFolder(), name)
  const bin = resolve(process.env.EJC_BIN ?? 'bin/ejc.js')
  writeFileSync(path, `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@" --today ${today}\n`)
  chmodSync(path, 0o755)
  return path
}

/** Removes a clause from the agreement, which 第二十一条 does not allow. */
export function dropClause({ agreements }: Documents): void {
  delete agreements?.agreements[0]?.clauses?.breach
}
