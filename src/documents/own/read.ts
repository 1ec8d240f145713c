import { commonField, commonList, commonLists, commonNames } from '../../core/forms/common/index.ts'
import type { TemplateUse } from '../../core/forms/own.ts'
import { closestChoice } from '../../core/schema/suggest.ts'
import { openPackage } from '../package.ts'
import { faultTexts, type PlaceholderFault } from '../paper-place.ts'
import { contentTrees, type FoundPlaceholder, findPlaceholders, quotedName } from '../placeholders.ts'
import { acceptChanges } from '../tracked.ts'
import type { XmlElement } from '../xml.ts'
import { type Block, blocksIn } from './blocks.ts'
import { filingIn } from './filing.ts'
import { commonFieldNames, type FieldNames, slipsIn } from './slips.ts'

/** What a template of the office asks for, and what is wrong with it, in Chinese, by its paragraphs. */
export interface TemplateReading {
  readonly use: TemplateUse
  /** What must be mended before a paper can be made of it. */
  readonly problems: readonly string[]
  /** What a person should look at: names that are no field, which become lines to write on. */
  readonly remarks: readonly string[]
}

/** Reads a template of the office; tracked changes are read as accepted. @throws DocumentError when it is no .docx */
export function readOwnTemplate(template: Uint8Array, subject: string): TemplateReading {
  const trees = contentTrees(openPackage(template, subject), subject)
  for (const root of trees.values()) acceptChanges(root)
  return readingOf(trees)
}

/** The same of parts that are parsed and have no tracked changes. */
export function readingOf(trees: ReadonlyMap<string, XmlElement>): TemplateReading {
  const placeholders = [...trees].flatMap(([part, root]) => findPlaceholders(root, part, 'own'))
  const { blocks, faults } = blocksIn(placeholders)
  const malformed = placeholders.flatMap((at) =>
    at.problems.map((problem): PlaceholderFault => ({ at, problem })),
  )
  const { filing, faults: filingFaults } = filingIn(placeholders)
  const use = { ...useOf(placeholders, blocks), filing }
  return {
    use,
    problems: faultTexts(placeholders, [
      ...malformed,
      ...faults,
      ...filingFaults,
      ...markFaults(placeholders, blocks),
      ...mixedLists(placeholders, blocks),
    ]),
    remarks: [
      ...faultTexts(placeholders, placeholders.flatMap(remarkOn)),
      ...(placeholders.length ? [] : [NO_FIELDS]),
      ...slipsIn(trees, namesFor(placeholders)).map(({ told }) => told),
    ],
  }
}

/** A label with nothing after it is a usual one where the template has fields. */
function namesFor(found: readonly FoundPlaceholder[]): FieldNames {
  return found.length ? { ...commonFieldNames, calledSo: () => [] } : commonFieldNames
}

function fault(at: FoundPlaceholder, problem: string): PlaceholderFault {
  return { at, problem }
}

const NO_FIELDS =
  '模板里没有 {{字段}}：生成的文书与模板一样。要填写的地方写成 {{案由}} 这样的字段，有哪些字段：ejc template fields。'

/** The fields of a template, each with whether the paper has a gap without it. */
function useOf(found: readonly FoundPlaceholder[], blocks: readonly Block[]): TemplateUse {
  const fields = new Map<string, boolean>()
  const lists = new Map<string, { needed: boolean; fields: Set<string> }>()
  const listNamed = (name: string) => {
    const known = lists.get(name) ?? { needed: false, fields: new Set<string>() }
    lists.set(name, known)
    return known
  }
  for (const each of found) {
    const marked = optionalNames(each, found, blocks)
    if (each.kind === 'text') fields.set(each.name, fields.get(each.name) || !marked.has(each.name))
    if (each.kind === 'row') {
      const [group = '', field = ''] = each.name.split('.')
      const list = listNamed(group)
      list.fields.add(field)
      list.needed ||= !marked.has(group)
    }
    if ((each.kind === 'block' || each.kind === 'optional') && !each.name.includes('.')) {
      const name = each.name.slice(1)
      if (isList(name, each)) listNamed(name)
      else if (commonField(name)) fields.set(name, fields.get(name) ?? false)
    }
  }
  return { fields, lists }
}

function isList(name: string, { kind }: FoundPlaceholder): boolean {
  return commonList(name) !== undefined && (kind === 'block' || kind === 'optional')
}

