import { type IsoDate, isUsableDate } from '../../../core/calendar/dates.ts'
import { valueAt } from '../../../core/facts/data.ts'
import { inCapitals } from '../../../core/facts/identifiers.ts'
import { plainInput } from '../../../core/plain-input.ts'
import { uniformCitation } from '../../../core/regulation/citation-form.ts'
import { type Choice, choicesOf, type Lists } from '../../../core/schema/choices.ts'
import { type Naming, valueLabel } from '../../../core/schema/explain.ts'
import { formats } from '../../../core/schema/formats.ts'
import type { PathSegment, SchemaNode } from '../../../core/schema/node.ts'
import { choicesNamed, closestChoice } from '../../../core/schema/suggest.ts'
import type { SchemaName } from '../../../core/schema/validate.ts'
import { keyOrder, schemaAt, titleAt } from '../../../core/schema/walk.ts'
import type { Item } from '../../../core/stages/define.ts'
import { type Edit, editData } from '../../../repository/yaml/edit.ts'
import { typedMoney } from '../../prompts/amount.ts'
import { typedDate, typedDateTime } from '../../prompts/normalize.ts'
import { listItems, partingOf } from '../../prompts/parting.ts'
import { UsageError } from '../exit.ts'
import type { ReadClauses } from './clauses.ts'
import { isWord, keyIn, listForm, refuseFileForm, replaceForm, type SetKey } from './list-form.ts'
import { nameKeyOf, ofName, withName } from './named.ts'
import { refuseNumber } from './paper-number.ts'
import { keysOf } from './set-keys.ts'
import type { SignedSource, TakenFile } from './signed.ts'
import { readText } from './text-file.ts'

/** Where the item stands that `--set` fills in: a document and a path inside it. */
export interface ItemPlace {
  readonly name: SchemaName
  readonly path: readonly PathSegment[]
  readonly lists: Lists
  /** How its problems are told: to somebody who writes a file, options or answers. */
  readonly naming?: Naming | undefined
  /** The day of the call, for 昨天 and for dates without a year. */
  readonly today?: IsoDate | undefined
  /** Reads all clauses of an agreement out of one text. */
  readonly readClauses?: ReadClauses
  /** Takes the files of signed papers. */
  readonly signed?: SignedSource
  /** Says what was read in a file. */
  readonly say?: (text: string) => void
  /** Whether a case taken over from a ledger is corrected: what the ledger need not hold may be lacking still. */
  readonly isBackfilled?: boolean | undefined
}

const YES_WORDS = ['true', '是', 'yes']
const NO_WORDS = ['false', '否', 'no']

/**
 * Applies each `a.b=value` to the item. Only the schema says what type a value has; `a[]=value` appends to a list,
 * `a=@file` reads the value from a file. Where a recorded item is corrected, `a=` clears the key.
 * @throws UsageError naming the option, the key and what would be right.
 */
export function applySets(place: ItemPlace, item: unknown, sets: readonly string[], clears = false): unknown {
  return sets.reduce((current, set) => {
    try {
      const edits = editsOf(place, set, clears)
      refuseTwice(place, current, edits, set)
      return editData(current, edits)
    } catch (error) {
      if (error instanceof RangeError)
        throw new UsageError(`--set ${set}：路径与已有内容不符，或者跳过了前面的项。`)
      throw error
    }
  }, item)
}

/** Refuses one more word that the list has already: whoever corrects it means to replace what is there. */
function refuseTwice(place: ItemPlace, item: unknown, edits: readonly Edit[], set: string): void {
  for (const edit of edits) {
    if (edit.kind !== 'append' || typeof edit.value === 'object') continue
    const list = valueAt(item, edit.path)
    if (!Array.isArray(list) || !list.includes(edit.value)) continue
    throw new UsageError(
      `--set ${set}：${titleAt(place.name, [...place.path, ...edit.path]) ?? keyIn(set)}里已经有这一项。要整个换掉的，${replaceForm(set)}`,
    )
  }
}

