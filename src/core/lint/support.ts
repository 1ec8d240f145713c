import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'

/** Whether a text says anything at all. */
export function says(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

/** Whether a list has anything in it. */
export function some(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0
}

/** The document to point at for something that it lacks: itself, or case.yaml where the file is missing too. */
export function section(facts: Facts, name: DocumentName): DocumentName {
  return facts.documents[name] === undefined ? 'case' : name
}
