import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { documentNames } from '../../src/core/facts/documents.ts'
import { type Call, node } from '../measure.ts'

/** Reads every file of the cases and does nothing with them. */
export const reader = `
import { readdirSync, readFileSync } from 'node:fs'
let bytes = 0
for (const id of readdirSync('cases'))
  for (const file of readdirSync('cases/' + id)) bytes += readFileSync('cases/' + id + '/' + file, 'utf8').length
`

/**
 * Reads every file of the cases by js-yaml and holds it to its schema by the code that ajv has made of it: what any
 * checker of such files does at least. Fails where the schemas refuse a file, or take one that is broken.
 */
const parser = `
import { readdirSync, readFileSync } from 'node:fs'
const { CORE_SCHEMA, load } = await import(process.argv[1])
const { validators } = await import(process.argv[2])
const check = (name, text) => validators[name](load(text, { schema: CORE_SCHEMA }))
if (check('evidence', 'evidence: 1')) throw new Error('a broken file was taken')
for (const id of readdirSync('cases'))
  for (const file of readdirSync('cases/' + id))
    if (!check(file.slice(0, -5), readFileSync('cases/' + id + '/' + file, 'utf8'))) throw new Error(id + '/' + file)
`

/** js-yaml and ajv, standalone, over the cases of a folder. */
export function parsing(folder: string): Call {
  const validators = new URL('../../src/generated/validators.js', import.meta.url)
  return { ...node(parser, import.meta.resolve('js-yaml'), validators.href), cwd: folder }
}

/** As the version whose speed the design names. */
const ajvCli = { name: '@jirutka/ajv-cli', version: '6.0.0' }

/** It takes one schema a call, so that there is a call for each kind of document; it refuses no file of the cases. */
const eachKind = `
node=$1; program=$2; schemas=$3; shift 3
for kind in "$@"; do
  "$node" "$program" validate --spec=draft2020 --strict=false --validate-formats=false --errors=no \
    -s "$schemas/$kind.schema.json" -r "$schemas/common.schema.json" "cases/*/$kind.yaml" || exit 1
done
`

/** ajv-cli over the cases of a folder; undefined where npm can't fetch it. */
export function ajvChecking(folder: string, scratch: string): Call | undefined {
  const home = join(scratch, 'ajv-cli')
  const program = join(home, 'node_modules', ajvCli.name, 'lib', 'main.js')
  if (!existsSync(program) && !isInstalled(home)) return undefined
  const args = ['-c', eachKind, 'bash', process.execPath, program, resolve('schemas'), ...documentNames]
  return { program: 'bash', args, cwd: folder }
}

function isInstalled(home: string): boolean {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{"private":true}\n')
  try {
    const wanted = `${ajvCli.name}@${ajvCli.version}`
    execFileSync('npm', ['install', '--silent', '--ignore-scripts', wanted], { cwd: home, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
