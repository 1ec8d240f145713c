import { recordedIn } from '../../cli/commands/template/fields/text.ts'
import { commonGroups, commonLists } from '../../core/forms/common/index.ts'
import { betweenMarks, markdownTable } from './markdown.ts'

/** The page on own papers with the list of the fields that they may print. */
export function withFields(page: string): string {
  return betweenMarks(page, 'fields', fieldTables())
}

function fieldTables(): string {
  const groups = commonGroups.map(({ title, fields }) => {
    const rows = fields.map(({ name, says, action }) => [`\`{{${name}}}\``, says, recordedIn(action)])
    return `### ${title}\n\n${markdownTable(['字段', '内容', '记在'], rows)}`
  })
  const lists = commonLists.map(({ name, says, action, fields }) => {
    const rows = fields.map((field) => [`\`{{${name}.${field.name}}}\``, field.says])
    return `### 列表：${name}\n\n${says}。记在：${recordedIn(action)}。\n\n${markdownTable(['字段', '内容'], rows)}`
  })
  return [...groups, ...lists].join('\n\n')
}
