const NOTICE = '<!-- 由 npm run reference 生成，不要手工修改。 -->'

/** A page: the notice that it is generated, its title, and its parts. */
export function markdownPage(title: string, ...parts: readonly string[]): string {
  return `${[NOTICE, `# ${title}`, ...parts].join('\n\n')}\n`
}

/** A Markdown table; line feeds in a cell become line breaks. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => '---'), ...rows.map((row) => row.map(escapedCell))].map(rowLine).join('\n')
}

/**
 * A text with what stands between the marks of a name, which a person sees in the source only, replaced.
 * @throws Error where a mark is missing
 */
export function betweenMarks(text: string, name: string, inner: string): string {
  const [begin, end] = [`<!-- ${name}: written by npm run reference -->`, `<!-- /${name} -->`]
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined) throw new Error(`a page lacks the marks of ${name}`)
  return `${before}${begin}\n\n${inner}\n\n${end}${after}`
}

/** Ids as code, one a line. */
export function codes(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join('\n')
}

function rowLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

/** What stands in backticks is shown as it is, so only the text around it is escaped. */
function escapedCell(text: string): string {
  const parts = text.replaceAll('|', '\\|').split(/(`[^`]*`)/)
  return parts
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')))
    .join('')
    .replaceAll('\n', '<br>')
}
