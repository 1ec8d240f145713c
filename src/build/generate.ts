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
import { digestOf } from './generate/stamp.ts'

const target = 'src/generated'
const stamp = `${target}/.stamp`
const inputs = [
  'schemas',
  'src/law',
  'src/build/generate.ts',
  'src/build/generate',
  'src/core/schema/formats.ts',
  'package-lock.json',
]

/** Types, validators and law data. Skipped while no input has changed, so that tests start fast. */
async function generate(): Promise<void> {
  const digest = digestOf(inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  mkdirSync(target, { recursive: true })
  await generateSchemas()
  await generateLawData()
  writeFileSync(stamp, digest)
}

/** Written beside and renamed in, so that a process that runs at the same time never reads half a file. */
async function generateSchemas(): Promise<void> {
  const { schemaNames } = await import('./generate/prepare.ts')
  const { generateTypes } = await import('./generate/types.ts')
  const { generateValidators } = await import('./generate/validators.ts')
  const { generateSchemaTexts } = await import('./generate/texts.ts')
  const names = schemaNames()
  const folder = mkdtempSync(`${target}/.new-`)
  try {
    await generateTypes(
      names.filter((name) => name !== 'regulation'),
      `${folder}/types.ts`,
    )
    await generateValidators(names, `${folder}/validators`)
    generateSchemaTexts(names, `${folder}/schemas`)
    for (const file of readdirSync(folder)) renameSync(`${folder}/${file}`, `${target}/${file}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function generateLawData(): Promise<void> {
  const { generateLaw } = await import('./generate/law.ts')
  await generateLaw()
}

await generate()
