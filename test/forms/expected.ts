import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Change } from './say.ts'

/** What the tests of all forms expect of one form. Each form has a file of it, `expected/<id>.ts`. */
export interface ExpectedPaper {
  /** The paper of a case that was just registered, before anything is done. */
  readonly bare: {
    /** For whom it can be written at once; nobody where it is left out. */
    readonly about?: readonly (string | null)[]
    /** What its fields say; what most papers say alike, and fields without a word, are left out. */
    readonly known: Readonly<Record<string, unknown>>
    /** Each fact that it lacks: the field, where the fact is recorded, and the step that records it. */
    readonly lacks: readonly string[]
  }
  /** The papers of the whole case (`whole.ts`); left out where that case has no paper of this form. */
  readonly whole?: {
    /** For whom they are written. */
    readonly about: readonly (string | null)[]
    /** Each fact that the first of them needs, written as in `lacks`. */
    readonly needs: readonly string[]
  }
  /** What is otherwise in a case that has this paper, where neither the whole case nor the one in court has it. */
  readonly occasion?: Change
}

const folder = join(import.meta.dirname, 'expected')

const read = async (name: string) => {
  const { expected }: { expected: ExpectedPaper } = await import(pathToFileURL(join(folder, name)).href)
  return { paper: name.replace(/\.ts$/, ''), ...expected }
}

/** What is expected of each form, by the name of its file. */
export const expectedPapers = await Promise.all(readdirSync(folder).sort().map(read))
