import { DocumentError } from './error.ts'
import { contentPaths, openPackage, type Package, partText } from './package.ts'
import { type Paragraph, paragraphsOf, paragraphText } from './paragraphs.ts'
import { parseXml, type XmlElement } from './xml.ts'

/**
 * `text` is replaced by a value, `row` repeats its table row, `block` opens or closes an optional part, `hint` shows
 * only in drafts.
 */
type PlaceholderKind = 'text' | 'row' | 'block' | 'hint' | 'malformed'

/** One placeholder of a template. */
export interface Placeholder {
  /** The name as written, `义务人.名称` for a field of a row; the text itself when malformed. */
  readonly name: string
  readonly kind: PlaceholderKind
  /** The part that holds it, such as `word/document.xml`. */
  readonly part: string
  /** The number of its paragraph in that part, from 1, table cells included. */
  readonly paragraph: number
  /** Whether its paragraph holds nothing else: only then may it be filled with several paragraphs. */
  readonly alone: boolean
  /** What is wrong with it, in Chinese. */
  readonly problems: readonly string[]
}

/** A placeholder with its place in the XML, for filling. */
export interface FoundPlaceholder extends Placeholder {
  readonly at: Paragraph
  readonly start: number
  readonly raw: string
}

const wellFormed = /\{\{((?:提示：[^{}｛｝]*)|(?:[#/]?[^{}｛｝\s#/.：][^{}｛｝\s]*))\}\}/g
const stray = /[{}｛｝]+[^{}｛｝]{0,20}[{}｛｝]*/g

const placeholderKindOf = (name: string): PlaceholderKind => {
  if (name.startsWith('提示：')) return 'hint'
  if (/^[#/]/.test(name)) return 'block'
  return name.includes('.') ? 'row' : 'text'
}

const placeholderProblems = (name: string, at: Paragraph, alone: boolean): string[] => {
  const kind = placeholderKindOf(name)
  const inRow = at.ancestors.some((ancestor) => ancestor.name === 'w:tr')
  if (kind === 'block' && !alone) return [`{{${name}}} 须独占一段。`]
  if (kind === 'row' && !inRow) return [`{{${name}}} 须在表格的行中。`]
  if (kind === 'row' && !/^[^.]+\.[^.]+$/.test(name))
    return [`{{${name}}} 只能有一个点号，前为表名，后为字段名。`]
  return []
}

const malformed = (text: string): string => {
  if (/[｛｝]/.test(text)) return `「${text}」使用了全角花括号，应为半角 {{ 和 }}。`
  if (/^\{\{\s|\s\}\}/.test(text)) return `「${text}」的花括号内有空格，应去掉。`
  return `「${text}」的花括号不成对，应为 {{名称}}。`
}

const inParagraph = (at: Paragraph, part: string, paragraph: number): FoundPlaceholder[] => {
  const text = paragraphText(at.element)
  if (!/[{}｛｝]/.test(text)) return []
  const good = [...text.matchAll(wellFormed)].map((match): FoundPlaceholder => {
    const [raw, name = ''] = match
    const alone = text.trim() === raw
    const problems = placeholderProblems(name, at, alone)
    return {
      name,
      kind: placeholderKindOf(name),
      part,
      paragraph,
      alone,
      problems,
      at,
      start: match.index,
      raw,
    }
  })
  // Braces that remain once the well-formed placeholders are taken out are malformed ones.
  const rest = text.replaceAll(wellFormed, (match) => ' '.repeat(match.length))
  const bad = [...rest.matchAll(stray)].map((match): FoundPlaceholder => {
    const raw = match[0].trim()
    return {
      name: raw,
      kind: 'malformed',
      part,
      paragraph,
      alone: false,
      problems: [malformed(raw)],
      at,
      start: match.index,
      raw,
    }
  })
  return [...good, ...bad]
}

/** The placeholders of one part, in reading order. */
export const findPlaceholders = (root: XmlElement, part: string): FoundPlaceholder[] =>
  paragraphsOf(root).flatMap((at, index) => inParagraph(at, part, index + 1))

/** The largest form has some hundreds of kilobytes. */
const mostBytes = 8 * 1024 * 1024

/**
 * The parts of a package that may hold placeholders, parsed. @throws DocumentError where together they are over 8 MiB
 */
export const contentTrees = (parts: Package, subject: string): Map<string, XmlElement> => {
  const paths = contentPaths(parts)
  if (paths.reduce((sum, path) => sum + (parts.get(path)?.length ?? 0), 0) > mostBytes)
    throw new DocumentError(subject, ['正文、页眉、页脚合计超过 8 MiB，不像是文书的模板，不予读取。'])
  return new Map(paths.map((path) => [path, parseXml(partText(parts, path), subject)]))
}

/**
 * The placeholders of a template, well-formed or not, in reading order; those split over runs are joined.
 * @throws DocumentError when the template is no .docx
 */
export const placeholders = async (template: Uint8Array): Promise<Placeholder[]> => {
  const found = [...contentTrees(openPackage(template, '模板'), '模板')].flatMap(([part, root]) =>
    findPlaceholders(root, part),
  )
  return found.map(({ name, kind, part, paragraph, alone, problems }) => ({
    name,
    kind,
    part,
    paragraph,
    alone,
    problems,
  }))
}
