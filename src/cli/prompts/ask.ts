import { titledBeside } from '../../core/schema/conditions.ts'
import type { PathSegment, SchemaNode } from '../../core/schema/node.ts'
import { schemaAt } from '../../core/schema/walk.ts'
import type { Item } from '../../core/stages/define.ts'
import { itemOrEmpty, propose, requiredKeys, type WantedItem } from '../shared/answers/collect.ts'
import { isCalledFor, isLikely } from './agreed.ts'
import { amendItems, asksToRemove } from './amend.ts'
import { BackError } from './asked.ts'
import { briefOf } from './brief.ts'
import { askChoice, askChoices, askYesNo, choicesOfValue } from './choices.ts'
import { askClauses, isOfClauses } from './clauses.ts'
import { type AskContext, type Asking, type Question, questionAddress, questionWords } from './context.ts'
import { askEvidence, askEvidenceList } from './evidence.ts'
import { askFile } from './files.ts'
import { createInterview } from './interview.ts'
import { nameOfKey } from './key-name.ts'
import { askItems, askOthers } from './lists.ts'
import { isOpenIn, mustAnswer, type SectionToFill } from './open-keys.ts'
import { proposedValue } from './proposals.ts'
import { askLine, askWords } from './text.ts'
import { isLineOrChoice, onPaper, usualKeys } from './usual.ts'

/** The item: what is known, and the rest asked for, with answers that are kept until the call ends. */
export function askItem(wanted: WantedItem, given: Item, context: AskContext): Promise<Item> {
  const interview = createInterview(context.terminal, {}, () => undefined)
  return interview.run(() => askWanted(wanted, given, { ...context, interview, ...top }))
}

/** The context of the keys of an item: nothing around them yet. */
export const top = {
  owner: '',
  listed: false,
  whole: {},
  before: [],
  owed: () => false,
  brief: false,
  root: 0,
} as const

/** The item: what is known, and the rest asked for. Where all is known, asks only what to change. */
export async function askWanted(wanted: WantedItem, given: Item, asking: Asking): Promise<Item> {
  const { ask: keys, defaults, path } = wanted
  const owed: Asking['owed'] = (at, beside) => wanted.owed?.(at.slice(path.length).join('.'), beside) ?? false
  const section = { place: wanted, keys, required: requiredKeys(wanted), given, defaults }
  return askSection(section, {
    ...asking,
    owed,
    root: path.length,
    dayOrder: wanted.dayOrder,
    amends: wanted.amends !== undefined,
    proposes: wanted.amends ? undefined : wanted.proposes,
    ...(wanted.knownInPart && { knownInPart: wanted.knownInPart }),
  })
}

/** Asks for the keys of a section: the usual keys one by one, then once which of the others to fill in. */
async function askSection(section: SectionToFill, asking: Asking): Promise<Item> {
  const { place, keys, required, given, defaults } = section
  const nodeOf = (key: string): SchemaNode | undefined => schemaAt(place.name, [...place.path, key])
  const answers: Item = { ...defaults, ...given }
  const within = asking.whole === top.whole ? { ...asking, whole: answers } : asking
  const isOwed = (key: string): boolean => mustAnswer(key, section, answers, asking)
  const isOpen = (key: string): boolean => isOpenIn(section, key, answers, within)
  const { usual, others } = usualKeys(place, keys, [...required, ...partlyKnownIn(asking)], nodeOf)
  const waiting = new Set(others)
  const again = within === asking ? [] : [...(asking.again ?? [])]
  const asked = new Set<string>()
  const ask = async (key: string): Promise<void> => {
    const isTicked = (waiting.has(key) || again.includes(key)) && !asking.amends
    if (isOpen(key)) await askInto(answers, key, { ...section, isTicked }, within)
    asked.add(key)
  }
  if (asking.brief) {
    for (const key of meantKeys(section, again, answers, isOwed)) await ask(key)
    proposeUnasked(answers, asked, section, within)
    if (within !== asking) asking.leaves?.(keys.filter((key) => answers[key] === undefined && isOpen(key)))
    return answers
  }
  const isAnswered = keys.every((key) => answers[key] !== undefined)
  const settled = asking.amends === true || (keys.length > 1 && isAnswered)
  const isUncalled = (key: string): boolean => !isOwed(key) && !isCalledFor(placeOf(place, key), within)
  for (const key of onPaper(place, settled ? [] : usual, answers)) {
    if (isUncalled(key)) waiting.add(key)
    else await ask(key)
  }
  const files = settled ? [] : keys.filter((each) => isFile(nodeOf(each)))
  const offered = settled ? keys : keys.filter((key) => waiting.has(key) && !files.includes(key))
  proposeUnasked(answers, asked, section, within)
  const open = offered.filter(isOpen)
  for (const key of await askWhich(open, { ...section, defaults: answers }, settled, within)) await ask(key)
  for (const key of [...files, ...again]) await ask(key)
  proposeUnasked(answers, asked, section, within)
  // A changed answer may call for another.
  if (asking.amends) for (const key of keys) if (answers[key] === undefined && isOwed(key)) await ask(key)
  return answers
}

