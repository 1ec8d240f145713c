import { paragraphsOfPages } from '../core/drafts/pdf-lines.ts'
import { DocumentError } from './error.ts'
import { asWordFile } from './office-text.ts'
import { contentPaths, openPackage, type Package, partText } from './package.ts'
import { needsOffice } from './paper-names.ts'
import { paragraphsBelow, textPiecesOf } from './paragraphs.ts'
import { pdfPageTexts } from './pdf-text.ts'
import { elementsBelow, parseXml, unescapeXml, type XmlElement } from './xml.ts'

/** The form of the text that is published. */
export const publicText = 'disclosure-text'

const NAME = /信息公开|公开稿|公示(?!送达)|disclosure-text/u
const NO_TEXT = /申请|答复|告知书|登记表|目录|台账|制度|通知/u
const TITLE = /(?:信息公开(?:稿|表|书|文本)?|公示(?:稿|书|表)?)$/u
/** How many paragraphs may stand before the title: a head and a number. */
const HEAD = 8

/** Whether a Word file is a text for the public: by its name, its title, or what such a text says. */
export function isPublicText(name: string, texts: readonly string[]): boolean {
  const bare = texts.map((text) => text.replace(/\s/gu, ''))
  if (isPublicName(name)) return true
  if (bare.slice(0, HEAD).some((text) => TITLE.test(text) && !NO_TEXT.test(text))) return true
  const says = (word: RegExp): boolean => bare.some((text) => word.test(text))
  return says(/^公开事项[:：]/u) || (says(/公开内容$/u) && says(/接受公众监督/u)) || says(/现将.*向社会公开/u)
}

/** Whether a file is named as a text for the public. */
export function isPublicName(name: string): boolean {
  return NAME.test(name) && !NO_TEXT.test(name)
}

/**
 * The texts of a file for the public in another format than .docx: a PDF with text, or what LibreOffice opens.
 * @throws DocumentError, in plain words, where no program on this machine reads it, or it holds no text
 */
export function otherTextsIn(bytes: Uint8Array, name: string): string[] {
  if (needsOffice(name)) return allTextsIn(asWordFile(bytes, name))
  const texts = paragraphsOfPages(pdfPageTexts(bytes, name)).map(({ text }) => text)
  if (!texts.length) throw new DocumentError(name, ['是扫描件或者图片，没有能读的文字：请由人逐页通读。'])
  return texts
}

/**
 * All that a reader or a program finds in a Word file: the paragraphs of all parts, also of notes and comments, with what
 * a tracked change takes away; the addresses of links, the words for pictures, the fields, title and keywords.
 */
export function allTextsIn(bytes: Uint8Array): string[] {
  const parts = openPackage(bytes, '文书')
  const trees = [...contentPaths(parts), 'word/comments.xml'].flatMap((path) => treeOf(parts, path) ?? [])
  return [
    ...trees.flatMap(paragraphTexts),
    ...trees.flatMap(hiddenTexts),
    ...linked(parts),
    ...describingTexts(parts),
  ]
}

function treeOf(parts: Package, path: string): XmlElement | undefined {
  const xml = partText(parts, path)
  return xml ? parseXml(xml, '文书') : undefined
}

function paragraphTexts(root: XmlElement): string[] {
  return [...paragraphsBelow(root)].flatMap(({ element }) => readings(element))
}

function readings(paragraph: XmlElement): string[] {
  const each = (['accepted', 'original'] as const).map((reading) =>
    textPiecesOf(paragraph, reading)
      .map((piece) => piece.text)
      .join(''),
  )
  return [...new Set(each)].filter(Boolean)
}

/** What no paragraph shows: fields, and the words for a picture. */
function hiddenTexts(root: XmlElement): string[] {
  return [...elementsBelow(root)].flatMap((element) => {
    if (element.name === 'w:instrText') return textOf(element)
    if (element.name !== 'wp:docPr') return []
    return [...element.attributes.matchAll(/(?:descr|title)="([^"]*)"/gu)].map(([, words = '']) =>
      unescapeXml(words),
    )
  })
}

/** Where the links of the text lead. */
function linked(parts: Package): string[] {
  return [...parts.keys()]
    .filter((path) => /^word\/_rels\/[^/]+\.rels$/u.test(path))
    .flatMap((path) => [...partText(parts, path).matchAll(/Target="(mailto:[^"]*)"/gu)])
    .map(([, target = '']) => unescapeXml(target))
}

/** The title, subject, description and keywords of the file, without its author. */
function describingTexts(parts: Package): string[] {
  const root = treeOf(parts, 'docProps/core.xml')
  const describing = new Set(['dc:title', 'dc:subject', 'dc:description', 'cp:keywords'])
  return root ? [...elementsBelow(root)].filter(({ name }) => describing.has(name)).flatMap(textOf) : []
}

function textOf({ children }: XmlElement): string[] {
  const text = unescapeXml(children.filter((child) => typeof child === 'string').join('')).trim()
  return text ? [text] : []
}
