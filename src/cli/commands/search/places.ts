import { isMapData } from '../../../core/facts/data.ts'
import type { DocumentName } from '../../../core/facts/documents.ts'
import { choicesOf, type Lists } from '../../../core/schema/choices.ts'
import type { PathSegment } from '../../../core/schema/node.ts'
import { schemaAt, titleAt } from '../../../core/schema/walk.ts'

/** A text of a case: a fact, or the name of a file. Few are shown, so that only these are named. */
export interface SearchedText {
  readonly file: string
  readonly path: () => string | null
  /** What it is, in words. */
  readonly title: () => string
  /** What is searched and shown: the text itself; for a code its label. */
  readonly text: string
  readonly code?: string
  /** Whether it is a number of a person, which no list shows whole. */
  readonly isPersonal: boolean
}

/** Keys of numbers that nobody else needs to know; `number` is that of an identity paper. */
const personalKeys: ReadonlySet<PathSegment> = new Set(['idNumber', 'phone', 'contact', 'account'])

/**
 * The texts of a document that may hold what is sought, with their places in words: most hold nothing, and nothing is
 * looked up for them.
 */
export function searchedTexts(
  name: DocumentName,
  data: unknown,
  lists: Lists,
  mayHold: (text: string) => boolean,
): SearchedText[] {
  const places: SearchedText[] = []
  const way: PathSegment[] = []
  const visit = (value: unknown, step: PathSegment): void => {
    way.push(step)
    below(value)
    way.pop()
  }
  const below = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isMapData(value)) for (const key of Object.keys(value)) visit(value[key], key)
    else if (value !== null && value !== undefined && mayHold(String(value)))
      places.push(placeOf({ name, lists }, String(value), [...way]))
  }
  below(data)
  return places
}

interface Document {
  readonly name: DocumentName
  readonly lists: Lists
}

function placeOf({ name, lists }: Document, text: string, path: readonly PathSegment[]): SearchedText {
  const node = schemaAt(name, path)
  const label = node && choicesOf(node, lists)?.find(({ code }) => code === text)?.label
  return {
    file: `${name}.yaml`,
    path: () => pathText(path),
    title: () => titleOf({ name, lists }, path),
    text: label ?? text,
    ...(label !== undefined && { code: text }),
    isPersonal: isPersonal(path),
  }
}

function isPersonal(path: readonly PathSegment[]): boolean {
  const last = path.findLast((segment) => typeof segment === 'string') ?? ''
  return personalKeys.has(last) || (last === 'number' && path.includes('identity'))
}

/** `obligors[0].name`, as `--set` names it. */
function pathText(path: readonly PathSegment[]): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at ? '.' : ''}${part}`)).join('')
}

/** 赔偿义务人 1 › 名称 */
function titleOf({ name, lists }: Document, path: readonly PathSegment[]): string {
  const parts: string[] = []
  for (const [at, segment] of path.entries()) {
    if (typeof segment === 'number') parts.push(`${parts.pop() ?? ''} ${segment + 1}`)
    else if (path[at - 1] === 'clauses')
      parts.push(lists.clauses?.find(({ code }) => code === segment)?.label ?? segment)
    else parts.push(titleAt(name, path.slice(0, at + 1)) ?? segment)
  }
  return parts.join(' › ')
}
