import { differing } from '../difference.ts'
import { withMaskedNumbers } from '../facts/personal-numbers.ts'
import type { CaseView } from '../view.ts'
import { canBeMadeFor, type FieldValue, type FormDefinition, fieldsByHand } from './define.ts'

/** A field of a paper that says something else than it said before. */
export interface ChangedField {
  /** As the paper calls it: 地址, 义务人2 地址. */
  readonly title: string
  readonly from: string
  readonly to: string
}

/**
 * What a paper says otherwise by the facts of `after` than by those of `before`, without what it left to be written by
 * hand. Empty where it is not made for this subject by one of them.
 */
export function changedFields(
  form: FormDefinition,
  subject: string | null,
  before: CaseView,
  after: CaseView,
): ChangedField[] {
  if (![before, after].every((view) => canBeMadeFor(form, view, subject))) return []
  const [was, is] = [before, after].map((view) => form.fill(view, subject).fields)
  if (!was || !is) return []
  const leftOpen = fieldsByHand(form, { ...was, ...is }).filter((name) => isEmpty(was[name]))
  const names = Object.keys({ ...was, ...is }).filter((name) => !leftOpen.includes(name))
  return names.flatMap((name) => between(name, was[name], is[name]))
}

function isEmpty(value: FieldValue | undefined): boolean {
  return [...textsOf('', value).values()].every((text) => text === '')
}

function between(name: string, was: FieldValue | undefined, is: FieldValue | undefined): ChangedField[] {
  const [before, after] = [textsOf(name, was), textsOf(name, is)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((title) => {
    const [from, to] = [before.get(title) ?? '', after.get(title) ?? '']
    return from === to ? [] : [{ title, from, to }]
  })
}

/** The texts of a field by their titles; each row of a list is counted, and a part that is kept or left out says nothing. */
function textsOf(name: string, value: FieldValue | undefined): ReadonlyMap<string, string> {
  if (value === undefined || (typeof value === 'object' && 'block' in value)) return new Map()
  if (typeof value === 'string') return new Map([[name, value]])
  if ('paragraphs' in value) return new Map([[name, value.paragraphs.join('\n')]])
  const many = value.rows.length > 1
  return new Map(
    value.rows.flatMap((row, index) =>
      Object.entries(row).map(([key, text]) => [`${name}${many ? index + 1 : ''} ${key}`, text] as const),
    ),
  )
}

/**
 * A change on one line: 地址：某路1号 → 某路2号; of a long text only what differs. Numbers of persons are masked, since
 * findings are shown to everybody of the office.
 */
export function changeText({ title, from, to }: ChangedField): string {
  const [before, after] = [from, to].map(withMaskedNumbers)
  if (before === after) return `${title}：号码有改动`
  const [was, is] = differing(before ?? '', after ?? '')
  return `${title}：${was || '（空）'} → ${is || '（空）'}`
}
