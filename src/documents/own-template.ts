import { forms } from '../core/forms/index.ts'
import { closestChoice } from '../core/schema/suggest.ts'
import { builtInTemplate } from './builtin.ts'
import { knownNames } from './check.ts'
import { DocumentError } from './error.ts'
import { openPackage } from './package.ts'
import { contentTrees, type FoundPlaceholder, findPlaceholders } from './placeholders.ts'

const ids = forms.map(({ id }) => id)
const choices = ids.map((id) => ({ code: id, label: id }))

/**
 * What is wrong with one of the office's own templates compared with the built-in one of the same name, in Chinese, by
 * placeholder and paragraph.
 * @param name its file name, `agreement.docx`
 */
export function templateProblems(name: string, read: () => Uint8Array | undefined): string[] {
  const [, id = '', extension = ''] = /^(.*?)(\.[^.]*)?$/u.exec(name) ?? []
  if (extension.toLowerCase() !== '.docx')
    return ['不是 .docx 文件，生成文书时不会使用：请在 Word 或 WPS 中另存为 .docx。']
  const builtIn = ids.includes(id) && extension === '.docx' ? builtInTemplate(id) : undefined
  if (!builtIn) return [unknownName(id)]
  const bytes = read()
  return bytes ? differencesFrom(builtIn, bytes) : []
}

function unknownName(id: string): string {
  const near = closestChoice(id, choices)
  const hint = near ? `是否应为 ${near.code}.docx？` : ''
  return `没有使用这个文件名的文书，生成文书时不会使用。${hint}可用的文件名是文书代码加 .docx，用 ejc render 案件 --list 查看。`
}

function differencesFrom(builtIn: Uint8Array, own: Uint8Array): string[] {
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
    .filter(({ kind }) => kind !== 'hint' && kind !== 'malformed')
    .map((each) => [each.name.replace(/^[#/]/u, ''), each])
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
  const there = new Set(byName(found).map(([name]) => name))
  const groups = knownNames(found)
  return [...wanted.keys()]
    .filter((name) => !there.has(name))
    .map((name) => {
      const [group = name] = name.split('.')
      const where = group !== name && groups.has(group) ? `（表格的行「${group}」）` : ''
      return `缺少占位符 {{${name}}}${where}：该项内容没有地方填写，文书无法生成。`
    })
}

const parts: Readonly<Record<string, string>> = { document: '正文', footnotes: '脚注', endnotes: '尾注' }

/** 「正文第 12 段」, paragraphs in table cells counted. */
function paragraphPlace(part: string, paragraph: number): string {
  const base = part.replace(/^word\/|\.xml$/gu, '')
  const named = base.startsWith('header')
    ? '页眉'
    : base.startsWith('footer')
      ? '页脚'
      : (parts[base] ?? base)
  return `${named}第 ${paragraph} 段`
}
