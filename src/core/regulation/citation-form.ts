import { chineseNumeral, NUMERAL_UNITS, NUMERALS } from './article.ts'

const SIGNS = `${NUMERALS}${NUMERAL_UNITS.join('')}`
const NUMBER = String.raw`\s*(?:\d{1,4}|[${SIGNS}]+)\s*`

const NAMES = '(?:法典|法|条例|办法|规定|细则|解释)'
/** What no name of a law holds, or begins with: the text is a sentence then, or speaks of a law that was named before. */
const NO_NAME = [
  /[违按照了的该第号条令](?!例)|[依触犯见引由被因在是]|根据|构成|属于|涉及|涉嫌|符合|适用|认为|有关|相关|当事人|被告|公司/u,
  /^(?:本|同|其|此|上述|前述|前款|现行|原|旧|新|我国|国家规定|和|及|与|以及|或)/u,
  /(?:法典|法|条例|办法|规定|细则|解释)(?:和|及|与|以及|或|规定$)/u,
  /(?:方|做|说|看|用|写|算|司|执|守|上位|下位|特别|一般|普通)法$/u,
]
/** A kind of norms, not the name of one. */
const KIND_ALONE = new RegExp(`^(?:司法|实施|管理|暂行|工作|若干|具体|行政|国家|地方)*${NAMES}$`, 'u')

const PART = `(?:第${NUMBER}[条款项](?:之\\d)?|第（${NUMBER}）项)`
const NORM = String.raw`(?:《[^《》]{1,60}》|\p{Script=Han}{1,30}?${NAMES})(?:（[^（）]{1,12}）)?`
const AND = '\\s*(?:[、，,；;和及与]|以及)\\s*'
const PARTS = `${PART}(?:(?:${AND})?${PART})*`
/** Nothing but articles, with the laws they are of: whatever says more than this is a sentence of the officer's. */
const CITATION = new RegExp(
  `^(?:依据|根据|依照|按照|参照)?(?:${NORM})?${PARTS}(?:${AND}(?:${NORM})?${PARTS})*[。；;]?$`,
  'u',
)
/** A name without 《》 at the beginning, behind an article, or behind the word that leads to it. */
const BARE_NAME = new RegExp(
  String.raw`(^(?:依据|根据|依照|按照|参照)?|[条款项](?:之\d)?${AND})(\p{Script=Han}{1,30}?${NAMES})(?=(?:（[^（）]{1,12}）)?第)`,
  'gu',
)
/** A number before 条 that lacks its 第: 民法典1234条. */
const SHORT_ARTICLE = new RegExp(
  String.raw`(${NAMES}|[》）、，,；;和及与条款项])\s*(\d{1,4}|[${SIGNS}]+)\s*(?=条)`,
  'gu',
)
/** A number that stands for an article alone, behind a name or behind such an article: 民法典1234、1235. */
const BARE_ARTICLE = new RegExp(
  String.raw`(${NAMES}|[》）]|条${AND})\s*(\d{1,4})(?=\s*(?:$|[、，,；;和及与]|以及))`,
  'gu',
)
const ARTICLE = /第\s*(\d{1,4})\s*(条(?:之(\d))?|款|项)/gu

/**
 * Norms as papers cite them: the name of a law in 《》, articles, paragraphs and items in numerals. Only of a text that is
 * nothing but a citation of laws by their names; any other stays as it was typed.
 */
export function uniformCitation(typed: string): string {
  const text = withBareArticles(typed.trim()).replace(SHORT_ARTICLE, '$1第$2')
  const bare = [...text.matchAll(BARE_NAME)].map(([, , name = '']) => name)
  if (!CITATION.test(text) || !bare.every(isName)) return typed
  return text
    .replace(BARE_NAME, '$1《$2》')
    .replace(ARTICLE, (_, number: string, what: string, also: string | undefined) => {
      const part = also === undefined ? what : `条之${NUMERALS[Number(also)]}`
      return part === '项'
        ? `第（${chineseNumeral(Number(number))}）项`
        : `第${chineseNumeral(Number(number))}${part}`
    })
}

/** Writes 第…条 around bare numbers, one after another: each is recognised by the article before it. */
function withBareArticles(text: string): string {
  const written = text.replace(BARE_ARTICLE, '$1第$2条')
  return written === text ? text : withBareArticles(written)
}

function isName(text: string): boolean {
  return !KIND_ALONE.test(text) && !NO_NAME.some((words) => words.test(text))
}
