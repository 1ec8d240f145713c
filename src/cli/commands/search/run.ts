import type { IsoDate } from '../../../core/calendar/dates.ts'
import { isMapData } from '../../../core/facts/data.ts'
import { type DocumentName, documentNames } from '../../../core/facts/documents.ts'
import { maskIdentifier } from '../../../core/facts/identifiers.ts'
import { withMaskedNumbers } from '../../../core/facts/personal-numbers.ts'
import { foldedPattern } from '../../../core/folding.ts'
import { exactPattern } from '../../../core/pattern.ts'
import type { Lists } from '../../../core/schema/choices.ts'
import { searchable, searchedAs } from '../../../core/searchable.ts'
import { withdrawalTitle } from '../../../core/stages/stage.ts'
import { beginningOfWhole, endOfWhole } from '../../../core/whole-words.ts'
import { casesThatMayHold, otherFiles } from '../../../repository/cache/texts.ts'
import { RepositoryError } from '../../../repository/errors.ts'
import { type RawDocument, textIn } from '../../../repository/raw.ts'
import type { Repository } from '../../../repository/repository.ts'
import { typedMoney } from '../../prompts/amount.ts'
import { noteAbsent } from '../../shared/cases/absent.ts'
import { cacheFor } from '../../shared/cases/cache.ts'
import type { OptionValues } from '../../shared/command.ts'
import type { CommandContext } from '../../shared/context.ts'
import { clean } from '../../shared/output/clean.ts'
import type { Progress } from '../../shared/output/progress.ts'
import { type SearchedText, searchedTexts } from './places.ts'
import { otherWritings } from './writings.ts'

/** One place where a word stands. */
export interface Hit {
  /** The file, relative to the case. */
  readonly file: string
  /** The key in it, as `--set` names it; null where the name of the file itself holds the word. */
  readonly path: string | null
  /** What it is, in words: 赔偿义务人 1 › 名称. */
  readonly title: string
  /** What stands around the word; numbers of persons are masked. */
  readonly excerpt: string
}

/** A case that holds all of the words, with the places. */
export interface CaseWithMatches {
  readonly case: string
  readonly title: string
  /** 已撤回 or 已并入, where another case counts in place of this one. */
  readonly standing: string | null
  readonly hits: readonly Hit[]
}

interface Search {
  readonly found: readonly CaseWithMatches[]
  /** Whether every case could be read. */
  readonly complete: boolean
  /** Whether the call holds nothing to look for. */
  readonly empty: boolean
}

/** One word of the call: where it stands in a text, and the codes whose labels hold it. */
interface Wanted {
  readonly pattern: RegExp
  /** Where the word is an amount: it, and no part of a longer one. */
  readonly amount: RegExp | undefined
  readonly codes: ReadonlySet<string>
  /** Finds everything that may hold the word in the text of a file. */
  readonly rough: RegExp
  /** Texts of which one stands in `searchable` of every file that `rough` matches. */
  readonly needed: readonly string[]
}

/** Finds the cases that hold all of the words; one that can't be read is named on stderr, unless that was said before. */
export async function searchCases(
  context: CommandContext,
  words: readonly string[],
  options: OptionValues,
  again = false,
): Promise<Search> {
  const { repository, setting } = await context.workspace()
  const { lists } = setting.regulation
  const { today } = context.global
  const wanted = words.flatMap((word) => wantedOf(word, lists, today) ?? [])
  if (!wanted.length) return { found: [], complete: true, empty: true }
  const ids = await mayHold(context, repository, wanted, options)
  const progress = context.out.progress('查找', ids.length)
  let complete = true
  const matching: CaseWithMatches[] = []
  for (const [done, id] of ids.entries()) {
    progress.at(done)
    const searched = searchCase(repository, id, wanted, lists)
    complete &&= searched.complete
    for (const why of again ? [] : searched.unreadable) context.out.note(clean(why))
    if (searched.hits.length)
      matching.push({ case: id, title: searched.title, standing: searched.standing, hits: searched.hits })
  }
  progress.end()
  if (!again) await noteAbsent(repository.root, context.out)
  return { found: matching.toSorted((a, b) => rankOf(a) - rankOf(b)), complete, empty: false }
}

/** The cases whose own number or name was typed come first. */
function rankOf({ hits }: CaseWithMatches): number {
  return hits.some(({ file, path }) => file === 'case.yaml' && (path === 'id' || path === 'title')) ? 0 : 1
}

/** The cases to be read. The first time, the texts of all are kept, which may take a while. */
async function mayHold(
  context: CommandContext,
  repository: Repository,
  wanted: readonly Wanted[],
  options: OptionValues,
): Promise<readonly string[]> {
  let progress: Progress | undefined
  const ids = await casesThatMayHold(repository, {
    words: wanted.map(({ needed }) => needed),
    ...cacheFor(context, options),
    onCase(done, total) {
      progress ??= context.out.progress('读取案件', total)
      progress.at(done)
    },
  })
  progress?.end()
  return ids
}

function wantedOf(word: string, lists: Lists, today: IsoDate): Wanted | undefined {
  const ways = [word, ...otherWritings(word, today)]
  const amount = amountPattern(word)
  const written = [...ways.map(foldedPattern), amount]
  const source = written.filter((each) => each !== undefined).join('|')
  if (source === '') return undefined
  const pattern = new RegExp(source, 'iu')
  const choices = Object.values(lists).flatMap((list) => list ?? [])
  const codes = new Set(choices.filter(({ label }) => pattern.test(label)).map(({ code }) => code))
  // A backslash in a file may hide any character behind an escape.
  const rough = new RegExp([source, '\\\\\\\\', ...codes].join('|'), 'iu')
  const money = typedMoney(word)
  const others = [...(money === undefined ? [] : [money]), '\\', ...codes].map(searchable)
  const needed = [...new Set([...ways.flatMap(searchedAs), ...others])]
  return {
    pattern,
    amount: amount === undefined ? undefined : new RegExp(amount, 'iu'),
    codes,
    rough,
    needed,
  }
}

