import { mkdirSync, writeFileSync } from 'node:fs'
import { referencePages } from './reference/pages.ts'

/**
 * Writes docs/ and the rule table of the README: articles, rules, deadlines and commands, drawn from the code and the
 * packs themselves.
 */
async function writeReference(): Promise<void> {
  mkdirSync('docs', { recursive: true })
  for (const [file, text] of await referencePages()) writeFileSync(file, text)
}

await writeReference()
