import type { DocumentName, Documents } from '../../../src/core/facts/documents.ts'
import type { Path } from '../../../src/core/facts/locations.ts'

/** A place in the documents: the document, then the keys. */
export type FactPlace = readonly [DocumentName, ...Path]

export interface Expected {
  readonly rule: string
  readonly code?: string
  /** Where the finding must point: the line of this place in the file as written. */
  readonly at: FactPlace
  /** Errors that the break itself brings with it, by law. */
  readonly besides?: readonly string[]
}

/** One fact of the lawful sample case changed, and what must be found: one rule at one line, or nothing. */
export interface Mutation {
  readonly family: string
  readonly title: string
  readonly change: (documents: Documents) => void
  /** The day on which it is looked at; the day of the sample when absent. */
  readonly today?: string
  /** Attachments in the folder with other content than the (empty) ones of the sample; null for one that is gone. */
  readonly files?: Readonly<Record<string, string | null>>
  readonly expects: Expected | 'lawful'
}

/** A path as people write it. */
export const show = ([document, ...path]: FactPlace): string => `${document}.yaml ${path.join('.')}`

function holderOf(documents: Documents, [document, ...path]: FactPlace): [Record<string, unknown>, string] {
  const root = documents as unknown as Record<string, unknown>
  const keys = [document, ...path].map(String)
  const last = keys.pop() ?? ''
  const holder = keys.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], root)
  return [holder as Record<string, unknown>, last]
}

/** The value at a place of the sample case; a place that leads nowhere is a mistake in the mutation. */
export function valueAt(documents: Documents, place: FactPlace): unknown {
  const [holder, key] = holderOf(documents, place)
  return holder[key]
}

export function set(place: FactPlace, value: unknown): Mutation['change'] {
  return (documents) => {
    const [holder, key] = holderOf(documents, place)
    holder[key] = structuredClone(value)
  }
}

export function unset(place: FactPlace): Mutation['change'] {
  return (documents) => {
    const [holder, key] = holderOf(documents, place)
    if (!(key in holder)) throw new Error(`nothing at ${show(place)}`)
    if (Array.isArray(holder)) holder.splice(Number(key), 1)
    else delete holder[key]
  }
}

/** Removes documents: the procedure has not come so far. */
export function without(...names: readonly DocumentName[]): Mutation['change'] {
  return (documents) => {
    for (const name of names) Reflect.deleteProperty(documents, name)
  }
}

export function both(...changes: readonly Mutation['change'][]): Mutation['change'] {
  return (documents) => {
    for (const change of changes) change(documents)
  }
}

/** Every text in the documents for which `wanted` holds, with its place, in their order. */
export function textsIn(
  documents: Documents,
  wanted: (text: string, place: FactPlace) => boolean,
): [FactPlace, string][] {
  const found: [FactPlace, string][] = []
  const visit = (value: unknown, place: FactPlace): void => {
    if (typeof value === 'string') {
      if (wanted(value, place)) found.push([place, value])
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, child] of Object.entries(value))
        visit(child, [...place, Array.isArray(value) ? Number(key) : key])
    }
  }
  for (const [name, document] of Object.entries(documents)) visit(document, [name as DocumentName])
  return found
}

/** An amount of yuan, some 分 more or less. */
export function plusFen(amount: string, fen: number): string {
  const total = Math.round(Number(amount) * 100) + fen
  return `${Math.trunc(total / 100)}.${String(total % 100).padStart(2, '0')}`
}

/** A date, some days later or earlier. */
export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