/** An amount however it was typed, as the files hold it, and no part of a longer one. */
function amountPattern(word: string): string | undefined {
  const amount = typedMoney(word)
  return amount === undefined ? undefined : `(?<![\\d.])${exactPattern(amount)}(?:\\.0+)?(?!\\d)`
}

interface SearchedCase {
  readonly title: string
  readonly standing: string | null
  readonly hits: readonly Hit[]
  readonly complete: boolean
  readonly unreadable: readonly string[]
}

function searchCase(
  repository: Repository,
  id: string,
  wanted: readonly Wanted[],
  lists: Lists,
): SearchedCase {
  const nothing = { title: '', standing: null, hits: [], complete: true, unreadable: [] }
  try {
    const raw = repository.readCase(id)
    const files = otherFiles(raw)
    const texts = documentNames.flatMap((name) => {
      const document = raw.documents[name]
      return document ? [{ name, document, text: document.text() }] : []
    })
    const all = [...texts.map(({ text }) => text), ...files, id]
    if (!wanted.every(({ rough }) => all.some((text) => rough.test(text)))) return nothing
    // What stands nowhere in the text of a document stands in none of its places: it need not be read as YAML.
    const may = texts.filter(({ text }) => text === '' || wanted.some(({ rough }) => rough.test(text)))
    const unreadable = may.flatMap(({ document: { file, result } }) =>
      result.ok ? [] : [`${file} 无法读取，没有查找：${result.problems[0]?.message ?? ''}`],
    )
    const recorded = may.flatMap(({ name, document }) => placesOf(name, document, wanted, lists))
    const named = new Set(recorded.map(({ text }) => text))
    // A file that an entry of the evidence names is found there.
    const places = [...recorded, ...files.filter((file) => !named.has(file)).map(placeOfFile)]
    const complete = unreadable.length === 0
    const isEverywhere = wanted.every((word) => places.some((place) => match(place, word) !== undefined))
    if (!isEverywhere) return { ...nothing, complete, unreadable }
    const hits = places.flatMap((place) => hitsOf(place, wanted))
    const title = withMaskedNumbers(textIn(raw.documents.case, 'title') ?? '')
    return { title, standing: standingOf(raw.documents.case), hits, complete, unreadable }
  } catch (error) {
    if (!(error instanceof RepositoryError)) throw error
    return { ...nothing, complete: false, unreadable: [`案件 ${id} 无法读取，已跳过：${error.message}`] }
  }
}

/** Read from the file itself, which need not be valid to be searched. */
function standingOf(document: RawDocument | undefined): string | null {
  const data: unknown = document?.result.ok ? document.result.data : undefined
  if (!isMapData(data) || !isMapData(data.withdrawal)) return null
  return withdrawalTitle(data.withdrawal.combined === true)
}

function placesOf(
  name: DocumentName,
  { result }: RawDocument,
  wanted: readonly Wanted[],
  lists: Lists,
): SearchedText[] {
  const mayHold = (text: string): boolean =>
    !DIGEST.test(text) && wanted.some(({ pattern, codes }) => codes.has(text) || pattern.test(text))
  return result.ok ? searchedTexts(name, result.data, lists, mayHold) : []
}

function placeOfFile(file: string): SearchedText {
  const title = file.startsWith('documents/') ? '文书' : file.startsWith('attachments/') ? '附件' : '文件'
  return { file, path: () => null, title: () => title, text: file, isPersonal: false }
}

/** Where a word stands in a place; undefined where it does not. */
function match(
  { text, code }: SearchedText,
  { pattern, amount, codes }: Wanted,
): { at: number; length: number } | undefined {
  // 86000 is no part of 860000.00.
  const found = (amount && AMOUNT.test(text) ? amount : pattern).exec(text)
  if (found) return { at: found.index, length: found[0].length }
  const isCode = code !== undefined && (codes.has(code) || pattern.test(code))
  return isCode ? { at: 0, length: text.length } : undefined
}

/** A SHA-256, in which any short word may stand by chance. */
const DIGEST = /^[0-9a-f]{64}$/

/** An amount as the files hold it. */
const AMOUNT = /^\d+\.\d{2}$/

function hitsOf(place: SearchedText, wanted: readonly Wanted[]): Hit[] {
  const found = wanted.flatMap((word) => match(place, word) ?? [])
  const [first] = found.toSorted((a, b) => a.at - b.at)
  if (!first) return []
  const { file, path, title } = place
  return [{ file, path: path(), title: title(), excerpt: excerptOf(place, first) }]
}

/** Characters on each side of what was found. */
const AROUND = 24

function excerptOf(
  { text, isPersonal, path }: SearchedText,
  { at, length }: { at: number; length: number },
): string {
  if (isPersonal) return maskIdentifier(text)
  // The name of a file stands whole: that is what people look for.
  if (path() === null) return withMaskedNumbers(text)
  const start = beginningOfWhole(text, Math.max(0, at - AROUND))
  const end = endOfWhole(text, Math.min(text.length, at + length + AROUND))
  // A masked number is as long as it was, so that the places stay.
  const part = withMaskedNumbers(text).slice(start, end).replace(/\s+/gu, ' ').trim()
  return `${start > 0 ? '…' : ''}${part}${end < text.length ? '…' : ''}`
}
