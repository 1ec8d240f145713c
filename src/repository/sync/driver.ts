import { readFileSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { type Decision, mergeDocument } from '../../core/merge/merge.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import { answerOf, plumb } from '../git.ts'
import { needGit } from '../gitdir.ts'
import { withLock } from '../lock.ts'
import { shellWord } from '../shell-word.ts'
import { breaksSchema } from './checked.ts'
import { fileKindOf } from './files.ts'
import {
  dataOfSides,
  decodedSides,
  lacksBase,
  mergedText,
  mergeLines,
  type ThreeVersions,
  textWithFacts,
} from './text.ts'
import { withScratch } from './tree.ts'

const name = 'merge.ejc.name'
const driver = 'merge.ejc.driver'
const recursive = 'merge.ejc.recursive'
/** The driver for merges of which only the base of another merge is made: its results hold no marks of conflict. */
const INNER = 'ejc-base'
const longPaths = 'core.longpaths'

/**
 * Tells git in this clone how to merge the files of a case, for those who merge without ejc; `program` is the call of
 * ejc as a list of words. A clone does not get this from the repository, which must not name programs to run. On
 * Windows, git is also told to accept paths of more than 260 characters, as ejc does.
 */
export async function setUpClone(
  root: string,
  program: readonly string[],
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  if (platform === 'win32' && (await answerOf(root, ['config', '--get', longPaths])) === null)
    await plumb(root, ['config', '--local', longPaths, 'true'])
  const call = shellCall(program, platform).replaceAll('%', '%%')
  const command = [call, 'merge-driver', '%O', '%A', '%B', '%P'].join(' ')
  const inner = [call, 'merge-driver', '--base', '%O', '%A', '%B', '%P'].join(' ')
  const isSet = async (key: string, value: string): Promise<boolean> =>
    (await answerOf(root, ['config', '--local', '--get', key])) === value
  if (
    (await isSet(driver, command)) &&
    (await isSet(`merge.${INNER}.driver`, inner)) &&
    (await isSet(recursive, INNER))
  )
    return
  const settings = [
    [name, 'ejc 案件文件合并'],
    [driver, command],
    [recursive, INNER],
    [`merge.${INNER}.name`, 'ejc 案件文件合并（合并的基准）'],
    [`merge.${INNER}.driver`, inner],
  ] as const
  // git itself does not wait for another git that writes its settings.
  await withLock(root, async () => {
    // simple-git refuses settings that name a program, since arguments may come from data; this one is ours.
    for (const [key, value] of settings) await plumb(root, ['config', '--local', key, value])
  })
}

/** A call of a program as text for the shell that comes with git on every system. */
export function shellCall(program: readonly string[], platform: NodeJS.Platform = process.platform): string {
  const words = platform === 'win32' ? program.map((word) => word.replaceAll('\\', '/')) : program
  return words.map(shellWord).join(' ')
}

/**
 * Merges one file as a merge driver of git: the result goes to `ours`. False means that conflicting facts stand in it
 * between markers. With `isBase`, the result is only the base of another merge, and conflicting facts stay open in it.
 */
export async function driveMerge(
  root: string,
  files: Required<ThreeVersions<string>>,
  path: string,
  isBase = false,
): Promise<boolean> {
  const read = (file: string | undefined): Uint8Array =>
    file === undefined ? new Uint8Array() : readFileSync(file)
  const contents = { base: read(files.base), ours: read(files.ours), theirs: read(files.theirs) }
  const texts = decodedSides(contents)
  const schema = fileKindOf(insideCases(path)).schema
  return withScratch(needGit(root), async (scratch) => {
    const merged = schema && texts && (await mergeFacts(scratch, schema, texts, isBase))
    const result = merged || (await mergeLines(scratch, contents, ['ours', 'base', 'theirs']))
    if (result && files.ours !== undefined) writeFileSync(files.ours, result.text)
    return isBase || result?.clean === true
  })
}

/** The path relative to the case repository, which may be a folder of the work tree. */
const insideCases = (path: string): string =>
  path.replace(/^.*?(?=(?:cases\/[^/]+|projects|calendar)\/[^/]+$|(?:ejc|submissions)\.yaml$)/, '')

async function mergeFacts(
  scratch: string,
  schema: SchemaName,
  texts: ThreeVersions<string>,
  isBase: boolean,
): Promise<{ readonly text: Buffer | string; readonly clean: boolean } | undefined> {
  const versions = dataOfSides(texts)
  if (versions.ours === undefined || versions.theirs === undefined || lacksBase(texts)) return undefined
  if (isBase) {
    const { data } = mergeDocument(schema, versions, () => 'open')
    return { text: stringify(data), clean: true }
  }
  const { data, conflicts } = mergeDocument(schema, versions)
  if (!conflicts.length) {
    if (breaksSchema(schema, versions, data)) return undefined
    return { text: await mergedText(scratch, schema, texts, data), clean: true }
  }
  // The three texts differ only in the facts in conflict, so that only their lines come between markers.
  const as = (decision: Decision): string =>
    textWithFacts(schema, texts.ours, mergeDocument(schema, versions, () => decision).data)
  const sides = { base: '', ours: as('ours'), theirs: as('theirs') }
  const lines = await mergeLines(scratch, sides, ['ours', 'base', 'theirs'])
  return lines && { ...lines, clean: false }
}
