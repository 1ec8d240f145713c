import type { FieldValue } from '../core/forms/define.ts'
import type { Found } from './placeholders.ts'
import { linesOf, own, refusalOf, textsOf } from './values.ts'

/** One copy of the rows of a group: each field's lines. */
type Row = Readonly<Record<string, readonly string[]>>

/** What is to be printed, checked: the lines of each field, the rows of each group. */
export interface Plan {
  readonly texts: ReadonlyMap<string, readonly string[]>
  readonly rows: ReadonlyMap<string, readonly Row[]>
}

type Fields = Readonly<Record<string, FieldValue>>

interface Terms {
  readonly draft: boolean
  readonly blanks?: readonly string[]
}

const lineToWriteOn = '＿＿＿＿＿＿'

/** What stands for a value not known: in a draft a line to write on, else nothing, but room for a date by hand. */
const blankFor = (name: string, draft: boolean): string[] => {
  const isDate = /(日期|时间)$/.test(name)
  if (draft) return [isDate ? '＿＿＿＿年＿＿月＿＿日' : lineToWriteOn]
  return isDate ? ['　　　　年　　月　　日'] : []
}

/** The lines of a field, or why there are none. */
const linesFor = (
  name: string,
  lines: readonly string[] | undefined,
  { draft, blanks }: Terms,
): readonly string[] | { readonly problem: string } => {
  const written = lines?.filter((line) => line.trim() !== '') ?? []
  if (written.length > 0) return written
  const mayBeEmpty = blanks?.includes(name) ?? false
  if (draft) return blankFor(name, !mayBeEmpty || lines === undefined)
  if (mayBeEmpty) return blankFor(name, false)
  return {
    problem: lines === undefined ? `占位符 {{${name}}} 没有给出内容。` : `字段「${name}」的内容为空。`,
  }
}

const isLines = (result: readonly string[] | { readonly problem: string }): result is readonly string[] =>
  Array.isArray(result)

const textOf = (
  name: string,
  value: FieldValue | undefined,
  alone: boolean,
): readonly string[] | string | undefined => {
  if (value === undefined) return undefined
  if (typeof value === 'string') return linesOf(value)
  if (!('paragraphs' in value)) return `占位符 {{${name}}} 应填文字。`
  return alone ? value.paragraphs.flatMap(linesOf) : `占位符 {{${name}}} 须独占一段，才能填入多段文字。`
}

const planTexts = (
  found: readonly Found[],
  fields: Fields,
  terms: Terms,
  problems: string[],
): Plan['texts'] => {
  const texts = found.filter((item) => item.kind === 'text')
  const plan = new Map<string, readonly string[]>()
  for (const name of new Set(texts.map((item) => item.name))) {
    const alone = texts.every((item) => item.name !== name || item.alone)
    const given = textOf(name, own(fields, name), alone)
    const lines = typeof given === 'string' ? { problem: given } : linesFor(name, given, terms)
    if (isLines(lines)) plan.set(name, lines)
    else problems.push(lines.problem)
  }
  return plan
}

const planRow = (
  group: string,
  names: ReadonlySet<string>,
  given: Readonly<Record<string, string>>,
  at: string,
  terms: Terms,
  problems: string[],
): Row => {
  for (const name of Object.keys(given)) {
    if (!names.has(name)) problems.push(`${at}的「${name}」在模板中没有占位符 {{${group}.${name}}}。`)
  }
  const entries = [...names].map((name): [string, readonly string[]] => {
    const value = own(given, name)
    const lines = linesFor(`${group}.${name}`, value === undefined ? undefined : linesOf(value), terms)
    if (isLines(lines)) return [name, lines]
    problems.push(`${at}：${lines.problem}`)
    return [name, []]
  })
  return Object.fromEntries(entries)
}

const groupsOf = (found: readonly Found[]): Map<string, Set<string>> => {
  const groups = new Map<string, Set<string>>()
  for (const { kind, name } of found) {
    const [group, field] = name.split('.')
    if (kind !== 'row' || group === undefined || field === undefined) continue
    groups.set(group, (groups.get(group) ?? new Set()).add(field))
  }
  return groups
}

const planRows = (
  found: readonly Found[],
  fields: Fields,
  terms: Terms,
  problems: string[],
): Plan['rows'] => {
  const plan = new Map<string, readonly Row[]>()
  for (const [group, names] of groupsOf(found)) {
    const value = own(fields, group)
    if (value !== undefined && (typeof value === 'string' || !('rows' in value))) {
      problems.push(`「${group}」是表格的行，应逐行给出。`)
      continue
    }
    const mayBeEmpty = terms.blanks?.includes(group) ?? false
    const none = (value?.rows.length ?? 0) === 0
    if (none && !mayBeEmpty && !terms.draft) {
      problems.push(
        value === undefined ? `表格的行「${group}」没有给出内容。` : `表格的行「${group}」一行也没有。`,
      )
    }
    const rows = none && !mayBeEmpty && terms.draft ? [{}] : (value?.rows ?? [])
    plan.set(
      group,
      rows.map((row, index) => planRow(group, names, row, `「${group}」第 ${index + 1} 行`, terms, problems)),
    )
  }
  return plan
}

/** The names a template knows, those of parts that are to be removed too. */
export const knownNames = (found: readonly Found[]): ReadonlySet<string> =>
  new Set(
    found.map(({ kind, name }) => {
      if (kind === 'block') return name.slice(1)
      return kind === 'row' ? (name.split('.')[0] ?? name) : name
    }),
  )

/** What is wrong with the fields whatever they fill: names the template lacks, characters that cannot be printed. */
export const fieldProblems = (known: ReadonlySet<string>, fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, value]) => [
    ...(known.has(name) ? [] : [`字段「${name}」在模板中没有占位符。`]),
    ...textsOf(name, value).flatMap((item) => {
      const refusal = refusalOf(item.text)
      return refusal === null ? [] : [`字段「${item.name}」${refusal}。`]
    }),
  ])

/** Matches the fields to the placeholders; `problems` receives what does not fit. */
export const planFields = (
  found: readonly Found[],
  fields: Fields,
  terms: Terms,
  problems: string[],
): Plan => ({
  texts: planTexts(found, fields, terms, problems),
  rows: planRows(found, fields, terms, problems),
})