/** The keys that a call which states something is asked for: what it states in part, what it lacks, what is asked again. */
function* meantKeys(
  { keys, given }: SectionToFill,
  again: readonly string[],
  answers: Item,
  isOwed: (key: string) => boolean,
): Iterable<string> {
  for (const key of new Set([...keys, ...again])) {
    const isLacking = isOwed(key) && answers[key] === undefined
    if (given[key] !== undefined || isLacking || again.includes(key)) yield key
  }
}

function placeOf(place: SectionToFill['place'], key: string): SectionToFill['place'] {
  return { ...place, path: [...place.path, key] }
}

/** Lets the keys of the item that were not asked follow from the answers: who signs, on the day of the step. */
function proposeUnasked(
  answers: Item,
  asked: ReadonlySet<string>,
  { keys, given }: SectionToFill,
  { whole, again, proposes }: Asking,
): void {
  if (whole !== answers || !proposes) return
  const isLeft = (key: string): boolean => !asked.has(key) && given[key] === undefined && !again?.has(key)
  for (const key of keys.filter(isLeft)) propose(answers, key, proposes)
}

/** The sections of the item itself that are known in part: they are asked for like what is required. */
function partlyKnownIn({ owner, knownInPart = [] }: Asking): readonly string[] {
  return owner === '' ? knownInPart : []
}

/** Asks for a key, and puts its answer among the others. */
async function askInto(answers: Item, key: string, section: SectionToFill, asking: Asking): Promise<void> {
  const value = await askKey(key, section, answers, asking)
  if (value === undefined) delete answers[key]
  else answers[key] = value
}

/** Whether a value is a file that the call brings: the scan of what was signed is asked for last. */
function isFile(node: SchemaNode | undefined): boolean {
  return node?.['x-format'] === 'file'
}

/** Offers the other keys of a section together: none is filled in by one key press. */
async function askWhich(
  keys: readonly string[],
  { place, defaults }: SectionToFill,
  settled: boolean,
  asking: Asking,
): Promise<string[]> {
  const { interview, owner } = asking
  const isInside = asking.amends === true && place.path.length > asking.root
  const none = isInside ? '没有要改的就直接回车，回到上一题' : '没有要改的就直接回车'
  const hint = asking.amends ? `（空格勾选，回车确认；${none}）` : '（都不要就直接回车）'
  const [only, ...more] = keys
  // To answer a single line is as quick as to say whether to answer it; whoever changes a section of one key means it.
  const isQuick = (key: string): boolean =>
    asking.amends === true ||
    (defaults[key] === undefined && isLineOrChoice(schemaAt(place.name, [...place.path, key])))
  if (only === undefined || (!more.length && isQuick(only))) return [...keys]
  const choices = keys.map((key) => ({ value: key, name: nameOfKey(key, place, defaults, asking) }))
  const section = owner || (place.path.length ? (schemaAt(place.name, place.path)?.title ?? '') : '')
  const title = asking.amends
    ? `${owner}要改哪几栏？`
    : settled
      ? '以下已按所知填好，要改哪几栏？'
      : `${section}其余选填栏，要填哪几栏？`
  const at = questionAddress(place, '?')
  const chosen = await interview.checkbox(at, { title, hint, quiet: true }, choices, [])
  // Whoever leaves a group without a change has not said that nothing else is to be changed.
  if (isInside && !chosen.length) {
    interview.forget(at)
    throw new BackError(`“${section}”里没有勾选要改的栏，回到上一题。`)
  }
  return chosen
}

function askKey(key: string, section: SectionToFill, answers: Item, asking: Asking): Promise<unknown> {
  const { place, given, former = {}, isTicked = false } = section
  const isOfItem = asking.whole === answers && given[key] === undefined && !asking.again?.has(key)
  if (isOfItem && asking.proposes) propose(answers, key, asking.proposes)
  const path: PathSegment[] = [...place.path, key]
  const node = titledBeside(schemaAt(place.name, path) ?? {}, answers)
  const placeOfKey = { ...place, path }
  const known =
    answers[key] ??
    former[key] ??
    (node['x-default'] ? asking.known(node['x-default']) : undefined) ??
    proposedValue(placeOfKey, answers, asking)
  // A key that follows from another answer (“why not?” after “no”) is part of that answer.
  const follows = asking.owner === '' && node['x-when'] !== undefined && node.properties !== undefined
  // Whoever has ticked a section is not asked again whether to fill it in.
  const isSection = isTicked && node.properties !== undefined && node.type === 'object'
  const owed = mustAnswer(key, section, answers, asking) || follows || isSection
  const about = { given: given[key], isChosen: isTicked, beside: answers }
  const question = { node, place: placeOfKey, required: owed, known, ...about }
  return askValue(question, asking)
}

