import type { Evidence } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { signedPapers } from '../facts/signed-papers.ts'
import { type CaseFiles, commitDated, isRecord, nameOf, OUTSIDE, type PhasedItem, plain } from './item.ts'
import { phasesOfEvidence } from './step-papers.ts'

const FOLDER = 'attachments/'

/**
 * In the order of the days on which it was collected, each in the phase from which it comes; attachments that are not on
 * the list come last.
 */
export function evidenceItems(facts: Facts, files: CaseFiles): PhasedItem[] {
  const phases = phasesOfEvidence(facts)
  const sources = [...new Set(facts.evidence.flatMap((each) => sourceOf(each) ?? []))]
  const listed = sources
    .filter((source) => files.days.has(source) && !isRecord(source))
    .map((source) => evidenceItem(facts, files, source, phases))
  const signed = signedPapers(facts).map(({ file }) => file)
  const known = new Set([...sources, ...signed])
  const loose = [...files.days.keys()].filter((file) => file.startsWith(FOLDER) && !known.has(file))
  return [...listed.sort(byDate), ...loose.map((source) => unlisted(files, source))]
}

/** Several pieces of evidence may lie in one file, which goes in once. */
function evidenceItem(
  { evidence }: Facts,
  files: CaseFiles,
  source: string,
  phases: ReturnType<typeof phasesOfEvidence>,
): PhasedItem {
  const inIt = evidence.filter((each) => sourceOf(each) === source)
  const [first] = inIt
  const collected = first?.collectedOn
  return {
    ...plain,
    ...(collected ? { date: collected, datedBy: 'fact' as const } : commitDated(files, [source])),
    phase: phases.get(first?.id ?? '') ?? 'evidence',
    title: inIt.map(({ title }) => title).join('；'),
    responsible: first?.source ?? null,
    recordedPages: inIt.length === 1 ? (first?.pages ?? null) : null,
    copies: [{ source, kind: 'original' }],
  }
}

function unlisted(files: CaseFiles, source: string): PhasedItem {
  return {
    ...plain,
    ...commitDated(files, [source]),
    phase: 'evidence',
    title: `${nameOf(source)}（未列入证据清单）`,
    copies: [{ source, kind: 'original' }],
  }
}

/** What stands in the records without a file in the archive; a signed paper has no number. */
export interface Absent {
  readonly id: string
  readonly title: string
  readonly file?: string
}

/** Evidence on the list, and signed papers, for which there is no file in the archive. */
export function withoutFile(facts: Facts, files: ReadonlyMap<string, string>): Absent[] {
  const signed = signedPapers(facts).filter(({ file }) => !files.has(file))
  return [
    ...facts.evidence.filter((each) => !files.has(sourceOf(each) ?? '')),
    ...signed.map(({ title, subject, file }) => ({ id: subject ?? '', title, file })),
  ]
}

/** Where the file of a piece of evidence comes from; undefined where it has none. */
export function sourceOf({ file, outside }: Evidence): string | undefined {
  return file ?? (outside === undefined ? undefined : `${OUTSIDE}${outside}`)
}

/** By day; what has none comes last. */
function byDate(a: PhasedItem, b: PhasedItem): number {
  const [first, second] = [a.date ?? '9', b.date ?? '9']
  return first === second ? 0 : first < second ? -1 : 1
}