function editsOf(place: ItemPlace, set: string, clears: boolean): Edit[] {
  const match = /^([^=]+?)(\[\])?=([\s\S]*)$/.exec(set)
  if (!match?.[1]) throw new UsageError(`--set ${set}：应写成 键=值，例如 --set servedOn=2026-06-30。`)
  const appends = match[2] !== undefined
  const path = withName(place, keysOf(place, match[1]), appends ? '' : (match[3] ?? ''))
  const node = schemaForSet(place, path, set)
  if (clears && !appends && match[3] === '') return [{ kind: 'remove', path }]
  const target = appends ? schemaAt(place.name, [...place.path, ...path, 0]) : node
  const named = fileOfPaper(place, { path, node: target ?? node, appends }, match[3] ?? '', set)
  if (named) return named
  if (!target) throw new UsageError(`--set ${set}：${path.join('.')} 不是列表，不能用 [] 追加。`)
  const text = fromFile(match[3] ?? '', set)
  refuseFileForm(place, { path, node, appends }, match[3] ?? '', set)
  const isClauses = [...place.path, ...path].at(-1) === 'clauses' && match[3]?.startsWith('@')
  const value =
    isClauses && place.readClauses
      ? clausesInValue(place.readClauses, text, set)
      : typed(target, text, place, {
          set,
          label: valueLabel({ name: place.name, naming: 'title-and-key' }, [...place.path, ...path]),
          item: appends ? undefined : schemaAt(place.name, [...place.path, ...path, 0]),
        })
  return [{ kind: appends ? 'append' : 'set', path, value }]
}

/** The values of a signed paper, of new evidence, or of the clauses in a Word file or PDF; undefined for other values. */
function fileOfPaper(
  { name, path: above, signed, say }: ItemPlace,
  { path, node, appends }: SetKey,
  value: string,
  set: string,
): Edit[] | undefined {
  const file = value.startsWith('@') ? value.slice(1) : undefined
  if (node['x-format'] === 'file') {
    if (file === undefined || !signed)
      throw new UsageError(`--set ${set}：${node.title ?? ''}是文件，请写成 ${path.join('.')}=@文件名。`)
    return [{ kind: 'set', path, value: neededFile(signed.take(file, node.title ?? ''), set) }]
  }
  if (node['x-ref'] === 'evidence' && file !== undefined && signed) {
    const listed = signed.list(file, node.title ?? '')
    if ('wrong' in listed) throw new UsageError(`--set ${set}：${listed.wrong}。`)
    return [{ kind: appends ? 'append' : 'set', path, value: listed.id }]
  }
  if (path.at(-1) !== 'clauses' || file === undefined || !signed) return undefined
  const textPath = [...path.slice(0, -1), 'signedText']
  const read = signed.readClauses(file, schemaAt(name, [...above, ...textPath])?.title ?? '')
  if (read === undefined) return undefined
  if ('wrong' in read) throw new UsageError(`--set ${set}：${read.wrong}。`)
  say?.(read.shown)
  return [
    { kind: 'set', path, value: read.clauses },
    { kind: 'set', path: textPath, value: neededFile(read.signedText, set) },
  ]
}

function neededFile(taken: TakenFile, set: string): Item {
  if ('wrong' in taken) throw new UsageError(`--set ${set}：${taken.wrong}。`)
  return { ...taken }
}

function schemaForSet(place: ItemPlace, path: readonly PathSegment[], set: string): SchemaNode {
  for (let length = 1; length <= path.length; length++) {
    const whole = [...place.path, ...path.slice(0, length)]
    if (schemaAt(place.name, whole)) continue
    const known = keyOrder(place.name, whole.slice(0, -1)) ?? []
    const choices = known.map((code) => ({
      code,
      label: titleAt(place.name, [...whole.slice(0, -1), code]) ?? code,
    }))
    const meant = closestChoice(String(path[length - 1]), choices)
    const above = titleAt(place.name, whole.slice(0, -1)) ?? String(path[length - 2] ?? '')
    const others = choices.length
      ? `可以写的有：${choices.map(({ label }) => label).join('、')}。`
      : `“${above}”下面没有分栏。`
    const hint = meant ? `是否想写 ${meant.label}（${meant.code}）？` : others
    throw new UsageError(`--set ${set}：没有“${path.slice(0, length).join('.')}”这一项。${hint}`)
  }
  const node = schemaAt(place.name, [...place.path, ...path])
  if (!node) throw new UsageError(`--set ${set}：没有这一项。`)
  return node
}