/** Asks for a value of any kind. */
async function askValue(question: Question, asking: Asking): Promise<unknown> {
  const { node, place } = question
  const types = [node.type ?? []].flat()
  if (isOfClauses(place)) return askClauses(question, asking)
  if (node['x-format'] === 'file') return askFile(question, asking)
  // One of a kind, mostly, that can be several: these are given as a list.
  const isOne = node.properties !== undefined && !Array.isArray(question.known)
  if (types.includes('array') && !isOne) return askList(question, asking)
  if (node.properties && types.includes('string')) return askNamedOrOther(question, asking)
  if (node.properties && types.includes('array')) return askOneOrMore(question, asking)
  if (node.properties) return askPart(question, asking)
  if (types.includes('boolean')) return askYesNo(question, asking)
  const choices = choicesOfValue(node, place, asking)
  if (node['x-ref'] === 'evidence') return askEvidence(question, choices ?? [], asking)
  if (choices?.length) return askChoice(question, choices, asking)
  return askLine(question, asking)
}

async function askList(question: Question, asking: Asking): Promise<unknown> {
  const { place } = question
  const itemPlace = { ...place, path: [...place.path, 0] }
  const item = schemaAt(place.name, itemPlace.path)
  if (!item) return undefined
  const choices = choicesOfValue(item, itemPlace, asking)
  if (item['x-ref'] === 'evidence' && (choices?.length || place.signed))
    return askEvidenceList(question, choices ?? [], asking)
  if (choices?.length) return askChoices(question, choices, asking)
  if (item.properties && asking.amends && Array.isArray(question.known) && question.known.length)
    return amendItems(question, askFields, asking)
  if (item.properties) return askItems(question, item, askFields, asking)
  return askWords(question, asking)
}

/** Asks for somebody whom the case knows, or for the particulars of somebody else. */
async function askNamedOrOther(question: Question, asking: Asking): Promise<unknown> {
  const { node, place, known } = question
  const other = { value: OTHER, name: '其他人' }
  const choices = [...(choicesOfValue(node, place, asking) ?? []), other]
  const isOther = typeof known === 'object' && known !== null
  const chosen = await askChoice({ ...question, known: isOther ? OTHER : known }, choices, asking)
  if (chosen !== OTHER) return chosen
  return askPart({ ...question, required: true, known: isOther ? known : undefined }, asking)
}

/** No id: ids hold no slash. */
const OTHER = '/'

/** One of a kind, and where there are several, the others: a single one is no list. */
async function askOneOrMore(question: Question, asking: Asking): Promise<unknown> {
  const only = await askPart(question, asking)
  return only === undefined || asking.amends || (asking.brief && question.given !== undefined)
    ? only
    : askOthers(question, itemOrEmpty(only), askFields, asking)
}

/** A section inside an item: taken over as known, left out, or asked field by field. */
async function askPart(question: Question, asking: Asking): Promise<unknown> {
  const { node, place, required, known, given } = question
  const { title } = questionWords(question, asking)
  if (asking.amends && typeof known === 'object' && known !== null) {
    if (!required && (await asksToRemove(question, title, asking))) return undefined
    return askFields(node, { place, defaults: itemOrEmpty(known), given: {} }, { ...asking, owner: title })
  }
  // Whoever corrects has ticked it: what is not on record yet is asked for as when it is recorded.
  if (asking.amends) {
    const fresh = { ...asking, owner: title, amends: false }
    return askFields(node, { place, defaults: {}, given: itemOrEmpty(given) }, fresh)
  }
  const knownInPart = asking.owner === '' && asking.knownInPart?.includes(String(place.path.at(-1))) === true
  if (!knownInPart && given === undefined && typeof known === 'object' && known !== null) {
    const keep = `${title}：${briefOf(place, known, asking)}，沿用吗？`
    if (await asking.interview.confirm(questionAddress(place, '='), { title: keep }, true)) return known
  } else if (!knownInPart && given === undefined && !required) {
    const words = { title: `填写“${title}”吗？` }
    if (!(await asking.interview.confirm(questionAddress(place, '+'), words, isLikely(place, asking))))
      return undefined
  }
  const fields = { place, defaults: {}, given: itemOrEmpty(given), former: itemOrEmpty(known) }
  return askFields(node, fields, { ...asking, owner: title })
}

/** Asks for the fields of a section or list item. */
async function askFields(
  node: SchemaNode,
  section: Omit<SectionToFill, 'keys' | 'required'>,
  asking: Asking,
): Promise<Item> {
  const { place, defaults } = section
  const isAsked = (key: string): boolean => schemaAt(place.name, [...place.path, key])?.['x-ask'] !== false
  const keys = Object.keys(node.properties ?? {}).filter(
    (key) => isAsked(key) && (defaults[key] === undefined || (asking.amends === true && key !== 'id')),
  )
  // What the call states nothing of is asked for as it is without the call.
  const brief = asking.brief && Object.keys(section.given).length > 0
  return askSection({ ...section, keys, required: node.required ?? [] }, { ...asking, brief })
}
