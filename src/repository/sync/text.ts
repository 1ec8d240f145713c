import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepEqual } from '../../core/facts/data.ts'
import { removedItems } from '../../core/merge/edits.ts'
import type { SchemaName } from '../../core/schema/validate.ts'
import { plumb } from '../git.ts'
import { readYaml } from '../yaml/read.ts'
import { schemaStyle } from '../yaml/style.ts'
import { editYaml } from '../yaml/write.ts'

/** A file on the three sides; undefined where there is none. */
export interface Sides<T> {
  readonly base: T | undefined
  readonly ours: T | undefined
  readonly theirs: T | undefined
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The texts of three versions; undefined where one is no UTF-8, which decoding would spoil. */
export function textsIn({ base, ours, theirs }: Sides<Uint8Array>): Sides<string> | undefined {
  const text = (bytes: Uint8Array | undefined): string | undefined => bytes && decoder.decode(bytes)
  try {
    return { base: text(base), ours: text(ours), theirs: text(theirs) }
  } catch {
    return undefined
  }
}

/** The lines of three versions merged, and whether any of them could not be; undefined for what is no text. */
export async function mergeLines(
  scratch: string,
  { base, ours, theirs }: Sides<Uint8Array | string>,
  labels: readonly [ours: string, base: string, theirs: string] = ['本机', '原来', '对方'],
): Promise<{ readonly text: Buffer; readonly clean: boolean } | undefined> {
  const files = [ours, base, theirs].map((content, index) => {
    const file = join(scratch, `version-${index}`)
    writeFileSync(file, content ?? '')
    return file
  })
  const named = labels.flatMap((label) => ['-L', label])
  // The exit code is the number of conflicts, cut off at 127; 255 says that it is no text.
  const answers = Array.from({ length: 255 }, (_, index) => index + 1)
  const { exit, stdout } = await plumb(scratch, ['merge-file', '-p', ...named, ...files], { answers })
  return exit > 127 ? undefined : { text: stdout, clean: exit === 0 }
}

/** The data of a document's text; undefined where it can't be read. */
export function dataOf(text: string | undefined): unknown {
  const result = text === undefined ? undefined : readYaml(Buffer.from(text))
  return result?.ok ? result.data : undefined
}

/**
 * The text of a merged document: the two texts merged line by line where that reads as `merged`, else ours (theirs, where
 * we have none) with the changes written into it. Comments that only the other side has then go to the end.
 */
export async function mergedText(
  scratch: string,
  name: SchemaName,
  texts: Sides<string>,
  merged: unknown,
): Promise<string> {
  const lines = await mergeLines(scratch, texts)
  const text = lines?.clean ? lines.text.toString() : undefined
  if (text !== undefined && isDeepEqual(dataOf(text), merged)) return text
  const own = texts.ours ?? texts.theirs
  const edited = editedText(name, own, merged)
  const known = new Set([...commentsIn(texts.base), ...commentsIn(edited)])
  const lost = [...commentsIn(texts.ours), ...commentsIn(texts.theirs)].filter((each) => !known.has(each))
  const whole = [edited.trimEnd(), ...new Set(lost), ''].join('\n')
  return lost.length && isDeepEqual(dataOf(whole), merged) ? whole : edited
}

/** A document's text with its facts changed to `after`; comments and order of what stays are kept. */
export function editedText(name: SchemaName, text: string | undefined, after: unknown): string {
  const removals = removedItems(name, dataOf(text), after).map((path) => ({ kind: 'remove', path }) as const)
  return editYaml(text, [...removals, { kind: 'set', path: [], value: after }], schemaStyle(name))
}

/** The comments that stand on lines of their own. */
function commentsIn(text = ''): string[] {
  return text.split('\n').flatMap((line) => (/^\s*#/.test(line) ? [line.trim()] : []))
}
