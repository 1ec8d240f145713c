import { strToU8 } from 'fflate'
import type { FieldValue } from '../core/forms/define.ts'
import { type AboutPaper, writeAbout } from './about.ts'
import { applyBlocks } from './blocks.ts'
import { fieldProblems, groupsOf, knownNames, type PrintPlan, planFields } from './check.ts'
import { markDraft } from './draft.ts'
import { divideEndings, isEnding } from './endings.ts'
import { DocumentError } from './error.ts'
import { keepListEnds, letLongRowsRun } from './flow.ts'
import { repeatRows } from './group-rows.ts'
import { keepWithNext } from './keep-next.ts'
import { repeatLetterheads } from './letterheads.ts'
import { applyOptional, hasContent, isOfRow, rowMarkProblems } from './optional.ts'
import { expandOwn } from './own/expand.ts'
import { readingOf } from './own/read.ts'
import { openPackage, packPackage, roomFor } from './package.ts'
import { isRemovable, removeIds, replaceParagraph, replaceText, setText, textPiecesOf } from './paragraphs.ts'
import { contentTrees, type FoundPlaceholder, findPlaceholders } from './placeholders.ts'
import { contentDigest, contentDigestKey, writeProperties } from './properties.ts'
import { withSigningPairs } from './signing-pairs.ts'
import { isMarked, optionalMark, placeholderMark, substitute } from './substitute.ts'
import { acceptChanges } from './tracked.ts'
import { whyUnprintable } from './values.ts'
import { cloneXml, type XmlElement } from './xml.ts'

export interface FillOptions {
  /** The name of the template in messages, such as its file name. */
  readonly name: string
  /** Whether it is a draft: blanks become lines to write on, hints show in grey, every page is marked 草稿. */
  readonly draft: boolean
  /** The fields that may be left empty: 备注, 义务人.职务, or a row group that may have no rows. */
  readonly blanks?: readonly string[]
  /** Whether the office has made the paper itself: what no field fills becomes a line to write on, lists repeat. */
  readonly own?: boolean
  /** What the properties of the document say of it; those of the template stay where it is not given. */
  readonly about?: AboutPaper
  /** Custom properties: form, subject, regulation, digests. `ejc.contentDigest` is added. */
  readonly properties: Readonly<Record<string, string>>
}

/**
 * Fills a template. What others silently ignore is refused or handled here: unfilled, unused and empty fields,
 * malformed braces, line breaks, characters that XML forbids or a reader can't see. A value `{{乙}}` is printed
 * as it is. The same template, fields and options give the same bytes.
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
  for (const root of trees.values()) acceptChanges(root)
  repeatLetterheads(parts, trees)
  const given = options.own ? expanded(trees, fields, subject) : fields
  const plan = prepare(trees, given, options, subject)
  if (options.draft) markDraft(parts, trees)
  // Where the left cell of a table runs down in a paper of the office, it is the office's own table.
  const signed = (xml: string): string =>
    options.own ? xml : withSigningPairs(xml, options.about?.title ?? options.name, subject)
  for (const [path, xml] of print(trees, plan, subject))
    parts.set(path, strToU8(withWholePhones(signed(xml))))
  if (options.about) writeAbout(parts, options.about)
  writeProperties(parts, { ...options.properties, [contentDigestKey]: contentDigest(parts) }, subject)
  return packPackage(parts)
}

/** The texts of an own paper, once its parts are repeated and left out. */
const expanded = (
  trees: ReadonlyMap<string, XmlElement>,
  fields: Readonly<Record<string, FieldValue>>,
  subject: string,
): Readonly<Record<string, string>> => {
  const problems = [...readingOf(trees).problems, ...fieldProblems(new Set(Object.keys(fields)), fields)]
  if (problems.length > 0) throw new DocumentError(subject, problems)
  return expandOwn(trees, fields)
}

const findAllIn = (trees: ReadonlyMap<string, XmlElement>): FoundPlaceholder[] =>
  [...trees].flatMap(([part, root]) => findPlaceholders(root, part))

