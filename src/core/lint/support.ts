import type { DocumentName } from '../facts/documents.ts'
import type { Facts } from '../facts/facts.ts'

/** Whether a list has anything in it. */
export function hasItems(list: readonly unknown[] | undefined): boolean {
  return list !== undefined && list.length > 0
}

/** The document for a finding about something that it lacks: itself, or case.yaml where its file is missing too. */
export function documentOrCase(facts: Facts, name: DocumentName): DocumentName {
  return facts.documents[name] === undefined ? 'case' : name
}
