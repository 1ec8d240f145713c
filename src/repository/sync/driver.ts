import { readFileSync, writeFileSync } from 'node:fs'
import { type Decision, mergeDocument } from '../../core/merge/merge.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import { answerOf, plumb } from '../git.ts'
import { needGit } from '../gitdir.ts'
import { breaksSchema } from './checked.ts'
import { fileKindOf } from './files.ts'
import { dataOfSides, decodedSides, editedText, mergedText, mergeLines, type Sides } from './text.ts'
import { withScratch } from './tree.ts'

const name = 'merge.ejc.name'
const driver = 'merge.ejc.driver'
const longPaths = 'core.longpaths'

/**
 * Tells git in this clone how to merge the files of a case, for those who merge without ejc; `program` is the call of ejc
 * as a list of words. A clone does not get this from the repository, which must not name programs to run. On Windows, git
 * is also told to accept paths of more than 260 characters, as ejc does.
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
  if ((await answerOf(root, ['config', '--local', '--get', driver])) === command) return
  // simple-git refuses settings that name a program, since arguments may come from data; this one is ours.
  await plumb(root, ['config', '--local', name, 'ejc 案件文件合并'])
  await plumb(root, ['config', '--local', driver, command])
}

/** A call of a program as text for the shell that comes with git on every system. */
export function shellCall(program: readonly string[], platform: NodeJS.Platform = process.platform): string {
  const words = platform === 'win32' ? program.map((word) => word.replaceAll('\\', '/')) : program
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
}

/**
 * Merges one file as a merge driver of git: the result goes to `ours`. False means that conflicting facts stand in it
 * between markers.
 */
export async function driveMerge(
  root: string,
  files: Required<Sides<string>>,
  path: string,
): Promise<boolean> {
  const read = (file: string | undefined): Uint8Array =>
    file === undefined ? new Uint8Array() : readFileSync(file)
  const contents = { base: read(files.base), ours: read(files.ours), theirs: read(files.theirs) }
  const texts = decodedSides(contents)
  const schema = fileKindOf(insideCases(path)).schema
  return withScratch(needGit(root), async (scratch) => {
    const merged = schema && texts && (await mergeFacts(scratch, schema, texts))
    const result = merged || (await mergeLines(scratch, contents, ['ours', 'base', 'theirs']))
    if (result && files.ours !== undefined) writeFileSync(files.ours, result.text)
    return result?.clean === true
  })
}

/** The path relative to the case repository, which may be a folder of the work tree. */
const insideCases = (path: string): string =>
  path.replace(/^.*?(?=(?:cases\/[^/]+|projects|calendar)\/[^/]+$|(?:ejc|submissions)\.yaml$)/, '')

async function mergeFacts(
  scratch: string,
  schema: SchemaName,
  texts: Sides<string>,
): Promise<{ readonly text: Buffer | string; readonly clean: boolean } | undefined> {
  const versions = dataOfSides(texts)
  if (versions.ours === undefined || versions.theirs === undefined) return undefined
  const { data, conflicts } = mergeDocument(schema, versions)
  if (!conflicts.length) {
    if (breaksSchema(schema, versions, data)) return undefined
    return { text: await mergedText(scratch, schema, texts, data), clean: true }
  }
  // The three texts differ only in the facts in conflict, so that only their lines come between markers.
  const as = (decision: Decision): string =>
    editedText(schema, texts.ours, mergeDocument(schema, versions, () => decision).data)
  const sides = { base: '', ours: as('ours'), theirs: as('theirs') }
  const lines = await mergeLines(scratch, sides, ['ours', 'base', 'theirs'])
  return lines && { ...lines, clean: false }
}