const prepare = (
  trees: ReadonlyMap<string, XmlElement>,
  fields: Readonly<Record<string, FieldValue>>,
  options: FillOptions,
  subject: string,
): PrintPlan => {
  const all = findAllIn(trees)
  const problems = [
    ...all
      .filter((item) => item.kind !== 'block')
      .flatMap(({ problems, paragraph }) => problems.map((p) => `第 ${paragraph} 段：${p}`)),
    ...fieldProblems(knownNames(all), fields),
    ...propertyProblems(options.properties),
    ...applyBlocks(all, fields, options.draft),
    ...applyOptional(
      findAllIn(trees).filter((item) => !isOfRow(item)),
      (name) => (Object.hasOwn(fields, name) ? hasContent(fields[name] ?? '') : undefined),
    ),
    ...rowMarkProblems(all, groupsOf(all)),
  ]
  const kept = findAllIn(trees)
  const planned = planFields(kept, fields, options, problems)
  if (problems.length > 0) throw new DocumentError(subject, problems)
  // The texts of a paper that the office has made stay as they were written.
  const plan = options.own ? planned : divideEndings(kept, planned)
  // From the end, so that the positions of earlier placeholders in a paragraph stay valid.
  for (const found of kept.reverse()) place(found, plan, options.draft)
  for (const root of trees.values()) letLongRowsRun(root, plan)
  return plan
}

const propertyProblems = (properties: Readonly<Record<string, string>>): string[] =>
  Object.entries(properties).flatMap(([name, value]) => {
    const refusal = whyUnprintable(name + value)
    return refusal === null ? [] : [`文档属性「${name}」${refusal}。`]
  })

const place = (found: FoundPlaceholder, plan: PrintPlan, draft: boolean): void => {
  const { at, start, raw, name } = found
  if (found.kind === 'hint') {
    if (!draft && found.alone && isRemovable(at)) replaceParagraph(at, [])
    else replaceText(at.element, start, raw, draft ? name.replace('提示：', '') : '')
    return
  }
  if (isOfRow(found)) {
    replaceText(at.element, start, raw, optionalMark(name.slice(1)))
    return
  }
  const lines = plan.texts.get(name) ?? []
  // If a placeholder is alone in its paragraph, the paragraph is repeated for each line; else lines are broken in it.
  if (found.kind === 'text' && found.alone && (lines.length > 0 || isRemovable(at))) {
    replaceParagraph(
      at,
      lines.map((text, index) =>
        copyFor(at.element, text, placeholderMark(name, index), isEnding(lines, index)),
      ),
    )
  } else replaceText(at.element, start, raw, placeholderMark(name))
}

// A heading without a full stop, or a line that announces a list: it must not be the last on a page.
const leadsOn = /：$|^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)[^。；！？]+$/u

/** A copy of the template's paragraph, with its properties, that holds the mark of a text. */
const copyFor = (paragraph: XmlElement, text: string, mark: string, ending: boolean): XmlElement => {
  const copy = cloneXml(paragraph)
  const leads = leadsOn.test(text)
  // Only the end of a long text is kept with the signature under it; otherwise the text could not run over pages.
  if (!ending || leads) keepWithNext(copy, leads)
  removeIds(copy)
  const nodes = textPiecesOf(copy).flatMap(({ node }) => (node === null ? [] : [node]))
  for (const [index, node] of nodes.entries()) setText(node, index === 0 ? mark : '')
  return copy
}

const print = (
  trees: ReadonlyMap<string, XmlElement>,
  plan: PrintPlan,
  subject: string,
): ReadonlyMap<string, string> => {
  const room = roomFor(subject)
  for (const root of trees.values()) {
    repeatRows(root, plan.rows, room)
    keepListEnds(root)
  }
  const printed = substitute(trees, plan, room)
  const left = [...printed].flatMap(([path, xml]) => (isMarked(xml) ? [`${path} 中有占位符未能填入。`] : []))
  if (left.length > 0) throw new DocumentError(subject, left)
  return printed
}

/** A telephone number with its area code, as 0771-5555555, or a service number, as 400-000-0000. */
const phone = /(?<!\d)(?:0\d{2,3}-\d{7,8}(?:-\d{1,5})?|[48]00-\d{3,4}-\d{3,4})(?!\d)/g

const hyphen = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'

/**
 * The XML of a part with telephone numbers that no line breaks in two: Word and WPS break after a plain hyphen.
 * @param xml a part as it is printed
 */
export const withWholePhones = (xml: string): string =>
  xml.replaceAll(/<w:t(?: [^>]*)?>[^<]*-[^<]*<\/w:t>/g, (text) =>
    text
      .replace(/^<w:t>/, '<w:t xml:space="preserve">')
      .replaceAll(phone, (number) => number.replaceAll('-', hyphen)),
  )
