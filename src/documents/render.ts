import { unitOnPapers } from '../core/facts/claimants.ts'
import {
  type FieldValue,
  type FilledForm,
  type FormDefinition,
  fieldsByHand,
  type Missing,
  NUMBER_FIELD,
} from '../core/forms/define.ts'
import { formTitle } from '../core/regulation/forms.ts'
import { type CaseView, viewOf } from '../core/view.ts'
import { digestOf } from '../repository/digest.ts'
import { safeFileName } from '../repository/paths.ts'
import { builtInTemplate } from './builtin.ts'
import { damageOf } from './damage.ts'
import { DocumentError } from './error.ts'
import { fillTemplate } from './fill.ts'
import { differencesFrom } from './own/against-built-in.ts'
import { type FoundTemplate, type ReadBytes, templateOf } from './own/shelf.ts'
import { contentDigestKey, isHandEdited, readProperties } from './properties.ts'

export type { ReadBytes } from './own/shelf.ts'

/** The custom properties of a paper, which say how it was made. */
export const paperProperties = {
  form: 'ejc.form',
  case: 'ejc.case',
  subject: 'ejc.subject',
  regulation: 'ejc.regulation',
  facts: 'ejc.factsDigest',
  /** The same without what the configuration says of the office, which has no day. */
  caseFacts: 'ejc.caseFactsDigest',
  open: 'ejc.openFields',
  template: 'ejc.templateDigest',
  draft: 'ejc.draft',
  /** The number that was typed when the paper was made, before it went out. */
  number: 'ejc.number',
  content: contentDigestKey,
} as const

/** A paper to make: a form of a case, its subject, and whether it is a draft or for signature. */
export interface PaperRequest {
  readonly view: CaseView
  readonly form: FormDefinition
  readonly subject: string | null
  readonly draft: boolean
  /** The number that it is to have, of a letter that is not on record as sent; else that of the paper that is there. */
  readonly number?: string | undefined
}

/** A paper with its file name, the fields it lacks, and functions that make its bytes when they are needed. */
export interface Paper extends PaperRequest {
  readonly title: string
  readonly file: string
  readonly filled: FilledForm
  readonly missing: readonly Missing[]
  /** Whether it has a place for a number, and the record holds none yet since the letter did not go out. */
  readonly isUnnumbered: boolean
  /** @throws DocumentError when the template or a value can't be printed */
  bytes(): Promise<Uint8Array>
  /** How the existing file relates to this paper; does not make the paper. */
  compare(existing: Uint8Array | undefined): PaperState
}

/** Whether a paper can be made now: what an own one lacks is a line to write on, but among `all` it waits for it. */
export function isReady({ draft, form, missing }: Paper, all: boolean): boolean {
  return draft || !missing.length || (form.own !== undefined && !all)
}

export type PaperState = 'absent' | 'current' | 'stale' | 'edited' | 'damaged' | 'draft'

/**
 * Prepares a paper from the facts. The office's own template (`templates/<form>.docx` of the case repository) is used
 * before that of the text in force, and that before the built-in one. The paper is made only when `bytes()` is called.
 */
export function preparePaper(asked: PaperRequest, readBytes: ReadBytes): Paper {
  const { view, form, subject, draft } = asked
  const title = formTitle(view.regulation, form.id)
  const filled = form.fill(view, subject)
  const isUnnumbered = form.numberedBy !== undefined && filled.fields[NUMBER_FIELD] === ''
  const given = isUnnumbered ? (asked.number ?? numberOnPaper(asked, readBytes)) : undefined
  const request = { ...asked, number: given }
  let known: FoundTemplate | undefined
  const template = (): FoundTemplate => {
    known ??= templateOf(form, view.regulation, readBytes)
    return known
  }
  return {
    ...request,
    title,
    file: fileName(title, view.facts.id, subject, draft),
    filled,
    missing: filled.missing,
    isUnnumbered,
    bytes: async () => {
      const { file, bytes } = template()
      checkOwn(form, file, bytes)
      const unit = unitOnPapers(view.facts.case.jurisdiction)
      const options = {
        name: form.own ? form.own.file : `${file ?? `templates/${form.id}.docx`}（${title}）`,
        draft,
        blanks: blanksOf(filled),
        own: form.own !== undefined,
        about: { title, unit, day: form.datedOn?.(view.facts, subject) },
        properties: {
          ...propertiesOf(request, filled, bytes),
          [paperProperties.caseFacts]: caseFactsDigest(view, form, subject, openFields(form, filled.fields)),
        },
      }
      return fillTemplate(bytes, numberedFields(filled, request), options)
    },
    compare: (existing) => (existing ? paperStateOf(existing, request, filled, template().bytes) : 'absent'),
  }
}

/** @throws DocumentError with the paragraphs, where a template of the office for a form has to be mended first */
function checkOwn({ id, own }: FormDefinition, file: string | null, bytes: Uint8Array): void {
  const builtIn = own || file === null ? undefined : builtInTemplate(id)
  const { problems } = builtIn ? differencesFrom(builtIn, bytes) : { problems: [] }
  if (problems.length) throw new DocumentError(`模板 ${file}`, problems)
}

/** What is printed: with the number that the letter is given before it goes out. */
function numberedFields({ fields }: FilledForm, { number }: PaperRequest): FilledForm['fields'] {
  return number ? { ...fields, [NUMBER_FIELD]: number } : fields
}

