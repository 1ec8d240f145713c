import type { FieldValue } from '../core/forms/define.ts'
import type { FoundPlaceholder } from './placeholders.ts'
import { namedTextsOf, ownValue, textLines, whyUnprintable } from './values.ts'

/** One copy of the rows of a group: each field's lines. */
export type PrintedRow = Readonly<Record<string, readonly string[]>>

/** What will be printed, after the checks: the lines of each field, the rows of each group. */
export interface PrintPlan {
  readonly texts: ReadonlyMap<string, readonly string[]>
  readonly rows: ReadonlyMap<string, readonly PrintedRow[]>
}

type Fields = Readonly<Record<string, FieldValue>>

interface Terms {
  readonly draft: boolean
  readonly blanks?: readonly string[]
}

const lineToWriteOn = '＿＿＿＿＿＿'

/** A line to write on, or room for a date, by the name of the field. */
export const writingLine = (name: string): string => blankFor(name, true).join('')

/** What is printed for an unknown value: a line to write on in a draft, else nothing, except room to write a date. */
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

const linesOfText = (
  name: string,
  value: FieldValue | undefined,
  alone: boolean,
): readonly string[] | string | undefined => {
  if (value === undefined) return undefined
  if (typeof value === 'string') return textLines(value)
  if (!('paragraphs' in value)) return `占位符 {{${name}}} 应填文字。`
  return alone ? value.paragraphs.flatMap(textLines) : `占位符 {{${name}}} 须独占一段，才能填入多段文字。`
}

const planTexts = (
  found: readonly FoundPlaceholder[],
  fields: Fields,
  terms: Terms,
  problems: string[],
): PrintPlan['texts'] => {
  const texts = found.filter((item) => item.kind === 'text')
  const plan = new Map<string, readonly string[]>()
  for (const name of new Set(texts.map((item) => item.name))) {
    const alone = texts.every((item) => item.name !== name || item.alone)
    const given = linesOfText(name, ownValue(fields, name), alone)
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
): PrintedRow => {
  for (const name of Object.keys(given)) {
    if (!names.has(name)) problems.push(`${at}的「${name}」在模板中没有占位符 {{${group}.${name}}}。`)
  }
  const entries = [...names].map((name): [string, readonly string[]] => {
    const value = ownValue(given, name)
    const lines = linesFor(`${group}.${name}`, value === undefined ? undefined : textLines(value), terms)
    if (isLines(lines)) return [name, lines]
    problems.push(`${at}：${lines.problem}`)
    return [name, []]
  })
  return Object.fromEntries(entries)
}

/** The groups of rows in a template, each with its fields. */
export const groupsOf = (found: readonly FoundPlaceholder[]): Map<string, Set<string>> => {
  const groups = new Map<string, Set<string>>()
  for (const { kind, name } of found) {
    const [group, field] = name.split('.')
    if (kind !== 'row' || group === undefined || field === undefined) continue
    groups.set(group, (groups.get(group) ?? new Set()).add(field))
  }
  return groups
}

const planRows = (
  found: readonly FoundPlaceholder[],
  fields: Fields,
  terms: Terms,
  problems: string[],
): PrintPlan['rows'] => {
  const plan = new Map<string, readonly PrintedRow[]>()
  for (const [group, names] of groupsOf(found)) {
    const value = ownValue(fields, group)
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

/** The names that a template uses, also in parts that will be removed. */
export const knownNames = (found: readonly FoundPlaceholder[]): ReadonlySet<string> =>
  new Set(
    found
      .filter(({ kind }) => kind !== 'optional')
      .map(({ kind, name }) => {
        if (kind === 'block') return name.slice(1)
        return kind === 'row' ? (name.split('.')[0] ?? name) : name
      }),
  )

/** What is wrong with the fields themselves: names that the template lacks, characters that can't be printed. */
export const fieldProblems = (known: ReadonlySet<string>, fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, value]) => [
    ...(known.has(name) ? [] : [`字段「${name}」在模板中没有占位符。`]),
    ...namedTextsOf(name, value).flatMap((item) => {
      const refusal = whyUnprintable(item.text)
      return refusal === null ? [] : [`字段「${item.name}」${refusal}。`]
    }),
  ])

/** Matches the fields to the placeholders; `problems` receives what does not fit. */
export const planFields = (
  found: readonly FoundPlaceholder[],
  fields: Fields,
  terms: Terms,
  problems: string[],
): PrintPlan => ({
  texts: planTexts(found, fields, terms, problems),
  rows: planRows(found, fields, terms, problems),
})
