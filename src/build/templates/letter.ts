import type { Document, ISectionOptions } from 'docx'
import { form, numberedSection, paragraph } from './layout.ts'
import { style } from './styles.ts'

type Content = ISectionOptions['children'][number]

/** A paragraph of the body. */
export const body = (text: string) => paragraph(style.body, text)

/** A heading of the first rank: 一、…. */
export const heading = (text: string) => paragraph(style.heading, text)

/** Lines at the left margin with their labels, as minutes and agendas begin. */
export const opening = (text: string) => paragraph(style.opening, text)

/** A paper under a title, as agendas, minutes and publications are set. */
export const paper = (
  name: string,
  title: string,
  content: readonly Content[],
  above: readonly Content[] = [],
): Document => form(name, [numberedSection([...above, paragraph(style.title, title), ...content])])

/** Who writes and when, at the right under the text, kept with its last lines; then whom to ask. */
export const signedBy = (closing: string, extra: readonly string[] = []): Content[] => [
  paragraph(style.body, closing, { keepNext: true }),
  paragraph(style.signature, '{{发文机关}}', { keepNext: true, before: 1158 }),
  paragraph(style.signature, '{{发文日期}}'),
  ...extra.map((text) => paragraph(style.body, text, { before: 289 })),
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
  extra: readonly string[] = [],
): Document =>
  paper(
    name,
    title,
    [opening('{{收文机关}}：'), ...content, ...signedBy(closing, ['{{联系人及电话}}', ...extra])],
    [paragraph(style.number, '{{发文字号}}')],
  )
