import type { CaseView } from '../../view.ts'

/** Where a fact is recorded: its path as `case.clue.reference`, and the action that records it. */
interface Source {
  readonly path: string
  readonly action: string
}

/** A field that every paper of the office itself may print. */
export interface CommonField extends Source {
  readonly name: string
  /** What it prints, in Chinese, for the list of fields. */
  readonly says: string
  /** For the subject of the paper; empty or undefined where nothing is on record; paragraphs are lines. */
  readonly value: (view: CaseView, subject: string | null) => string | undefined
  /** The path in this very case, where it depends on the subject. */
  readonly place?: (view: CaseView, subject: string | null) => string
}

/** A field of the items of a list: {{证据.名称}}. */
interface ItemField {
  readonly name: string
  readonly says: string
}

/** A list that repeats a row of a table, a paragraph, or the part between {{#证据}} and {{/证据}}. */
export interface CommonList extends Source {
  readonly name: string
  readonly says: string
  readonly fields: readonly ItemField[]
  /** The values of each item; of a field that does not apply to it, the mark ／. */
  readonly rows: (view: CaseView) => readonly Readonly<Record<string, string>>[]
  /** The item in one word, for the whole list in one line. */
  readonly word: (row: Readonly<Record<string, string>>) => string
}

/** What stands in the list of fields under one heading. */
export interface CommonGroup {
  readonly title: string
  readonly fields: readonly CommonField[]
}

/** A list as it is written down: each field says how an item gives it. */
interface ListPlan<T> extends Source {
  readonly name: string
  readonly says: string
  readonly items: (view: CaseView) => readonly T[]
  readonly fields: readonly (readonly [
    name: string,
    says: string,
    value: (item: T, view: CaseView) => string | undefined,
  ])[]
}

/** Its number, in every list. */
const NUMBER: ItemField = { name: '序号', says: '第几项，从 1 起' }

/** Defines a list; its first field stands for an item in one line, and every list has 序号. */
export function defineList<T>({ name, says, path, action, items, fields }: ListPlan<T>): CommonList {
  const [first] = fields
  return {
    name,
    says,
    path,
    action,
    fields: [NUMBER, ...fields.map(([field, meaning]) => ({ name: field, says: meaning }))],
    rows: (view) =>
      items(view).map((item, index) => ({
        [NUMBER.name]: String(index + 1),
        ...Object.fromEntries(fields.map(([field, , value]) => [field, value(item, view) ?? ''])),
      })),
    word: (row) => (first ? (row[first[0]] ?? '') : ''),
  }
}

type Field = readonly [name: string, says: string, path: string, value: CommonField['value']]

/** Fields that one action records. */
export function recordedBy(action: string, ...fields: readonly Field[]): CommonField[] {
  return fields.map(([name, says, path, value]) => ({ name, says, path, action, value }))
}
