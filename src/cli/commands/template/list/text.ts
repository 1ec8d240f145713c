import type { CheckedTemplate } from '../../../../documents/own-template.ts'
import { clean, type Output } from '../../../shared/output/output.ts'
import { type Cell, textTable } from '../../../shared/output/table.ts'
import { archiveJson, templateStatusText } from '../check/text.ts'

/** A paper with its template: undefined where it is made of the built-in one. */
export interface ListedTemplate {
  readonly number: number | null
  readonly form: string | null
  readonly title: string | null
  readonly kind: CheckedTemplate['kind']
  readonly checked: CheckedTemplate | undefined
}

/** The same for programs; `file` is null where the template is the built-in one. */
export function templateJson({ form, title, kind, checked }: ListedTemplate) {
  return {
    form,
    title,
    kind,
    file: checked?.file ?? null,
    problems: checked?.problems ?? [],
    remarks: checked?.remarks ?? [],
    archive: archiveJson(checked?.filing ?? null),
  }
}

/** A table: the number in the annex, the paper, its code, the template and how that stands. */
export function templatesText(listed: readonly ListedTemplate[], { style, width }: Output): string {
  const rows = listed.map(({ number, title, form, kind, checked }): Cell[] => [
    number === null ? '' : String(number),
    clean(title ?? '（不会使用）'),
    kind === 'form' ? (form ?? '') : '',
    checked ? clean(checked.file) : { text: '内置', paint: style.dim },
    checked ? templateStatusText(checked) : '',
  ])
  const heads = [
    { title: '序号' },
    { title: '文书', flexible: true },
    { title: '代码', flexible: true },
    { title: '模板', flexible: true },
    { title: '状态', flexible: true },
  ]
  return textTable(heads, rows, width, style.dim)
}
