import { type Documents, documentNames } from '../facts/documents.ts'

/** Called for every text of the facts, with the object or list that holds it, and its key there. */
export type VisitText = (holder: object, key: string | number, text: string, name: string) => void

type Fields = Readonly<Record<string, unknown>>

/**
 * Walks every text of the documents once. `name` is the nearest key that is no index; maps of free text (the clauses of
 * an agreement, the record of a meeting) are left out, since their keys name matters and not facts.
 */
export function eachText(documents: Documents, visit: VisitText): void {
  for (const name of documentNames) {
    const document: unknown = documents[name]
    if (isFields(document)) walkFields(document, visit)
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

// This runs for every case in every call: for-in makes no arrays, and the data has no inherited keys.
function walkFields(holder: Fields, visit: VisitText): void {
  for (const key in holder) {
    if (key !== 'clauses' && key !== 'record') walkValue(holder, key, holder[key], key, visit)
  }
}

function walkValue(
  holder: object,
  key: string | number,
  value: unknown,
  name: string,
  visit: VisitText,
): void {
  if (typeof value === 'string') visit(holder, key, value, name)
  else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) walkValue(value, index, value[index], name, visit)
  } else if (isFields(value)) walkFields(value, visit)
}
