import type { SchemaNode } from '../../core/schema/node.ts'

/** What separates the words of a list, and what separates its sentences. */
export const WORD_LIST = { mark: '、', between: /[、,，;；]/ }
const SENTENCES = { mark: '；', between: /[;；\n]/ }

/** Whether the items of a list are sentences, which hold commas. */
export function isOfSentences(item: SchemaNode): boolean {
  return item['x-format'] === 'text' || item['x-format'] === 'citation'
}

/** What separates the items of a list. */
export function partingOf(item: SchemaNode): typeof WORD_LIST {
  return isOfSentences(item) ? SENTENCES : WORD_LIST
}

/** The items of a list as it was read. */
export function listItems(text: string, { between } = WORD_LIST): string[] {
  return text.split(between).flatMap((each) => each.trim() || [])
}

export const PHONE = 'phone'
const NAME_AND_PHONE = /^(.*?[^\d\s+(（-])[\s:：]*[(（]?\s*(\+?\d[\d\s-]{5,}\d)\s*[)）]?$/u

/** A person of whom one word was written, with the telephone number behind it: 覃某 0771-5551234. */
export function personWithPhone(text: string, key: string): Readonly<Record<string, string>> {
  const [, name, phone] = NAME_AND_PHONE.exec(text) ?? []
  return phone === undefined || name === undefined ? { [key]: text } : { [key]: name, [PHONE]: phone }
}

/** The name of a person without the telephone number behind it. */
export function nameAlone(text: string): string {
  return NAME_AND_PHONE.exec(text)?.[1] ?? text
}
