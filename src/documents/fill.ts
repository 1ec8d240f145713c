import { strToU8 } from 'fflate'
import { applyBlocks } from './blocks.ts'
import { fieldProblems, knownNames, type Plan, planFields } from './check.ts'
import { markDraft } from './draft.ts'
import { DocumentError } from './error.ts'
import { openPackage, type Package, packPackage } from './package.ts'
import { isRemovable, piecesOf, replaceParagraph, replaceText, setText } from './paragraphs.ts'
import { contentTrees, type Found, findPlaceholders } from './placeholders.ts'
import { contentDigest, contentDigestKey, writeProperties } from './properties.ts'
import { isMarked, marked, substitute, withoutIds } from './substitute.ts'
import { type FieldValue, refusalOf } from './values.ts'
import { cloneXml, elementsOf, serializeXml, type XmlElement } from './xml.ts'

export interface FillOptions {
  /** How messages call the template, such as its file name. */
  readonly name: string
  /** Blanks become lines to write on, hints show in grey, every page is marked 草稿. */
  readonly draft: boolean
  /** The fields that may be left empty: 备注, 义务人.职务, or a row group that may have no rows. */
  readonly blanks?: readonly string[]
  /** Custom properties: form, subject, regulation, digests. `ejc.contentDigest` is added. */
  readonly properties: Readonly<Record<string, string>>
}

/**
 * Fills a template. Nothing is passed over in silence: unfilled, unused and empty fields, malformed braces and
 * characters that XML or a reader cannot bear are refused; a value that reads `{{乙}}` is printed as it stands. The same template, fields and options give the same bytes.
 * @throws DocumentError naming the template and each field that is wrong
 */
export const fillTemplate = async (
  template: Uint8Array,
  fields: Readonly<Record<string, FieldValue>>,
  options: FillOptions,
): Promise<Uint8Array> => {
  const subject = `模板 ${options.name}`
  const parts = openPackage(template, subject)
  const trees = contentTrees(parts, subject)
  const plan = prepare(trees, fields, options, subject)
  if (options.draft) markDraft(parts, trees)
  print(parts, trees, plan, subject)
  writeProperties(parts, { ...options.properties, [contentDigestKey]: contentDigest(parts) }, subject)
  return packPackage(parts)
}

const findAllIn = (trees: ReadonlyMap<string, XmlElement>): Found[] =>
  [...trees].flatMap(([part, root]) => findPlaceholders(root, part))

const prepare = (
  trees: ReadonlyMap<string, XmlElement>,
  fields: Readonly<Record<string, FieldValue>>,
  options: FillOptions,
  subject: string,
): Plan => {
  const all = findAllIn(trees)
  const problems = [
    ...all
      .filter((item) => item.kind !== 'block')
      .flatMap(({ problems, paragraph }) => problems.map((p) => `第 ${paragraph} 段：${p}`)),
    ...fieldProblems(knownNames(all), fields),
    ...propertyProblems(options.properties),
    ...applyBlocks(all, fields, options.draft),
  ]
  const kept = findAllIn(trees)
  const plan = planFields(kept, fields, options, problems)
  if (problems.length > 0) throw new DocumentError(subject, problems)
  // From the end: within a paragraph, the places of those before stay right.
  for (const found of kept.reverse()) place(found, plan, options.draft)
  return plan
}

const propertyProblems = (properties: Readonly<Record<string, string>>): string[] =>
  Object.entries(properties).flatMap(([name, value]) => {
    const refusal = refusalOf(name + value)
    return refusal === null ? [] : [`文档属性「${name}」${refusal}。`]
  })

const place = (found: Found, plan: Plan, draft: boolean): void => {
  const { at, start, raw, name } = found
  if (found.kind === 'hint') {
    if (!draft && found.alone && isRemovable(at)) replaceParagraph(at, [])
    else replaceText(at.element, start, raw, draft ? name.replace('提示：', '') : '')
    return
  }
  const lines = plan.texts.get(name) ?? []
  // Alone, a text takes a paragraph for each of its lines; what shares a line is marked, and printed with the rows.
  if (found.kind === 'text' && found.alone && (lines.length > 0 || isRemovable(at))) {
    const last = lines.length - 1
    replaceParagraph(
      at,
      lines.map((text, index) => copyWith(at.element, text, index === last)),
    )
  } else replaceText(at.element, start, raw, marked(name))
}

// A heading without a full stop, or what announces a list: it must not end a page.
const leadsOn = /：$|^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。；！？]+$/u

/** The template's own paragraph, properties and all, with another text. */
const copyWith = (paragraph: XmlElement, text: string, last: boolean): XmlElement => {
  const copy = cloneXml(paragraph)
  // Only the end of a long text stays with the signature under it, or none of it could be broken over pages.
  if (!last)
    for (const properties of childrenNamed(copy, 'w:pPr')) keepWithNext(properties, leadsOn.test(text))
  withoutIds(copy)
  const nodes = piecesOf(copy).flatMap(({ node }) => (node === null ? [] : [node]))
  for (const [index, node] of nodes.entries()) setText(node, index === 0 ? text : '')
  return copy
}

const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  elementsOf(element).filter((child) => child.name === name)

const keepWithNext = (properties: XmlElement, keep: boolean): void => {
  const others = properties.children.filter(
    (child) => typeof child === 'string' || child.name !== 'w:keepNext',
  )
  const style = others.findIndex((child) => typeof child !== 'string' && child.name === 'w:pStyle')
  const mark = { name: 'w:keepNext', attributes: '', children: [] }
  properties.children = keep ? others.toSpliced(style + 1, 0, mark) : others
}

const print = (parts: Package, trees: ReadonlyMap<string, XmlElement>, plan: Plan, subject: string): void => {
  for (const [path, root] of trees) {
    substitute(root, plan)
    const xml = serializeXml(root)
    if (isMarked(xml)) throw new DocumentError(subject, [`${path} 中有占位符未能填入。`])
    parts.set(path, strToU8(xml))
  }
}
