import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { WordDraft } from '../core/drafts/draft.ts'
import { paperKindOf } from '../core/drafts/paper-kind.ts'
import { isAgreementName } from '../core/drafts/vocabulary.ts'
import { bindingAgreements, isAllAgreed } from '../core/facts/agreements.ts'
import { signedFilesOf } from '../core/facts/signed-papers.ts'
import type { CaseDraft } from '../core/lint/define.ts'
import type { CaseView } from '../core/view.ts'
import { RepositoryError } from '../repository/errors.ts'
import { readAgreementFile } from './agreement-file.ts'
import { DocumentError } from './error.ts'
import { ifReadable } from './inspect.ts'
import { readProperties } from './properties.ts'
import { isEditedByHand, paperProperties, type ReadBytes } from './render.ts'

/** The files of a case; those in `named` are checked whatever their names are. */
interface Candidates {
  readonly files: readonly string[]
  readonly named: readonly string[]
}

/** The folder of the files, and how they are read. */
interface Folder {
  readonly root: string
  readonly readBytes: ReadBytes
}

// An agreement with pictures of seals has a few megabytes; a larger file is not read at all.
const mostBytes = 32 * 1024 * 1024

/**
 * The texts to check among the files of a case: agreements that ejc rendered, notices that it rendered and somebody
 * edited, evidence that an agreement names as its text, evidence and files called 赔偿协议, and the files in `named`. For
 * a file that can't be read, `content` says why. Drafts of agreements that no longer bind, or that were signed in another text, are left out.
 */
export function draftsIn(view: CaseView, { files, named }: Candidates, folder: Folder): CaseDraft[] {
  const kept = files.filter((path) => /^(?:documents|attachments)\/(?:.*\/)?(?!~\$)[^/]+\.docx$/iu.test(path))
  return [...new Set([...kept, ...named])].flatMap((path): CaseDraft[] => {
    const known = named.includes(path) || isCalledAgreement(view, path)
    if (!known && !path.startsWith('documents/')) return []
    const file = readGuarded(folder, `cases/${view.facts.id}/${path}`)
    if (typeof file === 'string') return known ? [{ path, agreement: null, content: file }] : []
    const properties = ifReadable(() => readProperties(file)) ?? {}
    const { [paperProperties.form]: form, [paperProperties.subject]: subject } = properties
    const isNamed = named.includes(path)
    if (!isNamed && (form === undefined ? !known : !isDraftForm(form, file))) return []
    const agreement = draftedAgreement(view, path, subject)
    if (agreement === undefined) return []
    const paper = { form: form ?? null, subject: subject || null, named: isNamed }
    const draft: CaseDraft = { path, agreement, ...paper, content: contentOf(file, path) }
    return !isNamed && isLeftBehind(view, draft) ? [] : [draft]
  })
}

/**
 * Whether a draft of an agreement has done its service: all have signed, it stands nowhere in the record, and it was
 * made by ejc before there was an agreement, or the text that was signed is another file. A supplement comes later.
 */
function isLeftBehind({ facts, regulation }: CaseView, { path, form, subject, content }: CaseDraft): boolean {
  if (typeof content === 'string' || !isAllAgreed(facts)) return false
  const signed = facts.agreements.flatMap(signedFilesOf)
  if (signed.includes(path) || facts.evidence.some(({ file }) => file === path)) return false
  if (form !== null) return form === 'agreement' && subject === null
  return signed.length > 0 && paperKindOf(content.accepted, regulation.pack.drafts)?.kind !== 'supplement'
}

/** Agreements, and notices that somebody edited: one as ejc wrote it says what the facts said. */
function isDraftForm(form: string, file: Uint8Array): boolean {
  return form === 'agreement' || (form === 'consultation-notice' && isEditedByHand(file))
}

/**
 * The content of a Word file that belongs to no case, read as a draft; the reason where it can't be read.
 * @param path of the file
 */
export function looseDraft(path: string, read: (path: string) => Uint8Array): WordDraft | string {
  const tooLarge = whyTooLarge(path)
  return tooLarge ?? contentOf(read(path), path)
}

function isCalledAgreement({ facts, regulation }: CaseView, path: string): boolean {
  const evidence = facts.evidence.filter(({ file }) => file === path)
  return (
    facts.agreements.some((agreement) => signedFilesOf(agreement).includes(path)) ||
    evidence.some(({ id }) => facts.agreements.some(({ document }) => document === id)) ||
    [path.slice(path.lastIndexOf('/') + 1), ...evidence.map(({ title }) => title)].some((name) =>
      isAgreementName(name, regulation.pack.drafts),
    )
  )
}

/** The agreement to which a draft belongs; null when that is unknown, undefined when it no longer binds. */
function draftedAgreement(
  { facts }: CaseView,
  path: string,
  subject: string | undefined,
): string | null | undefined {
  const ids = facts.evidence.filter(({ file }) => file === path).map(({ id }) => id)
  const named = facts.agreements.find(
    (agreement) =>
      agreement.id === subject ||
      (agreement.document !== undefined && ids.includes(agreement.document)) ||
      signedFilesOf(agreement).includes(path),
  )
  const binding = bindingAgreements(facts)
  if (named) return binding.includes(named) ? named.id : undefined
  const [only, another] = binding
  return only && !another ? only.id : null
}

function readGuarded({ root, readBytes }: Folder, file: string): Uint8Array | string {
  try {
    return whyTooLarge(join(root, file)) ?? readBytes(file) ?? '文件不存在。'
  } catch (error) {
    if (error instanceof RepositoryError) return error.message
    throw error
  }
}

function whyTooLarge(path: string): string | undefined {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  return size > mostBytes ? '文件超过 32 MiB，不像是协议，不予检查。' : undefined
}

function contentOf(file: Uint8Array, path: string): WordDraft | string {
  try {
    return readAgreementFile(file, path.slice(path.lastIndexOf('/') + 1)).draft
  } catch (error) {
    if (error instanceof DocumentError) return error.problems.join('')
    throw error
  }
}
