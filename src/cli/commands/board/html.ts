import { escapedXml } from '../../shared/output/escaped.ts'

/** HTML that is safe to stand in a page as it is. */
export interface Markup {
  readonly markup: string
}

type Part = string | number | Markup | readonly Markup[] | null

/** HTML of a template: every text that is filled in is escaped, so that no name can become part of the page. */
export function html(pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: pieces.map((piece, index) => piece + markupOf(parts[index] ?? null)).join('') }
}

function markupOf(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escapedXml(part)
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}