/** The number that the paper of a letter, as it lies in documents/, was given when it was made. */
export function numberOnPaper(
  { view, form, subject }: Pick<PaperRequest, 'view' | 'form' | 'subject'>,
  readBytes: ReadBytes,
): string | undefined {
  const { id } = view.facts
  const file = fileName(formTitle(view.regulation, form.id), id, subject, false)
  const existing = readBytes(`cases/${id}/documents/${file}`)
  if (!existing) return undefined
  try {
    return readProperties(existing)[paperProperties.number]
  } catch (error) {
    if (error instanceof DocumentError) return undefined
    throw error
  }
}

/** The file name that the draft of a paper has. */
export function draftFileOf({ title, view, subject }: Paper): string {
  return fileName(title, view.facts.id, subject, true)
}

/** `索赔启动登记表-NN-2026-0001.docx`, `…-1_o2.docx` for a subject, `…-草稿.docx` for a draft. */
function fileName(title: string, caseId: string, subject: string | null, draft: boolean): string {
  const about = subject === null ? [] : [subject.replaceAll('/', '_')]
  return safeFileName(`${[title, caseId, ...about, ...(draft ? ['草稿'] : [])].join('-')}.docx`)
}

/** The fields that may be empty and are: those to be written by hand, and those that do not apply. */
function blanksOf({ fields, missing }: FilledForm): string[] {
  const needed = new Set(missing.map(({ field }) => field))
  return Object.entries(fields)
    .flatMap(([name, value]) => emptyNames(name, value))
    .filter((name) => !needed.has(name))
}

function emptyNames(name: string, value: FieldValue): string[] {
  if (typeof value === 'string') return value === '' ? [name] : []
  if ('paragraphs' in value) return value.paragraphs.some(Boolean) ? [] : [name]
  if (!('rows' in value)) return []
  if (!value.rows.length) return [name]
  return value.rows.flatMap((row) =>
    Object.entries(row).flatMap(([field, text]) => (text === '' ? [`${name}.${field}`] : [])),
  )
}

function propertiesOf(
  { view, form, subject, draft, number }: PaperRequest,
  { fields }: FilledForm,
  template: Uint8Array,
  open: readonly string[] = openFields(form, fields),
): Record<string, string> {
  return {
    [paperProperties.form]: form.id,
    [paperProperties.case]: view.facts.id,
    [paperProperties.subject]: subject ?? '',
    [paperProperties.regulation]: view.regulation.id,
    [paperProperties.facts]: factsDigest(fields, open),
    [paperProperties.template]: templateDigest(template),
    ...(open.length ? { [paperProperties.open]: open.join('、') } : {}),
    ...(draft ? { [paperProperties.draft]: 'true' } : {}),
    ...(number ? { [paperProperties.number]: number } : {}),
  }
}

/** The state of an existing file by its properties: whether it was edited, or facts or template have changed. */
function paperStateOf(
  existing: Uint8Array,
  request: PaperRequest,
  filled: FilledForm,
  template: Uint8Array,
): PaperState {
  if (isEditedByHand(existing)) return damageOf(existing) === undefined ? 'edited' : 'damaged'
  const found = readProperties(existing)
  const wanted = propertiesOf(request, filled, template, openIn(found))
  const same = Object.entries(wanted).every(([name, value]) => (found[name] ?? '') === value)
  if (!same || bearsOtherNumber(found, filled.fields)) return 'stale'
  return found[paperProperties.draft] === 'true' ? 'draft' : 'current'
}

/** Whether a file is not as ejc wrote it; true also for a file that is no readable .docx. */
export function isEditedByHand(existing: Uint8Array): boolean {
  try {
    return isHandEdited(existing)
  } catch (error) {
    if (error instanceof DocumentError) return true
    throw error
  }
}

/** The fields to be written by hand that are still empty. */
function openFields(form: FormDefinition, fields: FilledForm['fields']): string[] {
  return fieldsByHand(form, fields).filter((name) => emptyNames(name, fields[name] ?? '').includes(name))
}

/** The fields that were left empty when a paper was made, as its properties say. */
export function openIn(properties: Readonly<Record<string, string>>): string[] {
  return (properties[paperProperties.open] ?? '').split('、').filter(Boolean)
}

/**
 * Whether a paper bears another number than the record gives it now. The number that was typed when the paper was made
 * is no fact of that day, so the digest of the facts does not hold it.
 */
export function bearsOtherNumber(
  properties: Readonly<Record<string, string>>,
  fields: FilledForm['fields'],
): boolean {
  const [printed, recorded] = [properties[paperProperties.number], fields[NUMBER_FIELD]]
  return Boolean(printed && recorded) && printed !== recorded
}

/**
 * The digest of the facts that a paper prints, as its properties carry it.
 * @param open fields that it left to be written by hand: they are recorded after signing and do not change the paper
 */
export function factsDigest(fields: FilledForm['fields'], open: readonly string[]): string {
  const printed = Object.entries(fields).filter(([name]) => !open.includes(name))
  return digest(canonical(Object.fromEntries(printed)))
}

/**
 * The digest of what a paper prints of the case alone: the office's address, head, usual court and basis have no day, so
 * that a paper of a day that has passed does not change with them.
 */
export function caseFactsDigest(
  view: CaseView,
  form: FormDefinition,
  subject: string | null,
  open: readonly string[],
): string {
  const { unit: _, court: __, localBasis: ___, ...config } = view.config
  return factsDigest(form.fill(viewOf(view.facts, { ...view, config }), subject).fields, open)
}

/** The digest of a template, as the properties of a paper carry it. */
export function templateDigest(template: Uint8Array): string {
  return digest(template)
}

function digest(content: Uint8Array | string): string {
  return `sha256:${digestOf(content)}`
}

/** JSON with keys in order, so that equal values have equal digests. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
