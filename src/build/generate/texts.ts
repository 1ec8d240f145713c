import { writeFileSync } from 'node:fs'
import { readSchema, separate } from './prepare.ts'

/**
 * Writes the schemas as JSON texts, parsed only when one is asked for: a program that finds nothing wrong and asks
 * nothing needs none of them, and reading them as modules would cost it milliseconds at each start.
 */
export function generateSchemaTexts(names: readonly string[], target: string): void {
  const texts = names
    .filter((name) => !separate.includes(name))
    .map((name) => `  ${name}: ${JSON.stringify(JSON.stringify(readSchema(name)))},`)
  writeFileSync(`${target}.js`, `export const schemaTexts = {\n${texts.join('\n')}\n}\n`)
  writeFileSync(
    `${target}.d.ts`,
    `// Generated from schemas/ by \`npm run generate\`. Do not edit.
import type { SchemaName } from './validators.js'

export declare const schemaTexts: Readonly<Record<SchemaName | 'common', string>>
`,
  )
}
