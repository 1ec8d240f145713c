import { forms } from '../core/forms/index.ts'
import type { CasePaper } from '../core/lint/define.ts'
import type { CaseView } from '../core/view.ts'
import { DocumentError } from './error.ts'
import { formByCode, type ReadBytes } from './own/shelf.ts'
import { openPackage, partText } from './package.ts'
import { paragraphsBelow, paragraphText } from './paragraphs.ts'
import { readProperties } from './properties.ts'
import { isPublicText, publicText, textsIn } from './public-text.ts'
import { caseFactsDigest, factsDigest, openIn, paperProperties } from './render.ts'
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
 * anew without what ejc writes into a file; other files in documents/ are the office's own. A file that can't be opened is
 * no paper: `repo/unknown-file` or the office will notice it.
 * @param files paths inside the case folder, `documents/….docx` among them
 */
export function papersIn(view: CaseView, files: readonly string[], readBytes: ReadBytes): CasePaper[] {
  return files
    .filter((path) => /^documents\/(?:[^/]+\/)*(?!~\$)[^/]+\.docx$/iu.test(path))
    .flatMap((path) => paperAt(view, path, readBytes))
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
      get outdated() {
        return ifReadable(() => isOutdated(view, form, subject, properties, readBytes)) ?? false
      },
      get blank() {
        return ifReadable(() => blankIn(bytes, isForm(form) ? blanks.form : blanks.own))
      },
      get texts() {
        return ifReadable(() => textsIn(bytes)) ?? []
      },
    },
  ]
}

/** Whether it was made of a form, and not of a template that the office has made itself. */
function isForm(id: string): boolean {
  return forms.some((form) => form.id === id)
}

function isOutdated(
  view: CaseView,
  id: string,
  subject: string | null,
  properties: Readonly<Record<string, string>>,
  readBytes: ReadBytes,
): boolean {
  const form = formByCode(id, view.regulation, readBytes)
  if (!form) return false
  const { case: owner, regulation, facts, caseFacts } = paperProperties
  if (properties[owner] !== view.facts.id || properties[regulation] !== view.regulation.id) return true
  if (!form.subjects(view).includes(subject)) return true
  const open = openIn(properties)
  if (properties[facts] === factsDigest(form.fill(view, subject).fields, open)) return false
  // What has its day was made by what the office was then; a paper that is still to go out follows its changes.
  const hasDay = form.datedOn?.(view.facts, subject) !== undefined
  return !hasDay || properties[caseFacts] !== caseFactsDigest(view, form, subject, open)
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
  const texts = ifReadable(() => textsIn(bytes)) ?? []
  if (!isPublicText(path.slice(path.lastIndexOf('/') + 1), texts)) return []
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
