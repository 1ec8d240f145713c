import type { Document, TableRow } from 'docx'
import { formCell, formRow, formTable, styledParagraph, tableEnd, textWidth } from './layout.ts'
import { opening, paper, seal } from './letter.ts'
import { style } from './styles.ts'

const titles = ['序号', '证据名称', '证据种类', '证据来源', '证明内容', '页数'] as const
const fields = ['序号', '名称', '种类', '来源', '证明内容', '页数'] as const
const [number, name, kind, source, pages] = [760, 2050, 1150, 1950, 760]
const columns = [
  number,
  name,
  kind,
  source,
  textWidth - number - name - kind - source - pages,
  pages,
] as const

const row = (texts: readonly string[], styles: readonly string[], heading = false): TableRow =>
  formRow(
    560,
    columns.map((width, index) =>
      formCell(width, [styledParagraph(styles[index] ?? style.cell, texts[index] ?? '')]),
    ),
    heading,
  )

const head = titles.map(() => style.label)
const body = [style.label, style.cell, style.label, style.cell, style.cell, style.label]

/** The seal in a row of its own, which stays on one page with the last pieces of evidence. */
const sealRow = (): TableRow => {
  const lines = seal(['提交人（盖章）：{{提交人}}', '{{提交日期}}'], { wide: true })
  return formRow(560, [formCell(textWidth, lines, { span: columns.length, open: true })])
}

/** 证据目录: one row for each piece of evidence, its head again on every page. */
export const evidenceList = (): Document =>
  paper('证据目录', '证据目录', [
    opening('案件：{{案件名称}}'),
    opening('提交事项：{{提交事项}}'),
    opening('受理法院：{{人民法院}}'),
    formTable(columns, [
      row(titles, head, true),
      row(
        fields.map((field) => `{{证据.${field}}}`),
        body,
      ),
      sealRow(),
    ]),
    tableEnd(),
  ])
