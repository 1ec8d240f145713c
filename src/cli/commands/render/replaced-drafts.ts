import type { Destination, MadePaper } from '../../../documents/deliver.ts'
import { isSealed } from '../../../documents/pdf.ts'
import { draftFileOf, isEditedByHand } from '../../../documents/render.ts'

/** A draft that lies beside the paper for signature. */
export interface ReplacedDraft {
  readonly path: string
  readonly existing: Uint8Array
}

/** The drafts of papers for signature, in their place. */
export interface DraftsBeside {
  /** As ejc wrote them: nobody needs them any more. */
  readonly replaced: readonly ReplacedDraft[]
  /** Somebody has written on in them, so that they stay. */
  readonly edited: readonly string[]
}

/** Finds the drafts, with their PDFs, of the papers that are made for signature. Writes nothing. */
export function draftsBeside(made: readonly MadePaper[], to: Destination): DraftsBeside {
  const found = made
    .filter(({ paper }) => !paper.draft)
    .flatMap(({ paper }) => filesOfDraft(draftFileOf(paper), to))
  const isChanged = ({ path, existing }: ReplacedDraft): boolean =>
    path.endsWith('.pdf') ? !isSealed(existing) : isEditedByHand(existing)
  return {
    replaced: found.filter((each) => !isChanged(each)),
    edited: found.filter(isChanged).map(({ path }) => path),
  }
}

function filesOfDraft(file: string, to: Destination): ReplacedDraft[] {
  return [file, file.replace(/\.docx$/u, '.pdf')].flatMap((each) => {
    const path = to.pathOf(each)
    const existing = to.read(path)
    return existing ? [{ path, existing }] : []
  })
}
