import type { IsoDate } from '../../core/calendar/dates.ts'
import type { Facts } from '../../core/facts/facts.ts'
import type { PapersNeeding } from '../../core/forms/needed.ts'
import { type Citing, descriptionText } from '../../core/schema/describe.ts'
import type { PathSegment, SchemaNode } from '../../core/schema/node.ts'
import type { Item } from '../../core/stages/define.ts'
import type { WantedItem } from '../shared/answers/collect.ts'
import type { ItemPlace } from '../shared/answers/set.ts'
import { widthOf } from '../shared/output/width.ts'
import type { Interview } from './interview.ts'
import type { QuestionWords } from './look.ts'
import type { Terminal } from './terminal.ts'

/** What the questions need. */
export interface AskContext {
  readonly terminal: Terminal
  readonly today: IsoDate
  /** The case, once there is one: its ids are offered as choices. */
  readonly facts: Facts | undefined
  /** Where the text in force writes its matters. */
  readonly law: Citing
  /** The clauses of the pack, for an agreement. */
  readonly clauses: readonly { readonly code: string; readonly title: string; readonly required: boolean }[]
  /** Choices that the action itself knows, by key. */
  readonly choices: Readonly<Record<string, readonly { readonly code: string; readonly label: string }[]>>
  /** The papers that print what stands at a place: an optional answer says what it is for. */
  readonly papersNeeding?: PapersNeeding
  /** What the case knows of the matter of a clause of an agreement. */
  readonly knownOfClause?: (code: string) => string | undefined
  /** Values that `x-default` names: `config.unit.name`. */
  readonly known: (path: string) => unknown
}

/** The context of one value: the interview that asks for it, and the values around it. */
export interface Asking extends AskContext {
  readonly interview: Interview
  /** What is put before a title that does not say whose it is, as 赔偿义务人1 before 姓名. */
  readonly owner: string
  /** Inside an item of a list, where every title has its owner before it. */
  readonly listed: boolean
  /** The answers to the item as a whole so far; sections see what was answered before them. */
  readonly whole: Item
  /** The items of the same list that were answered before. */
  readonly before: readonly Item[]
  /** How many items the list is to have, where the officer has said so. */
  readonly count?: number
  /** Whether the key at a path must be answered, by what was answered beside it. */
  readonly owed: (path: readonly PathSegment[], beside: Item) => boolean
  /** How many steps of a path lead to the item itself. */
  readonly root: number
  /** The days that the item puts out of order, as far as it is answered. */
  readonly dayOrder?: WantedItem['dayOrder'] | undefined
  /** What follows from the answers so far, for the keys of the item itself. */
  readonly proposes?: ((answers: Item) => Item) | undefined
  /** Ask only for required keys: the rest was given on the command line. */
  readonly brief: boolean
  /** Keys of the item that the officer wants to be asked for, though the call states them or leaves them open. */
  readonly again?: ReadonlySet<string>
  /** Is told which keys of the item a call leaves open. */
  readonly leaves?: (open: readonly string[]) => void
  /** Whether what was recorded is corrected: the officer chooses what to change, and all else stays. */
  readonly amends?: boolean
  /** Sections of the item that are known only in part: every key of them is asked, and the known part is proposed. */
  readonly knownInPart?: readonly string[]
}

/** A value that is asked for: its schema, its place in the document, and what is known of it. */
export interface Question {
  readonly node: SchemaNode
  readonly place: ItemPlace
  readonly required: boolean
  /** A value that is proposed. */
  readonly known: unknown
  /** What of it was given on the command line and is not asked again. */
  readonly given: unknown
  /** The answers beside it in its section. */
  readonly beside?: Item
  /** Whether the officer has chosen it from those that may be left out. */
  readonly isChosen?: boolean
}

/** The address of a question: the place in the document, and what is asked where it is not the value. */
export function questionAddress({ path }: ItemPlace, about = ''): string {
  return `${path.join('.')}${about}`
}

const LONGEST_COMMON_TITLE = 4

/** The hint for a line that may be left empty: the papers that need it, and how to leave it. */
export function skippable(question: Question, asking: Asking): string {
  if (question.required) return ''
  return `${optional(question, asking)}${question.known === undefined ? '，回车跳过' : ''}`
}

/** 选填, and the papers that need the answer: 选填，《磋商告知书》要用. */
export function optional({ place }: Pick<Question, 'place'>, { papersNeeding }: Asking): string {
  const papers = papersText(papersNeeding?.(place.name, place.path) ?? [])
  return papers === '' ? '选填' : `选填，${papers}`
}

const MOST_PAPERS = 2

/** 《启动登记表》《磋商告知书》等要用; empty where no paper needs it. */
export function papersText(papers: readonly string[]): string {
  if (!papers.length) return ''
  const named = papers.slice(0, MOST_PAPERS).map((paper) => `《${paper}》`)
  return `${named.join('')}${papers.length > MOST_PAPERS ? '等' : ''}要用`
}

/** The question's words, with hints on how to answer it; a title as short as 姓名 says whose it is. */
export function questionWords(
  { node }: Pick<Question, 'node'>,
  { owner, listed, law }: Asking,
  ...hints: readonly string[]
): QuestionWords {
  const { title = '' } = node
  const said = hints.filter(Boolean).join('；')
  const hint = said && `（${said}）`
  const whose = owner !== '' && (listed || widthOf(title) <= LONGEST_COMMON_TITLE)
  const none = node['x-none']
  const asked = { title: whose ? `${owner} ${title}` : title, hint, help: helpOf(node, law) }
  return none === undefined ? asked : { ...asked, none }
}

const SAYS_LITTLE = 4

/** The schema's description of a field for a question; nothing where it says little more than the title. */
function helpOf(node: SchemaNode, law: Citing): string {
  const help = descriptionText(node, law)
  return help.length <= (node.title ?? '').length + SAYS_LITTLE ? '' : help
}
