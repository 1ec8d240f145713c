import { claimantUnits } from '../facts/claimants.ts'
import type { DocumentName, Evidence } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'
import { phaseToldBy } from '../facts/phases.ts'
import { type SignedPaper, sectionOf } from '../facts/signed-papers.ts'
import { subjectLabel } from '../facts/subjects.ts'
import { canBeMadeFor, type FormDefinition } from '../forms/define.ts'
import { formTitle } from '../regulation/forms.ts'
import type { CaseView } from '../view.ts'
import { sourceOf } from './evidence-items.ts'
import {
  type CaseFiles,
  type Copy,
  commitDated,
  groupedBy,
  idsOf,
  isWord,
  nameOf,
  type PhasedItem,
  plain,
  withoutIds,
} from './item.ts'
import { signedFacts } from './signed-facts.ts'
import { signedEvidence } from './step-papers.ts'

const FOLDER = 'documents/'

/** The phase of a paper without a template whose name does not tell to which step it belongs. */
const OWN_PHASE: DocumentName = 'supervision'

/** A paper in documents/: the files of one name, what it is about, and whether it is a draft. */
interface FiledPaper {
  readonly sources: readonly string[]
  readonly subject: string | null
  readonly isDraft: boolean
}

/**
 * The papers of each form, the signed copies first, in the order of the pack and of their subjects; then those of the
 * office's own templates.
 */
export function formItems(
  view: CaseView,
  files: CaseFiles,
  signed: readonly SignedPaper[],
  forms: readonly FormDefinition[],
): PhasedItem[] {
  const proofOf = signedEvidence(view.facts)
  return forms.flatMap((form): PhasedItem[] => {
    const papers = filedPapers(view, files.days.keys(), form)
    const own = signed.filter((paper) => form.signedAt !== undefined && sectionOf(paper) === form.signedAt)
    const hosts = new Map(own.map((paper) => [paper, hostOf(paper, papers)]))
    const alone = groupedBy(
      own.filter((paper) => !hosts.get(paper)),
      ({ subject }) => subject,
    )
    const withoutPaper = [...alone].map(([subject, scans]) =>
      formItem(view, files, form, { sources: [], subject, isDraft: false }, scans),
    )
    const withPaper = papers.map((paper) =>
      formItem(
        view,
        files,
        form,
        paper,
        own.filter((scan) => hosts.get(scan) === paper),
        form.signedAt !== undefined && !paper.isDraft ? proofOf(form.signedAt, paper.subject) : undefined,
      ),
    )
    return [...withoutPaper, ...withPaper]
  })
}

/** The one paper that a signed copy belongs to; a notice signed for a whole round may belong to several. */
function hostOf({ subject }: SignedPaper, papers: readonly FiledPaper[]): FiledPaper | undefined {
  const finished = papers.filter(({ isDraft }) => !isDraft)
  const same = finished.find((paper) => paper.subject === subject)
  if (same) return same
  const [only, ...others] = finished.filter(
    (paper) => subject === null || paper.subject?.startsWith(`${subject}/`),
  )
  return others.length ? undefined : only
}

function formItem(
  view: CaseView,
  files: CaseFiles,
  form: FormDefinition,
  { sources, subject, isDraft }: FiledPaper,
  scans: readonly SignedPaper[],
  proof?: string,
): PhasedItem {
  const title = form.own?.archivedAs ?? formTitle(view.regulation, form.id)
  // 鉴定评估委托书 says already that it is about 鉴定评估.
  const about = aboutOf(view, subject)
  const remarks = [
    title.includes(about) ? '' : about,
    isDraft ? '草稿' : '',
    isOfTakenBackEntry(view, form, subject) ? '所依据的事项已撤销' : '',
  ].filter((part) => part !== '')
  const day = isDraft ? undefined : (form.madeOn ?? form.datedOn)?.(view.facts, subject)
  const listed = view.facts.evidence.find(({ id }) => id === proof)
  const signed = [...scans.map(signedCopy), ...evidenceCopies(listed, files)]
  const all = [...signed.map(({ source }) => source), ...sources]
  const isOfSigned = signed.some(({ kind }) => kind === 'signed')
  const isScanned = sources.some((source) => kindOf(source, files) === 'scan')
  return {
    ...plain,
    ...(day === undefined ? commitDated(files, all) : { date: day, datedBy: 'fact' as const }),
    phase: form.phase,
    title: remarks.length ? `${title}（${remarks.join('，')}）` : title,
    documentNumber: numberOf(view, form, subject),
    recordedPages: scans.length ? null : (listed?.pages ?? null),
    responsible: makersOf(view.facts, form, subject),
    copies: [...signed, ...inOrder(sources, files)].sort(supersededLast),
    // A template of the office does not say whether its paper is to be signed: such a paper is never called unsigned.
    isUnsigned: form.own === undefined && !isDraft && !isOfSigned && !isScanned,
  }
}

/** The file of the evidence that is the signed copy of a paper. */
function evidenceCopies(listed: Evidence | undefined, files: CaseFiles): Copy[] {
  const source = listed && sourceOf(listed)
  if (source === undefined || !files.days.has(source)) return []
  return [{ source, kind: isWord(source) ? 'text' : 'signed' }]
}

/** 文号: as the facts tell it, or as the paper prints it. */
function numberOf(view: CaseView, form: FormDefinition, subject: string | null): string | null {
  const known = form.numberOf?.(view.facts, subject)
  if (known || form.own || !form.subjects(view).includes(subject)) return known ?? null
  const { 发文字号: printed } = form.fill(view, subject).fields
  return typeof printed === 'string' && printed !== '' ? printed : null
}

