import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { unitFolders } from './generate/folders.ts'
import { digestOfFiles } from './generate/stamp.ts'

const target = 'src/generated'

/** A part of what is generated: skipped while none of its inputs has changed, so that tests start fast. */
interface GenerationStep {
  /** The file in `src/generated` that holds the digest of the inputs. */
  readonly stamp: string
  readonly inputs: readonly string[]
  readonly run: () => Promise<void>
}

const steps: readonly GenerationStep[] = [
  {
    stamp: '.stamp',
    inputs: [
      'schemas',
      'src/law',
      'src/build/generate.ts',
      'src/build/generate',
      'src/core/schema/formats.ts',
      'package-lock.json',
    ],
    run: generateFromData,
  },
  {
    stamp: '.stamp-indexes',
    inputs: [
      'schemas/regulation.schema.json',
      'src/law/regulations',
      'src/build/generate',
      ...Object.values(unitFolders),
    ],
    run: generateFromSources,
  },
  {
    stamp: '.stamp-clause-weights',
    inputs: ['src/law/regulations', 'src/build/clause-weights', 'src/core/drafts', 'test/fixtures/drafts'],
    run: generateFromDrafts,
  },
]

async function generate(): Promise<void> {
  mkdirSync(target, { recursive: true })
  for (const { stamp, inputs, run } of steps) {
    const file = `${target}/${stamp}`
    const digest = digestOfFiles(inputs)
    if (existsSync(file) && readFileSync(file, 'utf8') === digest) continue
    await run()
    writeFileSync(file, digest)
  }
}

/** Types and validators from the schemas, and the law as JSON. */
async function generateFromData(): Promise<void> {
  await generateSchemas()
  const { generateLaw } = await import('./generate/law.ts')
  await generateLaw()
}

/** The indexes of what stands in the sources. */
async function generateFromSources(): Promise<void> {
  const { generateIndexes } = await import('./generate/indexes.ts')
  generateIndexes()
}

/** What drafts tell of the clauses that are written in them. */
async function generateFromDrafts(): Promise<void> {
  const { generateClauseWeights } = await import('./clause-weights/generate.ts')
  await generateClauseWeights()
}

/** Written beside and renamed in, so that a process that runs at the same time never reads half a file. */
async function generateSchemas(): Promise<void> {
  const { readSchema, schemaNames } = await import('./generate/prepare.ts')
  const { generateTypes } = await import('./generate/types.ts')
  const { generateValidators } = await import('./generate/validators.ts')
  const { generateMatters } = await import('./generate/matters.ts')
  const names = schemaNames()
  const folder = mkdtempSync(`${target}/.new-`)
  try {
    await generateTypes(
      names.filter((name) => name !== 'regulation'),
      `${folder}/types.ts`,
    )
    await generateValidators(names, `${folder}/validators`)
    await generateSchemaTexts(names, `${folder}/schemas`)
    writeFileSync(`${folder}/regulation.schema.json`, JSON.stringify(readSchema('regulation')))
    generateMatters(`${folder}/matters.ts`)
    for (const file of readdirSync(folder)) renameSync(`${folder}/${file}`, `${target}/${file}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Writes the schemas as JSON texts, parsed only when one is asked for: a program that finds nothing wrong and asks
 * nothing needs none of them, and reading them as modules would cost it milliseconds at each start.
 */
async function generateSchemaTexts(names: readonly string[], target: string): Promise<void> {
  const { banner, readSchema, separate } = await import('./generate/prepare.ts')
  const texts = names
    .filter((name) => !separate.includes(name))
    .map((name) => `  ${name}: ${JSON.stringify(JSON.stringify(readSchema(name)))},`)
  writeFileSync(`${target}.js`, `export const schemaTexts = {\n${texts.join('\n')}\n}\n`)
  writeFileSync(
    `${target}.d.ts`,
    `${banner}
import type { SchemaName } from './validators.js'

export declare const schemaTexts: Readonly<Record<SchemaName | 'common', string>>
`,
  )
}

await generate()