/** The fields without which the place of a placeholder is left out: marks of its paragraph or row, parts around it. */
function optionalNames(
  placeholder: FoundPlaceholder,
  found: readonly FoundPlaceholder[],
  blocks: readonly Block[],
): ReadonlySet<string> {
  const { at } = placeholder
  const row = rowOf(at.ancestors)
  const marks = found.filter(
    (each) =>
      each.kind === 'optional' &&
      (each.at.element === at.element || (row !== undefined && rowOf(each.at.ancestors) === row)),
  )
  const around = blocks.filter((block) => block.holds(placeholder))
  return new Set([...marks.map(({ name }) => name.slice(1)), ...around.map(({ name }) => name)])
}

/** The innermost row of a table around a paragraph. */
export function rowOf(ancestors: readonly XmlElement[]): XmlElement | undefined {
  return ancestors.findLast(({ name }) => name === 'w:tr')
}

/** Marks that name no field: such a part would always be left out. */
function markFaults(found: readonly FoundPlaceholder[], blocks: readonly Block[]): PlaceholderFault[] {
  return found
    .filter(
      ({ kind, name, problems }) =>
        !problems.length && (kind === 'optional' || (kind === 'block' && name.startsWith('#'))),
    )
    .flatMap((each) => {
      const name = each.name.slice(1)
      const [group = '', field] = name.split('.')
      const around = blocks.filter((block) => block.holds(each)).map((block) => block.name)
      if (field !== undefined && each.kind === 'optional') {
        const isKnown = commonList(group)?.fields.some((known) => known.name === field) ?? false
        const isInside = around.includes(group) || repeats(each, found, group)
        if (!isKnown)
          return [fault(each, `没有「${quotedName(name)}」这个字段，这一段总是省去。${hintFor(name)}`)]
        return isInside ? [] : [fault(each, `{{?${name}}} 须写在「${group}」逐项重复的行、段落里。`)]
      }
      if (commonField(name) || commonList(name)) return []
      return [fault(each, `没有「${quotedName(name)}」这个字段，这一部分总是省去。${hintFor(name)}`)]
    })
}

/** Whether the row or paragraph of a mark repeats for the items of a list. */
function repeats({ at }: FoundPlaceholder, found: readonly FoundPlaceholder[], group: string): boolean {
  const row = rowOf(at.ancestors)
  return found.some(
    (each) =>
      each.kind === 'row' &&
      each.name.startsWith(`${group}.`) &&
      (row ? rowOf(each.at.ancestors) === row : each.at.element === at.element),
  )
}

/** Rows and paragraphs that hold fields of two lists: each row can repeat for one of them only. */
function mixedLists(found: readonly FoundPlaceholder[], blocks: readonly Block[]): PlaceholderFault[] {
  const first = new Map<XmlElement, string>()
  return found
    .filter(({ kind }) => kind === 'row')
    .flatMap((each) => {
      const [group = ''] = each.name.split('.')
      const around = blocks.filter((block) => block.holds(each) && commonList(block.name))
      if (around.some(({ name }) => name === group)) return []
      const place = rowOf(each.at.ancestors) ?? each.at.element
      const known = first.get(place) ?? group
      first.set(place, known)
      if (known === group) return []
      return [
        fault(each, `同一行、同一段只能逐项列出一个列表，这里既有「${known}」又有「${group}」：请分开写。`),
      ]
    })
}

/** What a person should know of a name that is no field: it becomes a line to write on, and may be a slip. */
function remarkOn(found: FoundPlaceholder): PlaceholderFault[] {
  const { kind, name, problems } = found
  if (problems.length || (kind !== 'text' && kind !== 'row')) return []
  const [group = '', field] = name.split('.')
  const list = commonList(group)
  const isKnown =
    field === undefined
      ? commonField(name) !== undefined || list !== undefined
      : (list?.fields.some((known) => known.name === field) ?? false)
  if (isKnown) return []
  return [fault(found, `字段表里没有「${quotedName(name)}」，生成时留横线。${hintFor(name)}`)]
}

/**
 * 「是否应为 {{案由}}？」, where some field has nearly that name: of an item, a field of its list before others; else
 * the fields of that list.
 */
export function hintFor(name: string): string {
  const [group = '', field] = name.split('.')
  const list = field === undefined ? undefined : commonList(group)
  const ofItems = commonLists.flatMap((each) => each.fields.map((one) => `${each.name}.${one.name}`))
  const near = list
    ? nearest(
        field ?? '',
        list.fields.map((one) => one.name),
      )
    : nearest(name, field === undefined ? [...commonNames(), ...ofItems] : ofItems)
  if (near) return `是否应为 {{${list ? `${group}.` : ''}${near}}}？`
  return list ? `「${group}」的字段有：${list.fields.map((one) => one.name).join('、')}。` : ''
}

function nearest(name: string, names: readonly string[]): string | undefined {
  return closestChoice(
    name,
    names.map((code) => ({ code, label: code })),
  )?.code
}
