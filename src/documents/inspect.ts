import { forms } from '../core/forms/index.ts'
import type { CasePaper } from '../core/lint/define.ts'
import type { CaseView } from '../core/view.ts'
import { DocumentError } from './error.ts'
import { contentPaths, openPackage, partText } from './package.ts'
import { paragraphsBelow, paragraphText, textPiecesOf } from './paragraphs.ts'
import { readProperties } from './properties.ts'
import { factsDigest, openIn, paperProperties, type ReadBytes } from './render.ts'
import { parseXml, type XmlElement } from './xml.ts'

/** A line to write on, a placeholder that was not replaced, or a word for something unknown or undecided. */
const blank = /＿{2,}|_{4,}|\{\{|\}\}|｛｛|×{2,}|待定|待补|〔姓名待核/u

/**
 * The papers that ejc made among the files of a case, edited since or not; other files in documents/ are the office's
 * own. A file that can't be opened is no paper: `repo/unknown-file` or the office will notice it.
 * @param files paths inside the case folder, `documents/….docx` among them
 */
export function papersIn(view: CaseView, files: readonly string[], readBytes: ReadBytes): CasePaper[] {
  return files
    .filter((path) => /^documents\/(?!~\$)[^/]+\.docx$/u.test(path))
    .flatMap((path) => paperAt(view, path, readBytes(`cases/${view.facts.id}/${path}`)))
}

function paperAt(view: CaseView, path: string, bytes: Uint8Array | undefined): CasePaper[] {
  const properties = bytes && ifReadable(() => readProperties(bytes))
  const form = properties?.[paperProperties.form]
  if (!bytes || !properties || !form) return []
  const subject = properties[paperProperties.subject] || null
  return [
    {
      path,
      form,
      subject,
      draft: properties[paperProperties.draft] === 'true',
      get outdated() {
        return isOutdated(view, form, subject, properties)
      },
      get blank() {
        return ifReadable(() => blankIn(bytes))
      },
      get texts() {
        return ifReadable(() => textsIn(bytes)) ?? []
      },
    },
  ]
}

function isOutdated(
  view: CaseView,
  id: string,
  subject: string | null,
  properties: Readonly<Record<string, string>>,
): boolean {
  const form = forms.find((each) => each.id === id)
  if (!form) return false
  const { case: owner, regulation, facts } = paperProperties
  if (properties[owner] !== view.facts.id || properties[regulation] !== view.regulation.id) return true
  if (!form.subjects(view).includes(subject)) return true
  return properties[facts] !== factsDigest(form.fill(view, subject).fields, openIn(properties))
}

function blankIn(bytes: Uint8Array): string | undefined {
  const root = parseXml(partText(openPackage(bytes, '文书', [text]), text), '文书')
  for (const { element } of paragraphsBelow(root)) {
    const found = paragraphText(element).trim()
    if (blank.test(found)) return found.length > longest ? `${found.slice(0, longest)}…` : found
  }
  return undefined
}

/** All paragraphs, also those of notes and comments; what a tracked change takes away is still in the file. */
function textsIn(bytes: Uint8Array): string[] {
  const parts = openPackage(bytes, '文书')
  return [...contentPaths(parts), COMMENTS].flatMap((path) => {
    const xml = partText(parts, path)
    return xml ? [...paragraphsBelow(parseXml(xml, '文书'))].flatMap(({ element }) => readings(element)) : []
  })
}

function readings(paragraph: XmlElement): string[] {
  const each = (['accepted', 'original'] as const).map((reading) =>
    textPiecesOf(paragraph, reading)
      .map((piece) => piece.text)
      .join(''),
  )
  return [...new Set(each)].filter(Boolean)
}

const COMMENTS = 'word/comments.xml'
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
