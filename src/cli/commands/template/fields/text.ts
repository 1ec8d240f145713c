import { actionOf, wordOf } from '../../../../core/stages/actions/index.ts'
import { REGISTRATION, REGISTRATION_TITLE } from '../../../../core/stages/recorded.ts'
import { clean, type Output } from '../../../shared/output/output.ts'
import { textTable } from '../../../shared/output/table.ts'

/** Fields under one heading; of a list, where it is named. */
export interface FieldGroup {
  readonly title: string
  readonly list: string | null
  readonly fields: readonly {
    readonly name: string
    readonly says: string
    readonly path: string
    readonly action: string
  }[]
}

/** Fields for programs. */
export function fieldsJson({ list, fields }: FieldGroup) {
  return fields.map(({ name, says, path, action }) => ({
    name,
    list,
    says,
    path: path || null,
    action: action || null,
  }))
}

/** Where a fact is recorded, by the name of the step. */
export function recordingStep(action: string): string {
  if (action === 'init') return 'ejc init'
  if (action === REGISTRATION) return REGISTRATION_TITLE
  const found = actionOf(action)
  return found ? wordOf(found) : ''
}

/** Groups of fields, each under its heading. */
export function groupsText(groups: readonly FieldGroup[], { style, width }: Output): string {
  const heads = [
    { title: '字段', flexible: true },
    { title: '内容', flexible: true },
    { title: '记在', flexible: true },
  ]
  return groups
    .map(({ title, fields }) => {
      const rows = fields.map(({ name, says, action }) => [
        clean(`{{${name}}}`),
        clean(says),
        recordingStep(action),
      ])
      return `${style.bold(clean(title))}\n${textTable(heads, rows, width, style.dim)}`
    })
    .join('\n\n')
}

/** The common fields, with how they are written. */
export function commonFieldsText(groups: readonly FieldGroup[], out: Output): string {
  return `${HOW.join('\n')}\n\n${groupsText(groups, out)}`
}

const HOW = [
  '在 Word 文件里写 {{案件名称}}，放进案件库的 templates/，文件名就是文书的名称。',
  '  {{案由}}              填写；没有记录的、字段表里没有的，留横线手写',
  '  {{?结案日期}}         写在段首：没有记录的，这一段不要',
  '  {{义务人.名称}}       写在表格的一行、列表的一段里：有几个就重复几次',
  '  {{#证据}}…{{/证据}}   各占一段：中间的几段逐项重复；没有的，不要',
  '写法和例子见 docs/own-papers.md。',
]