function fromFile(value: string, set: string): string {
  if (!value.startsWith('@')) return value
  const text = readText(value.slice(1))
  if (typeof text === 'object') throw new UsageError(`--set ${set}：${text.wrong}。`)
  return text
}

function clausesInValue(read: ReadClauses, text: string, set: string): Item {
  const clauses = read(text)
  if (typeof clauses.wrong === 'string') throw new UsageError(`--set ${set}：${clauses.wrong}。`)
  return clauses
}

/** What an error says of the option: as it was written, and the title and key of its value. */
interface Named {
  readonly set: string
  readonly label: string
  /** What the value is a list of. */
  readonly item?: SchemaNode | undefined
}

function typed(
  node: SchemaNode,
  text: string,
  place: Pick<ItemPlace, 'lists' | 'today'>,
  { set, label, item }: Named,
): unknown {
  const { lists, today } = place
  const types = [node.type ?? []].flat()
  if (types.includes('boolean')) {
    if (YES_WORDS.includes(text)) return true
    if (NO_WORDS.includes(text)) return false
    throw new UsageError(`--set ${set}：${label}应为“是”（true）或者“否”（false）。`)
  }
  if (types.includes('integer')) {
    if (/^-?\d+$/.test(text)) return Number(text)
    throw new UsageError(`--set ${set}：${label}应为整数。`)
  }
  if (types.includes('array') && text === '') return []
  if (types.includes('array') && item && isWord(item))
    return listItems(text, partingOf(item)).map((each) => typed(item, each, place, { set, label }))
  const name = types.includes('array') ? nameKeyOf(item) : undefined
  if (name !== undefined) return listItems(text).map((each) => ofName(item, name, each))
  if (types.includes('array')) throw new UsageError(`--set ${set}：${label}是列表，${listForm(item, set)}`)
  if (types.includes('object') && !types.includes('string')) {
    const own = nameKeyOf(node)
    if (own !== undefined && text !== '') return ofName(node, own, text)
    if (/^[^=]+\[\]=/.test(set))
      throw new UsageError(`--set ${set}：${label}的每一项有几栏，${listForm(node, set)}`)
    const [key = '栏'] = Object.keys(node.properties ?? {})
    throw new UsageError(`--set ${set}：${label}下面还有各栏，请写到具体的栏，例如 ${keyIn(set)}.${key}=…`)
  }
  const choices = choicesOf(node, lists)
  if (choices) return chosenCode(choices, text, { set, label })
  refuseNumber(node, text, `--set ${set}：${label}`)
  return asPrompted(node, text, today)
}

/**
 * The code of a choice, given by it or by its label or the beginning of that; what names none is left for the schema to
 * refuse.
 */
function chosenCode(choices: readonly Choice[], text: string, { set, label }: Named): string {
  const [only, ...others] = choicesNamed(text, choices)
  if (!others.length) return only?.code ?? text
  const named = [only, ...others].flatMap((each) => each?.label ?? [])
  throw new UsageError(`--set ${set}：${label}可以是 ${named.join('、')}，请写全一些。`)
}

/**
 * A date, a time or an amount as prompts read it: 3.2, 昨天, 26万. What can't be read is left for the schema to refuse.
 */
function asPrompted(node: SchemaNode, text: string, today: IsoDate | undefined): string {
  switch (node['x-format']) {
    case 'money':
      return formats.money(text) ? text : (typedMoney(text) ?? text)
    case 'date':
      return isUsableDate(text) || today === undefined ? text : (typedDate(text, today) ?? text)
    case 'dateTime':
      return today === undefined ? text : (typedDateTime(text, today) ?? text)
    case 'creditCode':
    case 'idNumber':
    case 'bankAccount':
      return inCapitals(text)
    case 'citation':
      return uniformCitation(plainInput(text))
    default:
      return plainInput(text)
  }
}