/** A number of the record, with what may follow it: G1, G1/2026-03-02. What an officer adds to a name is none. */
const NUMBERED = /^[A-Z]\d+(?:\/|$)/u

/** Whether a paper names an entry that was taken back: nobody shall take the paper for what was done. */
function isOfTakenBackEntry(view: CaseView, form: FormDefinition, subject: string | null): boolean {
  return subject !== null && NUMBERED.test(subject) && !canBeMadeFor(form, view, subject)
}

/** The unit that handles the case, and the obligors of an agreement that is made with them. */
function makersOf(facts: Facts, { isJoint }: FormDefinition, subject: string | null): string {
  const agreement = isJoint ? facts.agreements.find(({ id }) => id === subject) : undefined
  return [...claimantUnits(facts), ...obligorsOf(facts, agreement?.obligors ?? [])].join('、')
}

/** Up to so many obligors are named one by one; the paper itself names them all. */
const NAMED = 3

/** Obligors by their names; many by the first and their number, since a line of 卷内文件目录 is to be read at a glance. */
function obligorsOf(facts: Facts, ids: readonly string[]): string[] {
  const names = namesOf(facts, ids)
  return names.length > NAMED ? [`${names[0]}等${names.length}名义务人`] : names
}

function namesOf(facts: Facts, ids: readonly string[]): string[] {
  return ids.flatMap((id) => facts.obligors.find((each) => each.id === id)?.name ?? [])
}

/** What a paper is about, in words without internal numbers; an agreement by its obligors. */
function aboutOf({ facts, regulation }: CaseView, subject: string | null): string {
  const agreement = facts.agreements.find(({ id }) => id === subject)
  if (agreement) return obligorsOf(facts, agreement.obligors).join('、')
  return withoutIds(subjectLabel(facts, subject, regulation), idsOf(facts))
}

/** The files in documents/ that have the name of a form, by the names that `ejc render` gives them. */
function filedPapers(
  { regulation, facts }: CaseView,
  files: Iterable<string>,
  { id }: FormDefinition,
): FiledPaper[] {
  const stem = `${FOLDER}${formTitle(regulation, id)}-${facts.id}`
  const own = [...files].filter((file) => file.startsWith(stem) && /^[-.]/.test(file.slice(stem.length)))
  return [...groupedBy(own, stemOf)].map(([name, sources]): FiledPaper => {
    const rest = name.slice(stem.length).replace(/^-/, '')
    const subject = rest.replace(/-?草稿$/, '').replaceAll('_', '/')
    return { sources, subject: subject || null, isDraft: rest.endsWith('草稿') }
  })
}

/** Whether a paper of a form about a subject lies among the files of the case, no draft. */
export function hasFinishedPaper(
  view: CaseView,
  files: Iterable<string>,
  form: FormDefinition,
  about: string | null,
): boolean {
  return filedPapers(view, files, form).some(({ subject, isDraft }) => subject === about && !isDraft)
}

function stemOf(source: string): string {
  return source.replace(/\.[^./]*$/, '')
}

/** Signed papers that belong to no form of ours, such as a ruling of the court. */
export function signedItems(view: CaseView, files: CaseFiles, signed: readonly SignedPaper[]): PhasedItem[] {
  const bySection = groupedBy(
    signed,
    (paper) => `${sectionOf(paper)} ${paper.path.slice(0, 4)} ${paper.subject}`,
  )
  return [...bySection.values()].flatMap((papers): PhasedItem[] => {
    const [first] = papers
    if (!first) return []
    const { date, ...said } = signedFacts(view.facts, first)
    const about = aboutOf(view, first.subject)
    const title = first.title.replace(/(（已换下）|签署件|扫描件)/g, '')
    return [
      {
        ...plain,
        ...said,
        ...(date === null ? commitDated(files, [first.file]) : { date, datedBy: 'fact' as const }),
        phase: first.document,
        title: about ? `${title}（${about}）` : title,
        copies: papers.map(signedCopy).sort(supersededLast),
      },
    ]
  })
}

/** Word files in documents/ that are papers of the office, with what lies beside them under the same name. */
export function ownPaperItems({ facts }: CaseView, files: CaseFiles): PhasedItem[] {
  const inFolder = [...files.days.keys()].filter((file) => file.startsWith(FOLDER))
  return [...groupedBy(inFolder, stemOf)].map(([stem, sources]): PhasedItem => {
    const title = nameOf(stem).replace(`-${facts.id}`, '')
    return {
      ...plain,
      ...commitDated(files, sources),
      phase: phaseToldBy(title)?.document ?? OWN_PHASE,
      title,
      responsible: claimantUnits(facts).join('、'),
      copies: inOrder(sources, files),
    }
  })
}

function signedCopy({ file, path }: SignedPaper): Copy {
  if (path.includes('superseded')) return { source: file, kind: 'superseded' }
  return { source: file, kind: path.includes('signedText') || isWord(file) ? 'text' : 'signed' }
}

const ORDER: readonly Copy['kind'][] = ['scan', 'word', 'original', 'printed']

/** Scans before what they are scans of; a PDF that ejc made comes last. */
function inOrder(sources: readonly string[], files: CaseFiles): Copy[] {
  const copies = sources.map((source): Copy => ({ source, kind: kindOf(source, files) }))
  return copies.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
}

function kindOf(source: string, { isPrinted }: CaseFiles): Copy['kind'] {
  if (/\.docx$/i.test(source)) return 'word'
  if (!/\.(pdf|jpe?g|png|tiff?|bmp|ofd)$/i.test(source)) return 'original'
  return isPrinted(source) ? 'printed' : 'scan'
}

function supersededLast(a: Copy, b: Copy): number {
  return Number(a.kind === 'superseded') - Number(b.kind === 'superseded')
}
