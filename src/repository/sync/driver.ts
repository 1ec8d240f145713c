import { readFileSync, writeFileSync } from 'node:fs'
import { type Decision, mergeDocument } from '../../core/merge/merge.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import { answerOf, plumb } from '../git.ts'
import { needGit } from '../gitdir.ts'
import { breaksSchema } from './checked.ts'
import { kindOf } from './files.ts'
import { dataOf, editedText, mergedText, mergeLines, type Sides, textsIn } from './text.ts'
import { withScratch } from './tree.ts'

const name = 'merge.ejc.name'
const driver = 'merge.ejc.driver'
const longPaths = 'core.longpaths'

/**
 * Tells git in this clone how the files of a case are merged, for those who merge without ejc; `program` is the call of
 * ejc in words. A clone does not get this from the repository: a repository must not name programs to run. On Windows git
 * is told as well that paths may be longer than 260 characters, as ejc takes them anyway.
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
  // The usual way refuses to name programs, since it takes arguments from data; this one is our own.
  await plumb(root, ['config', '--local', name, 'ejc 案件文件合并'])
  await plumb(root, ['config', '--local', driver, command])
}

/** A call of a program for the shell that git brings along on every system. */
export function shellCall(program: readonly string[], platform: NodeJS.Platform = process.platform): string {
  const words = platform === 'win32' ? program.map((word) => word.replaceAll('\\', '/')) : program
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ')
}

/**
 * Merges one file as git asks a merge driver to: the result goes to `ours`. False leaves the lines of the facts in
 * conflict between markers.
 */
export async function driveMerge(
  root: string,
  files: Required<Sides<string>>,
  path: string,
): Promise<boolean> {
  const read = (file: string | undefined): Uint8Array =>
    file === undefined ? new Uint8Array() : readFileSync(file)
  const contents = { base: read(files.base), ours: read(files.ours), theirs: read(files.theirs) }
  const texts = textsIn(contents)
  const schema = kindOf(insideCases(path)).schema
  return withScratch(needGit(root), async (scratch) => {
    const merged = schema && texts && (await mergeFacts(scratch, schema, texts))
    const result = merged || (await mergeLines(scratch, contents, ['ours', 'base', 'theirs']))
    if (result && files.ours !== undefined) writeFileSync(files.ours, result.text)
    return result?.clean === true
  })
}

/** The path from the folder of the case repository, which may be one of the work tree. */
const insideCases = (path: string): string =>
  path.replace(/^.*?(?=(?:cases\/[^/]+|projects|calendar)\/[^/]+$|(?:ejc|submissions)\.yaml$)/, '')

async function mergeFacts(
  scratch: string,
  schema: SchemaName,
  texts: Sides<string>,
): Promise<{ readonly text: Buffer | string; readonly clean: boolean } | undefined> {
  const versions = { base: dataOf(texts.base), ours: dataOf(texts.ours), theirs: dataOf(texts.theirs) }
  if (versions.ours === undefined || versions.theirs === undefined) return undefined
  const { data, conflicts } = mergeDocument(schema, versions)
  if (!conflicts.length) {
    if (breaksSchema(schema, versions, data)) return undefined
    return { text: await mergedText(scratch, schema, texts, data), clean: true }
  }
  // The three agree but for the facts in conflict, so that only their lines come between markers.
  const as = (decision: Decision): string =>
    editedText(schema, texts.ours, mergeDocument(schema, versions, () => decision).data)
  const sides = { base: '', ours: as('ours'), theirs: as('theirs') }
  const lines = await mergeLines(scratch, sides, ['ours', 'base', 'theirs'])
  return lines && { ...lines, clean: false }
}
