import { closestChoice } from '../../core/schema/suggest.ts'
import { knownNames } from '../check.ts'
import { DocumentError } from '../error.ts'
import { openPackage } from '../package.ts'
import { paragraphPlace } from '../paper-place.ts'
import { contentTrees, type FoundPlaceholder, findPlaceholders } from '../placeholders.ts'
import type { XmlElement } from '../xml.ts'
import { type FieldNames, type Slip, slipsIn } from './slips.ts'

/** What is to be said of a template of the office that takes the place of a built-in one, in Chinese. */
export interface TemplateDifferences {
  /** What must be mended before a paper can be made of it. */
  readonly problems: readonly string[]
  /** What a person should look at: what looks like a field that stands in the template elsewhere, or like none. */
  readonly remarks: readonly string[]
}

/** Compares a template of the office with the built-in one whose place it takes. */
export function differencesFrom(builtIn: Uint8Array, own: Uint8Array): TemplateDifferences {
  try {
    const wanted = new Map(byName(placeholdersIn(treesOf(builtIn))))
    const trees = treesOf(own)
    const found = placeholdersIn(trees)
    const lacking = lackingNames(found, wanted)
    const slips = slipsIn(trees, namesIn(wanted, lacking))
    const isMeant = ({ name }: Slip): boolean => name !== undefined && lacking.includes(name)
    const meant = slips.filter(isMeant)
    const unseen = lacking.filter((name) => !meant.some((slip) => slip.name === name))
    return {
      problems: [
        ...malformedIn(found),
        ...unknown(found, wanted),
        ...meant.map(({ told }) => told),
        ...lackingTexts(unseen, found),
      ],
      remarks: slips.filter((slip) => !isMeant(slip)).map(({ told }) => told),
    }
  } catch (error) {
    if (error instanceof DocumentError) return { problems: [...error.problems], remarks: [] }
    throw error
  }
}

function treesOf(template: Uint8Array): ReadonlyMap<string, XmlElement> {
  return contentTrees(openPackage(template, '模板'), '模板')
}

function placeholdersIn(trees: ReadonlyMap<string, XmlElement>): FoundPlaceholder[] {
  return [...trees].flatMap(([part, root]) => findPlaceholders(root, part))
}

function malformedIn(found: readonly FoundPlaceholder[]): string[] {
  return found.flatMap(({ problems, part, paragraph }) =>
    problems.map((problem) => `${paragraphPlace(part, paragraph)}：${problem}`),
  )
}

/** The names of a form; a label with nothing after it is a slip only where the template lacks the field of its name. */
function namesIn(wanted: ReadonlyMap<string, FoundPlaceholder>, lacking: readonly string[]): FieldNames {
  return {
    isField: (name) => wanted.has(name),
    calledSo: (label) => lacking.filter((name) => name === label),
    isClosed: true,
  }
}

/** Placeholders by their names, without hints and malformed ones. */
function byName(found: readonly FoundPlaceholder[]): [string, FoundPlaceholder][] {
  return found
    .filter(({ kind }) => kind !== 'hint' && kind !== 'filing' && kind !== 'malformed')
    .map((each) => [each.name.replace(/^[#/?]/u, ''), each])
}

function unknown(
  found: readonly FoundPlaceholder[],
  wanted: ReadonlyMap<string, FoundPlaceholder>,
): string[] {
  const known = [...wanted.keys()].map((name) => ({ code: name, label: name }))
  return byName(found)
    .filter(([name, each]) => !wanted.has(name) && !each.problems.length && !each.name.startsWith('/'))
    .map(([name, { part, paragraph }]) => {
      const near = closestChoice(name, known)
      const hint = near ? `是否应为 {{${near.code}}}？` : '请对照内置模板的字段改正或删除。'
      return `${paragraphPlace(part, paragraph)}：占位符 {{${name}}} 不是这种文书的字段。${hint}`
    })
}

/** What the form fills and the template lacks. */
function lackingNames(
  found: readonly FoundPlaceholder[],
  wanted: ReadonlyMap<string, FoundPlaceholder>,
): string[] {
  const there = new Set(byName(found.filter(({ kind }) => kind !== 'optional')).map(([name]) => name))
  return [...wanted.keys()].filter((name) => !there.has(name))
}

/** The same as messages; for the rows of a table, each field. */
function lackingTexts(names: readonly string[], found: readonly FoundPlaceholder[]): string[] {
  const groups = knownNames(found)
  return names.map((name) => {
    const [group = name] = name.split('.')
    const where = group !== name && groups.has(group) ? `（表格的行「${group}」）` : ''
    return `缺少占位符 {{${name}}}${where}：该项内容没有地方填写，文书无法生成。`
  })
}
