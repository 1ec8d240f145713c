import type { IsoDate } from '../../../core/calendar/dates.ts'
import { type DocumentName, isDocumentName } from '../../../core/facts/documents.ts'
import type { Facts } from '../../../core/facts/facts.ts'
import { type SignedPaper, signedPapers } from '../../../core/facts/signed-papers.ts'
import { subjectLabel } from '../../../core/facts/subjects.ts'
import { forms } from '../../../core/forms/index.ts'
import { formTitle } from '../../../core/regulation/forms.ts'
import { titleAt } from '../../../core/schema/walk.ts'
import type { CaseView } from '../../../core/view.ts'

/** A file of the case in its place in the file: 卷内目录. */
export interface Material {
  readonly number: number
  readonly title: string
  /** The day of the paper or of the evidence; of records, the day on which they were last written. */
  readonly date: IsoDate | null
  /** Relative to the folder of the case. */
  readonly source: string
  /** Known for evidence only. */
  readonly pages: number | null
}

type UnnumberedMaterial = Omit<Material, 'number'>

/** The phases in the order of the procedure; evidence is gathered while damage is investigated. */
const PHASES: readonly DocumentName[] = [
  'case',
  'screening',
  'investigation',
  'evidence',
  'appraisals',
  'consultation',
  'agreements',
  'court',
  'restoration',
  'payments',
  'supervision',
  'closing',
]

/** What keeps folders and what systems leave behind: no material of a case. */
const NO_MATERIAL = /(^|\/)(\.gitkeep|\.gitignore|\.DS_Store|Thumbs\.db|desktop\.ini)$/

/** The committed files of a case (with the days of their commits), numbered in the order of the procedure. */
export function contentsOf(view: CaseView, files: ReadonlyMap<string, string>): Material[] {
  const left = new Map([...files].filter(([file]) => !NO_MATERIAL.test(file)))
  const take = (entries: readonly UnnumberedMaterial[]): UnnumberedMaterial[] => {
    const fresh = entries.filter(({ source }) => left.has(source))
    for (const { source } of fresh) left.delete(source)
    return fresh
  }
  const papers = paperMaterials(view, files)
  const signed = signedPapers(view.facts).filter(({ file }) => files.has(file))
  const ordered = PHASES.flatMap((phase) => [
    ...take([recordMaterial(phase, files)]),
    // What was signed comes before the paper that ejc made for it.
    ...take(
      signed.filter(({ document }) => document === phase).map((paper) => signedMaterial(view, paper, files)),
    ),
    ...take(papers.filter((paper) => paper.phase === phase).map(withoutPhase)),
    ...(phase === 'evidence'
      ? take(
          evidenceMaterials(
            view.facts,
            files,
            signed.map(({ file }) => file),
          ),
        )
      : []),
  ])
  const others = [...left].map(([source, day]) => fileMaterial(source, day))
  return [...ordered, ...others].map((entry, index) => ({ number: index + 1, ...entry }))
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

/** What a file kept outside of the repository is called beside the files of the case folder. */
export const OUTSIDE = '外存/'

/** Where the file of a piece of evidence comes from; undefined where it has none. */
function sourceOf({ file, outside }: Facts['evidence'][number]): string | undefined {
  return file ?? (outside === undefined ? undefined : `${OUTSIDE}${outside}`)
}

function fileMaterial(source: string, day: string): UnnumberedMaterial {
  return { title: source.slice(source.lastIndexOf('/') + 1), date: day || null, source, pages: null }
}

/** A signed paper, with what it is about: 协议签署件（G1 …）. */
function signedMaterial(
  { facts, regulation }: CaseView,
  { title, subject, file }: SignedPaper,
  files: ReadonlyMap<string, string>,
): UnnumberedMaterial {
  const about = subjectLabel(facts, subject, regulation)
  return { ...fileMaterial(file, files.get(file) ?? ''), title: about ? `${title}（${about}）` : title }
}

function recordMaterial(phase: DocumentName, files: ReadonlyMap<string, string>): UnnumberedMaterial {
  const source = `${phase}.yaml`
  return {
    ...fileMaterial(source, files.get(source) ?? ''),
    title: `${titleAt(phase, []) ?? phase}（案件记录）`,
  }
}

/** In the order of the days on which it was collected; attachments that are not on the list come last. */
function evidenceMaterials(
  { evidence }: Facts,
  files: ReadonlyMap<string, string>,
  signed: readonly string[],
): UnnumberedMaterial[] {
  const listed = [...new Set(evidence.flatMap((each) => sourceOf(each) ?? []))].map(
    (source): UnnumberedMaterial => {
      // Several pieces of evidence may lie in one file, which goes in once.
      const inIt = evidence.filter((each) => sourceOf(each) === source)
      const [first] = inIt
      const title = inIt.map(({ id, title: name }) => `${id} ${name}`).join('；')
      return { title, date: first?.collectedOn ?? null, source, pages: first?.pages ?? null }
    },
  )
  const named = new Set([...listed.map(({ source }) => source), ...signed])
  const loose = [...files]
    .filter(([file]) => file.startsWith('attachments/') && !named.has(file))
    .map(
      ([file, day]): UnnumberedMaterial => ({
        ...fileMaterial(file, day),
        title: `${fileMaterial(file, day).title}（未列入证据清单）`,
      }),
    )
  const records = listed.filter(({ source }) => !isRecordFile(source))
  return [...records.sort(byDate), ...loose]
}

/** A record that is on the list of evidence stays with its phase. */
function isRecordFile(source: string): boolean {
  return source.endsWith('.yaml') && isDocumentName(source.slice(0, -'.yaml'.length))
}

/** By day; what has none comes last. */
function byDate(a: UnnumberedMaterial, b: UnnumberedMaterial): number {
  const [first, second] = [a.date ?? '9', b.date ?? '9']
  return first === second ? 0 : first < second ? -1 : 1
}

interface PaperMaterial extends UnnumberedMaterial {
  readonly phase: DocumentName
}

function withoutPhase({ phase: _, ...entry }: PaperMaterial): UnnumberedMaterial {
  return entry
}

/** The papers of documents/, known by the names that `ejc render` gives them, in the order of their subjects. */
function paperMaterials(view: CaseView, files: ReadonlyMap<string, string>): PaperMaterial[] {
  return forms.flatMap(({ id, phase, datedOn }) => {
    const title = formTitle(view.regulation, id)
    const stem = `documents/${title}-${view.facts.id}`
    const own = [...files].filter(([file]) => file.startsWith(stem) && /^[-.]/.test(file.slice(stem.length)))
    return own.map(([source, day]): PaperMaterial => {
      const [subject, draft] = aboutPaper(source.slice(stem.length))
      const label = subjectLabel(view.facts, subject, view.regulation)
      const remarks = [label, draft ? '草稿' : ''].filter((part) => part !== '').join('，')
      const date = (draft ? undefined : datedOn?.(view.facts, subject)) ?? (day || null)
      return { phase, title: remarks ? `${title}（${remarks}）` : title, date, source, pages: null }
    })
  })
}

/** `-1_o2-草稿.docx`: what a paper is about, and whether it is a draft. */
function aboutPaper(rest: string): [subject: string | null, draft: boolean] {
  const [, name = ''] = /^-?(.*)\.[^.]*$/.exec(rest) ?? []
  const subject = name.replace(/-?草稿$/, '').replaceAll('_', '/')
  return [subject || null, name.endsWith('草稿')]
}
