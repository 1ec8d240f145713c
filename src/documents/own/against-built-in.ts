import { closestChoice } from '../../core/schema/suggest.ts'
import { knownNames } from '../check.ts'
import { DocumentError } from '../error.ts'
import { openPackage } from '../package.ts'
import { paragraphPlace } from '../paper-place.ts'
import { contentTrees, type FoundPlaceholder, findPlaceholders } from '../placeholders.ts'

/** What is wrong with a template of the office that takes the place of a built-in one, in Chinese. */
export function differencesFrom(builtIn: Uint8Array, own: Uint8Array): string[] {
  try {
    const wanted = new Map(byName(placeholdersOf(builtIn)))
    const found = placeholdersOf(own)
    const malformed = found.flatMap(({ problems, part, paragraph }) =>
      problems.map((problem) => `${paragraphPlace(part, paragraph)}：${problem}`),
    )
    return [...malformed, ...unknown(found, wanted), ...lacking(found, wanted)]
  } catch (error) {
    if (error instanceof DocumentError) return [...error.problems]
    throw error
  }
}

function placeholdersOf(template: Uint8Array): FoundPlaceholder[] {
  const trees = contentTrees(openPackage(template, '模板'), '模板')
  return [...trees].flatMap(([part, root]) => findPlaceholders(root, part))
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

/** What the form fills and the template lacks; for the rows of a table, each field. */
function lacking(
  found: readonly FoundPlaceholder[],
  wanted: ReadonlyMap<string, FoundPlaceholder>,
): string[] {
  const there = new Set(byName(found.filter(({ kind }) => kind !== 'optional')).map(([name]) => name))
  const groups = knownNames(found)
  return [...wanted.keys()]
    .filter((name) => !there.has(name))
    .map((name) => {
      const [group = name] = name.split('.')
      const where = group !== name && groups.has(group) ? `（表格的行「${group}」）` : ''
      return `缺少占位符 {{${name}}}${where}：该项内容没有地方填写，文书无法生成。`
    })
}
