import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { removeFile, writeWhole } from './durable.ts'
import { locateGit } from './gitdir.ts'

/** Answers of an interrupted action, kept beside the lock in git's own folder: never committed, never shared. */
export interface Unfinished {
  load(): Record<string, unknown> | undefined
  save(answers: Record<string, unknown>): void
  /** When they were last saved. */
  savedAt(): Date | undefined
  drop(): void
}

const nothingKept: Unfinished = {
  load: () => undefined,
  save: () => undefined,
  savedAt: () => undefined,
  drop: () => undefined,
}

/** Where the answers of one action for one subject are kept. Outside git nothing is kept. */
export function unfinishedAnswers(
  root: string,
  caseId: string,
  action: string,
  subject: string | null,
): Unfinished {
  const folder = locateGit(root)?.ejcDir
  if (!folder) return nothingKept
  const name = [caseId, action, subject ?? ''].map(fileNamePart).join('~')
  const file = join(folder, 'unfinished', `${name}.json`)
  return {
    load: () => parse(file),
    save: (answers) => writeWhole(file, JSON.stringify(answers), 0o600),
    savedAt: () => statSync(file, { throwIfNoEntry: false })?.mtime,
    drop: () => dropIfPossible(file),
  }
}

/** What was recorded stands: kept answers that can't be removed are offered once more, and nothing else. */
function dropIfPossible(file: string): void {
  try {
    removeFile(file)
  } catch {
    // A full or failing disk.
  }
}

/** A part of a file name, legal on Windows; different parts stay different: `1/o2` is not `1_o2`. */
function fileNamePart(part: string): string {
  return encodeURIComponent(part).replaceAll('*', '%2A').replaceAll('~', '%7E')
}

/** The answers in the file; undefined where there is no file or it is incomplete. */
function parse(file: string): Record<string, unknown> | undefined {
  try {
    const answers: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof answers === 'object' && answers !== null ? { ...answers } : undefined
  } catch {
    return undefined
  }
}
