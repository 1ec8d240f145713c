import { strFromU8, strToU8 } from 'fflate'
import { attributeOf, childrenNamed, elementsOf, parseXml, serializeXml, type XmlElement } from './xml.ts'

/** The path by which the rest of the program knows the main part of a Word file. */
export const DOCUMENT_PART = 'word/document.xml'

/** The types of relationships by their last words, with the path by which the rest of the program knows the part. */
const knownPaths: Readonly<Record<string, string>> = {
  styles: 'word/styles.xml',
  numbering: 'word/numbering.xml',
  footnotes: 'word/footnotes.xml',
  endnotes: 'word/endnotes.xml',
}
/** Parts of which there are several keep their names behind these words. */
const severalOf = new Set(['header', 'footer'])

/**
 * The parts that a Word file names otherwise than `word/document.xml` and its like, by their paths: some editors write
 * `word/document2.xml`. The relationships say which part is which, and not the names.
 * @param read the text of a part; empty where there is none
 */
export function otherNames(read: (path: string) => string, subject: string): ReadonlyMap<string, string> {
  const main = relationsOf('', read, subject).find(({ type }) => type === 'officeDocument')?.target
  if (main === undefined) return new Map()
  const names = relationsOf(main, read, subject).map(({ type, target }) => [target, knownPath(type, target)])
  const all = [[main, DOCUMENT_PART], [relationsPath(main), relationsPath(DOCUMENT_PART)], ...names]
  return new Map(
    all.flatMap(([path = '', known]) => (known === undefined || known === path ? [] : [[path, known]])),
  )
}

function knownPath(type: string, target: string): string | undefined {
  if (!severalOf.has(type)) return knownPaths[type]
  return new RegExp(`^word/${type}[^/]*\\.xml$`, 'u').test(target)
    ? target
    : `word/${type}-${target.replaceAll('/', '-')}`
}

interface Relation {
  /** The last word of its type: `officeDocument`, `styles`. */
  readonly type: string
  /** The path of the part, from the root of the package. */
  readonly target: string
}

function relationsOf(part: string, read: (path: string) => string, subject: string): Relation[] {
  const text = read(relationsPath(part))
  const [root] = text === '' ? [] : elementsOf(parseXml(text, subject))
  return (root ? childrenNamed(root, 'Relationship') : [])
    .filter((each) => attributeOf(each, 'TargetMode') !== 'External')
    .map((each) => ({
      type: (attributeOf(each, 'Type') ?? '').replace(/^.*\//u, ''),
      target: absolute(part, attributeOf(each, 'Target') ?? ''),
    }))
}

/** word/document.xml → word/_rels/document.xml.rels; the package itself → _rels/.rels. */
const relationsPath = (part: string): string => part.replace(/[^/]*$/u, '_rels/$&.rels')

/** The path of a target, which is relative to the folder of the part that names it unless it begins with a slash. */
function absolute(part: string, target: string): string {
  const base = target.startsWith('/') ? '' : part.replace(/[^/]*$/u, '')
  return new URL(base + target, 'file:///').pathname.slice(1)
}

/**
 * Gives the parts of a package the names by which the rest of the program knows them, in the relationships and the
 * content types too.
 */
export function renameParts(
  parts: ReadonlyMap<string, Uint8Array>,
  names: ReadonlyMap<string, string>,
): Map<string, Uint8Array> {
  const renamed = new Map([...parts].map(([path, bytes]) => [names.get(path) ?? path, bytes]))
  if (names.size === 0) return renamed
  const main = [...names].find(([, known]) => known === DOCUMENT_PART)?.[0] ?? DOCUMENT_PART
  const rewrite = (path: string, attribute: string, from: string): void => {
    const bytes = renamed.get(path)
    if (!bytes) return
    const pattern = new RegExp(`(\\s${attribute}\\s*=\\s*)(?:"([^"]*)"|'([^']*)')`, 'gu')
    const text = strFromU8(bytes).replace(
      pattern,
      (whole, lead: string, double?: string, single?: string) => {
        const target = double ?? single ?? ''
        if (/^[a-z]+:|^#/iu.test(target)) return whole
        const path = absolute(from, target)
        return `${lead}"/${names.get(path) ?? path}"`
      },
    )
    renamed.set(path, strToU8(text))
  }
  rewrite('_rels/.rels', 'Target', '')
  rewrite(relationsPath(DOCUMENT_PART), 'Target', main)
  rewrite('[Content_Types].xml', 'PartName', '')
  return renamed
}

/** The namespaces whose elements are looked at, with the prefix by which the rest of the program knows them. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
])
const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const ATTRIBUTE = /(\s*)([^\s=]+)(\s*=\s*(?:"[^"]*"|'[^']*'))/gu

/** A part as text in UTF-8, its elements named with the usual prefixes. @throws DocumentError where it is no XML */
export function canonicalXml(bytes: Uint8Array, subject: string): string {
  const text = decoded(bytes)
  if (declaredIn(text).every(([prefix, usual]) => prefix === usual)) return text
  const root = parseXml(text, subject)
  for (const element of elementsOf(root)) {
    rename(element, new Map())
    for (const [namespace, prefix] of prefixes)
      if (text.includes(namespace) && !element.attributes.includes(`xmlns:${prefix}=`))
        element.attributes += ` xmlns:${prefix}="${namespace}"`
  }
  return serializeXml(root)
}

/** The prefixes that a text declares for the namespaces that are looked at, each with the usual one. */
function declaredIn(text: string): [prefix: string, usual: string][] {
  return [...text.matchAll(DECLARATION)].flatMap(([, prefix = '', double, single]) => {
    const usual = prefixes.get(double ?? single ?? '')
    return usual === undefined ? [] : [[prefix, usual]]
  })
}

function rename(element: XmlElement, outer: ReadonlyMap<string, string>): void {
  const declared = declaredIn(element.attributes)
  const scope = declared.length ? new Map([...outer, ...declared]) : outer
  element.name = renamed(element.name, scope, true)
  element.attributes = element.attributes.replace(
    ATTRIBUTE,
    (_, space: string, name: string, rest: string) =>
      `${space}${name.startsWith('xmlns') ? name : renamed(name, scope, false)}${rest}`,
  )
  for (const child of elementsOf(element)) rename(child, scope)
}

/** The namespace without a prefix holds only for elements. */
function renamed(name: string, scope: ReadonlyMap<string, string>, isElement: boolean): string {
  const [local = '', prefix = ''] = name.split(':').reverse()
  const usual = prefix === '' && !isElement ? undefined : scope.get(prefix)
  return usual === undefined ? name : `${usual}:${local}`
}

/** XML is UTF-8, or UTF-16 with a byte order mark. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return inUtf8(new TextDecoder('utf-16le').decode(bytes))
  if (first === 0xfe && second === 0xff) return inUtf8(new TextDecoder('utf-16be').decode(bytes))
  // strFromU8 keeps a byte order mark, which must not stand before the XML declaration.
  return strFromU8(bytes).replace(/^\uFEFF/u, '')
}

function inUtf8(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/iu, '$1UTF-8')
}
