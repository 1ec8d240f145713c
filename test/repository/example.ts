import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A repository without git that holds the example case alone, in a temporary folder that the caller removes. */
export function exampleRepository(id: string): string {
  const root = mkdtempSync(join(tmpdir(), 'ejc-example-'))
  const fixture = join(import.meta.dirname, '../fixtures/example-case')
  mkdirSync(join(root, 'cases'))
  cpSync(fixture, join(root, 'cases', id), { recursive: true })
  cpSync(join(fixture, 'ejc.yaml'), join(root, 'ejc.yaml'))
  for (const file of ['ejc.yaml', 'submissions.yaml']) rmSync(join(root, 'cases', id, file))
  return root
}
