import { canBeMadeFor, type FormDefinition } from '../core/forms/define.ts'
import { forms } from '../core/forms/index.ts'
import type { CasePaper } from '../core/lint/define.ts'
import { formTitle } from '../core/regulation/forms.ts'
import type { CaseView } from '../core/view.ts'
import { DocumentError } from './error.ts'
import { formByCode, type ReadBytes, templateOf } from './own/shelf.ts'
import { openPackage, partText } from './package.ts'
import { isPaperFile } from './paper-names.ts'
import { paragraphsBelow, paragraphText } from './paragraphs.ts'
import { readProperties } from './properties.ts'
import { allTextsIn, isPublicName, isPublicText, otherTextsIn, publicText } from './public-text.ts'
import {
  bearsOtherNumber,
  caseFactsDigest,
  factsDigest,
  openIn,
  paperProperties,
  templateDigest,
} from './render.ts'
import { parseXml } from './xml.ts'

/** A placeholder that was not replaced, or a word for something unknown or undecided. */
const undecided = String.raw`\{\{|\}\}|｛｛|×{2,}|待定|待补|〔姓名待核`
/** The same, or a line to write on, which a paper of the office has where somebody is to write by hand. */
const blanks = {
  own: new RegExp(undecided, 'u'),
  form: new RegExp(`＿{2,}|_{4,}|${undecided}`, 'u'),
}

/**
 * The papers that ejc made among the files of a case, edited since or not, and texts for the public that somebody saved
 * anew without what ejc writes into a file, or as a PDF; other files in documents/ are the office's own. A file that can't be opened is
 * no paper: `repo/unknown-file` or the office will notice it.
 * @param files paths inside the case folder, `documents/…` among them
 */
export function papersIn(view: CaseView, files: readonly string[], readBytes: ReadBytes): CasePaper[] {
  return files
    .filter((path) => /^documents\/(?:[^/]+\/)*(?!~\$)[^/]+$/u.test(path))
    .flatMap((path) => {
      if (/\.docx$/iu.test(path)) return paperAt(view, path, readBytes)
      return isPaperFile(path) && isPublicName(nameOf(path)) ? publishedAs(view, path, readBytes) : []
    })
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/**
 * A text for the public as a PDF or in another format, known by its name alone: to open every such file would start a
 * program for each.
 */
function publishedAs(view: CaseView, path: string, readBytes: ReadBytes): CasePaper[] {
  const bytes = readBytes(`cases/${view.facts.id}/${path}`)
  if (!bytes) return []
  const about = { path, form: publicText, subject: null, savedAnew: true, draft: false, outdated: false }
  return [{ ...about, blank: undefined, ...readOrWhyNot(bytes, nameOf(path)) }]
}

function readOrWhyNot(bytes: Uint8Array, name: string): Pick<CasePaper, 'texts' | 'unread'> {
  try {
    return { texts: otherTextsIn(bytes, name) }
  } catch (error) {
    if (error instanceof DocumentError) return { texts: [], unread: error.problems.join('') }
    throw error
  }
}

function paperAt(view: CaseView, path: string, readBytes: ReadBytes): CasePaper[] {
  const bytes = readBytes(`cases/${view.facts.id}/${path}`)
  const properties = bytes && ifReadable(() => readProperties(bytes))
  const form = properties?.[paperProperties.form]
  if (!bytes || !properties) return []
  if (!form) return savedAnew(path, bytes)
  const subject = properties[paperProperties.subject] || null
  return [
    {
      path,
      form,
      subject,
      draft: properties[paperProperties.draft] === 'true',
      get subjectGone() {
        const made = formByCode(form, view.regulation, readBytes)
        return made !== undefined && !canBeMadeFor(made, view, subject)
      },
      get outdated() {
        return ifReadable(() => isOutdated(view, { path, form, subject, properties }, readBytes)) ?? false
      },
      isMadeOf: (then) => isPrinted(then, { path, form, subject, properties }, readBytes),
      get blank() {
        return ifReadable(() => blankIn(bytes, isForm(form) ? blanks.form : blanks.own))
      },
      get texts() {
        return ifReadable(() => allTextsIn(bytes)) ?? []
      },
    },
  ]
}

/** Whether it was made of a form, and not of a template that the office has made itself. */
function isForm(id: string): boolean {
  return forms.some((form) => form.id === id)
}

/** A paper in a case folder, as its properties tell of it. */
interface FoundPaper {
  readonly path: string
  readonly form: string
  readonly subject: string | null
  readonly properties: Readonly<Record<string, string>>
}

function isOutdated(view: CaseView, paper: FoundPaper, readBytes: ReadBytes): boolean {
  const { form: id, subject, properties } = paper
  const form = formByCode(id, view.regulation, readBytes)
  if (!form) return false
  if (properties[paperProperties.case] !== view.facts.id) return true
  if (isOfOtherText(view, form, paper, readBytes)) return true
  if (!canBeMadeFor(form, view, subject)) return true
  return !printsFacts(view, form, paper)
}

/** Whether it prints the facts of a case as they were, whatever its template. */
function isPrinted(then: CaseView, paper: FoundPaper, readBytes: ReadBytes): boolean {
  const form = formByCode(paper.form, then.regulation, readBytes)
  return form !== undefined && canBeMadeFor(form, then, paper.subject) && printsFacts(then, form, paper)
}

function printsFacts(view: CaseView, form: FormDefinition, { subject, properties }: FoundPaper): boolean {
  const { facts, caseFacts } = paperProperties
  const open = openIn(properties)
  const { fields } = form.fill(view, subject)
  if (bearsOtherNumber(properties, fields)) return false
  if (properties[facts] === factsDigest(fields, open)) return true
  // What has its day was made by what the office was then; a paper that is still to go out follows its changes.
  const hasDay = form.datedOn?.(view.facts, subject) !== undefined
  return hasDay && properties[caseFacts] === caseFactsDigest(view, form, subject, open)
}

/** Whether it was made under another text that calls it otherwise, or has another template for it. */
function isOfOtherText(
  { regulation }: CaseView,
  form: FormDefinition,
  { path, properties }: FoundPaper,
  readBytes: ReadBytes,
): boolean {
  if (properties[paperProperties.regulation] === regulation.id) return false
  const { bytes } = templateOf(form, regulation, readBytes)
  const name = path.slice(path.lastIndexOf('/') + 1)
  return (
    properties[paperProperties.template] !== templateDigest(bytes) ||
    !name.startsWith(`${formTitle(regulation, form.id)}-`)
  )
}

function blankIn(bytes: Uint8Array, blank: RegExp): string | undefined {
  const root = parseXml(partText(openPackage(bytes, '文书', [text]), text), '文书')
  for (const { element } of paragraphsBelow(root)) {
    const found = paragraphText(element).trim()
    if (blank.test(found)) return found.length > longest ? `${found.slice(0, longest)}…` : found
  }
  return undefined
}

/** A text for the public by its name or its words: which form it was does not stand in it. */
function savedAnew(path: string, bytes: Uint8Array): CasePaper[] {
  const texts = ifReadable(() => allTextsIn(bytes)) ?? []
  if (!isPublicText(nameOf(path), texts)) return []
  const blank = ifReadable(() => blankIn(bytes, blanks.form))
  const about = { path, form: publicText, subject: null, savedAnew: true }
  return [{ ...about, draft: false, outdated: false, blank, texts }]
}

const text = 'word/document.xml'
/** How much of a paragraph a message quotes. */
const longest = 30

/** What `read` returns for a Word file; undefined when the file is none. */
export function ifReadable<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof DocumentError) return undefined
    throw error
  }
}
