import { DocumentError } from './error.ts'
import { contentPaths, openPackage, type Package, partText } from './package.ts'
import { type Paragraph, paragraphsOf, paragraphText } from './paragraphs.ts'
import { parseXml, type XmlElement } from './xml.ts'

/**
 * `text` is replaced by a value, `row` repeats its table row, `block` opens or closes an optional part, `optional`
 * marks a paragraph that is left out where the field has nothing, `hint` shows only in drafts, `filing` says where an own
 * paper lies in the archive and shows nowhere.
 */
type PlaceholderKind = 'text' | 'row' | 'block' | 'optional' | 'hint' | 'filing' | 'malformed'

/** Whose template it is: of a form, or of a paper that the office has made itself, whose paragraphs repeat too. */
export type TemplateKind = 'form' | 'own'

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

const wellFormed =
  /\{\{((?:(?:提示|归档|归档位置|题名)[：:][^{}｛｝]*)|(?:[?？#＃/／]?[^{}｛｝\s?？#＃/／.：][^{}｛｝\s]*))\}\}/g
const stray = /[{}｛｝]+[^{}｛｝]{0,20}[{}｛｝]*/g

const marked = /^(?:提示|归档|归档位置|题名)[：:]/u

/** A name as it is meant where a Chinese keyboard has typed its marks: ？电话, 义务人。名称. */
const plainName = (written: string): string =>
  marked.test(written)
    ? written.replace(':', '：')
    : written.replace(/^[？＃／]/u, foldMark).replace(/[．。]/gu, '.')

const foldMark = (mark: string): string => mark.normalize('NFKC')

const placeholderKindOf = (name: string): PlaceholderKind => {
  if (name.startsWith('提示：')) return 'hint'
  if (/^(?:归档|归档位置|题名)：/u.test(name)) return 'filing'
  if (name.startsWith('?')) return 'optional'
  if (/^[#/]/.test(name)) return 'block'
  return name.includes('.') ? 'row' : 'text'
}

interface Standing {
  readonly at: Paragraph
  readonly alone: boolean
  /** Whether nothing but marks of optional parts stands before it in its paragraph. */
  readonly first: boolean
}

const placeholderProblems = (name: string, { at, alone, first }: Standing, of: TemplateKind): string[] => {
  const kind = placeholderKindOf(name)
  const inRow = at.ancestors.some((ancestor) => ancestor.name === 'w:tr')
  if (kind === 'filing' && of === 'form')
    return [`{{${quotedName(name)}}} 只用于自备文书：内置文书的归档位置和题名是定好的，请删去。`]
  if (kind === 'block' && !alone) return [`{{${name}}} 须独占一段。`]
  if (kind === 'optional' && !first) {
    const field = name.slice(1)
    return [`{{${name}}} 只标明本段可省，自己不印内容，应写在段首；要印内容的，另写 {{${field}}}。`]
  }
  const isOfRow = kind === 'row' || (kind === 'optional' && name.includes('.'))
  if (isOfRow && !inRow && of === 'form') return [`{{${name}}} 须在表格的行中。`]
  if (kind === 'row' && !/^[^.]+\.[^.]+$/.test(name))
    return [`{{${name}}} 只能有一个点号，前为表名，后为字段名。`]
  return []
}

/** A name as messages quote it: one that goes on for pages would hide what is wrong with it. */
export const quotedName = (name: string): string =>
  name.length > mostQuoted ? `${name.slice(0, mostQuoted)}…` : name

const mostQuoted = 40

const malformed = (written: string): string => {
  const text = quotedName(written)
  const meant = `{{${nameWithin(written)}}}`
  if (/[｛｝]/.test(written)) return `「${text}」使用了全角花括号，应为半角 ${meant}。`
  if (/^\{\{\s*\}\}/.test(written)) return '「{{}}」里没有写字段，应为 {{名称}}。'
  if (/^\{\{[^{}]*\s[^{}]*\}\}$/.test(written)) return `「${text}」的花括号内有空格，应去掉。`
  return `「${text}」的花括号不成对，应为 ${meant}。`
}

/** The name that somebody meant, as far as it is told. */
const nameWithin = (written: string): string => {
  const name = written.replaceAll(/[{}｛｝\s]/gu, '')
  return name.length > 0 && name.length <= longestName ? name : '名称'
}

const longestName = 20

const marksBefore = /^(?:\s|\{\{[?？][^{}]*\}\})*$/u

/** A paragraph with its place in a part, and its text. */
interface Searched {
  readonly at: Paragraph
  readonly part: string
  readonly paragraph: number
  readonly text: string
}

const inParagraph = (searched: Searched, of: TemplateKind): FoundPlaceholder[] =>
  /[{}｛｝]/.test(searched.text) ? [...wellFormedIn(searched, of), ...malformedIn(searched)] : []

const wellFormedIn = ({ at, part, paragraph, text }: Searched, of: TemplateKind): FoundPlaceholder[] =>
  [...text.matchAll(wellFormed)].map((match): FoundPlaceholder => {
    const [raw, written = ''] = match
    const name = plainName(written)
    const alone = text.trim() === raw
    const first = marksBefore.test(text.slice(0, match.index))
    const problems = placeholderProblems(name, { at, alone, first }, of)
    const kind = placeholderKindOf(name)
    return { name, kind, part, paragraph, alone, problems, at, start: match.index, raw }
  })

/** Braces that remain once the well-formed placeholders are taken out. */
const malformedIn = ({ at, part, paragraph, text }: Searched): FoundPlaceholder[] => {
  const rest = text.replaceAll(wellFormed, (match) => ' '.repeat(match.length))
  return [...rest.matchAll(stray)].map((match): FoundPlaceholder => {
    const raw = match[0].trim()
    const problems = [malformed(raw)]
    return {
      name: raw,
      kind: 'malformed',
      part,
      paragraph,
      alone: false,
      problems,
      at,
      start: match.index,
      raw,
    }
  })
}

/** The placeholders of one part, in reading order. */
export const findPlaceholders = (
  root: XmlElement,
  part: string,
  of: TemplateKind = 'form',
): FoundPlaceholder[] =>
  paragraphsOf(root).flatMap((at, index) =>
    inParagraph({ at, part, paragraph: index + 1, text: paragraphText(at.element) }, of),
  )

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
