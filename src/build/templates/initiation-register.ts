import type { Document, Table, TableRow } from 'docx'
import {
  form,
  formCell,
  formRow,
  formTable,
  numberedSection,
  styledParagraph,
  tableEnd,
  tableTitle,
  textWidth,
} from './layout.ts'
import { style } from './styles.ts'

// Form 1 of the annex. Column edges serve two rows of different division: 编号, and 原编号 in form 3, need more room
// than 职务.
const columns = [2120, 2460, 325, 960, 800, 2180] as const
const [labelWidth, sublabelWidth, narrow, numberLabel, postLabel, postWidth] = columns

// What the annex explains in brackets under a label stands smaller.
const labelParagraphs = (lines: string[], keepNext = false) => {
  const note = lines.findIndex((text) => text.startsWith('（') && !text.endsWith('）'))
  return lines.map((text, index) =>
    styledParagraph(note >= 0 && index >= note ? style.labelNote : style.label, text, { keepNext }),
  )
}
const valueParagraph = (text: string, keepNext = false) => [styledParagraph(style.cell, text, { keepNext })]

/** The rows 案件来源, 编号 and 案由. */
export const headRows = (numberTitle: string): TableRow[] => [
  formRow(450, [
    formCell(labelWidth, labelParagraphs(['案件来源'])),
    formCell(sublabelWidth + narrow, valueParagraph('{{案件来源}}'), { span: 2 }),
    formCell(numberLabel, labelParagraphs([numberTitle])),
    formCell(postLabel + postWidth, valueParagraph(`{{${numberTitle}}}`), { span: 2 }),
  ]),
  formRow(450, [
    formCell(labelWidth, labelParagraphs(['案由'])),
    formCell(textWidth - labelWidth, valueParagraph('{{案由}}'), { span: 5 }),
  ]),
]

/** The block of one 赔偿义务人, repeated for each of them; its rows stay on one page. */
export const obligorRows = (): TableRow[] => {
  const single = (merge: 'restart' | 'continue', titles: string[], text: string): TableRow =>
    formRow(450, [
      formCell(labelWidth, labelParagraphs([merge === 'restart' ? '赔 偿 义 务 人' : ''], true), { merge }),
      formCell(sublabelWidth, labelParagraphs(titles, true)),
      formCell(textWidth - labelWidth - sublabelWidth, valueParagraph(text, true), { span: 4 }),
    ])
  return [
    single('restart', ['名称（姓名）'], '{{义务人.名称（姓名）}}'),
    single('continue', ['地址（住址）'], '{{义务人.地址（住址）}}'),
    single(
      'continue',
      ['统一社会信用代码', '（公民身份证号码）'],
      '{{义务人.统一社会信用代码（公民身份证号码）}}',
    ),
    formRow(450, [
      formCell(labelWidth, labelParagraphs(['']), { merge: 'continue' }),
      formCell(sublabelWidth, labelParagraphs(['法定代表人', '（负责人）'])),
      formCell(narrow + numberLabel, valueParagraph('{{义务人.法定代表人（负责人）}}'), { span: 2 }),
      formCell(postLabel, labelParagraphs(['职 务'])),
      formCell(postWidth, valueParagraph('{{义务人.职务}}')),
    ]),
  ]
}

/** A row of prose with the signature under it, on one page with it unless the prose alone fills more than that. */
export const signedProseRow = (
  height: number,
  title: string[],
  field: string,
  signer: { readonly label: string; readonly name: string; readonly date: string },
  withNext = false,
): TableRow =>
  formRow(height, [
    formCell(labelWidth, labelParagraphs(title, withNext)),
    formCell(
      textWidth - labelWidth,
      [
        styledParagraph(style.prose, `{{${field}}}`, { keepNext: true }),
        styledParagraph(style.cellSignature, `${signer.label}：{{${signer.name}}}`, {
          keepNext: true,
          before: 200,
        }),
        styledParagraph(style.cellSignature, `{{${signer.date}}}`, { keepNext: withNext }),
      ],
      { span: 5 },
    ),
  ])

/**
 * The two opinions and 备注, the same in forms 1 and 3. They stay on one page: one of them alone on a page would look
 * torn off.
 */
export const opinionRows = (): TableRow[] => [
  signedProseRow(
    1600,
    ['机构负责人', '意　见', '（具体承担工作单', '位的内设承担部', '门，比如法规处）'],
    '机构负责人意见',
    { label: '签字', name: '机构负责人签字', date: '机构负责人签字日期' },
    true,
  ),
  signedProseRow(
    1600,
    ['部门负责人', '意　见', '（权利人指定的', '部门或机构，比如', '生态环境厅）'],
    '部门负责人意见',
    { label: '签字', name: '部门负责人签字', date: '部门负责人签字日期' },
    true,
  ),
  formRow(450, [
    formCell(labelWidth, labelParagraphs(['备注'])),
    formCell(textWidth - labelWidth, valueParagraph('{{备注}}'), { span: 5 }),
  ]),
]

/** The grid that forms 1 and 3 share. */
export const registerTable = (rows: TableRow[]): Table => formTable(columns, rows)

/** 索赔启动登记表: form 1 of the annex. */
export const initiationRegister = (): Document =>
  form('索赔启动登记表', [
    numberedSection([
      tableTitle('索赔启动登记表'),
      registerTable([
        ...headRows('编号'),
        ...obligorRows(),
        signedProseRow(2600, ['案情简介及', '启动索赔理由'], '案情简介及启动索赔理由', {
          label: '经办人',
          name: '经办人',
          date: '经办日期',
        }),
        ...opinionRows(),
      ]),
      tableEnd(),
    ]),
  ])
