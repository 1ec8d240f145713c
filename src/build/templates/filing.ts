import type { Document, ISectionOptions } from 'docx'
import { styledParagraph } from './layout.ts'
import { bodyParagraph, headingParagraph, lastBody, opening, paper, seal } from './letter.ts'
import { style } from './styles.ts'

type Content = ISectionOptions['children'][number]

/** What stands around the text of a filing. */
interface Surroundings {
  /** Under the title, in brackets: （申请支付令用）. */
  readonly subtitle?: string
  /** What is handed in with it, one line each. */
  readonly attached: readonly string[]
  /** Who seals it, before its name: 申请人（盖章）. */
  readonly signer: string
  /** The fields of the name and of the day. */
  readonly signed: readonly [name: string, day: string]
}

/** What a filing asks for, and why: a heading, then the paragraphs of a field. */
export const headedPart = (title: string, text: string): Content[] => [
  headingParagraph(`${title}：`),
  bodyParagraph(text),
]

/** The last part, which the signature follows. */
export const lastPart = (title: string, text: string): Content[] => [
  headingParagraph(`${title}：`),
  lastBody(text),
]

/**
 * A paper that goes to a court: title, both parties, what is asked for and why, the court, what is attached, and the
 * seal with the day, which stay together with the last lines above them.
 */
export const courtPaper = (
  name: string,
  title: string,
  content: readonly Content[],
  { subtitle, attached, signer, signed: [by, day] }: Surroundings,
): Document =>
  paper(name, title, [
    ...(subtitle === undefined ? [] : [styledParagraph(style.subtitle, subtitle)]),
    opening('{{当事人}}'),
    ...content,
    styledParagraph(style.body, '此致', { keepNext: true }),
    styledParagraph(style.opening, '{{人民法院}}', { keepNext: true }),
    ...attached.map((text, index) =>
      styledParagraph(style.body, `${index ? '　　' : '附：'}${text}`, {
        keepNext: true,
        ...(index ? {} : { before: 289 }),
      }),
    ),
    ...seal([`${signer}（盖章）：${by}`, day], { wide: true }),
  ])
