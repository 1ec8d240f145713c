import type { Document, ISectionOptions, Paragraph } from 'docx'
import { form, numberedSection, styledParagraph } from './layout.ts'
import { linePitch, style } from './styles.ts'

type Content = ISectionOptions['children'][number]

/** A paragraph of the body; one that announces what follows stays on one page with it. */
export const bodyParagraph = (text: string) =>
  styledParagraph(style.body, text, { keepNext: text.endsWith('：') })

/**
 * The last paragraph before the closing words. It stays on one page with them: the closing words and the signature
 * alone would look lost.
 */
export const lastBody = (text: string) => styledParagraph(style.body, text, { keepNext: true })

/** A heading of the first rank: 一、…. */
export const headingParagraph = (text: string) => styledParagraph(style.heading, text)

/** Lines at the left margin with their labels, as minutes and agendas begin. */
export const opening = (text: string) => styledParagraph(style.opening, text)

/** A paper under a title, as agendas, minutes and publications are set. */
export const paper = (
  name: string,
  title: string,
  content: readonly Content[],
  above: readonly Content[] = [],
): Document => form(name, [numberedSection([...above, styledParagraph(style.title, title), ...content])])

/** What stands around the signature of a paper. */
interface Surroundings {
  /** 附件说明, a line below the text (GB/T 9704-2012, 7.3.4). */
  readonly attached?: string
  /** Below the signature: whom to ask, who else receives it. */
  readonly below?: readonly string[]
}

/**
 * The lines that a seal covers, the name above the day and both on one middle line, two lines below the text so that the
 * seal stands less than a line from it (GB/T 9704-2012, 7.3.5.1). They stay together, and with what is before them.
 * `wide` for more words than a name of fifteen characters.
 */
export const seal = (
  lines: readonly string[],
  { wide = false, keepNext = false }: { readonly wide?: boolean; readonly keepNext?: boolean } = {},
): Paragraph[] =>
  lines.map((text, index) =>
    styledParagraph(wide ? style.wideSeal : style.seal, text, {
      keepNext: keepNext || index < lines.length - 1,
      ...(index ? {} : { before: 1158 }),
    }),
  )

/** Who writes and when, at the right under the text, kept with its last lines and with what is below. */
export const signedBy = (closing: string, { attached, below = [] }: Surroundings = {}): Content[] => [
  lastBody(closing),
  ...(attached === undefined
    ? []
    : [styledParagraph(style.body, attached, { keepNext: true, before: linePitch })]),
  ...seal(['{{发文机关}}', '{{发文日期}}'], { keepNext: below.length > 0 }),
  ...below.map((text, index) =>
    styledParagraph(style.body, text, { keepNext: index < below.length - 1, before: 289 }),
  ),
]

/**
 * An official letter by GB/T 9704-2012: its number at the upper right (10.1), title, addressee at the margin, body,
 * office and date at the right, contacts in brackets under them.
 */
export const letter = (
  name: string,
  title: string,
  content: readonly Content[],
  closing: string,
  { attached, below = [] }: Surroundings = {},
): Document =>
  paper(
    name,
    title,
    [
      opening('{{收文机关}}：'),
      ...content,
      ...signedBy(closing, { ...(attached ? { attached } : {}), below: ['{{联系人及电话}}', ...below] }),
    ],
    [styledParagraph(style.number, '{{发文字号}}')],
  )
