import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepEqual } from '../../core/facts/data.ts'
import { removedItems } from '../../core/merge/edits.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import { plumb } from '../git.ts'
import { readYaml } from '../yaml/read.ts'
import { schemaStyle } from '../yaml/style.ts'
import { editYaml } from '../yaml/write.ts'

/** The three versions of a file in a merge; undefined where there is none. */
export interface ThreeVersions<T> {
  readonly base: T | undefined
  readonly ours: T | undefined
  readonly theirs: T | undefined
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The texts of three versions; undefined where one is no UTF-8, since decoding would damage it. */
export function decodedSides({
  base,
  ours,
  theirs,
}: ThreeVersions<Uint8Array>): ThreeVersions<string> | undefined {
  const text = (bytes: Uint8Array | undefined): string | undefined => bytes && decoder.decode(bytes)
  try {
    return { base: text(base), ours: text(ours), theirs: text(theirs) }
  } catch {
    return undefined
  }
}

/** Merges three versions line by line; `clean` is false where lines conflict. Undefined for a file that is no text. */
export async function mergeLines(
  scratch: string,
  { base, ours, theirs }: ThreeVersions<Uint8Array | string>,
  labels: readonly [ours: string, base: string, theirs: string] = ['本机', '原来', '对方'],
): Promise<{ readonly text: Buffer; readonly clean: boolean } | undefined> {
  const files = [ours, base, theirs].map((content, index) => {
    const file = join(scratch, `version-${index}`)
    writeFileSync(file, content ?? '')
    return file
  })
  const named = labels.flatMap((label) => ['-L', label])
  // The exit code is the number of conflicts, at most 127; 255 means that the file is no text.
  const answers = Array.from({ length: 255 }, (_, index) => index + 1)
  const { exit, stdout } = await plumb(scratch, ['merge-file', '-p', ...named, ...files], { answers })
  return exit > 127 ? undefined : { text: stdout, clean: exit === 0 }
}

/** The data of a document's text; undefined where it can't be read. */
export function dataIfReadable(text: string | undefined): unknown {
  const result = text === undefined ? undefined : readYaml(Buffer.from(text))
  return result?.ok ? result.data : undefined
}

/**
 * Whether there is a base whose facts can't be read, such as one with marks of conflict: facts merged without it would
 * bring back what was removed.
 */
export function lacksBase({ base }: ThreeVersions<string>): boolean {
  return base !== undefined && base.trim() !== '' && dataIfReadable(base) === undefined
}

/** The data of the three versions of a document. */
export function dataOfSides({ base, ours, theirs }: ThreeVersions<string>): ThreeVersions<unknown> {
  return { base: dataIfReadable(base), ours: dataIfReadable(ours), theirs: dataIfReadable(theirs) }
}

/**
 * The text of a merged document. If the two texts, merged line by line, read as `merged`, that is the result; else it
 * is our text (theirs, where we have none) with the changes written into it, and comments of the other side at the end.
 */
export async function mergedText(
  scratch: string,
  name: SchemaName,
  texts: ThreeVersions<string>,
  merged: unknown,
): Promise<string> {
  const lines = await mergeLines(scratch, texts)
  const text = lines?.clean ? lines.text.toString() : undefined
  if (text !== undefined && isDeepEqual(dataIfReadable(text), merged)) return text
  const own = texts.ours ?? texts.theirs
  const edited = textWithFacts(name, own, merged)
  const known = new Set([...commentsIn(texts.base), ...commentsIn(edited)])
  const lost = [...commentsIn(texts.ours), ...commentsIn(texts.theirs)].filter((each) => !known.has(each))
  const whole = [edited.trimEnd(), ...new Set(lost), ''].join('\n')
  return lost.length && isDeepEqual(dataIfReadable(whole), merged) ? whole : edited
}

/** A document's text with its facts changed to `after`; comments and order of what stays are kept. */
export function textWithFacts(name: SchemaName, text: string | undefined, after: unknown): string {
  const removals = removedItems(name, dataIfReadable(text), after).map(
    (path) => ({ kind: 'remove', path }) as const,
  )
  return editYaml(text, [...removals, { kind: 'set', path: [], value: after }], schemaStyle(name))
}

/** The comments on lines of their own. */
function commentsIn(text = ''): string[] {
  return text.split('\n').flatMap((line) => (/^\s*#/.test(line) ? [line.trim()] : []))
}
