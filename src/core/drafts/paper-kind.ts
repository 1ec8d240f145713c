import type { DraftWords } from '../regulation/pack.ts'
import type { DraftParagraph } from './draft.ts'
import { compact, endingIn, tidy, type WordPatterns, wordPatterns } from './words.ts'

/** What a Word file is by its title. */
export interface PaperKind {
  /** `agreement`, `supplement`, the id of a form, or another code of the pack. */
  readonly kind: string
  /** Its name: the first word of the pack for it. */
  readonly name: string
  /** The title as it was written. */
  readonly title: string
  /** The paragraph of the title. */
  readonly line: number
}

// A title stands in the first lines; below the first three it must look like one, since anything may stand there.
const mostLines = 12
const plainLines = 3
const longestTitle = 50

/** What a paper's text begins with: a numbered heading, or a sentence. */
const BODY =
  /^(?:第.{1,4}[条章]|[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、])|[。;!?]$/u
const BEFORE_TITLE = /^附件?\d*[:：]/u
/** What may follow the name of a paper: （第二稿）, 草案, V2. */
const VERSION =
  /(?:\([^()]{0,20}\)|第?[一二三四五六七八九十\d]{1,2}稿|[草初定样]稿|修改稿|送审稿|征求意见稿|草案|[文样范]本|模板|[正副]本|[-_]?v?\d[\d.]{0,8}|[-_—》])$/iu
const IN_BRACKETS = /\(([^()]{2,20})\)$/u

/** The kind of a paper by its title, and not by words of its text; undefined where no title tells. */
export function paperKindOf(
  paragraphs: readonly DraftParagraph[],
  { paperNames = {} }: DraftWords = {},
): PaperKind | undefined {
  const names = Object.entries(paperNames).map(([kind, words]) => ({
    kind,
    name: words[0] ?? kind,
    words: wordPatterns(words),
  }))
  const lines = paragraphs.filter(({ text }) => compact(text) !== '').slice(0, mostLines)
  let found: PaperKind | undefined
  for (const [index, paragraph] of lines.entries()) {
    const text = compact(paragraph.text).replace(BEFORE_TITLE, '')
    if (paragraph.label !== '' || BODY.test(text)) break
    const mayBe = text.length <= longestTitle && !/[:,]/u.test(text)
    const named = mayBe && (index < plainLines || isProminent(paragraph)) ? nameIn(text, names) : undefined
    // A title may take two lines: 生态环境损害赔偿协议 and 补充协议 below it.
    if (!named && found) break
    if (named) found = { ...named, title: tidy(paragraph.text).trim(), line: paragraph.number }
  }
  return found
}

function isProminent({ bold, outline, centred = false }: DraftParagraph): boolean {
  return bold || centred || outline !== null
}

/** Kinds that are checked as such, and are always called by their name. */
const CHECKED: ReadonlySet<string> = new Set(['agreement', 'supplement', 'consultation-notice'])

interface KindWords extends Pick<PaperKind, 'kind' | 'name'> {
  readonly words: WordPatterns
}

/** The kind whose words the title ends in; of several the one with the longest: 补充协议 before 协议. */
function nameIn(title: string, names: readonly KindWords[]): Pick<PaperKind, 'kind' | 'name'> | undefined {
  const bracket = IN_BRACKETS.exec(title)?.[1]
  const inside = bracket === undefined ? undefined : wholeName(bracket, names)
  if (inside) return inside
  for (let text = title; text !== ''; ) {
    const [longest] = names
      .map((each) => ({ ...each, length: endingIn(text, each.words) }))
      .sort((a, b) => b.length - a.length)
    if (longest && longest.length > 0) {
      const { kind, name, words, length } = longest
      // 行政处罚决定书 is called 决定书, not by the name of its kind.
      const word = words.find(({ parts: [only = [], more] }) => !more && only.includes(text.slice(-length)))
      return { kind, name: word && !CHECKED.has(kind) ? text.slice(-length) : name }
    }
    const shorter = text.replace(VERSION, '')
    if (shorter === text) return undefined
    text = shorter
  }
  return undefined
}

/** A name of a paper alone in brackets: 生态环境损害赔偿协议（补充协议）. */
function wholeName(text: string, names: readonly KindWords[]): Pick<PaperKind, 'kind' | 'name'> | undefined {
  const whole = names.find(({ words }) => endingIn(text, words) === text.length)
  return whole && { kind: whole.kind, name: whole.name }
}
